/// A calculation that these numbers do not allow; each case carries what was found.
public enum NumericError: Error, Sendable, Hashable {
  /// The sizes of the operands do not go together.
  case shapeMismatch(operation: String, expected: String, found: String)
  /// An operand holds a NaN or an infinity, first at `index` of its storage (counted from 0).
  case nonFinite(operation: String, operand: String, index: Int)
  /// Columns depend on each other: only `rank` of `columns` are independent.
  case rankDeficient(operation: String, rank: Int, columns: Int)
  /// The pivot of `column` (counted from 0) is exactly zero.
  case singular(operation: String, column: Int)
  /// The leading block of `order` rows and columns is not positive definite.
  case notPositiveDefinite(operation: String, order: Int)
  /// A size is above what the linear algebra library can count.
  case tooLarge(operation: String, size: Int, limit: Int)
  /// The result is above the largest number of type `Double`.
  case overflow(operation: String)
}

extension NumericError: CustomStringConvertible {
  /// What is wrong, found and expected, in one sentence without a capital and a full stop.
  public var description: String {
    switch self {
    case .shapeMismatch(let operation, let expected, let found):
      "\(operation): sizes do not go together, found \(found), expected \(expected)"
    case .nonFinite(let operation, let operand, let index):
      "\(operation): \(operand) holds a NaN or an infinity at index \(index), "
        + "expected finite numbers"
    case .rankDeficient(let operation, let rank, let columns):
      "\(operation): columns depend on each other, found rank \(rank), "
        + "expected \(columns), one for each column"
    case .singular(let operation, let column):
      "\(operation): the matrix is singular, found a zero pivot in column \(column), "
        + "expected a matrix that can be inverted"
    case .notPositiveDefinite(let operation, let order):
      "\(operation): the matrix is not positive definite, found by its leading block "
        + "of order \(order), expected a symmetric matrix with positive eigenvalues"
    case .tooLarge(let operation, let size, let limit):
      "\(operation): the operand is too large, found size \(size), expected at most \(limit)"
    case .overflow(let operation):
      "\(operation): the result is too large for a double, expected operands of smaller scale"
    }
  }
}
