extension SVGChart {
  /// The last figure of the series before one that goes on, where its line and its bands begin.
  func start(of index: Int) -> (x: Double, y: Double)? {
    guard index > 0, chart.series[index].form == .continuation else { return nil }
    let before = chart.series[index - 1].figures
    guard let place = before.lastIndex(where: { $0.printed != nil }),
      let value = before[place].printed?.value
    else { return nil }
    return (x(place), y(value))
  }

  /// The bands of a series, the widest first, each over the ones before it.
  func bands(_ index: Int) -> [String] {
    chart.series[index].bands.compactMap { band in
      let ends = chart.places.indices.compactMap {
        place -> (x: Double, low: Double, high: Double)? in
        guard let low = band.lower[place].printed?.value,
          let high = band.upper[place].printed?.value
        else { return nil }
        return (x(place), y(low), y(high))
      }
      guard !ends.isEmpty else { return nil }
      var outline = start(of: index).map { [(x: $0.x, y: $0.y)] } ?? []
      outline += ends.map { (x: $0.x, y: $0.high) }
      outline += ends.reversed().map { (x: $0.x, y: $0.low) }
      let path = outline.map { "\(text($0.x)) \(text($0.y))" }.joined(separator: "L")
      return "<path class=\"band s\(index + 1)\" d=\"M\(path)Z\"/>"
    }
  }

  var unitAfterComma: String { chart.unit.isEmpty ? "" : ", \(chart.unit)" }

  /// Where each series begins and ends, and the last ends of its bands, in a sentence each.
  var description: String {
    chart.series.map { series in
      let known = series.figures.indices.filter { series.figures[$0].printed != nil }
      guard let first = known.first, let last = known.last else { return "\(series.name): none." }
      func told(_ place: Int) -> String {
        "\(series.figures[place].text) in \(chart.places[place])"
      }
      var text = "\(series.name): \(told(first))" + (last > first ? " to \(told(last))" : "")
      for band in series.bands where band.lower[last].printed != nil {
        text += ", \(band.name) \(band.lower[last].text) to \(band.upper[last].text)"
      }
      return text + "."
    }.joined(separator: " ")
  }
}
