/// A function of several variables with its gradient, as an optimizer calls it.
public protocol DifferentiableFunction {
  /// Returns the value at a point and writes the gradient there.
  ///
  /// - Parameters:
  ///   - point: The variables.
  ///   - gradient: As many numbers as variables; overwritten.
  /// - Returns: The value; NaN or infinite where the function is not defined, and then the gradient
  ///   is not read.
  mutating func value(at point: [Double], gradient: inout [Double]) -> Double
}
