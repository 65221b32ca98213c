// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the library does not depend on what measures it. Each benchmark is
// an executable target under Sources that uses the product Tradewind; run one with
// `swift run -c release --package-path Benchmarks <name>`. The scripts in peers/ do the same work
// with other software, for a comparison in the same run.
let package = Package(
  name: "tradewind-benchmarks",
  dependencies: [.package(name: "tradewind", path: "..")],
  targets: [
    .executableTarget(
      name: "panel", dependencies: [.product(name: "Tradewind", package: "tradewind")]),
    .executableTarget(
      name: "columns", dependencies: [.product(name: "Tradewind", package: "tradewind")]),
    .executableTarget(
      name: "reconcile", dependencies: [.product(name: "Tradewind", package: "tradewind")]),
    .executableTarget(
      name: "m3", dependencies: [.product(name: "Tradewind", package: "tradewind")]),
    .executableTarget(
      name: "ets", dependencies: [.product(name: "Tradewind", package: "tradewind")]),
    .executableTarget(
      name: "validation", dependencies: [.product(name: "Tradewind", package: "tradewind")]),
  ],
  swiftLanguageModes: [.v6]
)
