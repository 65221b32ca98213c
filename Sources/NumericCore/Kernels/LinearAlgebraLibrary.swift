internal import COpenBLAS

/// The state of the linear algebra library that all kernels rely on.
package enum LinearAlgebraLibrary {
  /// Set once, before the first call: the library is loaded, works with one thread, and has
  /// integers of the width we were built for.
  ///
  /// Work is spread over series, not inside a product, so that results do not depend on the
  /// number of processors.
  private static let isReady: Bool = {
    if let reason = unsafe tradewind_linear_algebra_problem() {
      let text = unsafe String(cString: reason)
      preconditionFailure("OpenBLAS and LAPACKE cannot be loaded: \(text); run 'make setup'")
    }
    loaded_openblas_set_num_threads()(1)
    let problem = problemOfIntegerWidth(solvedSystem())
    precondition(problem == nil, problem ?? "")
    return true
  }()

  /// Prepares the library; each kernel calls this before its first C call.
  static func prepare() {
    precondition(isReady, "the linear algebra library is not usable")
  }

  /// The number of threads that the library uses, after its preparation.
  package static var threads: Int {
    prepare()
    return Int(loaded_openblas_get_num_threads()())
  }

  /// Solves a system of two equations, `1·x + 2·y = 5` and `3·x + 4·y = 11`, by `dgesv`.
  ///
  /// There is room for pivots of twice the width, so that a library with wide integers shows
  /// itself by the zeros between its pivots and does not write past the end.
  private static func solvedSystem() -> (info: Int, pivots: [CInt], solution: [Double]) {
    var a = [1.0, 3, 2, 4]
    var b = [5.0, 11]
    var pivots = [CInt](repeating: 0, count: 4)
    let info = unsafe loaded_LAPACKE_dgesv()(LAPACK_COL_MAJOR, 2, 1, &a, 2, &pivots, &b, 2)
    return (Int(info), pivots, b)
  }

  /// Returns what is wrong with the answer of the trial system, or `nil`.
  ///
  /// The second row has the larger first element, so both pivots are row 2; x is 1, y is 2.
  package static func problemOfIntegerWidth(
    _ answer: (info: Int, pivots: [CInt], solution: [Double])
  ) -> String? {
    if answer.info == 0, answer.pivots == [2, 2, 0, 0],
      zip(answer.solution, [1, 2]).allSatisfy({ ($0 - $1).magnitude < 1e-12 })
    {
      return nil
    }
    return "LAPACK does not solve a system of two equations, found pivots \(answer.pivots) and "
      + "solution \(answer.solution), expected pivots [2, 2, 0, 0] and solution [1.0, 2.0]; "
      + "install OpenBLAS and LAPACKE with 32-bit integers (not the 64-bit variant)"
  }
}
