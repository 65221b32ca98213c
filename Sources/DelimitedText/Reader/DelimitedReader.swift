internal import Diagnostics

/// Reads delimited text and says what is wrong with it.
///
///     let table = DelimitedReader().read("period,value\n2024-01,3.5\n", file: "trade.csv")
///     table[row: 0].text(in: 1)  // "3.5"
///     table.diagnostics          // []
///
/// Reading never fails: what can be read is in the table, what breaks the rules is in its
/// diagnostics. Files that are no text in UTF-8 at all (archives, workbooks, UTF-16) give a table
/// without records and an error. All rules are in Documentation/Methods/delimited-text.md.
public struct DelimitedReader: Sendable, Hashable {
  /// The delimiter and the quote.
  public let dialect: Dialect
  /// Where the column names stand.
  public let header: HeaderRule

  /// Makes a reader.
  ///
  /// - Precondition: A header record is counted from 1.
  public init(dialect: Dialect = .commas, header: HeaderRule = .firstRecord) {
    if case .record(let number) = header { precondition(number > 0, "records count from 1") }
    self.dialect = dialect
    self.header = header
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole content, with or without a UTF-8 byte order mark.
  ///   - file: The name for messages.
  /// - Returns: The table with its findings; without records where the bytes are no text.
  /// - Complexity: O(*n*); besides the bytes it keeps 8 bytes a field and 16 a record.
  public func read(_ bytes: [UInt8], file: String) -> DelimitedTable {
    var text = TokenizedText()
    var findings: [Diagnostic] = []
    let start = bytes.starts(with: DelimitedReader.byteOrderMark) ? 3 : 0
    if let kind = ForeignContent(bytes) {
      findings = [kind.finding.diagnostic(at: InputLocation(file: file))]
    } else {
      var tokenizer = BlockTokenizer(dialect: dialect)
      tokenizer.read(bytes, from: start, into: &text)
    }
    let storage = DelimitedStorage(
      file: file, bytes: bytes, textStart: start, dialect: dialect, text: text,
      headerIndex: headerIndex(recordCount: text.records.count))
    if findings.isEmpty {
      findings = DelimitedJudge(storage: storage, header: header).findings()
    }
    return DelimitedTable(storage: storage, diagnostics: findings)
  }

  /// Reads a string.
  public func read(_ text: String, file: String) -> DelimitedTable {
    read(Array(text.utf8), file: file)
  }

  private func headerIndex(recordCount: Int) -> Int? {
    guard case .record(let number) = header, number <= recordCount else { return nil }
    return number - 1
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
