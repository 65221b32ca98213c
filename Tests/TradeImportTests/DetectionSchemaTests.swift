import DelimitedText
import Diagnostics
import Testing
import TimeSeries
import TradeImport
import TradeModel

private func read(_ json: String) throws -> ImportSchema {
  try ImportSchema(json: Array(json.utf8), file: "f.schema.json")
}

private func messages(_ json: String) -> [String] {
  do {
    _ = try read(json)
    return []
  } catch let error as DiagnosticError {
    return error.diagnostics.map(\.description)
  } catch {
    return ["another error: \(error)"]
  }
}

@Suite("Schemas of files")
struct DetectionSchemaTests {
  @Test(
    "Every schema that is found is written and read back the same", arguments: DetectionTests.files)
  func roundTrip(_ file: SniffedFile) throws {
    let schema = try #require(Sniffer().sniff(Array(file.text.utf8), file: "f").schema)
    #expect(try read(schema.json) == schema)
    #expect(try read(schema.json).json == schema.json)
  }

  @Test("A schema is written with fixed keys, one column a line")
  func json() throws {
    var schema = ImportSchema(columns: [
      .init(name: "Time \"T\"", role: .period), .init(name: "X", role: .value, flow: .exports),
    ])
    schema.dialect = .tabs
    schema.decimalMark = .comma
    schema.constants.reporter = "BEL"
    schema.constants.scale = .million
    let text = """
      {
        "schema": 1,
        "encoding": "utf-8",
        "delimiter": "tab",
        "quote": "\\"",
        "skip_lines": 0,
        "header_rows": 1,
        "rows_after_header": 0,
        "units_row": null,
        "footer_rows": 0,
        "footer_marker": null,
        "layout": "long",
        "dates": null,
        "quarters": null,
        "fiscal_start": null,
        "decimal": "comma",
        "grouping": "threes",
        "missing": "usual",
        "dash_is_zero": false,
        "flags": "eurostat",
        "constants": {"reporter": "BEL", "scale": "1e6"},
        "columns": [
          {"name": "Time \\"T\\"", "role": "period"},
          {"name": "X", "role": "value", "flow": "exports"}
        ]
      }

      """
    #expect(schema.json == text)
    #expect(try read(text) == schema)
  }

  @Test("What is missing has the values of a plain file")
  func defaults() throws {
    let columns = """
      "columns": [{"name": "t", "role": "period"}, {"name": "v", "role": "value"}]
      """
    let schema = try read("{\(columns)}")
    #expect(
      schema
        == ImportSchema(columns: [.init(name: "t", role: .period), .init(name: "v", role: .value)]))
    #expect(try read("{\"quote\": null, \(columns)}").dialect.quote == nil)
  }

  @Test(
    "What is wrong is told with its place",
    arguments: [
      (
        "{\"columns\": 1",
        "f.schema.json:1:14: error: found the end of the file, expected ',' or '}' "
          + "[schema.json]\n  hint: a bracket or a quote is not closed"
      ),
      ("{}", "f.schema.json:1:1: error: the schema has no key 'columns' [schema.missing-key]"),
      ("[]", "f.schema.json:1:1: error: the schema is a list, expected an object [schema.type]"),
      (
        "{\"columns\": [], \"layout\": \"wide\", \"decimal\": \"coma\"}",
        "f.schema.json:1:46: error: decimal is 'coma', expected one of point, comma [schema.value]\n"
          + "  hint: did you mean 'comma'?"
      ),
      (
        "{\"columns\": [], \"layout\": \"wide\", \"skip\": 1}",
        "f.schema.json:1:35: error: key 'skip' is not known, expected one of schema, encoding, "
          + "delimiter, quote, skip_lines, header_rows, rows_after_header, units_row, "
          + "footer_rows, footer_marker, "
          + "layout, dates, quarters, fiscal_start, decimal, grouping, missing, dash_is_zero, flags, "
          + "constants, columns [schema.unknown-key]"
      ),
      (
        "{\"columns\": [], \"layout\": \"wide\", \"header_rows\": 5}",
        "f.schema.json:1:50: error: header_rows is not a whole number from 0 to 4 [schema.value]"
      ),
      (
        "{\"columns\": [{\"name\": \"v\", \"role\": \"value\"}]}",
        "f.schema.json:1:13: error: no column has the role 'period', expected one in a long table "
          + "[schema.no-period]"
      ),
      (
        "{\"columns\": [{\"name\": \"v\"}], \"layout\": \"wide\"}",
        "f.schema.json:1:14: error: a column needs the keys 'name' and 'role' "
          + "[schema.missing-key]"
      ),
      (
        "{\"columns\": [], \"layout\": \"wide\", \"delimiter\": \";;\"}",
        "f.schema.json:1:48: error: delimiter is ';;', expected one sign of ASCII, 'tab' or 'space' "
          + "[schema.value]"
      ),
      (
        "{\"columns\": [], \"layout\": \"wide\", \"delimiter\": \"|\", \"quote\": \"|\"}",
        "f.schema.json:1:62: error: delimiter and quote are the same, expected different ones "
          + "[schema.value]"
      ),
      (
        "{\"columns\": [], \"layout\": \"wide\", \"dash_is_zero\": 1}",
        "f.schema.json:1:51: error: dash_is_zero is a number, expected true or false [schema.type]"
      ),
    ])
  func wrong(_ json: String, _ message: String) {
    #expect(messages(json) == [message])
  }
}
