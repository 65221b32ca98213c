/// The days from 20 January to the Chinese New Year, one for each year.
///
/// Source: the Gregorian-Lunar conversion tables of the Hong Kong Observatory, 1901 to 2100, as two
/// independent programs hold them (lunarcalendar 0.0.9 and lunardate 0.3.0 for Python), which agree
/// in all years.
enum ChineseNewYearTable {
  /// The year of the first entry.
  static let firstYear = 1901

  static let daysAfterJanuary20 = [
    30, 19, 9, 27, 15, 5, 24, 13, 2, 21,  // 1901
    10, 29, 17, 6, 25, 14, 3, 22, 12, 31,
    19, 8, 27, 16, 4, 24, 13, 3, 21, 10,
    28, 17, 6, 25, 15, 4, 22, 11, 30, 19,
    7, 26, 16, 5, 24, 13, 2, 21, 9, 28,
    17, 7, 25, 14, 4, 23, 11, 29, 19, 8,  // 1951
    26, 16, 5, 24, 13, 1, 20, 10, 28, 17,
    7, 26, 14, 3, 22, 11, 29, 18, 8, 27,
    16, 5, 24, 13, 31, 20, 9, 28, 17, 7,
    26, 15, 3, 21, 11, 30, 18, 8, 27, 16,
    4, 23, 12, 2, 20, 9, 29, 18, 6, 25,  // 2001
    14, 3, 21, 11, 30, 19, 8, 27, 16, 5,
    23, 12, 2, 21, 9, 28, 17, 6, 24, 14,
    3, 22, 11, 30, 19, 8, 26, 15, 4, 23,
    12, 2, 21, 10, 28, 17, 6, 25, 13, 3,
    22, 12, 30, 19, 8, 26, 15, 4, 23, 13,  // 2051
    1, 20, 9, 28, 16, 6, 25, 14, 3, 22,
    11, 30, 18, 7, 26, 16, 4, 23, 13, 2,
    20, 9, 28, 17, 6, 25, 14, 4, 21, 10,
    29, 18, 7, 26, 16, 5, 23, 12, 1,
  ]
}
