// swift-tools-version: 6.2
import PackageDescription

// The layers are described in Documentation/Architecture.md and compared with the imports by
// Tests/TradewindTests/LayerTests.swift: arrows go down only, siblings never import each other.

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let bigIntegers = Target.Dependency.product(name: "BigInt", package: "BigInt")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")

extension Target {
  /// A library target of the package with the settings of the house.
  static func library(_ name: String, _ dependencies: [Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
  }

  /// The tests of one target; golden files and cases are read from the source tree.
  static func tests(
    _ name: String, _ dependencies: [Dependency] = [], data: [String] = []
  ) -> Target {
    .testTarget(
      name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
      exclude: data, swiftSettings: strict)
  }
}

let package = Package(
  name: "tradewind",
  products: [
    .executable(name: "tradewind", targets: ["TradewindTool"]),
    .library(name: "Tradewind", targets: ["Tradewind"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // 0: C libraries
    // COpenBLAS and CClp are loaded when they are used, so nothing is linked: no pkgConfig.
    .systemLibrary(
      name: "COpenBLAS", providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
    .systemLibrary(name: "CClp", providers: [.apt(["coinor-libclp-dev"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(
      name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(
      name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CScanner"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // 1: base
    .library("Diagnostics"),
    .library("NumericCore", ["COpenBLAS"]),
    // 2: data
    .library("TimeSeries", ["Diagnostics", "NumericCore"]),
    .library("DelimitedText", ["CScanner", "Diagnostics"]),
    .library("Markdown", ["Diagnostics", "CMarkdown"]),
    // 3: domain
    .library("TradeModel", ["Diagnostics", "TimeSeries"]),
    // 4: work
    .library(
      "TradeImport",
      ["CXML", "CZlib", "Diagnostics", "TimeSeries", "DelimitedText", "TradeModel"]),
    .library("Indicators", ["Diagnostics", "NumericCore", "TimeSeries", "TradeModel"]),
    .library("Forecasting", ["Diagnostics", "NumericCore", "TimeSeries"]),
    .library("Reporting", ["Diagnostics", "DelimitedText"]),
    // 5: checks
    .library(
      "Validation",
      [
        "CClp", "Diagnostics", "NumericCore", "TimeSeries", "DelimitedText", "Markdown",
        "TradeModel", "TradeImport", bigIntegers, yaml,
      ]),
    .library("Notebooks", ["Diagnostics", "Markdown"]),
    // 6: reports
    .library(
      "TradeReports",
      [
        "Diagnostics", "TimeSeries", "TradeModel", "TradeImport", "Indicators", "Forecasting",
        "Reporting", "Validation",
      ]),
    // 7: front
    .library(
      "TradeCommands",
      [
        "CMessageDigest", "Diagnostics", "NumericCore", "TimeSeries", "DelimitedText",
        "TradeModel", "TradeImport", "Indicators", "Forecasting", "Reporting", "Validation",
        "Notebooks", "TradeReports", argumentParser,
      ]),
    .library(
      "Tradewind",
      [
        "Diagnostics", "NumericCore", "TimeSeries", "TradeModel", "TradeImport", "Indicators",
        "Forecasting", "Reporting", "Validation", "TradeReports",
      ]),
    .executableTarget(
      name: "TradewindTool", dependencies: ["TradeCommands"], swiftSettings: strict),
    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .tests("Diagnostics"),
    .tests("NumericCore"),
    .tests("TimeSeries"),
    .tests("DelimitedText", ["Diagnostics"]),
    .tests("Markdown", ["Diagnostics"]),
    .tests("TradeModel", ["TimeSeries"]),
    .tests("TradeImport", ["DelimitedText", "Diagnostics", "TimeSeries", "TradeModel"]),
    .tests("Indicators", ["Diagnostics", "TimeSeries", "TradeModel"]),
    .tests("Forecasting", ["Diagnostics", "NumericCore", "TimeSeries"]),
    .tests("Reporting"),
    .tests(
      "Validation", ["Diagnostics", "TimeSeries", "TradeModel", "TradeImport"],
      data: ["ProsePassages"]),
    .tests("Notebooks", ["Diagnostics"]),
    .tests(
      "TradeReports",
      [
        "Diagnostics", "Forecasting", "Indicators", "TimeSeries", "TradeModel", "TradeImport",
        "Reporting",
      ]),
    .tests("TradeCommands", data: ["Cases"]),
    .tests("Tradewind"),
  ],
  swiftLanguageModes: [.v6]
)
