"""Cost items and ranges: figures that can only be held against others of the decision."""

from dataclasses import replace

from bk_gis.checks.auditing.records import Records
from bk_gis.checks.auditing.rows import AGREES, DIFFERS, NO_RECORD, Row, scope_of
from bk_gis.checks.rates import add_up
from bk_gis.language.reasons import reason, together
from bk_gis.plan.targets import RANGES
from bk_gis.plan.values import Target


def cost_row(records: Records, target: Target, measure: str, stated: float) -> Row:
    """Hold an amount against its share of the whole, and a share against its amount."""
    total = _stated_total(records, target)
    amount, share = target.capital_billion_vnd, target.share_percent
    known = measure in ("capital_billion_vnd", "share_percent")
    if total is None or amount is None or share is None or not known:
        return records.row(target, measure, stated, None, reason("explanation.no record"))
    if measure == "capital_billion_vnd":
        why = reason("explanation.share of total", share=share, total=total)
        return records.row(target, measure, stated, round(share * total / 100, 4), why)
    why = reason("explanation.amount of total", amount=amount, total=total)
    row = records.row(target, measure, stated, round(100 * amount / total, 4), why)
    if row.verdict != DIFFERS:
        return row
    shares = add_up([t.share_percent or 0 for t in records.plan.targets if t.clause == target.clause])
    return replace(row, explanation=together([why, reason("explanation.shares", sum=shares)]))


def _stated_total(records: Records, target: Target) -> float | None:
    """Find the clause's own total, else add up its cost items."""
    own = [t for t in records.plan.targets if t.clause == target.clause and t.capital_billion_vnd is not None]
    totals = [t.capital_billion_vnd for t in own if t.cost_item is None and t.phase is None]
    items = add_up([t.capital_billion_vnd or 0 for t in own if t.cost_item is not None])
    return totals[0] if totals else (items or None)


def range_row(records: Records, target: Target, measure: str, stated: tuple[float, ...]) -> Row:
    """Compare a province's occupancy with its sub-regions' leased land; nothing else is on record."""
    plan = records.plan
    none = reason("explanation.no record")
    row = Row(target.clause, scope_of(plan, target), measure, stated, None, NO_RECORD, none)
    phases = [p.id for p in plan.phases if p.end == target.by]
    local = [t for t in plan.targets if t.subregion and t.phase in phases and t.leased_percent]
    if measure != RANGES[0] or target.by is None or not local:
        return row
    low, high = min(t.leased_percent[0] for t in local), max(t.leased_percent[-1] for t in local)
    inside = stated[0] <= low and high <= stated[-1]
    against = reason("explanation.leased land", clauses=", ".join(t.clause for t in local))
    end = reason("explanation.upper end") if inside and low == stated[-1] else None
    return replace(
        row,
        computed=(low,) if low == high else (low, high),
        verdict=AGREES if inside else DIFFERS,
        explanation=together([against, end]),
    )
