#!/usr/bin/env python3
"""Score statsforecast's methods on the M3 series, one table; forecasts are kept beside it.

    python3 m3_statsforecast.py FOLDER_OF_M3_FILES OUTPUT_FOLDER [METHOD ...]

Prints method, frequency, sMAPE, MASE (M4 definitions), coverage of 95 % intervals and seconds in one process.
"""
import csv, sys, time, warnings
import numpy as np
import statsforecast
import statsforecast.models as M
warnings.filterwarnings("ignore")

def rows(path):
    with open(path, newline="") as f:
        r = csv.reader(f); next(r)
        for line in r:
            yield line[0], np.array([float(x) for x in line[1:] if x not in ("", "NA")])

base, out = sys.argv[1:3]
methods = sys.argv[3:] or ["Theta", "DynamicOptimizedTheta", "AutoETS", "AutoCES", "AutoARIMA"]
print("statsforecast", statsforecast.__version__, flush=True)
for what in methods:
    for freq, m in (("yearly", 1), ("quarterly", 4), ("monthly", 12)):
        test = dict(rows(f"{base}/m3_{freq}_test.csv"))
        S = A = n = inside = points = 0; start = time.process_time()
        with open(f"{out}/{what}_{freq}.csv", "w") as f:
            f.write("series,h,value,lower_95,upper_95\n")
            for name, y in rows(f"{base}/m3_{freq}_train.csv"):
                t = test[name]
                try:
                    r = getattr(M, what)(season_length=m).forecast(y=y, h=len(t), level=[95])
                    p, lo, hi = r["mean"], r["lo-95"], r["hi-95"]
                except Exception as error:
                    p = np.repeat(y[-1], len(t)); lo = hi = p
                for h in range(len(t)): f.write(f"{name},{h+1},{p[h]},{lo[h]},{hi[h]}\n")
                k = m if len(y) > m else 1
                q = np.mean(np.abs(y[k:] - y[:-k]))
                S += np.mean(200 * np.abs(t - p) / (np.abs(t) + np.abs(p))); A += np.mean(np.abs(t - p)) / q if q else 0; n += 1
                inside += np.sum((lo <= t) & (t <= hi)); points += len(t)
        print(f"{what},{freq},{n},{S/n:.3f},{A/n:.3f},{inside/points:.4f},{time.process_time()-start:.1f}", flush=True)
