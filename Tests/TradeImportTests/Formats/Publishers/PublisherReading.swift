import Diagnostics
import FoundationEssentials
import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// Reads the text of a small file of our own making.
func imported(_ text: String, as format: some SourceFormat) -> ImportResult {
  imported(Array(text.utf8), as: format)
}

/// Reads the bytes of a file and checks its account.
func imported(
  _ bytes: [UInt8], as format: some SourceFormat, encoding: TextEncoding? = nil,
  file: String = "file.csv"
) -> ImportResult {
  let source = SourceText(file: file, decoded: DecodedText(bytes, encoding: encoding))
  #expect(format.recognise(source)?.format == format.id)
  let result = format.read(source, ImportOptions())
  #expect(result.account.isBalanced, "\(result.account)")
  return result
}

/// The bytes of a real file beside the project.
func rawFile(_ path: String) throws -> [UInt8] {
  let folder = try #require(RepositoryFiles.sharedData)
  return Array(try Data(contentsOf: folder.appending(path: "raw").appending(path: path)))
}

/// Reads a real file.
func importedRaw(_ path: String, as format: some SourceFormat) throws -> ImportResult {
  imported(try rawFile(path), as: format, file: path)
}

/// All formats of single publishers.
let publisherFormats: [any SourceFormat] = [
  WorldBankWide(), WorldBankLong(), WTOData(), WTOMetadata(), ONSCountryTable(),
  USCensusCountry(), BundesbankSeries(), INSEESeries(), DGCISPage(), ChinaCustomsTable(),
]

extension ImportResult {
  /// The only observation of a period and, where they are given, a partner, reporter and flow.
  func only(
    _ period: Period, reporter: String? = nil, partner: String? = nil, flow: Flow? = nil,
    product: String? = nil, measure: Measure = .value, basis: String? = nil
  ) throws -> TradeObservation {
    let found = observations.filter {
      $0.period == period && reporter ?? $0.key.reporter == $0.key.reporter
        && partner ?? $0.key.partner == $0.key.partner && flow ?? $0.key.flow == $0.key.flow
        && product ?? $0.key.product == $0.key.product && $0.key.measure == measure
        && basis ?? $0.key.basis.description == $0.key.basis.description
    }
    try #require(found.count == 1, "\(found.count) observations of \(period)")
    return found[0]
  }

  /// How many observations have a value.
  var values: Int { observations.count { $0.observation.value != nil } }

  /// How many observations are missing for a reason.
  func missing(_ status: ObservationStatus) -> Int {
    observations.count { $0.observation.value == nil && $0.observation.status.contains(status) }
  }

  /// The keys and periods that occur more than once, which no file may have.
  var repeated: Int {
    struct Identity: Hashable {
      let key: SeriesKey
      let period: Period
    }
    return observations.count
      - Set(observations.map { Identity(key: $0.key, period: $0.period) }).count
  }
}
