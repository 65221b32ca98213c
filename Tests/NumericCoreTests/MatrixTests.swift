import NumericCore
import Testing

@Suite("Matrix") struct MatrixTests {
  let sample = Matrix(fromRows: [[1, 2], [3, 4], [5, 6]])

  @Test("is stored column after column, whichever way it is made") func layout() {
    #expect(sample.storage == [1, 3, 5, 2, 4, 6])
    #expect(sample == Matrix(fromColumns: [[1, 3, 5], [2, 4, 6]]))
    #expect(sample == Matrix(rows: 3, columns: 2, byColumn: [1, 3, 5, 2, 4, 6]))
    #expect(sample[2, 0] == 5)
    #expect(Array(sample.column(1)) == [2, 4, 6])
    #expect(sample.row(1) == [3, 4])
  }

  @Test("an element can be set") func setting() {
    var changed = sample
    changed[0, 1] = 9
    #expect(changed.row(0) == [1, 9])
    #expect(sample.row(0) == [1, 2])
  }

  @Test("the same elements in another shape are another matrix") func shapeMatters() {
    #expect(
      Matrix(rows: 1, columns: 2, byColumn: [1, 2])
        != Matrix(rows: 2, columns: 1, byColumn: [1, 2]))
  }

  @Test(
    "transposed, rows and columns change places",
    arguments: [(0, 0), (0, 3), (1, 1), (1, 7), (7, 1), (31, 33), (32, 64), (65, 40)])
  func transposition(rows: Int, columns: Int) {
    let matrix = Matrix(
      rows: rows, columns: columns, byColumn: (0..<rows * columns).map(Double.init))
    let turned = matrix.transposed()
    #expect(turned.rows == columns && turned.columns == rows)
    for i in 0..<rows { #expect(Array(turned.column(i)) == matrix.row(i)) }
    #expect(turned.transposed() == matrix)
  }

  @Test("may have no rows or no columns") func empty() {
    #expect(Matrix(fromRows: []).storage.isEmpty)
    #expect(Matrix(fromRows: [[], []]).rows == 2)
    #expect(Array(Matrix(rows: 0, columns: 2, byColumn: []).column(1)).isEmpty)
    #expect(Matrix.identity(0).columns == 0)
  }

  @Test("the identity has ones on the diagonal") func identity() {
    #expect(Matrix.identity(2) == Matrix(fromRows: [[1, 0], [0, 1]]))
  }

  @Test(
    "norms of a small matrix, by hand",
    arguments: zip(
      MatrixNorm.allCases, [5.477_225_575_051_661, 6, 7, 4]))
  func norms(_ norm: MatrixNorm, _ expected: Double) {
    // Columns [1, -3], [-2, 4]: sums by column 4 and 6, by row 3 and 7, squares 30 (root 5.477…).
    #expect(abs(Matrix(fromRows: [[1, -2], [-3, 4]]).norm(norm) / expected - 1) < 1e-15)
  }

  @Test("norms without elements are zero, with NaN are NaN", arguments: MatrixNorm.allCases)
  func oddNorms(_ norm: MatrixNorm) {
    #expect(Matrix(rows: 0, columns: 3, byColumn: []).norm(norm) == 0)
    #expect(Matrix(fromRows: [[1, .nan], [2, 3]]).norm(norm).isNaN)
    #expect(Matrix(fromRows: [[1, -.infinity], [2, 3]]).norm(norm) == .infinity)
  }

  @Test(
    "the length of a vector neither overflows nor underflows",
    arguments: [0x1p-1060, 1e-300, 1e-9, 1, 1e12, 1e300])
  func euclideanNorm(scale: Double) {
    // 3, 4 and 12, 84 give 5 and, with it, 13, 85. Below 1e-308 doubles have few digits.
    let tolerance = scale < 1e-308 ? 1e-3 : 1e-15
    let norm = [3, 4, 12, 84].map { $0 * scale }.euclideanNorm()
    #expect(abs(norm / (85 * scale) - 1) < tolerance)
  }

  @Test("the length of odd vectors") func oddVectors() {
    #expect([Double]().euclideanNorm() == 0)
    #expect([0.0, -0.0].euclideanNorm() == 0)
    #expect([-7.0].euclideanNorm() == 7)
    #expect([1, -Double.infinity].euclideanNorm() == .infinity)
    #expect([.infinity, Double.nan].euclideanNorm().isNaN)
    #expect([Double.leastNonzeroMagnitude].euclideanNorm() == .leastNonzeroMagnitude)
    #expect([Double.greatestFiniteMagnitude].euclideanNorm() == .greatestFiniteMagnitude)
    #expect([1e308, 1e308, 1e308, 1e308].euclideanNorm() == .infinity)
  }

  @Test("a wrong number of elements stops the program") func wrongCount() async {
    await #expect(processExitsWith: .failure) {
      _ = Matrix(rows: 2, columns: 2, byColumn: [1, 2, 3])
    }
    await #expect(processExitsWith: .failure) { _ = Matrix(rows: -1, columns: 0, byColumn: []) }
    await #expect(processExitsWith: .failure) { _ = Matrix(fromRows: [[1, 2], [3]]) }
    await #expect(processExitsWith: .failure) { _ = Matrix(fromColumns: [[1], [3, 4]]) }
  }

  @Test("a place outside stops the program") func outside() async {
    await #expect(processExitsWith: .failure) { _ = Matrix.identity(2)[2, 0] }
    await #expect(processExitsWith: .failure) { _ = Matrix.identity(2)[0, -1] }
    await #expect(processExitsWith: .failure) { _ = Matrix.identity(2).column(2) }
    await #expect(processExitsWith: .failure) { _ = Matrix.identity(2).row(-1) }
  }
}
