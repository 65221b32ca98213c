internal import CMessageDigest

/// Checksums of files.
package enum Checksum {
  /// The SHA-256 of bytes in hexadecimal digits (FIPS 180-4, by libmd).
  package static func sha256(_ bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    unsafe SHA256Init(&context)
    unsafe SHA256Update(&context, bytes, bytes.count)
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
