// Inner loops of the scanner: which of 64 bytes are marks, and what number a few digits are.
//
// All functions are inline, have no state and read only what their comments say. SSE2 is part of
// every x86-64 processor, so nothing is asked at run time; elsewhere words of eight bytes are used.
// The portable form is always compiled, and tests compare the two.
#ifndef TRADEWIND_CSCANNER_SHIM_H
#define TRADEWIND_CSCANNER_SHIM_H

#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the scanner loads words of bytes and needs a little-endian processor"
#endif

/// Which of 64 bytes are marks; bit n stands for byte n.
typedef struct {
  uint64_t delimiters;
  uint64_t quotes;
  uint64_t line_feeds;
  uint64_t carriage_returns;
} cscanner_marks;

static inline uint64_t cscanner_load(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

/// The top bit of each byte of a word that is equal to a byte, without carries between bytes.
static inline uint64_t cscanner_equal(uint64_t word, uint8_t byte) {
  const uint64_t low = 0x7F7F7F7F7F7F7F7Full;
  uint64_t other = word ^ (0x0101010101010101ull * byte);
  return ~(((other & low) + low) | other | low);
}

/// The top bits of the eight bytes as eight bits.
static inline uint64_t cscanner_gather(uint64_t tops) {
  return ((tops >> 7) * 0x0102040810204080ull) >> 56;
}

/// Marks of the 64 bytes from an address on, by words of eight bytes.
static inline cscanner_marks cscanner_marks_portable(
    const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
  cscanner_marks marks = {0, 0, 0, 0};
  for (int i = 0; i < 8; i++) {
    uint64_t word = cscanner_load(bytes + 8 * i);
    marks.delimiters |= cscanner_gather(cscanner_equal(word, delimiter)) << (8 * i);
    marks.quotes |= cscanner_gather(cscanner_equal(word, quote)) << (8 * i);
    marks.line_feeds |= cscanner_gather(cscanner_equal(word, '\n')) << (8 * i);
    marks.carriage_returns |= cscanner_gather(cscanner_equal(word, '\r')) << (8 * i);
  }
  return marks;
}

#if defined(__SSE2__)
static inline uint64_t cscanner_equal_sse2(const __m128i *parts, uint8_t byte) {
  __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t a = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(parts[0], wanted));
  uint64_t b = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(parts[1], wanted));
  uint64_t c = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(parts[2], wanted));
  uint64_t d = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(parts[3], wanted));
  return a | b << 16 | c << 32 | d << 48;
}
#endif

/// Marks of the 64 bytes from an address on, by the best way of the processor.
static inline cscanner_marks cscanner_marks_of(
    const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
#if defined(__SSE2__)
  __m128i parts[4];
  for (int i = 0; i < 4; i++) parts[i] = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
  cscanner_marks marks;
  marks.delimiters = cscanner_equal_sse2(parts, delimiter);
  marks.quotes = cscanner_equal_sse2(parts, quote);
  marks.line_feeds = cscanner_equal_sse2(parts, '\n');
  marks.carriage_returns = cscanner_equal_sse2(parts, '\r');
  return marks;
#else
  return cscanner_marks_portable(bytes, delimiter, quote);
#endif
}

/// Bit n is whether an odd number of the bits 0 to n is set.
static inline uint64_t cscanner_parity(uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ bits << 32;
}

/// A number of at most sixteen characters; `is_read` is 0 for what needs a closer look.
typedef struct {
  int64_t significand;
  uint32_t decimals;
  uint32_t is_read;
} cscanner_decimal;

/// Eight digits, the first in the lowest byte, as a number.
static inline uint64_t cscanner_eight_digits(uint64_t digits) {
  digits = (digits & 0x0F0F0F0F0F0F0F0Full) * 2561 >> 8;
  digits = (digits & 0x00FF00FF00FF00FFull) * 6553601 >> 16;
  return (digits & 0x0000FFFF0000FFFFull) * 42949672960001ull >> 32;
}

static inline int cscanner_is_digits(uint64_t text) {
  const uint64_t high = 0xF0F0F0F0F0F0F0F0ull, three = 0x3030303030303030ull;
  return ((text & high) == three) & (((text + 0x0606060606060606ull) & high) == three);
}

/// Reads a sign, digits and at most one point that end before an address.
///
/// Sixteen bytes before the address are loaded, whatever the length is.
static inline cscanner_decimal cscanner_read_decimal(const uint8_t *end, uint64_t length) {
  cscanner_decimal result = {0, 0, 0};
  if (length - 1 > 15) return result;
  const uint64_t zeros = 0x3030303030303030ull;
  const unsigned __int128 all_zeros = (unsigned __int128)zeros << 64 | zeros;
  unsigned __int128 text = (unsigned __int128)cscanner_load(end - 8) << 64 | cscanner_load(end - 16);
  uint8_t first = *(end - length);
  unsigned is_negative = first == '-';
  unsigned is_signed = is_negative | (first == '+');
  uint64_t digits = length - is_signed;
  if (digits == 0) return result;
  // What stands before the digits becomes zeros.
  unsigned __int128 keep = ~(unsigned __int128)0 << (8 * (16 - digits));
  text = (text & keep) | (all_zeros & ~keep);
  uint64_t low = (uint64_t)text, high = (uint64_t)(text >> 64);
  uint64_t high_points = cscanner_equal(high, '.'), low_points = cscanner_equal(low, '.');
  if (high_points | low_points) {
    uint64_t place = high_points ? 8 + ((uint64_t)__builtin_ctzll(high_points) >> 3)
                                 : (uint64_t)__builtin_ctzll(low_points) >> 3;
    if (digits == 1) return result;
    // The point is taken out; a second one is found below, since it is no digit.
    unsigned __int128 below = ((unsigned __int128)1 << (8 * place)) - 1;
    text = (text & ~(below << 8 | 0xFF)) | (text & below) << 8 | '0';
    low = (uint64_t)text;
    high = (uint64_t)(text >> 64);
    result.decimals = (uint32_t)(15 - place);
  }
  if (!(cscanner_is_digits(low) & cscanner_is_digits(high))) return result;
  int64_t value =
      (int64_t)(cscanner_eight_digits(low) * 100000000 + cscanner_eight_digits(high));
  result.significand = is_negative ? -value : value;
  result.is_read = 1;
  return result;
}

#endif
