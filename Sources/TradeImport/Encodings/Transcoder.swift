/// Turns the bytes of a file into UTF-8 and remembers where they came from.
struct Transcoder {
  /// An offset in UTF-8 and the offset in the file that it belongs to.
  struct SyncPoint: Sendable, Hashable {
    let utf8: Int
    let original: Int
  }

  /// Bytes that could not be read, one run of them.
  struct Fault: Sendable, Hashable {
    var original: Range<Int>
    let utf8: Int
  }

  /// The text.
  private(set) var bytes: [UInt8] = []
  /// A point every few thousand bytes; between two of them the file is read again.
  private(set) var syncPoints: [SyncPoint] = []
  /// The first runs of bytes that could not be read.
  private(set) var faults: [Fault] = []
  /// How many runs there are.
  private(set) var faultCount = 0
  /// The position in the file behind the last character taken.
  private(set) var position: Int

  private var limit: Int
  private static let distance = 4096
  private static let faultsKept = 1000

  /// Reads the bytes from a position on, and stops before the text would become longer than a
  /// limit.
  init(_ raw: [UInt8], from start: Int, _ encoding: TextEncoding, limit: Int = .max) {
    position = start
    self.limit = limit
    if limit == .max { bytes.reserveCapacity(raw.count - start) }
    switch encoding {
    case .gb18030, .shiftJIS:
      let table = MultibyteDecoder.withSteps(encoding) { step in
        var work = self
        work.run(raw, step)
        return work
      }
      if let table {
        self = table
      } else {
        run(raw) { CharacterCutter.step($0, $1, encoding) }
      }
    default: run(raw) { CharacterCutter.step($0, $1, encoding) }
    }
  }

  private mutating func run(_ raw: [UInt8], _ step: ([UInt8], Int) -> CharacterStep) {
    var nextPoint = 0
    var faultEnd = -1
    while position < raw.count {
      if bytes.count >= nextPoint {
        syncPoints.append(SyncPoint(utf8: bytes.count, original: position))
        nextPoint = bytes.count + Self.distance
      }
      let character = step(raw, position)
      let next = position + character.length
      let before = bytes.count
      append(character.scalar ?? 0xFFFD)
      guard bytes.count <= limit else {
        bytes.removeSubrange(before...)
        return
      }
      if character.scalar == nil {
        if faultEnd == position {
          if faultCount == faults.count {
            faults[faults.count - 1].original = faults[faults.count - 1].original.lowerBound..<next
          }
        } else {
          faultCount += 1
          if faults.count < Self.faultsKept {
            faults.append(Fault(original: position..<next, utf8: before))
          }
        }
        faultEnd = next
      }
      position = next
    }
  }

  private mutating func append(_ scalar: UInt32) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
    } else if scalar < 0x800 {
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(tail(0))
    } else if scalar < 0x10000 {
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    } else {
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(tail(12))
      bytes.append(tail(6))
      bytes.append(tail(0))
    }
  }
}
