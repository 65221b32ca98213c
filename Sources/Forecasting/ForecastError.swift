/// Why a series has no forecast by a method; the description is a whole sentence for its row.
public enum ForecastError: Error, Sendable, Hashable {
  /// The series has fewer values than the method needs.
  case tooShort(method: String, needed: Int, found: Int)
}

extension ForecastError: CustomStringConvertible {
  /// The reason in words, with what was found and what is needed.
  public var description: String {
    switch self {
    case .tooShort(let method, let needed, let found):
      "\(method) needs \(needed) values, found \(found)"
    }
  }
}
