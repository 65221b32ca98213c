// Makes 1,861 forecasts add up (a total, 60 partners, 1,800 partner-product series, 12 steps) from
// the residuals of 120 months, and says how long that takes.
//
// With a folder as argument the numbers are those that peers/reconcile_hierarchicalforecast.py
// has written there, and the results are compared; without, they are drawn with a seed.

import Foundation
import Tradewind

let partners = 60
let products = 30
let length = 120
let steps = 12
let count = 1 + partners + partners * products

func hierarchy() throws -> Hierarchy {
  var definitions = [[Hierarchy.Term]](repeating: [], count: count)
  definitions[0] = (1...partners).map { .init($0) }
  for partner in 0..<partners {
    definitions[1 + partner] = (0..<products).map { .init(1 + partners + partner * products + $0) }
  }
  return try Hierarchy(names: (0..<count).map { "s\($0)" }, definitions: definitions)
}

func numbers(_ path: String, rows: Int, columns: Int) throws -> Matrix {
  let data = try Data(contentsOf: URL(filePath: path))
  let values = stride(from: 0, to: data.count, by: 8).map { offset in
    Double(
      bitPattern: data[offset..<offset + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
  return Matrix(rows: rows, columns: columns, byColumn: values)
}

func drawn() -> (base: Matrix, residuals: Matrix) {
  var generator = SeededGenerator(seed: 1)
  let levels = (0..<count).map { _ in 100 * (1 + generator.nextUniform()) }
  return (
    Matrix(
      rows: count, columns: steps,
      byColumn: (0..<steps).flatMap { _ in
        levels.map { $0 * (1 + 0.05 * generator.nextStandardNormal()) }
      }),
    Matrix(
      rows: length, columns: count,
      byColumn: levels.flatMap { level in
        (0..<length).map { _ in 0.05 * level * generator.nextStandardNormal() }
      })
  )
}

let folder = CommandLine.arguments.dropFirst().first
let (base, residuals) =
  try folder.map {
    (
      try numbers($0 + "/base.f64", rows: count, columns: steps),
      try numbers($0 + "/residuals.f64", rows: length, columns: count)
    )
  } ?? drawn()
let tree = try hierarchy()
let methods: [(ReconciliationMethod, String)] = [
  (.ordinary, "ols"), (.variance, "wls_var"), (.shrinkage, "mint_shrink"),
]
for (method, name) in methods {
  var best = Duration.seconds(1000)
  var result: ReconciledForecasts?
  for _ in 0..<5 {
    let start = ContinuousClock.now
    result = try Reconciliation(method).reconciled(base, by: tree, residuals: residuals)
    best = min(best, ContinuousClock.now - start)
  }
  let milliseconds =
    Double(best.components.attoseconds) / 1e15 + Double(best.components.seconds) * 1000
  var line = "tradewind \(name): \(count) series, \((milliseconds * 10).rounded() / 10) ms"
  if let folder, let result {
    let other = try numbers("\(folder)/\(name).f64", rows: count, columns: steps)
    let largest = zip(result.values.storage, other.storage).map { ($0 / $1 - 1).magnitude }.max()
    line += ", largest relative difference \(largest ?? 0)"
  }
  print(line)
}
