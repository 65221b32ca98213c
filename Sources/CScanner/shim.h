// Inner loops of the scanner: which of 64 bytes are marks, where fields end, which words and numbers
// stand in a column.
//
// All functions are inline, have no state and touch only what their comments say. Each loop is
// there in a portable form, which is always compiled; on x86-64 the marks have a form for SSE2, which
// every such processor has, and the loops one for AVX2, which is asked for at run time. All forms
// give the same results, and tests compare them.
#ifndef TRADEWIND_CSCANNER_SHIM_H
#define TRADEWIND_CSCANNER_SHIM_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#define CSCANNER_AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#endif
#define CSCANNER_BODY static inline __attribute__((always_inline))

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the scanner loads words of bytes and needs a little-endian processor"
#endif

/// The instructions that a loop may use.
enum { cscanner_portable = 0, cscanner_sse2 = 1, cscanner_avx2 = 2 };

/// The most that this processor offers.
static inline int32_t cscanner_best_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
      __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt"))
    return cscanner_avx2;
  return cscanner_sse2;
#else
  return cscanner_portable;
#endif
}

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

#if defined(__x86_64__)
CSCANNER_BODY uint64_t cscanner_equal_sse2(const __m128i *parts, uint8_t byte) {
  __m128i wanted = _mm_set1_epi8((char)byte);
  uint64_t a = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(parts[0], wanted));
  uint64_t b = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(parts[1], wanted));
  uint64_t c = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(parts[2], wanted));
  uint64_t d = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(parts[3], wanted));
  return a | b << 16 | c << 32 | d << 48;
}

static inline void cscanner_fill_marks_sse2(
    const uint8_t *bytes, size_t words, uint8_t delimiter, uint8_t quote, cscanner_marks *marks) {
  for (size_t word = 0; word < words; word++, bytes += 64) {
    __m128i parts[4];
    for (int i = 0; i < 4; i++) parts[i] = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
    marks[word].delimiters = cscanner_equal_sse2(parts, delimiter);
    marks[word].quotes = cscanner_equal_sse2(parts, quote);
    marks[word].line_feeds = cscanner_equal_sse2(parts, '\n');
    marks[word].carriage_returns = cscanner_equal_sse2(parts, '\r');
  }
}

CSCANNER_AVX2 static inline void cscanner_fill_marks_avx2(
    const uint8_t *bytes, size_t words, uint8_t delimiter, uint8_t quote, cscanner_marks *marks) {
  const __m256i wanted[4] = {
      _mm256_set1_epi8((char)delimiter), _mm256_set1_epi8((char)quote), _mm256_set1_epi8('\n'),
      _mm256_set1_epi8('\r')};
  for (size_t word = 0; word < words; word++, bytes += 64) {
    __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
    __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
    uint64_t found[4];
    for (int i = 0; i < 4; i++)
      found[i] = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted[i])) |
                 (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted[i])) << 32;
    marks[word] = (cscanner_marks){found[0], found[1], found[2], found[3]};
  }
}
#endif

/// Puts the marks of some times 64 bytes into an array.
static inline void cscanner_fill_marks(
    int32_t level, const uint8_t *bytes, size_t words, uint8_t delimiter, uint8_t quote,
    cscanner_marks *marks) {
#if defined(__x86_64__)
  if (level == cscanner_avx2) {
    cscanner_fill_marks_avx2(bytes, words, delimiter, quote, marks);
    return;
  }
  if (level == cscanner_sse2) {
    cscanner_fill_marks_sse2(bytes, words, delimiter, quote, marks);
    return;
  }
#endif
  for (size_t word = 0; word < words; word++)
    marks[word] = cscanner_marks_portable(bytes + 64 * word, delimiter, quote);
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

/// What is known between two times 64 bytes; each mask has one bit or all of them.
typedef struct {
  /// All ones behind an odd number of quotes.
  uint64_t inside;
  /// One when the byte before was a closing quote.
  uint64_t closed_before;
  /// One when a field starts at the next byte.
  uint64_t starts_field;
  /// One when the byte before was a carriage return, and one outside quotes.
  uint64_t return_before, outside_return_before;
  /// How many lines have ended.
  uint64_t lines;
  /// Of the last 64 bytes with a line feed outside quotes: which of all, how many lines ended before,
  /// and which of its bytes end a line.
  int64_t last_word;
  uint64_t last_lines, last_ends;
  uint64_t has_returns;
  uint64_t is_irregular;
} cscanner_state;

CSCANNER_BODY void cscanner_follow_body(
    const cscanner_marks *marks, size_t words, int64_t first, cscanner_state *state,
    uint64_t valid, uint64_t *structure, uint64_t *feeds, int has_quotes, int has_returns) {
  cscanner_state now = *state;
  for (size_t word = 0; word < words; word++) {
    uint64_t line_feeds = marks[word].line_feeds;
    uint64_t marked = marks[word].delimiters | line_feeds, outside_feeds = line_feeds;
    uint64_t returns = has_returns ? marks[word].carriage_returns : 0, outside_returns = returns;
    if (has_quotes) {
      uint64_t quotes = marks[word].quotes;
      // Inside are an opening quote and what follows, not the closing quote.
      uint64_t inside = cscanner_parity(quotes) ^ now.inside;
      now.inside = (uint64_t)((int64_t)inside >> 63);
      uint64_t opening = quotes & inside, closing = quotes & ~inside;
      marked &= ~inside;
      outside_feeds &= ~inside;
      outside_returns &= ~inside;
      uint64_t behind_closing = closing << 1 | now.closed_before;
      uint64_t may_open = (marked | closing) << 1 | now.starts_field | now.closed_before;
      uint64_t may_follow = marked | outside_returns | opening;
      now.is_irregular |= (opening & ~may_open) | (behind_closing & valid & ~may_follow);
      now.closed_before = closing >> 63;
    }
    now.starts_field = marked >> 63;
    uint64_t line_ends = line_feeds;
    if (has_returns) {
      uint64_t behind = outside_returns << 1 | now.outside_return_before;
      now.is_irregular |= behind & valid & ~outside_feeds;
      now.outside_return_before = outside_returns >> 63;
      line_ends |= (returns << 1 | now.return_before) & valid;
      now.return_before = returns >> 63;
      now.has_returns |= returns;
    }
    now.last_word = outside_feeds ? first + (int64_t)word : now.last_word;
    now.last_lines = outside_feeds ? now.lines : now.last_lines;
    now.last_ends = outside_feeds ? line_ends : now.last_ends;
    now.lines += (uint64_t)__builtin_popcountll(line_ends);
    structure[word] = marked;
    feeds[word] = outside_feeds;
  }
  *state = now;
}

CSCANNER_BODY void cscanner_follow_any(
    const cscanner_marks *marks, size_t words, int64_t first, cscanner_state *state,
    uint64_t valid, uint64_t *structure, uint64_t *feeds) {
  uint64_t quotes = state->inside | state->closed_before;
  uint64_t returns = state->return_before | state->outside_return_before;
  for (size_t word = 0; word < words; word++) {
    quotes |= marks[word].quotes;
    returns |= marks[word].carriage_returns;
  }
  if (returns)
    cscanner_follow_body(marks, words, first, state, valid, structure, feeds, 1, 1);
  else if (quotes)
    cscanner_follow_body(marks, words, first, state, valid, structure, feeds, 1, 0);
  else
    cscanner_follow_body(marks, words, first, state, valid, structure, feeds, 0, 0);
}

static inline void cscanner_follow_portable(
    const cscanner_marks *marks, size_t words, int64_t first, cscanner_state *state,
    uint64_t valid, uint64_t *structure, uint64_t *feeds) {
  cscanner_follow_any(marks, words, first, state, valid, structure, feeds);
}

#if defined(__x86_64__)
CSCANNER_AVX2 static inline void cscanner_follow_avx2(
    const cscanner_marks *marks, size_t words, int64_t first, cscanner_state *state,
    uint64_t valid, uint64_t *structure, uint64_t *feeds) {
  cscanner_follow_any(marks, words, first, state, valid, structure, feeds);
}
#endif

/// Finds which delimiters and line feeds stand outside quotes, and whether every quote and carriage
/// return is where it should be.
///
/// `first` is how many times 64 bytes come before these; of each only the bytes in `valid` count.
static inline void cscanner_follow(
    int32_t level, const cscanner_marks *marks, size_t words, int64_t first, cscanner_state *state,
    uint64_t valid, uint64_t *structure, uint64_t *feeds) {
#if defined(__x86_64__)
  if (level == cscanner_avx2) {
    cscanner_follow_avx2(marks, words, first, state, valid, structure, feeds);
    return;
  }
#endif
  cscanner_follow_portable(marks, words, first, state, valid, structure, feeds);
}

// MARK: Columns

/// Where fields and records end: how many elements of each array are used.
typedef struct {
  size_t ends;
  size_t records;
} cscanner_counts;

CSCANNER_BODY cscanner_counts cscanner_list_body(
    const uint64_t *structure, const uint64_t *feeds, size_t words, int32_t base, int32_t *ends,
    int32_t *records, cscanner_counts counts) {
  size_t count = counts.ends, record = counts.records;
  for (size_t word = 0; word < words; word++, base += 64) {
    uint64_t bits = structure[word], line_ends = feeds[word];
    // A fixed number of stores is cheaper than a count that varies.
    int32_t *target = ends + count;
    uint64_t left = bits;
    for (int i = 0; i < 12; i++) {
      target[i] = base + (left ? __builtin_ctzll(left) : 64);
      left &= left - 1;
    }
    for (int i = 12; left; i++) {
      target[i] = base + (int32_t)__builtin_ctzll(left);
      left &= left - 1;
    }
    for (int i = 0; i < 2; i++) {
      uint64_t below = (line_ends & -line_ends) - 1;
      records[record + (size_t)i] = (int32_t)(count + (size_t)__builtin_popcountll(bits & below));
      line_ends &= line_ends - 1;
    }
    size_t found = 2;
    for (; line_ends; found++) {
      uint64_t below = (line_ends & -line_ends) - 1;
      records[record + found] = (int32_t)(count + (size_t)__builtin_popcountll(bits & below));
      line_ends &= line_ends - 1;
    }
    record += (size_t)__builtin_popcountll(feeds[word]);
    count += (size_t)__builtin_popcountll(bits);
  }
  return (cscanner_counts){count, record};
}

/// Lists the places of marks, and for each line feed among them the index of its place.
///
/// Up to 64 elements more than there are may be written to both arrays.
static inline cscanner_counts cscanner_list_portable(
    const uint64_t *structure, const uint64_t *feeds, size_t words, int32_t base, int32_t *ends,
    int32_t *records, cscanner_counts counts) {
  return cscanner_list_body(structure, feeds, words, base, ends, records, counts);
}

#if defined(__x86_64__)
CSCANNER_AVX2 static inline cscanner_counts cscanner_list_avx2(
    const uint64_t *structure, const uint64_t *feeds, size_t words, int32_t base, int32_t *ends,
    int32_t *records, cscanner_counts counts) {
  return cscanner_list_body(structure, feeds, words, base, ends, records, counts);
}
#endif

static inline cscanner_counts cscanner_list(
    int32_t level, const uint64_t *structure, const uint64_t *feeds, size_t words, int32_t base,
    int32_t *ends, int32_t *records, cscanner_counts counts) {
#if defined(__x86_64__)
  if (level == cscanner_avx2)
    return cscanner_list_avx2(structure, feeds, words, base, ends, records, counts);
#endif
  return cscanner_list_portable(structure, feeds, words, base, ends, records, counts);
}

/// A column of the rows of a block.
///
/// Field `column` of row i starts behind `ends[rows[i] + column]` and ends before the next element.
/// The text may be loaded 16 bytes in front of a field and behind it.
typedef struct {
  const uint8_t *text;
  const int32_t *ends;
  const int32_t *rows;
  size_t count;
  int32_t column;
  /// The quote; -1 when there is none. A field that starts with it ends with it.
  int32_t quote;
} cscanner_column;

typedef struct {
  const uint8_t *start;
  int64_t length;
} cscanner_field;

/// A field without the quotes around it.
CSCANNER_BODY cscanner_field cscanner_field_of(const cscanner_column *column, size_t row) {
  const int32_t *end = column->ends + column->rows[row] + column->column;
  int64_t start = (int64_t)end[0] + 1, length = end[1] - start;
  int64_t is_quoted = (length > 0) & (column->text[start] == column->quote);
  return (cscanner_field){column->text + start + is_quoted, length - 2 * is_quoted};
}

CSCANNER_BODY size_t
cscanner_words_body(const cscanner_column *column, uint64_t *words, int32_t *unread) {
  const uint8_t *text = column->text;
  const int32_t *ends = column->ends + column->column, *rows = column->rows;
  const int32_t quote = column->quote;
  const size_t count = column->count;
  size_t unread_count = 0;
  for (size_t row = 0; row < count; row++) {
    const int32_t *end = ends + rows[row];
    int64_t start = (int64_t)end[0] + 1;
    uint64_t length = (uint64_t)(end[1] - start);
    uint64_t word = cscanner_load(text + start), has_quotes = 0;
    if ((int32_t)(word & 0xFF) == quote && length > 0) {
      length -= 2;
      word = cscanner_load(text + start + 1);
      // A quote that is written twice needs a closer look.
      uint64_t behind = length >= 8 ? 0 : ~0ull << 8 * length;
      has_quotes = cscanner_equal(word | behind, (uint8_t)quote);
    }
    uint64_t top = word >> 56;
    uint64_t is_unread = length > 8 || (length == 8 && (top < 8 || top == 0xFF)) || has_quotes;
    if (length < 8) word = (word & ~(~0ull << 8 * length)) | length << 56;
    words[row] = word;
    unread[unread_count] = (int32_t)row;
    unread_count += is_unread;
  }
  return unread_count;
}

static inline size_t
cscanner_words_portable(const cscanner_column *column, uint64_t *words, int32_t *unread) {
  return cscanner_words_body(column, words, unread);
}

#if defined(__x86_64__)
CSCANNER_AVX2 static inline size_t
cscanner_words_avx2(const cscanner_column *column, uint64_t *words, int32_t *unread) {
  return cscanner_words_body(column, words, unread);
}
#endif

/// Puts the fields of a column into words: the first byte the lowest, and the length on top where
/// there are fewer than eight.
///
/// Returns how many rows need a closer look, and lists them; both arrays have room for all rows.
static inline size_t
cscanner_words(int32_t level, const cscanner_column *column, uint64_t *words, int32_t *unread) {
#if defined(__x86_64__)
  if (level == cscanner_avx2) return cscanner_words_avx2(column, words, unread);
#endif
  return cscanner_words_portable(column, words, unread);
}

static inline size_t cscanner_decimals_portable(
    const cscanner_column *column, int64_t *significands, uint8_t *decimals, int32_t *unread) {
  size_t unread_count = 0;
  for (size_t row = 0; row < column->count; row++) {
    cscanner_field field = cscanner_field_of(column, row);
    cscanner_decimal decimal =
        cscanner_read_decimal(field.start + field.length, (uint64_t)field.length);
    significands[row] = decimal.significand;
    decimals[row] = (uint8_t)decimal.decimals;
    unread[unread_count] = (int32_t)row;
    unread_count += !decimal.is_read;
  }
  return unread_count;
}

#if defined(__x86_64__)
CSCANNER_AVX2 static inline size_t cscanner_decimals_avx2(
    const cscanner_column *column, int64_t *significands, uint8_t *decimals, int32_t *unread) {
  // Sixteen bytes from the n-th on keep the last n of sixteen bytes.
  static const int8_t keeping[32] = {0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,
                                     -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
  const __m128i places = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  const __m128i nine = _mm_set1_epi8(9), zero = _mm_set1_epi8('0');
  const __m128i point = _mm_set1_epi8('.' - '0');
  const __m128i tens = _mm_set1_epi16(1 << 8 | 10);
  const __m128i hundreds = _mm_set1_epi32(1 << 16 | 100);
  const __m128i myriads = _mm_set1_epi32(1 << 16 | 10000);
  size_t unread_count = 0;
  for (size_t row = 0; row < column->count; row++) {
    cscanner_field field = cscanner_field_of(column, row);
    uint8_t first = *field.start;
    uint64_t is_negative = first == '-';
    uint64_t length = (uint64_t)field.length - (is_negative | (first == '+'));
    // Beyond sixteen, and without a digit, nothing is kept, which is no number.
    uint64_t kept = length - 1 > 15 ? 0 : length;
    const __m128i keep = _mm_loadu_si128((const __m128i *)(keeping + kept));
    __m128i text = _mm_loadu_si128((const __m128i *)(field.start + field.length - 16));
    __m128i digits = _mm_and_si128(_mm_sub_epi8(text, zero), keep);
    uint32_t others = (uint32_t)_mm_movemask_epi8(
                          _mm_cmpeq_epi8(_mm_min_epu8(digits, nine), digits)) ^ 0xFFFF;
    uint32_t points = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(digits, point));
    // The point is taken out: what stands before it moves by one.
    int32_t place = __builtin_ctz(points | 0x10000);
    place -= 17 * (place >> 4);  // -1 where there is none
    __m128i behind = _mm_cmpgt_epi8(places, _mm_set1_epi8((char)place));
    __m128i joined = _mm_blendv_epi8(_mm_slli_si128(digits, 1), digits, behind);
    __m128i pairs = _mm_maddubs_epi16(joined, tens);
    __m128i fours = _mm_madd_epi16(pairs, hundreds);
    __m128i eights = _mm_madd_epi16(_mm_packus_epi32(fours, fours), myriads);
    uint64_t both = (uint64_t)_mm_cvtsi128_si64(eights);
    int64_t value = (int64_t)((both & 0xFFFFFFFF) * 100000000 + (both >> 32));
    int64_t sign = -(int64_t)is_negative;
    significands[row] = (value ^ sign) - sign;
    decimals[row] = (uint8_t)((15 - place) & 15);
    uint64_t point_count = points != 0;
    unread[unread_count] = (int32_t)row;
    unread_count += (others != points) | ((points & (points - 1)) != 0) | (kept <= point_count);
  }
  return unread_count;
}
#endif

/// Reads the numbers of a column as decimals of at most sixteen digits.
///
/// Returns how many rows need a closer look, and lists them; all arrays have room for all rows.
static inline size_t cscanner_decimals(
    int32_t level, const cscanner_column *column, int64_t *significands, uint8_t *decimals,
    int32_t *unread) {
#if defined(__x86_64__)
  if (level == cscanner_avx2)
    return cscanner_decimals_avx2(column, significands, decimals, unread);
#endif
  return cscanner_decimals_portable(column, significands, decimals, unread);
}

/// The numbers of words: `slots` has number plus one where a word was put by open addressing, zero
/// where there is none, and `words` the words in the order of their numbers.
typedef struct {
  const uint64_t *words;
  const uint16_t *slots;
  uint64_t mask;
  /// The top bits of a product choose the slot.
  int32_t shift;
} cscanner_numbering;

static inline uint64_t cscanner_slot(uint64_t word, int32_t shift) {
  return word * 0x9E3779B97F4A7C15ull >> shift;
}

/// Puts the numbers of words into cells, from a bit on; a word without a number makes its cell
/// negative. The words are those of some rows, or all of them in order when there is no list of rows.
static inline void cscanner_number_words(
    const cscanner_numbering *numbering, const uint64_t *words, const int32_t *rows, size_t count,
    int32_t bit, int32_t *cells) {
  const uint64_t *known = numbering->words;
  const uint16_t *slots = numbering->slots;
  const uint64_t mask = numbering->mask;
  const int32_t shift = numbering->shift;
  for (size_t i = 0; i < count; i++) {
    uint64_t word = words[rows ? (size_t)rows[i] : i], slot = cscanner_slot(word, shift);
    int32_t number = (int32_t)slots[slot] - 1;
    while (number >= 0 && known[number] != word) {
      slot = (slot + 1) & mask;
      number = (int32_t)slots[slot] - 1;
    }
    cells[i] |= (int32_t)((uint32_t)number << bit);
  }
}

/// A number that depends on every byte of a text.
static inline uint64_t cscanner_hash(const uint8_t *text, size_t count) {
  uint64_t hash = 0x9E3779B97F4A7C15ull ^ count;
  for (; count >= 8; text += 8, count -= 8) {
    hash = (hash ^ cscanner_load(text)) * 0xD6E8FEB86659FD93ull;
    hash ^= hash >> 32;
  }
  uint64_t rest = 0;
  for (size_t i = 0; i < count; i++) rest |= (uint64_t)text[i] << 8 * i;
  hash = (hash ^ rest) * 0xD6E8FEB86659FD93ull;
  return hash ^ hash >> 32;
}

static inline _Bool cscanner_is_equal(const uint8_t *a, const uint8_t *b, size_t count) {
  return memcmp(a, b, count) == 0;
}

#endif
