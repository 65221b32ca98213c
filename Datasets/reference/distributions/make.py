"""Writes normal.csv and student-t.csv; run with mpmath 1.3.0 and scipy 1.17.1.

The expected values come from mpmath with 50 digits; scipy (scipy.stats.norm and scipy.stats.t,
cdf and ppf) must agree with them to 11 digits, or nothing is written.
"""

import mpmath as mp
from scipy import stats

mp.mp.dps = 50
half = mp.mpf(1) / 2


def normal(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def student(t, nu):
    if t == 0:
        return half
    if t * t < nu:
        return half + mp.sign(t) * mp.betainc(half, nu / 2, 0, t * t / (nu + t * t), regularized=True) / 2
    tail = mp.betainc(nu / 2, half, 0, nu / (nu + t * t), regularized=True) / 2
    return tail if t < 0 else 1 - tail


def inverse(cdf, p, start):
    if p == half:
        return mp.mpf(0)
    size = mp.findroot(
        lambda s: mp.log(cdf(mp.sign(start) * mp.e**s)) - mp.log(p), mp.log(abs(mp.mpf(float(start)))),
        tol=1e-60, verify=False)
    return mp.sign(start) * mp.e**size


def row(kind, nu, argument, value, check):
    assert abs(float(value) - check) <= 1e-11 * abs(check), (kind, nu, argument, value, check)
    return f"{kind},{nu},{argument},{mp.nstr(value, 20)}"


def write(name, lines):
    with open(name, "w", encoding="utf-8") as file:
        file.write("\n".join(["function,df,argument,expected"] + lines) + "\n")


lines = []
for x in ["-37", "-10", "-5", "-1.96", "-1", "-0.5", "0", "0.5", "1", "1.96", "3", "8"]:
    lines.append(row("cdf", "", x, normal(mp.mpf(float(x))), stats.norm.cdf(float(x))))
for p in ["1e-300", "1e-20", "1e-10", "0.001", "0.025", "0.07", "0.1", "0.3", "0.5", "0.6", "0.8", "0.9", "0.975", "0.9999"]:
    start = stats.norm.ppf(float(p))
    lines.append(row("quantile", "", p, inverse(normal, mp.mpf(float(p)), start), start))
write("normal.csv", lines)

lines = []
for nu in ["0.3", "1", "2.5", "7.3", "30", "120", "5000"]:
    n = mp.mpf(float(nu))
    for t in ["-40", "-3", "-1.1", "-0.001", "0", "0.2", "1.3", "5"]:
        if nu == "5000" and t == "-40":
            continue
        lines.append(row("cdf", nu, t, student(mp.mpf(float(t)), n), stats.t.cdf(float(t), float(nu))))
    for p in ["1e-12", "0.005", "0.025", "0.1", "0.3", "0.49", "0.5", "0.75", "0.999"]:
        start = stats.t.ppf(float(p), float(nu))
        value = inverse(lambda t: student(t, n), mp.mpf(float(p)), start)
        lines.append(row("quantile", nu, p, value, start))
write("student-t.csv", lines)
