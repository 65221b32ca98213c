internal import ArgumentParser
internal import Diagnostics
internal import Forecasting
internal import Indicators
internal import Reporting

struct DescribeCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Say what a function or a method computes: definition, formula, source.",
    discussion: """
      Without a name, all functions of 'compute' and all methods are listed.

      EXAMPLES
        tradewind describe
        tradewind describe contribution
        tradewind describe theta

      EXIT STATUS
        0 done; 64 nothing has that name
      """)

  @Argument(help: "The name of a function, such as yoy, or of a method, such as ets.")
  var name: String?

  @OptionGroup var result: OutputOptions

  func run(in context: inout CommandContext) throws -> ExitStatus {
    let format = try result.format(of: [.text, .markdown, .html])
    let document = try name.map(Self.page(named:)) ?? Self.overview
    try context.deliver(result.text(of: document, as: format), to: result.output)
    return .fine
  }

  private static func page(named name: String) throws -> Document {
    if let method = MethodCatalogue.entry(named: name) { return page(method) }
    guard let entry = FunctionCatalogue.entry(named: name) else {
      let names = FunctionCatalogue.names + MethodCatalogue.names
      let nearest = names.nearest(to: name).map { " Did you mean '\($0)'?" }
      throw ValidationError(
        "no function and no method is called \(name.quoted)."
          + (nearest ?? " 'tradewind describe' lists all."))
    }
    return page(entry)
  }

  private static var overview: Document {
    let rows = FunctionCatalogue.entries.map { entry in
      TableRow.body(
        Prose(entry.name),
        [.text(Prose(entry.resultUnit.rawValue)), .text(Prose(entry.summary))])
    }
    return Document([
      .table(
        Table(
          caption: "Functions of 'tradewind compute'", stub: "Name",
          columns: [
            TableColumn("Unit", alignment: .leading), TableColumn("Summary", alignment: .leading),
          ], rows: rows)),
      .table(
        Table(
          caption: "Methods of 'tradewind forecast' and of the library", stub: "Name",
          columns: [
            TableColumn("Purpose", alignment: .leading),
            TableColumn("Summary", alignment: .leading),
          ],
          rows: MethodCatalogue.entries.map { entry in
            .body(
              Prose(entry.name),
              [.text(Prose(entry.purpose.rawValue)), .text(Prose(entry.summary))])
          })),
    ])
  }

  private static func page(_ entry: MethodEntry) -> Document {
    Document(
      title: Prose("\(entry.name): \(entry.summary)"),
      [
        .paragraph(Prose(entry.definition)),
        .notes([
          Note("Purpose", Prose(entry.purpose.rawValue)),
          Note("Formula", Prose([.code(entry.formula)])), Note("Source", Prose(entry.source)),
        ]),
        .heading(level: 1, "Edge cases"), .list(entry.edgeCases.map { Prose($0) }),
      ])
  }

  private static func page(_ entry: FunctionEntry) -> Document {
    var notes = [Note("Use", Prose([.code(entry.usage)]))]
    if !entry.aliases.isEmpty {
      notes.append(Note("Also called", Prose(entry.aliases.joined(separator: ", "))))
    }
    notes += [
      Note("Formula", Prose([.code(entry.formula)])),
      Note("Unit", Prose(entry.resultUnit.rawValue)),
      Note("Example", Prose(entry.example)), Note("Source", Prose(entry.source)),
    ]
    return Document(
      title: Prose("\(entry.name): \(entry.summary)"),
      [
        .paragraph(Prose(entry.definition)), .notes(notes),
        .heading(level: 1, "Edge cases"), .list(entry.edgeCases.map { Prose($0) }),
      ])
  }
}
