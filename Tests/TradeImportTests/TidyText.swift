import Diagnostics
import TimeSeries
import TradeImport
import TradeModel

/// A dataset of a table and a manifest that stand in a test as text.
func dataset(
  _ table: String, manifest: String? = nil, fiscalStart: Int? = nil,
  fill: (DatasetManifest) -> DatasetManifest = { $0 }
) -> Dataset {
  Dataset(
    path: "folder", data: (Array(table.utf8), "data.csv"),
    manifest: manifest.map { (Array($0.utf8), "dataset.json") }, fiscalStart: fiscalStart,
    fill: fill)
}

/// What a table gives as messages.
func messages(_ table: String, manifest: String? = nil) -> [String] {
  dataset(table, manifest: manifest).diagnostics.map(\.description)
}

/// A small dataset of our own making: two partners, two vintages, a printed change, a missing
/// value, a figure in words.
enum SmallDataset {
  static let table = """
    period,partner,flow,measure,value,unit,printed,scale,hedge,status,vintage,source
    2023-Q1,DEU,exports,,1500000000,,1.5,1e9,,,2024-02,a
    2023-Q2,DEU,exports,,1640000000,,1.64,1e9,about,P,2024-02,a
    2024-Q1,DEU,exports,,1800000000,,1.8,1e9,,,2024-05,a
    2023-Q1,DEU,exports,,1520000000,,1.52,1e9,,,2024-05,a
    2023-Q1,FRA,exports,,,,,,,Q,2024-05,a
    2024-Q1,FRA,exports,,700000000,,700,1e6,,,2024-05,a
    2024-Q1,DEU,exports,yoy,18.4,,18.4,,,,2024-05,a
    2024-Q1,FRA,exports,yoy,0,,unchanged,,unchanged,,2024-05,a

    """

  static let manifest = """
    {"schema": 1, "title": "Small", "reporter": "BEL", "unit": "EUR",
     "sources": {"a": {"publisher": "A", "published": "2024-05"}}}
    """

  static var dataset: Dataset { TradeImportTests.dataset(table, manifest: manifest) }
}
