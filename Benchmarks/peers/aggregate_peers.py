#!/usr/bin/env python3
"""Sums and year-over-year changes of a large CSV file, as other software computes them.

    python3 aggregate_peers.py write 5000000 trade.csv    make a file of random trade (seeded)
    python3 aggregate_peers.py duckdb trade.csv           group, add up, compare with a year earlier
    python3 aggregate_peers.py polars trade.csv

The last two print the number of groups, the total and the number of changes. What they do is what
`tradewind aggregate trade.csv --by period,partner,flow --growth yoy` does, except that they step
back twelve rows, where a missing month would go unnoticed.

Needs the packages duckdb, polars and numpy.
"""

import sys

WORDS = ["Other", "Beer made from malt", "Chocolate, cocoa preps", "Diamonds, non-industrial"]


def write(count: int, path: str) -> None:
    """Writes months of 15 years, 20 reporters, 200 partners, skewed values, quoted text."""
    import numpy
    import polars

    random = numpy.random.default_rng(2010)
    months = numpy.array([f"{y}-{m:02}" for y in range(2010, 2025) for m in range(1, 13)])
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    names = numpy.array([letters[i // 26] + letters[i % 26] + letters[i * 7 % 26] for i in range(200)])

    def pick(values, limit=None):
        return values[random.integers(0, limit or len(values), count)]

    products = numpy.char.zfill(random.integers(10_000, 989_999, count).astype(str), 6)
    table = polars.DataFrame(
        {
            "period": pick(months),
            "reporter": pick(names, 20),
            "partner": pick(names),
            "flow": pick(numpy.array(["X", "M"])),
            "product": products,
            "value": numpy.round(random.lognormal(10, 2.5, count), 2),
            "quantity": numpy.round(random.lognormal(5, 2, count), 1),
            "description": pick(numpy.array(WORDS)),
        }
    )
    table.write_csv(path)


def with_duckdb(path: str) -> tuple:
    import duckdb

    return duckdb.execute(
        """
        with sums as (
          select period, partner, flow, sum(value) as total
          from read_csv(?) group by period, partner, flow),
        changes as (
          select total, total / lag(total, 12) over series - 1 as change
          from sums window series as (partition by partner, flow order by period))
        select count(*), sum(total), count(change) from changes
        """,
        [path],
    ).fetchone()


def with_polars(path: str) -> tuple:
    import polars
    from polars import col

    keys = ["partner", "flow"]
    sums = polars.scan_csv(path).group_by("period", *keys).agg(col("value").sum())
    before = col("value").shift(12).over(keys)
    table = (
        sums.sort(*keys, "period")
        .with_columns(change=col("value") / before - 1)
        .collect(engine="streaming")
    )
    return table.height, table["value"].sum(), table["change"].count()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["write", count, path]:
            write(int(count), path)
        case ["duckdb", path]:
            print(*with_duckdb(path))
        case ["polars", path]:
            print(*with_polars(path))
        case _:
            sys.exit(__doc__)
