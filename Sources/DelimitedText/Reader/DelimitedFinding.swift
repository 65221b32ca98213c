internal import Diagnostics

/// Everything the reader can say, with all its sentences.
enum DelimitedFinding {
  case empty(byteCount: Int)
  case noHeader(number: Int, recordCount: Int)
  case noRows
  case binaryFile(name: String, remedy: String)
  case nulBytes(offset: Int, count: Int)
  case wideText(name: String, evidence: String, converter: String)
  case notUTF8(byte: UInt8, offset: Int, count: Int)
  case unequalFields(found: Int, expected: Int, reference: String, endsInDelimiter: Bool)
  case unclosedQuote(quote: String, nextQuoteLine: Int?)
  case textAfterQuote(text: String, delimiter: String)
  case strayQuote(quote: String, field: String)
  case duplicateName(name: String, column: Int, first: Int)
  case emptyName(column: Int)
  case trailingDelimiter(delimiter: String)
  case blankLines(count: Int)
  case mixedLineEnds(LineEndCounts)

  var id: String {
    switch self {
    case .empty: "csv.empty"
    case .noHeader: "csv.no-header"
    case .noRows: "csv.no-rows"
    case .binaryFile, .nulBytes: "csv.binary"
    case .wideText, .notUTF8: "csv.encoding"
    case .unequalFields: "csv.unequal-fields"
    case .unclosedQuote: "csv.unclosed-quote"
    case .textAfterQuote: "csv.text-after-quote"
    case .strayQuote: "csv.stray-quote"
    case .duplicateName: "csv.duplicate-name"
    case .emptyName: "csv.empty-name"
    case .trailingDelimiter: "csv.trailing-delimiter"
    case .blankLines: "csv.blank-lines"
    case .mixedLineEnds: "csv.mixed-line-ends"
    }
  }

  var severity: Severity {
    switch self {
    case .empty, .noHeader, .binaryFile, .nulBytes, .wideText, .notUTF8, .unequalFields,
      .unclosedQuote:
      .error
    case .noRows, .textAfterQuote, .strayQuote, .duplicateName, .emptyName: .warning
    case .trailingDelimiter, .blankLines, .mixedLineEnds: .note
    }
  }

  var message: String {
    switch self {
    case .empty(byteCount: 0): "the file is empty, found 0 bytes, expected at least one record"
    case .empty(let count):
      "the file has no records, found \(count) bytes of line ends or byte order mark, "
        + "expected at least one record"
    case .noHeader(let number, let count):
      "the header is missing, found \(counted(count, "record")), "
        + "expected the column names in record \(number)"
    case .noRows: "no records behind the header, found the header alone, expected at least one row"
    case .binaryFile(let name, _):
      "the file is not text, found \(name), expected delimited text in UTF-8"
    case .nulBytes(let offset, let count):
      "the file holds NUL bytes, found \(count), the first at byte \(offset), expected text"
    case .wideText(let name, let evidence, _):
      "the file is encoded in \(name), found \(evidence), expected UTF-8"
    case .notUTF8(let byte, let offset, let count):
      "text is not UTF-8, found byte 0x\(hexadecimal(byte)) at byte \(offset)"
        + (count > 1 ? " and \(counted(count - 1, "more place"))" : "") + ", expected UTF-8"
    case .unequalFields(let found, let expected, let reference, _):
      "record has \(found < expected ? "fewer" : "more") fields than \(reference), "
        + "found \(found), expected \(expected)"
    case .unclosedQuote(let quote, .some(let line)):
      "quoted field is not closed, found text behind the next \(quote) on line \(line), "
        + "expected a delimiter or a line end there"
    case .unclosedQuote(let quote, nil):
      "quoted field is not closed, found the end of the file, expected \(quote)"
    case .textAfterQuote(let text, let delimiter):
      "text behind a closing quote, found \(text), expected \(delimiter) or a line end"
    case .strayQuote(let quote, let field):
      "quote inside a field that is not quoted, found \(quote) in \(field), "
        + "expected the field in quotes"
    case .duplicateName(let name, let column, let first):
      "column name used twice, found \(name) in column \(column), "
        + "expected another name than that of column \(first)"
    case .emptyName(let column):
      "column without a name, found an empty field in column \(column), expected a name"
    case .trailingDelimiter(let delimiter):
      "every record ends with a delimiter, found \(delimiter) before each line end, "
        + "expected none"
    case .blankLines(let count):
      "\(counted(count, "blank line")) skipped, found this one first, expected a record"
    case .mixedLineEnds(let counts):
      "line ends are mixed, found \(counts.lf) LF, \(counts.crlf) CRLF and \(counts.cr) CR, "
        + "expected one kind"
    }
  }

  var hint: String? {
    switch self {
    case .binaryFile(_, let remedy): remedy
    case .nulBytes: "the file may be damaged or not a text file"
    case .wideText(_, _, let converter):
      "'tradewind import' reads it; or convert it, for example with "
        + "'iconv -f \(converter) -t UTF-8'"
    case .notUTF8:
      "the file may be in Windows-1252: 'tradewind import' finds out and reads it; or convert it, "
        + "for example with 'iconv -f WINDOWS-1252 -t UTF-8'"
    case .unequalFields(_, _, _, true): "the record ends with a delimiter; remove it"
    case .unequalFields(let found, let expected, _, false):
      found < expected
        ? "a delimiter is missing, or a line end inside a field is not quoted"
        : "put a field that holds the delimiter in quotes"
    case .unclosedQuote:
      "the quote is read as text; close the field, or put it in quotes and write the quote twice"
    case .textAfterQuote: "the text was added to the field; inside quotes write a quote twice"
    case .strayQuote: "the quote is kept as text; a quoted field has its quote right at its start"
    case .duplicateName: "a name stands for its first column; rename the others"
    case .trailingDelimiter: "the last column is empty and has no name"
    case .empty, .noHeader, .noRows, .emptyName, .blankLines, .mixedLineEnds: nil
    }
  }

  func diagnostic(at location: InputLocation?) -> Diagnostic {
    Diagnostic(id, severity, at: location, message, hint: hint)
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
