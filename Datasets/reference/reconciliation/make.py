#!/usr/bin/env python3
"""Writes shrinkage.csv: forecasts of a total, two groups and five leaves, reconciled by
hierarchicalforecast (MinTrace, mint_shrink). The residuals do not add up, so that the weight of
the diagonal matters. Run with numpy and hierarchicalforecast as README.md says."""
import numpy as np
from hierarchicalforecast.methods import MinTrace

r = np.random.default_rng(3)
S = np.array([[1, 1, 1, 1, 1], [1, 1, 0, 0, 0], [0, 0, 1, 1, 1]] + np.eye(5).tolist())
n, leaves = S.shape
T, H = 17, 3
actual = S @ r.lognormal(3, 1, (leaves, T))
fitted = actual * (1 + r.normal(0, .1, (n, T)))
base = S @ r.lognormal(3, 1, (leaves, H)) * (1 + r.normal(0, .1, (n, H)))
names = ["total", "A", "B", "A1", "A2", "B1", "B2", "B3"]
out = {m: MinTrace(method=m).fit_predict(S=S, y_hat=base, y_insample=actual, y_hat_insample=fitted)["mean"]
       for m in ("ols", "wls_struct", "wls_var", "mint_shrink")}
with open("shrinkage.csv", "w") as f:
    f.write("series,kind,index,value\n")
    for i, name in enumerate(names):
        for t in range(T): f.write(f"{name},residual,{t + 1},{float((actual - fitted)[i, t])!r}\n")
        for h in range(H): f.write(f"{name},base,{h + 1},{float(base[i, h])!r}\n")
        for m, v in out.items():
            for h in range(H): f.write(f"{name},{m},{h + 1},{float(v[i, h])!r}\n")
