extension SVGChart {
  /// A mark of the legend and its name.
  struct LegendItem {
    /// The series it belongs to.
    let series: Int
    /// The band of the series; `nil` for the series itself.
    let band: Int?
    let name: String
    let x: Double
    /// How far it is below the first row.
    let y: Double

    /// The items of a chart in rows as wide as the drawing, beside the unit.
    static func all(of chart: Chart, width: Double) -> [LegendItem] {
      let start = 16 + 7.5 * Double(DisplayWidth.of(chart.unit)) + 20
      var (x, y) = (start, 0.0)
      var items: [LegendItem] = []
      for (index, series) in chart.series.enumerated() {
        let named = [(nil, series.name)] + series.bands.enumerated().map { ($0, $1.name) }
        for (band, name) in named as [(Int?, String)] {
          let size = 24 + 7.5 * Double(DisplayWidth.of(name))
          if x > start, x + size > width { (x, y) = (start, y + 18) }
          items.append(LegendItem(series: index, band: band, name: name, x: x, y: y))
          x += size + 26
        }
      }
      return items
    }
  }

  /// The unit, and a mark with the name of each series and band.
  func legend() -> [String] {
    var lines = ["<text class=\"unit\" x=\"0\" y=\"12\">\(HTMLText.escaped(chart.unit))</text>"]
    for item in legendItems {
      if let band = item.band {
        // As many layers as lie on each other there.
        lines += [String](repeating: box("band", item), count: band + 1)
      } else if chart.series[item.series].form == .bars {
        lines.append(box("bar", item))
      } else {
        lines.append(
          "<path class=\"\(name(item.series))\" d=\"M\(text(item.x)) \(text(item.y + 8))h18\"/>")
      }
      lines.append(
        "<text x=\"\(text(item.x + 24))\" y=\"\(text(item.y + 12))\">"
          + "\(HTMLText.escaped(item.name))</text>")
    }
    return lines
  }

  private func box(_ name: String, _ item: LegendItem) -> String {
    "<rect class=\"\(name) s\(item.series + 1)\" x=\"\(text(item.x))\" y=\"\(text(item.y + 3))\""
      + " width=\"18\" height=\"10\"/>"
  }
}
