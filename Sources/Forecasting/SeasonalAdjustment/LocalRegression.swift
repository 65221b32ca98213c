/// Locally weighted regression of equally spaced values (loess), as STL uses it.
///
/// Source: R. B. Cleveland, W. S. Cleveland, J. E. McRae, I. Terpenning, "STL: A seasonal-trend
/// decomposition procedure based on loess", Journal of Official Statistics 6 (1990) 3-73,
/// section 2 and the appendix.
struct LocalRegression: Sendable {
  /// How many values a window holds, an odd number.
  let span: Int
  /// 0 for a local mean, 1 for a local line.
  let degree: Int
  /// How many places lie between two fits; those between are interpolated.
  let jump: Int

  /// Returns the fit at each place; there is a weight for each value, or none for equal ones.
  func smoothed(_ y: [Double], weights: [Double] = []) -> [Double] {
    let n = y.count
    guard n >= 2 else { return y }
    let step = min(jump, n - 1)
    var result = y
    var last = (place: 0, left: 0, right: n - 1)
    for place in stride(from: 0, to: n, by: step) {
      let left = windowStart(at: place, count: n, step: step)
      let right = span >= n ? n - 1 : left + span - 1
      result[place] = fit(y, weights, at: Double(place), from: left, through: right) ?? y[place]
      last = (place, left, right)
    }
    guard step > 1 else { return result }
    for start in stride(from: 0, to: last.place, by: step) {
      Self.interpolate(&result, from: start, to: start + step)
    }
    if last.place < n - 1 {
      result[n - 1] =
        fit(y, weights, at: Double(n - 1), from: last.left, through: last.right) ?? y[n - 1]
      Self.interpolate(&result, from: last.place, to: n - 1)
    }
    return result
  }

  /// The first value of the window of a place.
  private func windowStart(at place: Int, count n: Int, step: Int) -> Int {
    guard span < n else { return 0 }
    let half = (span + 1) / 2
    // The published routine centres windows of a jump one place further left than single steps
    // do where they meet the end; for an odd span both are the same.
    return min(max(0, place - half + 1), n - span)
  }

  private static func interpolate(_ values: inout [Double], from start: Int, to end: Int) {
    guard end - start > 1 else { return }
    let slope = (values[end] - values[start]) / Double(end - start)
    for place in (start + 1)..<end {
      values[place] = values[start] + slope * Double(place - start)
    }
  }

  /// Returns the fit at any place, also outside of the values; `nil` when no weight is left.
  func fit(
    _ y: [Double], _ weights: [Double], at place: Double, from left: Int, through right: Int
  ) -> Double? {
    let n = y.count
    var width = max(place - Double(left), Double(right) - place)
    if span > n { width += Double((span - n) / 2) }
    let (far, near) = (0.999 * width, 0.001 * width)
    var kernel = [Double](repeating: 0, count: right - left + 1)
    var total = 0.0
    for index in kernel.indices {
      let distance = (Double(left + index) - place).magnitude
      guard distance <= far else { continue }
      let ratio = distance / width
      let cube = 1 - ratio * ratio * ratio
      let weight = distance <= near ? 1 : cube * cube * cube
      kernel[index] = weights.isEmpty ? weight : weight * weights[left + index]
      total += kernel[index]
    }
    guard total > 0 else { return nil }
    for index in kernel.indices { kernel[index] /= total }
    if width > 0, degree > 0 {
      var centre = 0.0
      for index in kernel.indices { centre += kernel[index] * Double(left + index) }
      var spread = 0.0
      for index in kernel.indices {
        let offset = Double(left + index) - centre
        spread += kernel[index] * offset * offset
      }
      if spread.squareRoot() > 0.001 * Double(n - 1) {
        let slope = (place - centre) / spread
        for index in kernel.indices {
          kernel[index] *= slope * (Double(left + index) - centre) + 1
        }
      }
    }
    var value = 0.0
    for index in kernel.indices { value += kernel[index] * y[left + index] }
    return value
  }
}
