#!/usr/bin/env python3
"""Time automatic exponential smoothing of statsforecast on a panel, after a warm-up, two processes.

    python3 ets_statsforecast.py PANEL.csv      series,period,value as the benchmark `ets` writes it
"""
import sys
import time

import pandas
from statsforecast import StatsForecast
from statsforecast.models import AutoETS

panel = pandas.read_csv(sys.argv[1]).rename(
    columns={"series": "unique_id", "period": "ds", "value": "y"})
panel["ds"] = pandas.PeriodIndex(panel["ds"], freq="M").to_timestamp()
names = panel["unique_id"].unique()
models = StatsForecast(models=[AutoETS(season_length=12)], freq="MS", n_jobs=2)
models.forecast(df=panel[panel["unique_id"].isin(names[:4])], h=12, level=[80, 95])
start = time.time()
models.forecast(df=panel, h=12, level=[80, 95])
seconds = time.time() - start
print(f"statsforecast AutoETS: {1000 * seconds / len(names):.2f} ms a series, two processes")
