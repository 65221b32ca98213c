extension ObservationStatus: CustomStringConvertible {
  /// Each status with its code in files and its name in sentences, in the order of the codes.
  public static let codes: [(status: ObservationStatus, code: String, name: String)] = [
    (.breakInSeries, "B", "break in the series"),
    (.definitionDiffers, "D", "definition differs"),
    (.estimated, "E", "estimated"),
    (.forecast, "F", "forecast"),
    (.experimental, "G", "experimental"),
    (.holiday, "H", "missing, holiday"),
    (.imputed, "I", "imputed"),
    (.derogation, "J", "derogation"),
    (.includedElsewhere, "K", "included in another category"),
    (.notCollected, "L", "not collected or included elsewhere"),
    (.notApplicable, "M", "not applicable"),
    (.notSignificant, "N", "not significant"),
    (.unknown, "O", "not available"),
    (.provisional, "P", "provisional"),
    (.confidential, "Q", "confidential"),
    (.strike, "S", "strike or special event"),
    (.lowReliability, "U", "low reliability"),
    (.unvalidated, "V", "not validated"),
    (.includesOther, "W", "includes another category"),
    (.notYetPublished, "not-yet-published", "not yet published"),
    (.derived, "derived", "derived"),
    (.partial, "partial", "incomplete"),
    (.combined, "combined", "published with a neighbouring period"),
    (.baseMissing, "base-missing", "no base to compare with"),
    (.zeroBase, "zero-base", "base is zero"),
    (.negativeBase, "negative-base", "base is negative"),
    (.signChange, "sign-change", "change of sign"),
    (.extreme, "extreme", "very small base"),
    (.mixedVintages, "mixed-vintages", "from different vintages"),
    (.inOtherVintage, "other-vintage", "in another vintage"),
  ]

  /// The codes joined by `+`; empty for a normal observation.
  public var description: String {
    Self.codes.filter { contains($0.status) }.map(\.code).joined(separator: "+")
  }

  /// The names joined by commas; empty for a normal observation.
  public var name: String {
    Self.codes.filter { contains($0.status) }.map(\.name).joined(separator: ", ")
  }

  /// Reads codes joined by `+`, or SDMX letters set side by side, as `EP`.
  ///
  /// `A` and an empty text are a normal observation; `nil` when a code is not known.
  public init?(parsing text: some StringProtocol) {
    var status = ObservationStatus()
    for part in text.split(separator: "+") {
      if let entry = Self.codes.first(where: { $0.code == part }) {
        status.formUnion(entry.status)
        continue
      }
      for letter in part where letter != "A" {
        guard let entry = Self.codes.first(where: { $0.code == String(letter) }) else {
          return nil
        }
        status.formUnion(entry.status)
      }
    }
    self = status
  }
}
