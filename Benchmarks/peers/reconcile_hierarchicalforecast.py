#!/usr/bin/env python3
"""MinT reconciliation of a total, 60 partners and 1,800 partner-product series (12 steps) by
hierarchicalforecast, timed in process; the numbers and the results go to a folder, so that
`reconcile` of the benchmarks does the same work and compares.

  reconcile_hierarchicalforecast.py FOLDER"""
import os
import sys
import time

import numpy as np
from hierarchicalforecast.methods import MinTrace

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
partners, products, length, steps = 60, 30, 120, 12
leaves = partners * products
summing = np.zeros((1 + partners + leaves, leaves))
summing[0] = 1
for p in range(partners):
    summing[1 + p, p * products:(p + 1) * products] = 1
summing[1 + partners:] = np.eye(leaves)
draw = np.random.default_rng(0)
n = summing.shape[0]
values = summing @ (draw.lognormal(3, 1, (leaves, length + steps)).cumsum(1) * .1 + 50)
base = values[:, length:] * (1 + draw.normal(0, .05, (n, steps)))
actual = values[:, :length]
fitted = actual * (1 + draw.normal(0, .05, (n, length)))
base.T.ravel().astype("<f8").tofile(f"{folder}/base.f64")
(actual - fitted).ravel().astype("<f8").tofile(f"{folder}/residuals.f64")
for method in ("ols", "wls_var", "mint_shrink"):
    best = 1e9
    for _ in range(5):
        start = time.time()
        result = MinTrace(method=method).fit_predict(
            S=summing, y_hat=base, y_insample=actual, y_hat_insample=fitted)
        best = min(best, time.time() - start)
    result["mean"].T.ravel().astype("<f8").tofile(f"{folder}/{method}.f64")
    print(f"hierarchicalforecast {method}: {n} series, {best * 1000:.1f} ms")
