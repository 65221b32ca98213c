/// Draws a chart as SVG, to stand in a page of HTML whose style gives the colours.
///
/// Bars stand behind lines; the scale holds zero; every point tells its figure, as the table prints
/// it, to readers who point at it and to programs that read aloud. Places have their labels where
/// there is room for them.
struct SVGChart {
  let chart: Chart
  /// What sets its names apart from those of other charts in the page.
  let number: Int

  private let scale: ChartScale
  private let width = 720.0
  private let top = 34.0
  private let plotHeight = 210.0
  /// Where the drawing begins, behind the widest mark of the axis.
  private let left: Double
  /// What the marks of the axis say.
  private let tickTexts: [String]
  private let right = 12.0
  /// The widest label of a place, in characters.
  private let labelSize: Int

  init(_ chart: Chart, number: Int) {
    self.chart = chart
    self.number = number
    scale = ChartScale(holding: chart.series.flatMap(\.figures).compactMap(\.printed?.value))
    let style = NumberStyle(decimals: scale.decimals)
    tickTexts = scale.ticks.map { style.print($0).text }
    left = 16 + 7.5 * Double(tickTexts.map { DisplayWidth.of($0) }.max() ?? 0)
    labelSize = chart.places.map { DisplayWidth.of($0) }.max() ?? 0
  }

  /// The lines of the element.
  func lines() -> [String] {
    let height = top + plotHeight + 26
    let name = "chart-\(number)"
    let title = HTMLText.escaped(chart.caption.plainText)
    var lines = [
      "<svg viewBox=\"0 0 \(text(width)) \(text(height))\" role=\"img\" aria-labelledby=\"\(name)\">",
      "<title id=\"\(name)\">\(title), \(HTMLText.escaped(chart.unit))</title>",
    ]
    lines += legend()
    lines += axis()
    let order = chart.series.indices.sorted {
      (chart.series[$0].form == .line ? 1 : 0, $0) < (chart.series[$1].form == .line ? 1 : 0, $1)
    }
    for index in order {
      switch chart.series[index].form {
      case .bars: lines += bars(index)
      case .line: lines += line(index)
      }
    }
    return lines + ["</svg>"]
  }

  // MARK: Places

  private var slot: Double { (width - left - right) / Double(max(1, chart.places.count)) }

  private func x(_ place: Int) -> Double { left + (Double(place) + 0.5) * slot }

  private func y(_ value: Double) -> Double { top + plotHeight * (1 - scale.share(of: value)) }

  // MARK: Parts

  private func legend() -> [String] {
    var lines = [
      "<text class=\"unit\" x=\"0\" y=\"12\">\(HTMLText.escaped(chart.unit))</text>"
    ]
    var x = 16 + 7.5 * Double(DisplayWidth.of(chart.unit)) + 20
    for (index, series) in chart.series.enumerated() {
      let mark =
        series.form == .line
        ? "<path class=\"line s\(index + 1)\" d=\"M\(text(x)) 8h18\"/>"
        : "<rect class=\"bar s\(index + 1)\" x=\"\(text(x))\" y=\"3\" width=\"18\" height=\"10\"/>"
      lines.append(mark)
      lines.append(
        "<text x=\"\(text(x + 24))\" y=\"12\">\(HTMLText.escaped(series.name))</text>")
      x += 24 + 7.5 * Double(DisplayWidth.of(series.name)) + 26
    }
    return lines
  }

  private func axis() -> [String] {
    var lines: [String] = []
    for (tick, words) in zip(scale.ticks, tickTexts) {
      let y = text(y(tick))
      let name = tick == 0 ? "zero" : "grid"
      lines.append(
        "<path class=\"\(name)\" d=\"M\(text(left)) \(y)H\(text(width - right))\"/>")
      lines.append(
        "<text class=\"tick\" x=\"\(text(left - 8))\" y=\"\(text(self.y(tick) + 4))\">"
          + "\(HTMLText.escaped(words))</text>")
    }
    // As many labels as have room, counted from the last, which a report is about.
    let needed = Double(labelSize) * 7 + 10
    let step = max(1, Int((needed / slot).rounded(.up)))
    for place in chart.places.indices where (chart.places.count - 1 - place) % step == 0 {
      lines.append(
        "<text class=\"place\" x=\"\(text(x(place)))\" y=\"\(text(top + plotHeight + 20))\">"
          + "\(HTMLText.escaped(chart.places[place]))</text>")
    }
    return lines
  }

  private func bars(_ index: Int) -> [String] {
    let all = chart.series.indices.filter { chart.series[$0].form == .bars }
    let share = Double(all.firstIndex(of: index) ?? 0)
    let size = min(40, slot * 0.64) / Double(all.count)
    var lines: [String] = []
    for (place, figure) in chart.series[index].figures.enumerated() {
      guard let printed = figure.printed else { continue }
      let x = x(place) - size * Double(all.count) / 2 + share * size
      let (one, other) = (y(printed.value), y(0))
      lines.append(
        "<rect class=\"bar s\(index + 1)\" x=\"\(text(x))\" y=\"\(text(min(one, other)))\""
          + " width=\"\(text(size))\" height=\"\(text(abs(one - other)))\">"
          + "\(told(index, place, figure))</rect>")
    }
    return lines
  }

  private func line(_ index: Int) -> [String] {
    var path = ""
    var points: [String] = []
    var isDrawing = false
    for (place, figure) in chart.series[index].figures.enumerated() {
      guard let printed = figure.printed else {
        isDrawing = false
        continue
      }
      let (x, y) = (text(x(place)), text(y(printed.value)))
      path += (isDrawing ? "L" : "M") + "\(x) \(y)"
      isDrawing = true
      points.append(
        "<circle class=\"point s\(index + 1)\" cx=\"\(x)\" cy=\"\(y)\" r=\"4\">"
          + "\(told(index, place, figure))</circle>")
    }
    guard !path.isEmpty else { return [] }
    return ["<path class=\"line s\(index + 1)\" d=\"\(path)\"/>"] + points
  }

  /// What is shown when a reader points at a figure.
  private func told(_ index: Int, _ place: Int, _ figure: StyledQuantity) -> String {
    let words =
      "\(chart.places[place]), \(chart.series[index].name): \(figure.text) \(chart.unit)"
    return "<title>\(HTMLText.escaped(words))</title>"
  }

  /// A length with one decimal at most.
  private func text(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}
