import Foundation
import TestSupport
import Testing

/// The program itself, as a process: streams, pipes and exit statuses that only a process has.
@Suite("The program as a process") struct ProgramTests {
  /// What a process left behind.
  struct Ended: Equatable {
    let output: String
    let errors: String
    let status: Int32
  }

  /// Runs a line of the shell in which `tradewind` is the program built beside these tests.
  private func shell(_ line: String) throws -> Ended {
    let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let program = tests.deletingLastPathComponent().appending(path: "tradewind")
      .path(percentEncoded: false)
    try #require(
      FileManager.default.isExecutableFile(atPath: program), "no program at \(program)")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "tradewind() { '\(program)' \"$@\"; }; " + line]
    process.currentDirectoryURL = RepositoryFiles.root
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // What is read is shorter than the buffer of a pipe, so that neither waits for the other.
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ended(
      output: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: said, as: UTF8.self), status: process.terminationStatus)
  }

  @Test("Standard input is read, and messages name it") func standardInput() throws {
    #expect(
      try shell("printf 'period,value\\n2024-01,1.5\\n' | tradewind show -")
        == Ended(
          output: """
            <stdin>
            --------------
            Period   value
            --------------
            2024-01    1.5
            --------------

            """, errors: "", status: 0))
    #expect(
      try shell("printf 'period,value\\n2024-01,1O\\n' | tradewind show -")
        == Ended(
          output: "",
          errors: """
            <stdin>:2:9: error: value '1O' is not a number, expected digits with '.' [tidy.number]
              hint: a letter stands where a digit is expected: '10'?

            """, status: 2))
  }

  @Test("A text is checked from standard input") func textFromStandardInput() throws {
    let said = try shell(
      "printf 'Exports were $3bn in 2019, imports $2bn, the surplus $1bn.' | tradewind check - --as text --format json"
    )
    #expect(said.output.hasPrefix("{\"file\": \"<stdin>\", \"verdict\": \"consistent\""))
    #expect(said.status == 0)
  }

  @Test("What show writes, show reads from a pipe") func pipe() throws {
    let csv = "tradewind show Datasets/canada-quarterly --basis current --format csv"
    let direct = try shell(csv)
    #expect(direct.status == 0)
    #expect(try shell("\(csv) | tradewind show - --format csv") == direct)
  }

  @Test("A reader that goes away is no error") func closedPipe() throws {
    let show = "tradewind show Datasets/china-partners --format csv"
    let head = try shell("set -o pipefail; \(show) | head -n 1")
    #expect(head.errors == "")
    #expect(head.status == 0)
    #expect(
      try shell("set -o pipefail; \(show) | true") == Ended(output: "", errors: "", status: 0))
  }

  @Test("A full disk behind standard output is an error") func fullDisk() throws {
    let message =
      "<stdout>: error: the file cannot be written: no space left on device [file.system]\n"
    #expect(
      try shell("tradewind describe > /dev/full")
        == Ended(output: "", errors: message, status: 2))
  }

  @Test(
    "The exit status of the process",
    arguments: [
      ("tradewind --version", 0), ("tradewind notebook check missing.md", 2),
      ("tradewind report", 64),
      ("tradewind notebook check Tests/TradeCommandsTests/Cases/notebook/stale/stale.md", 1),
    ] as [(String, Int32)])
  func exitStatus(_ line: String, _ status: Int32) throws {
    #expect(try shell(line).status == status)
  }
}
