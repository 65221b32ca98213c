extension FigureStatement {
  /// The statement with the parts of trade under their words, as a dataset names its products.
  ///
  /// - Parameter names: The words of the parts, by number.
  /// - Returns: The same statement where it names no part; parts that the text does not name keep
  ///   their numbers, which no dataset has.
  func namingParts(_ names: [Int32: String]) -> FigureStatement {
    guard quantities.contains(where: { !$0.product.isEmpty }) else { return self }
    func form(_ form: LinearForm) -> LinearForm {
      LinearForm(
        form.terms.map { term in
          var quantity = term.quantity
          quantity.product = Self.words(of: quantity.product, names)
          return .init(quantity, times: term.factor)
        }, constant: form.constant)
    }
    return FigureStatement(
      figure: figure, kind: kind,
      cases: cases.map {
        .init(value: form($0.value), base: $0.base.map(form), conditions: $0.conditions.map(form))
      })
  }

  private static func words(of product: String, _ names: [Int32: String]) -> String {
    guard product.first == "p", let number = Int32(product.dropFirst()) else { return product }
    switch number {
    case ProseParts.goods: return "goods"
    case ProseParts.services: return "services"
    default:
      let name = names[number] ?? ""
      let isUnnamed = name.isEmpty || name.hasPrefix("another ") || name.hasPrefix("part ")
      return isUnnamed ? product : name
    }
  }
}
