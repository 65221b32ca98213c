@testable import Validation

extension Turn {
  /// Times that sentences look back to, parts of years, fiscal years, and what is of which balance.
  static let lookBacks = [
    Turn(
      text:
        "Goods trade had a deficit of $3.8bn in June 2022, whereas June 2021 had a surplus of $4.5bn. Exports were $178bn.",
      line: "$178bn | level exports | 178e9 USD | 2022-06 | -"),
    Turn(
      text:
        "Chile's exports were $9bn in 2022. Its deficit was $2bn, $1bn having been recorded in 2021. Imports were $11bn.",
      line: "$11bn | level imports | 11e9 USD | 2022 | -"),
    Turn(
      text:
        "Chile's exports were $9bn in March 2022. The deficit, which had been $1bn in March 2021, came to $2bn.",
      line: "$2bn | balance balance | -2e9 USD | 2022-03 | -"),
    Turn(
      text: "In October 2022 exports came close to last year's level, falling 1% to $9bn.",
      line: "$9bn | level exports | 9e9 USD | 2022-10 | -"),
    Turn(
      text:
        "Peru's exports were $2bn in the first quarter of 2022, $3bn in the second and $5bn in the third.",
      line: "$5bn | level exports | 5e9 USD | 2022-Q3 | -"),
    Turn(
      text:
        "The surplus was $7bn in May 2022. Since the beginning of the year the cumulated surplus is $61bn.",
      line: "$61bn | balance balance | 61e9 USD | 2022-01/2022-05 | -"),
    Turn(
      text: "In fiscal 2023 (April 2023 to March 2024), Japan's exports were $700bn.",
      line: "$700bn | level exports | 700e9 USD | 2023-04/2024-03 | -"),
    Turn(
      text: "Japan's exports in fiscal 2021 were $700bn.",
      line: "$700bn | level exports | 700e9 USD | 2021-04/2022-03 | -"),
    Turn(
      text:
        "From the first quarter of 2020 to the last quarter of 2021 exports dwindled by $3bn, from $9bn to $6bn.",
      line: "$3bn | change exports | -3e9 USD | 2021-Q4 | other"),
    Turn(
      text:
        "April 2022 exports were $12bn, 4% more than in March and 12% more than in April 2021; imports were $11bn, 3% and 27% more respectively.",
      line: "3% | change imports | 3 percent | 2022-04 | mom"),
    Turn(
      text:
        "The 2022 balance, in surplus by $9bn after a deficit of $14bn, improved by $23bn.",
      line: "$23bn | change balance | 23e9 USD | 2022 | yoy"),
    Turn(
      text: "Peru's trade with Chile netted $2bn in 2022 on exports of $5bn and imports of $3bn.",
      line: "$2bn | balance balance | 2e9 USD | 2022 | -"),
    Turn(
      text: "In 2022 goods worth $5bn went out of Peru and $3bn came in, and a surplus remained.",
      line: "$3bn | level imports | 3e9 USD | 2022 | -"),
    Turn(
      text:
        "Imports at CIF prices totalled $8bn in 2022. The balance was negative to the tune of $2bn.",
      line: "$2bn | balance balance | -2e9 USD | 2022 | -"),
    Turn(
      text: "Peru exported $4bn in 2023. That was 8% off the $5bn of the previous year.",
      line: "$5bn | level exports | 5e9 USD | 2022 | -"),
    Turn(
      text:
        "The 2022 statistics give exports of $9bn and imports of $8bn, which means they fell by 7% and 12% respectively.",
      line: "7% | change exports | -7 percent | 2022 | yoy"),
    Turn(
      text: "In 2022 Peru's exports were $9bn, and 59% of imports was covered by exports.",
      line: "59% | share other | 59 percent | 2022 | -"),
    Turn(
      text:
        "Poland's exports were $88bn and imports $80bn in 2013. Germany accounted for 25% of exports ($22bn) and 22% of imports ($19bn).",
      line: "$22bn | level exports | 22e9 USD | 2013 | -"),
    Turn(
      text:
        "The surplus in energy products was $3bn in 2022, the surplus of non-energy products $4bn.",
      line: "$4bn | balance balance | 4e9 USD | 2022 | -"),
    Turn(
      text: "Nepal's imports in 2022 were Rs 15 kharab 92 arab 98 crore.",
      line: "Rs 15 kharab 92 arab 98 crore | level imports | 159298e7 NPR | 2022 | -"),
    Turn(
      text: "When 2022 ended, the stock of American direct investment in Peru was $9bn.",
      line: "$9bn | level fdi_stock | 9e9 USD | end-2022-12 | -"),
    Turn(
      text:
        "Exports of Norway were $9bn in September 2022.\n\nJANUARY TO SEPTEMBER\nExports: $80bn\n\nMAINLAND\nMainland exports came to $4bn.",
      line: "$4bn | level exports | 4e9 USD | 2022-09 | -"),
    Turn(
      text: "Foreign trade of Norway in 2022\n\n## Exports by group\n\n- Crude oil: NOK 43bn",
      line: "NOK 43bn | level exports | 43e9 NOK | 2022 | -"),
  ]
}
