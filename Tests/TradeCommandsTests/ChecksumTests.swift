import Testing
import TradeCommands

@Suite("Checksums") struct ChecksumTests {
  /// The examples of the standard: NIST, Secure Hash Standard, FIPS 180-2 appendix B and the
  /// "Examples with Intermediate Values" of FIPS 180-4 for SHA-256.
  @Test(
    "SHA-256 of the standard's examples",
    arguments: [
      ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
  func standard(_ text: String, _ times: Int, _ digest: String) {
    let bytes = Array(repeatElement(Array(text.utf8), count: times).joined())
    #expect(Checksum.sha256(bytes) == digest)
  }
}
