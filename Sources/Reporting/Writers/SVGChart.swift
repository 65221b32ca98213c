/// Draws a chart as SVG, to stand in a page of HTML whose style gives the colours.
///
/// Bands and bars stand behind lines; the scale holds zero; every point tells its figure, as the
/// table prints it, to readers who point at it and to programs that read aloud, and a description
/// tells where each series begins and ends. Places have their labels where there is room for them.
struct SVGChart {
  let chart: Chart
  /// What sets its names apart from those of other charts in the page.
  let number: Int

  private let scale: ChartScale
  let width = 720.0
  /// Where the plot begins, below the legend.
  private let top: Double
  /// What the legend says, and where.
  let legendItems: [LegendItem]
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
    let ends = chart.series.flatMap { $0.figures + $0.bands.flatMap { $0.lower + $0.upper } }
    scale = ChartScale(holding: ends.compactMap(\.printed?.value))
    let style = NumberStyle(decimals: scale.decimals)
    tickTexts = scale.ticks.map { style.print($0).text }
    left = min(width / 2, 16 + 7.5 * Double(tickTexts.map { DisplayWidth.of($0) }.max() ?? 0))
    legendItems = LegendItem.all(of: chart, width: width)
    top = 34 + (legendItems.map(\.y).max() ?? 0)
    labelSize = chart.places.map { DisplayWidth.of($0) }.max() ?? 0
  }

  /// The lines of the element.
  func lines() -> [String] {
    let height = top + plotHeight + 26
    let name = "chart-\(number)"
    let title = HTMLText.escaped(chart.caption.plainText)
    var lines = [
      "<svg viewBox=\"0 0 \(text(width)) \(text(height))\" role=\"img\""
        + " aria-labelledby=\"\(name)\" aria-describedby=\"\(name)-told\">",
      "<title id=\"\(name)\">\(title)\(HTMLText.escaped(unitAfterComma))</title>",
      "<desc id=\"\(name)-told\">\(HTMLText.escaped(description))</desc>",
    ]
    lines += legend()
    lines += axis()
    for index in chart.series.indices { lines += bands(index) }
    for index in chart.series.indices where chart.series[index].form == .bars {
      lines += bars(index)
    }
    for index in chart.series.indices where chart.series[index].form != .bars {
      lines += line(index)
    }
    return lines + ["</svg>"]
  }

  // MARK: Places

  var slot: Double { (width - left - right) / Double(max(1, chart.places.count)) }

  func x(_ place: Int) -> Double { left + (Double(place) + 0.5) * slot }

  func y(_ value: Double) -> Double { top + plotHeight * (1 - scale.share(of: value)) }

  // MARK: Parts

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
      // The last one stands within the drawing, and the one before gives way to it.
      let x = min(x(place), width - 3.5 * Double(labelSize))
      if place < chart.places.count - 1, x > width - 10.5 * Double(labelSize) - 3 { continue }
      lines.append(
        "<text class=\"place\" x=\"\(text(x))\" y=\"\(text(top + plotHeight + 20))\">"
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
    var points: [String] = []
    var path = ""
    var isDrawing = false
    if let start = start(of: index) {
      path = "M\(text(start.x)) \(text(start.y))"
      isDrawing = true
    }
    let figures = chart.series[index].figures
    for (place, figure) in figures.enumerated() {
      guard let printed = figure.printed else {
        // A line that goes on begins before its first figure.
        isDrawing = isDrawing && points.isEmpty
        continue
      }
      let (x, y) = (text(x(place)), text(y(printed.value)))
      let isAlone =
        !isDrawing && (place + 1 == figures.count || figures[place + 1].printed == nil)
      let radius = isAlone ? max(3, radius) : radius
      path += (isDrawing ? "L" : "M") + "\(x) \(y)"
      isDrawing = true
      points.append(
        "<circle class=\"point s\(index + 1)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(text(radius))\">"
          + "\(told(index, place, figure))</circle>")
    }
    guard !points.isEmpty else { return [] }
    return ["<path class=\"\(name(index))\" d=\"\(path)\"/>"] + points
  }

  /// The class of a line.
  func name(_ index: Int) -> String {
    (chart.series[index].form == .continuation ? "line going-on s" : "line s") + "\(index + 1)"
  }

  /// The size of points, which do not hide each other where there are many.
  private var radius: Double { min(4, max(1.2, slot * 0.3)) }

  /// What is shown when a reader points at a figure.
  private func told(_ index: Int, _ place: Int, _ figure: StyledQuantity) -> String {
    let unit = chart.unit.isEmpty ? "" : " \(chart.unit)"
    let words = "\(chart.places[place]), \(chart.series[index].name): \(figure.text)\(unit)"
    return "<title>\(HTMLText.escaped(words))</title>"
  }

  /// A length with one decimal at most.
  func text(_ length: Double) -> String {
    let tenths = Int((length * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}
