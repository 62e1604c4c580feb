# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a share-of-things target stands, worked out again from DOMAIN E.2 and E.3 with nothing but its figures."""
import datetime
import math
from itertools import combinations
from statistics import median

WINDOW, STANDSTILL, EARLY, FEW = 90, 60, 0.10, 10


def observation_days(start, day):
    """The start, and seven days evenly over the window that ends on the day."""
    first = day - datetime.timedelta(WINDOW)
    days = [start] if start < first else []
    return days + [d for d in (first + datetime.timedelta(WINDOW * i // 6) for i in range(7)) if d >= start]


def pace(points, start, first):
    """Done per day: Theil-Sen over the window, else the mean since the start."""
    window = [p for p in points if p[0] >= first]
    if len(window) >= 3:
        slope = median((b[1] - a[1]) / (b[0] - a[0]).days for a, b in combinations(window, 2))
        if slope != 0 or window[-1][1] <= window[0][1]:
            return slope
    before = [p for p in points if p[0] <= start]
    base = before[-1] if before else points[0]
    return (points[-1][1] - base[1]) / (points[-1][0] - base[0]).days if points[-1][0] != base[0] else None


def judge(points, start, due, target, ensure, day):
    """points: [(day, done, of)]. Gives the state, and the required and observed rate a year."""
    shares = [(d, 100 * done / of) for d, done, of in points]
    value = shares[-1][1]
    before = [i for i, p in enumerate(points) if p[0] <= start]
    base = shares[before[-1]][1] if before else 0
    base_done = points[before[-1]][1] if before else 0
    observed = pace(shares, start, day - datetime.timedelta(WINDOW))
    rates = None, observed * 365.25 if observed is not None else None
    if value >= target:
        return 'done', *rates
    if day > due:
        return 'overdue', *rates
    required = (target - value) / ((due - max(day, start)).days + 1)
    rates = required * 365.25, rates[1]
    passed, whole = (day - start).days, (due - start).days + 1
    time = min(max(passed / whole, 0), 1)
    if passed < 0 or time < EARLY:
        return 'on_track', *rates
    gap = ((value - base) / (target - base) - time) * 100
    of = points[-1][2]
    work = math.ceil(target / 100 * of - 1e-9) - base_done
    if 0 < work < FEW:
        short = max(0, math.ceil(time * work - 1e-9) - (points[-1][1] - base_done))
        by_gap = 0 if short <= 0 else 1 if short < 2 else 2
    else:
        by_gap = 2 if gap < -(10 if ensure else 15) else 1 if gap < -5 else 0
    last_rise = shares[0][0]
    for a, b in zip(shares, shares[1:]):
        if b[1] > a[1]:
            last_rise = b[0]
    idle = (day - max(last_rise, start)).days if len(shares) > 1 else None
    if idle is not None and idle >= STANDSTILL:
        by_rate = 2
    elif observed is None:
        by_rate = 0
    elif observed <= 0:
        by_rate = 2 if observed < 0 else 1
    else:
        by_rate = 2 if required / observed > 1.25 else 1 if required / observed > 1 else 0
    return ['on_track', 'at_risk', 'behind'][max(by_gap, by_rate)], *rates
