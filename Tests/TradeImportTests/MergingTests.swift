import Diagnostics
import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

@Suite("Datasets joined to one") struct MergingTests {
  private func dataset(
    _ path: String, _ rows: String, manifest: String? = nil
  ) -> Dataset {
    Dataset(
      path: path,
      data: (Array(("period,partner,flow,value,source\n" + rows).utf8), path + ".csv"),
      manifest: manifest.map { (Array($0.utf8), path + ".json") })
  }

  @Test("One dataset alone stays what it is") func alone() {
    let one = dataset("a", "2024-01,USA,exports,1,x\n", manifest: #"{"title": "A"}"#)
    let same = Dataset(merging: [one])
    #expect(same.observations == one.observations)
    #expect(same.manifest == one.manifest)
    #expect(same.path == "a")
    #expect(same.diagnostics.isEmpty)
  }

  /// Identity: a table cut in two and joined again is the table, save for the places of its rows.
  @Test("The parts of a table make the table", arguments: [1, 300, 500])
  func parts(_ count: Int) throws {
    let bytes = try RepositoryFiles.bytes(at: "Datasets/us-goods/data.csv")
    let manifest = try RepositoryFiles.bytes(at: "Datasets/us-goods/dataset.json")
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    func part(_ rows: ArraySlice<ArraySlice<UInt8>>) -> Dataset {
      let data = Array(([lines[0]] + rows).joined(separator: [UInt8(ascii: "\n")]))
      return Dataset(path: "part", data: (data, "data.csv"), manifest: (manifest, "dataset.json"))
    }
    let whole = part(lines.dropFirst())
    let joined = Dataset(
      merging: [part(lines[1...count]), part(lines[(count + 1)...])])
    #expect(joined.manifest == whole.manifest)
    #expect(!joined.hasErrors)
    func texts(_ dataset: Dataset) -> [String] {
      dataset.observations.filter { $0.figure != nil }.map {
        "\($0.key.label) \($0.period) \($0.observation) \($0.source)"
      }
    }
    #expect(texts(joined) == texts(whole))
  }

  @Test("A key that stands in two files is an error, and from two sources a note") func repeated() {
    let a = dataset("a", "2024-01,USA,exports,1,x\n")
    let same = Dataset(merging: [a, dataset("b", "2024-01,USA,exports,1,x\n")])
    #expect(
      same.diagnostics.map(\.description) == [
        """
        b.csv:2:21: error: second value for 2024-01, USA, exports (first in a.csv on line 2) \
        [dataset.duplicate]
          hint: remove one, or say in the columns what makes them differ
        """
      ])
    let other = Dataset(merging: [a, dataset("b", "2024-01,USA,exports,2,y\n")])
    #expect(
      other.diagnostics.map(\.description) == [
        """
        b.csv:2:21: note: y gives another value for 2024-01, USA, exports than x in a.csv on line 2; \
        both are kept, the first is used [dataset.conflict]
        """
      ])
  }

  @Test("What holds for all rows of both is kept") func manifests() {
    let a = dataset(
      "a", "2024-01,USA,exports,1,x\n",
      manifest: #"{"title": "A", "publisher": "P", "unit": "USD", "reporter": "CHN"}"#)
    let b = dataset(
      "b", "2024-02,USA,exports,2,x\n",
      manifest: #"{"title": "B", "publisher": "P", "unit": "USD", "reporter": "BEL"}"#)
    let both = Dataset(merging: [a, b])
    #expect(both.manifest.title == "A; B")
    #expect(both.manifest.publisher == "P")
    #expect(both.manifest.unit == Unit("USD"))
    #expect(both.manifest.reporter == nil)
    #expect(both.observations.map(\.key.reporter) == ["CHN", "BEL"])
    #expect(both.path == "a, b")
  }

  @Test("A kind holds for the flows of its file, and one flow has one kind") func kinds() {
    let stock = #"{"kind": "stock"}"#
    let a = dataset("a", "2024-01,USA,exports,1,x\n")
    let b = dataset("b", "2024-01,USA,other,1,x\n", manifest: stock)
    let both = Dataset(merging: [a, b])
    #expect(both.diagnostics.isEmpty)
    #expect(both.manifest.kind(of: .exports).rawValue == "flow")
    #expect(both.manifest.kind(of: .other).rawValue == "stock")
    let clash = Dataset(
      merging: [a, dataset("b", "2024-02,USA,exports,1,x\n", manifest: stock)])
    #expect(
      clash.diagnostics.map(\.description) == [
        """
        b: error: exports is of the kind stock here and flow in a [dataset.kinds]
          hint: use the datasets one at a time
        """
      ])
  }

  @Test("A derived figure gives way to one that another file has") func derived() {
    let rule = #"{"derivations": [{"flow": "imports", "from": "exports - balance"}]}"#
    let a = dataset(
      "a", "2024-01,USA,exports,5,x\n2024-01,USA,balance,2,x\n", manifest: rule)
    let alone = Dataset(merging: [a])
    #expect(alone.observations.last?.observation.value == 3)
    let both = Dataset(merging: [a, dataset("b", "2024-01,USA,imports,4,y\n")])
    let imports = both.observations.filter { $0.key.flow == .imports }
    #expect(imports.map(\.observation.value) == [4])
  }
}
