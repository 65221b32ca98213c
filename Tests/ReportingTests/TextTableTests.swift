import Reporting
import TestSupport
import Testing

/// Expected texts are set by hand from the rules of the page.
@Suite("Text tables") struct TextTableTests {
  @Test("points are in line whatever the decimals, marks and units") func points() {
    func quantity(_ value: Double, _ style: NumberStyle, _ notes: [Footnote] = []) -> TableCell {
      .quantity(StyledQuantity(value, style, footnotes: notes))
    }
    let table = Table(
      columns: [TableColumn("Value")],
      rows: [
        .body("a", [quantity(1200, .integer)]),
        .body("b", [quantity(38.25, NumberStyle(decimals: 2))]),
        .body("c", [quantity(5, .integer, [Footnote("x")])]),
        .body("d", [quantity(12, NumberStyle(decimals: 0, suffix: "%"))]),
        .body("e", [quantity(1.125, NumberStyle(decimals: 3), [Footnote("x"), Footnote("y")])]),
        .body("f", [.missing(.confidential)]),
        .body("g", [.text("n/a")]),
        .body("h", [.empty]),
      ])
    #expect(
      TextWriter().write(table) == """
        ------------------
               Value
        ------------------
        a  1,200
        b     38.25
        c      5[1]
        d     12%
        e      1.125[1][2]
        f      c
        g        n/a
        h
        ------------------
        c = confidential.

        --------------------
        [1] x
        [2] y

        """)
  }

  @Test("columns stand as they are asked to") func alignment() {
    let cell = TableCell.number(1.5, NumberStyle(decimals: 1))
    let long = TableCell.number(22.25, NumberStyle(decimals: 2))
    func column(_ alignment: ColumnAlignment) -> TableColumn {
      TableColumn(Prose(alignment.rawValue), alignment: alignment)
    }
    let table = Table(
      columns: ColumnAlignment.allCases.map(column) + [TableColumn("words")],
      rows: [
        .body("", [cell, cell, cell, cell, .text("one")]),
        .body("", [long, long, long, long, .text("three")]),
      ])
    #expect(
      TextWriter().write(table) == """
        --------------------------------------------
        automatic  decimal  leading  trailing  words
        --------------------------------------------
             1.5      1.5   1.5           1.5  one
            22.25    22.25  22.25       22.25  three
        --------------------------------------------

        """)
  }

  @Test("labels, headings and texts wrap before the table is cut") func wrapping() {
    let table = Table(
      stub: "Country of destination",
      columns: [TableColumn("Value of exports", unit: "%"), TableColumn("Remarks")],
      rows: [
        .body(
          "Bosnia and Herzegovina", indentation: 1,
          [
            .number(4.5, NumberStyle(decimals: 1)), .text("from mirror data"),
          ]),
        .total("All", [.number(100, NumberStyle(decimals: 1)), .empty]),
      ])
    #expect(
      TextWriter(width: 38).write(table) == """
        --------------------------------------
        Country of       Value of
          destination     exports  Remarks
                                %
        --------------------------------------
          Bosnia and               from mirror
            Herzegovina       4.5  data
        --------------------------------------
        All                 100.0
        --------------------------------------

        """)
  }

  @Test("digits are never cut, even where nothing fits") func narrow() {
    let table = Table(
      stub: "Partner", columns: [TableColumn("Value")],
      rows: [.body("World", [.number(1e22, .integer)])])
    let text = TextWriter(width: 20).write(table)
    #expect(text.contains("World    10,000,000,000,000,000,000,000\n"))
  }

  @Test("a heading alone has rules above and below") func noRows() {
    #expect(
      TextWriter().write(Table(stub: "Partner", columns: [TableColumn("Value")], rows: [])) == """
        --------------
        Partner  Value
        --------------

        """)
  }

  /// The decimal points of a column stand in one display column, and no line is too long.
  @Test("random tables are in line and fit", arguments: [40, 60, 80])
  func random(width: Int) {
    var generator = RepeatableGenerator(seed: UInt64(width))
    for _ in 0..<60 {
      let count = Int.random(in: 1...7, using: &generator)
      let rows = (0..<6).map { row in
        TableRow.body(
          row % 2 == 0 ? "日本 label" : "Label of a row",
          (0..<count).map { _ in
            let value = Double.random(in: -99_999...99_999, using: &generator)
            let style = NumberStyle(decimals: Int.random(in: 1...3, using: &generator))
            return .quantity(
              StyledQuantity(
                value, style, footnotes: Bool.random(using: &generator) ? [Footnote("n")] : []))
          })
      }
      let columns = (0..<count).map {
        TableColumn("column \($0)", group: $0 % 3 == 0 ? nil : "group")
      }
      let text = TextWriter(width: width).write(
        Table(stub: "Stub", columns: columns, rows: rows))
      let lines = text.split(separator: "\n")
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
      // Rows of figures of each part stand between rules; a part is six such lines or more.
      var places: [[Int]] = []
      var points = 0
      for line in lines {
        var found: [Int] = []
        var column = 0
        for character in line {
          if character == "." { found.append(column) }
          column += DisplayWidth.of(character)
        }
        if found.isEmpty { continue }
        points += found.count
        places.append(found)
      }
      #expect(points == 6 * count)
      #expect(places.count % 6 == 0)
      for start in stride(from: 0, to: places.count, by: 6) {
        #expect(Set(places[start..<(start + 6)]).count == 1)
      }
    }
  }

  @Test("a row with too few cells stops the program") func cells() async {
    await #expect(processExitsWith: .failure) {
      _ = Table(columns: [TableColumn("a"), TableColumn("b")], rows: [.body("x", [.empty])])
    }
  }
}
