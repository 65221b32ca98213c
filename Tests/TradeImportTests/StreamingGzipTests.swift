import Diagnostics
import Testing

@testable import TradeImport

@Suite("Compressed input") struct StreamingGzipTests {
  static let text = "period,value\n2024,1.5\n2024,2.5\n2023,4\n"
  static let sums = "period,value\n2023,4\n2024,4\n"

  /// The text above as `gzip -9n` of GNU gzip 1.12 writes it.
  static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2B, 0x48,
    0x2D, 0xCA, 0xCC, 0x4F, 0xD1, 0x29, 0x4B, 0xCC, 0x29, 0x4D, 0xE5, 0x32,
    0x32, 0x30, 0x32, 0xD1, 0x31, 0xD4, 0x33, 0x85, 0x30, 0x8C, 0x20, 0x0C,
    0x63, 0x1D, 0x13, 0x2E, 0x00, 0x20, 0xF6, 0x07, 0x92, 0x26, 0x00, 0x00,
    0x00,
  ]

  /// A member that stores its bytes, as RFC 1952 and RFC 1951, section 3.2.4, describe it.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    let length = UInt32(bytes.count)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + little(length, 2) + little(~length, 2)
      + bytes + little(~crc, 4) + little(length, 4)
  }

  func run(_ bytes: [UInt8], blockSize: Int = 1 << 16, step: Int = .max) -> String {
    do {
      return try AggregationEngine(workers: 2, blockSize: blockSize).run(
        AggregationPlan(keys: ["period"]), on: MemorySource(bytes, step: step), file: "t.gz"
      ).csv()
    } catch {
      return "\(error)"
    }
  }

  @Test("one member and several, in any parts") func members() {
    let bytes = Array(Self.text.utf8)
    let parts =
      Self.stored(Array(bytes[..<20])) + Self.stored([]) + Self.stored(Array(bytes[20...]))
    for (size, step) in [(1 << 16, Int.max), (16, 1), (7, 3)] {
      #expect(run(bytes, blockSize: size, step: step) == Self.sums)
      #expect(run(Self.packed, blockSize: size, step: step) == Self.sums)
      #expect(run(Self.stored(bytes), blockSize: size, step: step) == Self.sums)
      #expect(run(parts, blockSize: size, step: step) == Self.sums)
      #expect(run(Self.packed + [0, 0, 0], blockSize: size, step: step) == Self.sums)
    }
  }

  @Test("cut off anywhere is an error, never a smaller sum") func truncated() {
    for bytes in [Self.packed, Self.stored(Array(Self.text.utf8)), Self.packed + Self.packed] {
      for count in 2..<bytes.count where count != Self.packed.count {
        let message = run(Array(bytes[..<count]))
        #expect(
          message == "t.gz: error: the compressed file is cut off, found its end at byte \(count), "
            + "expected more compressed data [gzip.truncated]\n  hint: fetch the file again")
      }
    }
  }

  @Test("a changed byte of the content, the check sum or the length is found") func corrupt() {
    let bytes = Self.stored(Array(Self.text.utf8))
    for place in [15, 30, bytes.count - 8, bytes.count - 1] {
      var damaged = bytes
      damaged[place] ^= 1
      #expect(run(damaged).contains("[gzip.corrupt]"), "byte \(place)")
    }
  }

  @Test("what follows the last member is told") func trailing() {
    #expect(
      run(Self.packed + Array("more".utf8)).contains(
        "there are bytes behind the compressed data, found 0x6D at byte \(Self.packed.count)"))
  }
}
