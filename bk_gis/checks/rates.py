"""How exact a stated figure is, and the rates per hectare that a decision's own figures share."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from bk_gis.errors import in_asked_language
from bk_gis.language.names import clean
from bk_gis.plan.model import Plan
from bk_gis.plan.notebook import require_plan
from bk_gis.plan.values import COUNTS, QUALIFIERS, Target

RATED = ("capital_billion_vnd", "jobs")
_TOLERANCE = 1e-9
_ENOUGH = 3  # two figures always share a rate


def last_place(value: float, *, rounded: bool) -> float:
    """
    Find the unit of the last written digit: 0.1 for 564.1, 1 for 1420.

    A `rounded` figure ("khoảng 1.420") was rounded at its last digit that is not 0: 10.
    """
    exponent = int(Decimal(repr(float(value))).normalize().as_tuple().exponent)
    return 10.0 ** (exponent if rounded else min(exponent, 0))


def allowed(measure: str, stated: float, qualifier: str | None) -> tuple[float, float]:
    """
    Find the open interval in which the exact value behind a stated figure must lie.

    A figure may have been rounded or cut off, so it is off by less than one unit of its last digit, on
    the side that its qualifier names. Counts are exact.
    """
    if measure in COUNTS:
        return stated - _TOLERANCE, stated + _TOLERANCE
    unit = last_place(stated, rounded=qualifier is not None) if stated else 0.0
    side = QUALIFIERS.get(clean(qualifier or ""), "either")
    low = _TOLERANCE if side == "above" else unit
    high = _TOLERANCE if side == "below" else unit
    return stated - max(low, _TOLERANCE), stated + max(high, _TOLERANCE)


@dataclass(frozen=True)
class Rate:
    """The roundest rate that most clauses allow; `agreeing` of `clauses` do."""

    measure: str
    value: float
    agreeing: int
    clauses: int


def rated_targets(plan: Plan, measure: str) -> list[tuple[Target, float, float]]:
    """Find the targets that state both the measure and its hectares: (target, stated, hectares)."""
    return [
        (target, float(stated), target.hectares)
        for target in plan.targets
        if (stated := getattr(target, measure)) is not None and target.hectares
    ]


def common_rate(plan: Plan, measure: str) -> Rate | None:
    """
    Find the rate per hectare that a decision used, from its own figures.

    Each clause that states hectares and, say, capital allows an interval of rates. The rate is the
    roundest number in the stretch that the most intervals cover. None where fewer than three clauses,
    or not most of them, share one.
    """
    intervals = []
    for target, stated, hectares in rated_targets(plan, measure):
        low, high = allowed(measure, stated, target.qualifiers.get(measure))
        intervals.append((low / hectares, high / hectares))
    if len(intervals) < _ENOUGH:
        return None
    low, agreeing = max(
        ((low, sum(a <= low < b for a, b in intervals)) for low, _ in intervals),
        key=lambda found: (found[1], -found[0]),
    )
    if agreeing < _ENOUGH or 2 * agreeing <= len(intervals):
        return None
    high = min(b for a, b in intervals if a <= low < b)
    return Rate(measure, _roundest(low, high), agreeing, len(intervals))


def _roundest(low: float, high: float) -> float:
    """Find the number with the fewest digits strictly between two bounds."""
    for exponent in range(math.ceil(math.log10(high)), -12, -1):
        unit = Decimal(10) ** exponent
        candidate = float((Decimal(low) // unit + 1) * unit)
        if candidate < high:
            return candidate
    return (low + high) / 2


@in_asked_language
def unit_rates(plan: Plan) -> pd.DataFrame:
    """
    Derive capital (billion VND) and jobs per hectare from each clause that states both.

    Parameters
    ----------
    plan
        The plan whose targets are read.

    Returns
    -------
    pandas.DataFrame
        One row a clause and measure: `clause`, `phase`, `subregion` (empty for the province),
        `measure`, `stated`, `hectares`, `rate` (stated per hectare), `common` (the rate that most
        clauses share; empty where there is none) and `shared` (whether this clause allows it).

    Examples
    --------
    >>> import bk_gis
    >>> rates = bk_gis.unit_rates(bk_gis.load_plan())
    >>> rates.drop_duplicates("measure").set_index("measure")["common"].to_dict()
    {'capital_billion_vnd': 7.26, 'jobs': 80.0}
    """
    require_plan(plan)
    rows: list[dict[str, object]] = []
    for measure in RATED:
        common = common_rate(plan, measure)
        for target, stated, hectares in rated_targets(plan, measure):
            rows.append(
                {
                    "clause": target.clause,
                    "phase": target.phase or "",
                    "subregion": target.subregion or "",
                    "measure": measure,
                    "stated": stated,
                    "hectares": hectares,
                    "rate": round(stated / hectares, 4),
                    "common": common.value if common else math.nan,
                    "shared": common is not None
                    and within(measure, stated, common.value * hectares, target.qualifiers.get(measure)),
                }
            )
    return pd.DataFrame(rows, columns=_COLUMNS)


_COLUMNS = ["clause", "phase", "subregion", "measure", "stated", "hectares", "rate", "common", "shared"]


def within(measure: str, stated: float, computed: float, qualifier: str | None) -> bool:
    """Say whether a computed value can be what a stated figure was rounded from."""
    low, high = allowed(measure, stated, qualifier)
    return low < computed < high


def add_up(parts: Sequence[float]) -> float:
    """Add hundredths without the dust of binary fractions."""
    return round(math.fsum(parts), 6)
