/// Something that holds between true levels whatever is printed: a total is the sum of its parts.
///
///     Identity(id: "trade", "total trade is exports plus imports",
///       [trade], equals: [exports, imports])
public struct Identity: Sendable, Hashable, Identifiable {
  /// How the form compares with zero.
  public enum Relation: String, Sendable, Hashable {
    /// The form is zero.
    case zero
    /// The form is zero or more: named parts are at most the total.
    case notNegative = "not_negative"
  }

  /// What kind of identity it is, for explanations.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A total of parts.
    case sum
    /// A balance.
    case difference
    /// A period of its parts.
    case periods
    /// One level told in two places.
    case same
    /// A rule of the user.
    case rule
    /// Anything else.
    case other
  }

  /// The name with which it is switched off; unique in a document.
  public let id: String
  /// What it says, for readers.
  public let sentence: String
  /// What kind of identity it is.
  public let kind: Kind
  /// What is compared with zero.
  public let form: LinearForm
  /// How.
  public let relation: Relation

  /// Makes an identity from a form.
  public init(
    id: String, _ sentence: String, kind: Kind = .other, form: LinearForm,
    relation: Relation = .zero
  ) {
    self.id = id
    self.sentence = sentence
    self.kind = kind
    self.form = form
    self.relation = relation
  }

  /// A total that is the sum of its parts.
  public static func sum(
    id: String, _ sentence: String, _ total: Quantity, of parts: [Quantity], kind: Kind = .sum
  ) -> Identity {
    Identity(id: id, sentence, kind: kind, form: LinearForm(total) - .sum(parts))
  }

  /// A balance that is exports less imports.
  public static func balance(
    id: String, _ sentence: String, _ balance: Quantity, exports: Quantity, imports: Quantity
  ) -> Identity {
    Identity(
      id: id, sentence, kind: .difference,
      form: LinearForm(balance) - LinearForm(exports) + LinearForm(imports))
  }
}
