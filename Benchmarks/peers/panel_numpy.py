"""Times two operations on a panel with NumPy, on one thread, for comparison with Tradewind.

The panel has 120 months (rows) by 100,000 series (columns), stored column after column:

- yearOverYear: the change on the month one year earlier, in percent, for all series;
- groupSumsBySlices: the sums over 1,000 groups of 100 neighbouring series (numpy.add.reduceat);
- groupSumsByProduct: the same sums as a product with a dense matrix of zeros and ones, on the first
  10,000 series and 100 groups, so that the matrix stays small.

Prints one JSON object: versions, sizes and the median of nine runs of each, in seconds.

    python3 Benchmarks/peers/panel_numpy.py
"""

import os

# Read when NumPy is loaded, so they stand before it.
for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import json
import platform
import statistics
import time

import numpy as np

MONTHS, SERIES, GROUPS, RUNS = 120, 100_000, 1_000, 9
PRODUCT_SERIES, PRODUCT_GROUPS = 10_000, 100


def median_seconds(operation):
    """Runs an operation once to warm up and then nine times; returns the median time."""
    operation()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        operation()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main():
    generator = np.random.default_rng(42)
    panel = np.asfortranarray(generator.uniform(1, 1000, size=(MONTHS, SERIES)))

    def year_over_year():
        return 100 * (panel[12:] / panel[:-12] - 1)

    starts = np.arange(0, SERIES, SERIES // GROUPS)

    def sums_by_slices():
        return np.add.reduceat(panel, starts, axis=1)

    part = np.asfortranarray(panel[:, :PRODUCT_SERIES])
    members = np.zeros((PRODUCT_SERIES, PRODUCT_GROUPS), order="F")
    width = PRODUCT_SERIES // PRODUCT_GROUPS
    members[np.arange(PRODUCT_SERIES), np.arange(PRODUCT_SERIES) // width] = 1

    def sums_by_product():
        return part @ members

    # Both ways must give the same sums before their times mean anything.
    assert np.allclose(sums_by_slices()[:, :PRODUCT_GROUPS], sums_by_product(), rtol=1e-12)

    print(json.dumps({
        "peer": "numpy",
        "versions": {"numpy": np.__version__, "python": platform.python_version()},
        "months": MONTHS,
        "series": SERIES,
        "groups": GROUPS,
        "threads": 1,
        "runs": RUNS,
        "medianSeconds": {
            "yearOverYear": median_seconds(year_over_year),
            "groupSumsBySlices": median_seconds(sums_by_slices),
            "groupSumsByProduct": median_seconds(sums_by_product),
        },
    }, indent=2))


if __name__ == "__main__":
    main()
