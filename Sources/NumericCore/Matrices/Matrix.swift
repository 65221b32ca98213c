/// A dense matrix of doubles, stored column after column.
///
///     let x = Matrix(fromRows: [[1, 2], [3, 4], [5, 6]])
///     x[1, 0]        // 3.0
///     x.column(1)    // [2.0, 4.0, 6.0]
///     x.storage      // [1.0, 3.0, 5.0, 2.0, 4.0, 6.0]
///
/// Element (i, j) is at `storage[i + j·rows]`; rows and columns count from 0. A matrix may have
/// no rows or no columns. Any double may be an element; the operations of linear algebra refuse
/// NaN and infinities with ``NumericError/nonFinite(operation:operand:index:)``.
public struct Matrix: Sendable, Hashable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  @usableFromInline internal var elements: [Double]

  /// The elements, column after column.
  @inlinable public var storage: [Double] { elements }

  /// Makes a matrix from its elements, column after column.
  ///
  /// - Parameters:
  ///   - rows: Number of rows, 0 or more.
  ///   - columns: Number of columns, 0 or more.
  ///   - elements: `rows · columns` elements; the first column comes first.
  /// - Precondition: The number of elements is `rows · columns`.
  /// - Complexity: O(1); the array is shared until one of the two changes.
  public init(rows: Int, columns: Int, byColumn elements: [Double]) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative number of rows or columns")
    let (count, overflow) = rows.multipliedReportingOverflow(by: columns)
    precondition(
      !overflow && elements.count == count,
      "found \(elements.count) elements, expected \(rows) × \(columns)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Makes a matrix in which all elements are the same.
  ///
  /// - Parameters:
  ///   - value: The value of each element.
  ///   - rows: Number of rows, 0 or more.
  ///   - columns: Number of columns, 0 or more.
  public init(repeating value: Double, rows: Int, columns: Int) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative number of rows or columns")
    self.init(
      rows: rows, columns: columns, byColumn: Array(repeating: value, count: rows * columns))
  }

  /// Makes a matrix from its rows.
  ///
  /// - Parameter rows: Rows of equal length; no rows give a matrix of 0 × 0.
  /// - Precondition: All rows have the length of the first.
  /// - Complexity: O(*rows*·*columns*).
  public init(fromRows rows: [[Double]]) {
    let width = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == width }, "the rows differ in length")
    self.init(
      rows: rows.count, columns: width,
      byColumn: (0..<width).flatMap { column in rows.map { $0[column] } })
  }

  /// Makes a matrix from its columns.
  ///
  /// - Parameter columns: Columns of equal length; no columns give a matrix of 0 × 0.
  /// - Precondition: All columns have the length of the first.
  /// - Complexity: O(*rows*·*columns*).
  public init(fromColumns columns: [[Double]]) {
    let height = columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == height }, "the columns differ in length")
    self.init(rows: height, columns: columns.count, byColumn: columns.flatMap(\.self))
  }

  /// Returns the matrix with ones on the diagonal and zeros elsewhere.
  ///
  /// - Parameter order: The number of rows, which is also that of columns.
  /// - Returns: A matrix of *order* × *order*.
  public static func identity(_ order: Int) -> Matrix {
    var matrix = Matrix(repeating: 0, rows: order, columns: order)
    for i in 0..<order { matrix[i, i] = 1 }
    return matrix
  }

  /// The element in a row and a column, both counted from 0.
  @inlinable public subscript(row: Int, column: Int) -> Double {
    get { elements[position(row, column)] }
    set { elements[position(row, column)] = newValue }
  }

  @inlinable internal func position(_ row: Int, _ column: Int) -> Int {
    precondition(
      row >= 0 && row < rows && column >= 0 && column < columns,
      "the element is outside the matrix")
    return row + column * rows
  }

  /// Returns one column, without a copy.
  ///
  /// - Parameter index: The column, counted from 0.
  /// - Returns: A slice of ``storage`` (its indices are those of the storage).
  /// - Precondition: The matrix has that column.
  public func column(_ index: Int) -> ArraySlice<Double> {
    precondition(index >= 0 && index < columns, "a matrix of \(columns) columns has no \(index)")
    return storage[index * rows..<(index + 1) * rows]
  }

  /// Returns one row, copied.
  ///
  /// - Parameter index: The row, counted from 0.
  /// - Returns: One element for each column.
  /// - Precondition: The matrix has that row.
  public func row(_ index: Int) -> [Double] {
    precondition(index >= 0 && index < rows, "a matrix of \(rows) rows has no \(index)")
    return stride(from: index, to: storage.count, by: rows).map { storage[$0] }
  }

  /// Returns the matrix with rows and columns exchanged.
  ///
  /// - Returns: A matrix of *columns* × *rows*.
  /// - Complexity: O(*rows*·*columns*); works in square blocks so that both sides stay in cache.
  public func transposed() -> Matrix {
    let block = 32
    var result = [Double](repeating: 0, count: storage.count)
    for firstColumn in stride(from: 0, to: columns, by: block) {
      for firstRow in stride(from: 0, to: rows, by: block) {
        for j in firstColumn..<min(firstColumn + block, columns) {
          for i in firstRow..<min(firstRow + block, rows) {
            result[j + i * columns] = storage[i + j * rows]
          }
        }
      }
    }
    return Matrix(rows: columns, columns: rows, byColumn: result)
  }
}
