/// Finds which encodings a file may have, from its bytes alone.
///
///     EncodingDetector().candidates(Array("Brüssel".utf8)).first?.encoding  // utf8
///
/// A byte order mark decides. Without one the pattern of zero bytes shows UTF-16, sequences that
/// follow the rules show UTF-8, usual pairs of bytes show GB 18030 and Shift JIS, and single high
/// bytes in words show an encoding with one byte a letter; which of those, the bytes from 0x80 to
/// 0x9F and the euro sign decide. See Documentation/Methods/importing.md.
public struct EncodingDetector: Sendable, Hashable {
  /// Makes a detector.
  public init() {}

  /// Returns the encodings that can be meant, the best first; equal scores keep the order of
  /// ``TextEncoding``.
  ///
  /// There is always one candidate at least. A text of ASCII alone has one, UTF-8.
  /// - Complexity: O(*n*).
  public func candidates(_ bytes: [UInt8]) -> [EncodingCandidate] {
    if let marked = byMark(bytes) { return [marked] }
    var found = byZeroBytes(bytes)
    let census = ByteCensus(bytes)
    if census.high.count == 0 {
      // Zero bytes are ASCII too, but no text has them.
      found.append(
        EncodingCandidate(
          encoding: .utf8, score: found.isEmpty ? 1 : 0.3,
          evidence: [Evidence("every byte is ASCII, which UTF-8 and most others read alike")]))
    } else {
      found += [utf8(census)] + western(census)
      found += [gb(census), jis(census)].filter { $0.score > 0 }
    }
    let order = TextEncoding.allCases
    return found.filter { $0.score > 0 }.sorted { a, b in
      let (i, j) = (order.firstIndex(of: a.encoding) ?? 0, order.firstIndex(of: b.encoding) ?? 0)
      return (-a.score, i) < (-b.score, j)
    }
  }

  private func byMark(_ bytes: [UInt8]) -> EncodingCandidate? {
    let marked: [TextEncoding] = [
      .utf8WithBOM, .utf16LittleEndian, .utf16BigEndian, .gb18030,
    ]
    guard let encoding = marked.first(where: { bytes.starts(with: $0.byteOrderMark) }) else {
      return nil
    }
    let mark = encoding.byteOrderMark.map { String($0, radix: 16, uppercase: true) }
      .joined(separator: " ")
    return EncodingCandidate(
      encoding: encoding, score: 1,
      evidence: [Evidence(line: 1, "the file begins with the byte order mark \(mark)")])
  }

  /// Digits, separators and line ends are most of a table; in UTF-16 each has a zero byte on the
  /// same side.
  private func byZeroBytes(_ bytes: [UInt8]) -> [EncodingCandidate] {
    let sample = bytes.prefix(1 << 16)
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let units = sample.count / 2
    guard units > 0, zeros[0] + zeros[1] > 0 else { return [] }
    return [TextEncoding.utf16LittleEndian, .utf16BigEndian].compactMap { encoding in
      let side = encoding == .utf16LittleEndian ? 1 : 0
      let share = Double(zeros[side]) / Double(units)
      guard share >= 0.1, zeros[1 - side] * 10 <= zeros[side] else { return nil }
      let word = side == 1 ? "second" : "first"
      let isEven = bytes.count % 2 == 0
      return EncodingCandidate(
        encoding: encoding, score: (0.9 + 0.09 * share) * (isEven ? 1 : 0.9),
        evidence: [
          Evidence(
            "\(percent(share)) of the pairs of bytes have a zero as the \(word) byte, "
              + "\(zeros[1 - side]) as the other"),
          Evidence(isEven ? "the number of bytes is even" : "the number of bytes is odd"),
        ])
    }
  }

  private func utf8(_ census: ByteCensus) -> EncodingCandidate {
    let (good, bad) = (census.utf8Sequences, census.utf8Faults)
    var evidence: [Evidence] = []
    if good.count > 0 {
      evidence.append(
        Evidence(
          line: good.firstLine,
          "\(good.count) characters of several bytes follow the rules of UTF-8, the first here"))
    }
    if bad.count > 0 {
      evidence.append(
        Evidence(
          line: bad.firstLine, "\(bad.count) places break the rules of UTF-8, the first here"))
    }
    let share = Double(good.count) / Double(good.count + 2 * bad.count)
    return EncodingCandidate(
      encoding: .utf8, score: bad.count == 0 ? 0.99 : 0.95 * share, evidence: evidence)
  }

  private func western(_ census: ByteCensus) -> [EncodingCandidate] {
    let count = Double(census.high.count)
    let base = 0.8 * census.westernSum / count
    let single = Evidence(
      line: census.high.firstLine,
      "\(census.high.count) bytes from 0x80 on, \(percent(census.westernSum / count)) of them as "
        + "single letters and signs between others, the first here")
    let control = Evidence(
      line: census.windowsOnly.firstLine,
      "\(census.windowsOnly.count) bytes from 0x80 to 0x9F, signs in Windows-1252 and control "
        + "characters in ISO 8859, the first here")
    let votes = census.euro.count + census.latin9Letters.count
    let hasControls = census.windowsOnly.count > 0
    let penalty = 1 - Double(census.meaningless.count) / count
    var notes: [TextEncoding: [Evidence]] = [:]
    for encoding in [TextEncoding.windows1252, .iso8859_1, .iso8859_15] {
      notes[encoding] = [single] + (hasControls ? [control] : [])
      if census.meaningless.count > 0 {
        notes[encoding, default: []].append(
          Evidence(
            line: census.meaningless.firstLine,
            "\(census.meaningless.count) bytes have no meaning in it, the first here"))
      }
    }
    if census.euro.count > 0 {
      notes[.iso8859_15, default: []].append(
        Evidence(
          line: census.euro.firstLine,
          "0xA4 is the euro sign here and a sign that nobody uses in the other two"))
    } else if votes > 0 {
      notes[.iso8859_15, default: []].append(
        Evidence(
          line: census.latin9Letters.firstLine,
          "\(votes) bytes are letters here and signs in the other two, beside letters"))
    }
    if !hasControls, votes == 0 {
      notes[.windows1252, default: []].append(Evidence("reads the same as ISO 8859-1"))
      notes[.iso8859_1, default: []].append(Evidence("no byte from 0x80 to 0x9F"))
    }
    let iso = hasControls ? base * 0.3 : base
    return [
      (.windows1252, (hasControls ? base : base - 0.02) * penalty),
      (.iso8859_1, iso * penalty),
      (.iso8859_15, (votes > 0 ? iso * 1.1 : iso - 0.04) * penalty),
    ].map { encoding, score in
      EncodingCandidate(
        encoding: encoding, score: max(0, score), evidence: notes[encoding] ?? [])
    }
  }

  private func gb(_ census: ByteCensus) -> EncodingCandidate {
    eastern(.gb18030, census.gbCharacters, census.gbFaults, census.gbSum)
  }

  private func jis(_ census: ByteCensus) -> EncodingCandidate {
    eastern(.shiftJIS, census.jisCharacters, census.jisFaults, census.jisSum)
  }

  private func eastern(
    _ encoding: TextEncoding, _ good: ByteCensus.Tally, _ bad: ByteCensus.Tally, _ sum: Double
  ) -> EncodingCandidate {
    guard good.count > 0, sum > 0 else {
      return EncodingCandidate(encoding: encoding, score: 0, evidence: [])
    }
    let usual = sum / Double(good.count)
    let share = Double(good.count) / Double(good.count + 2 * bad.count)
    var evidence = [
      Evidence(
        line: good.firstLine,
        "\(good.count) characters of several bytes, \(percent(usual)) as usual as in common texts, "
          + "the first here")
    ]
    if bad.count > 0 {
      evidence.append(
        Evidence(line: bad.firstLine, "\(bad.count) places break its rules, the first here"))
    }
    return EncodingCandidate(
      encoding: encoding, score: 0.9 * share * usual, evidence: evidence)
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
