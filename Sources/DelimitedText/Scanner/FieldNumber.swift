/// What a field of numbers holds.
public struct FieldNumber: Sendable, Hashable {
  /// The kinds of content.
  public enum Kind: UInt8, Sendable, Hashable {
    /// A decimal number: ``FieldNumber/significand`` · 10^(-``FieldNumber/decimals``), exactly.
    case decimal
    /// A number that is not such a decimal, for example `1e-30`; read it with ``NumberScanner``.
    case wide
    /// Nothing.
    case empty
    /// A number beyond the range of `Double`.
    case tooLarge
    /// Something else.
    case notANumber
  }

  /// The digits as an integer.
  public let significand: Int64
  @usableFromInline let decimalsAndKind: UInt16

  /// How many of the digits are behind the point, 0 to 18.
  @inlinable public var decimals: Int { Int(decimalsAndKind &>> 8) }
  /// What the field holds.
  public var kind: Kind {
    Kind(rawValue: UInt8(truncatingIfNeeded: decimalsAndKind)) ?? .notANumber
  }
  /// Whether the field is a decimal, the usual case.
  @inlinable public var isDecimal: Bool { decimalsAndKind & 0xFF == 0 }

  /// Makes a decimal number.
  ///
  /// - Precondition: There are 0 to 18 decimals.
  @inlinable
  public init(significand: Int64, decimals: Int) {
    precondition(decimals >= 0 && decimals <= 18, "a decimal has 0 to 18 decimals")
    self.significand = significand
    decimalsAndKind = UInt16(decimals) << 8
  }

  /// Makes something else.
  public init(_ kind: Kind) {
    significand = 0
    decimalsAndKind = UInt16(kind.rawValue)
  }

  /// Reads the content of a field.
  public init(reading bytes: ArraySlice<UInt8>) {
    if bytes.isEmpty {
      self.init(.empty)
    } else if let number = NumberScanner.scan(bytes.span) {
      if let decimal = number.decimal {
        self = decimal
      } else {
        let value = NumberScanner.double(number, text: bytes)
        self.init(value.isFinite ? .wide : .tooLarge)
      }
    } else {
      self.init(.notANumber)
    }
  }
}
