#!/usr/bin/env python3
"""Reads a CSV file of trade into columns with other software.

    python3 import_peers.py polars trade.csv     read_csv, all columns
    python3 import_peers.py pandas trade.csv     read_csv, codes as text
    python3 import_peers.py copy trade.csv       pandas: read_csv, then to_csv
    python3 import_peers.py polars-copy trade.csv    polars: read_csv, then write_csv

Prints the number of rows and the total of the values. Needs the packages polars and pandas.
"""

import sys


def with_polars(path: str, copy: bool = False) -> tuple:
    import polars

    table = polars.read_csv(path, schema_overrides={"product": polars.String})
    if copy:
        table.write_csv("/dev/null")
    return table.height, table["value"].sum()


def with_pandas(path: str, copy: bool = False) -> tuple:
    import pandas

    table = pandas.read_csv(path, dtype={"product": str}, keep_default_na=False)
    if copy:
        table.to_csv("/dev/null", index=False)
    return len(table), table["value"].sum()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["polars", path]:
            print(*with_polars(path))
        case ["pandas", path]:
            print(*with_pandas(path))
        case ["copy", path]:
            print(*with_pandas(path, copy=True))
        case ["polars-copy", path]:
            print(*with_polars(path, copy=True))
        case _:
            sys.exit(__doc__)
