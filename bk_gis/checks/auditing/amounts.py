"""Counts, amounts and costs of a target against the records or each other, and why they differ."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bk_gis.checks.auditing.names import unnamed
from bk_gis.checks.auditing.records import Records
from bk_gis.checks.auditing.rows import AGREES, DIFFERS, NO_RECORD, Row
from bk_gis.checks.rates import add_up, within
from bk_gis.language.reasons import Reason, reason, some_of, together
from bk_gis.plan.values import RANGES, Target

_CAPITAL = "capital_billion_vnd"


def number_rows(records: Records, target: Target, measure: str, stated: float) -> Iterator[Row]:
    """Hold a figure against the records; one of another horizon gets a row for its year as well."""
    row = records.row(target, measure, stated, records.computed(target, measure))
    if row.verdict == DIFFERS and target.by is not None:
        horizon = _horizon_of(records, target, measure, stated)
        if horizon is not None:
            yield _horizon_row(records, target, row, by=target.by, horizon=horizon)
            target = target.model_copy(update={"by": horizon})
            row = records.row(target, measure, stated, records.computed(target, measure))
    yield replace(row, explanation=_why(records, target, row))


def _horizon_of(records: Records, target: Target, measure: str, stated: float) -> int | None:
    """Find another horizon for which the records do give the figure."""
    for phase in records.plan.phases:
        computed = records.computed(target.model_copy(update={"by": phase.end}), measure)
        if computed is not None and within(measure, stated, computed, target.qualifiers.get(measure)):
            return phase.end
    return None


def _horizon_row(records: Records, target: Target, row: Row, *, by: int, horizon: int) -> Row:
    figures = {"by": str(by), "horizon": str(horizon), "here": row.computed or 0, "stated": row.stated}
    why = reason("explanation.other horizon", **figures)
    if parts := _stated_by_phase(records, target, row.measure):
        amounts = [part for _, part in parts]
        sums, phases = together(amounts, by="list.plus"), tuple(phase for phase, _ in parts)
        why = reason("explanation.sum of phases", that=why, sums=sums, total=add_up(amounts), phases=phases)
    return records.row(target.model_copy(update={"by": None}), "by", by, horizon, why)


def _stated_by_phase(records: Records, target: Target, measure: str) -> list[tuple[str, float]]:
    """Find the same clause's figures phase by phase, for the same scope."""
    return [
        (other.phase, float(getattr(other, measure)))
        for other in records.plan.targets
        if other.phase is not None
        and getattr(other, measure) is not None
        and (other.clause, other.subregion, other.district, other.cost_item)
        == (target.clause, target.subregion, target.district, target.cost_item)
    ]


def _why(records: Records, target: Target, row: Row) -> Reason | None:
    if row.computed is None:
        return reason("explanation.no shared rate")
    parts: list[Reason | None] = []
    rate = records.rates.get(row.measure)
    if rate is not None and row.verdict != AGREES:
        shared = {"rate": rate.value, "agreeing": rate.agreeing, "clauses": rate.clauses}
        hectares = records.hectares(target)
        parts.append(reason("explanation.rate", hectares=hectares, amount=row.computed, **shared))
    if row.measure == _CAPITAL and target.phase is not None and target.district is None:
        parts.append(_sums(records, target, row))
    elif row.verdict == DIFFERS and rate is None:
        if left_out := unnamed(records, records.chosen(target), target):
            names = tuple(dict.fromkeys(str(record["name"]) for record in left_out))
            hectares = add_up([record["hectares"] for record in left_out])
            parts.append(reason("explanation.not among names", names=some_of(names), hectares=hectares))
        elif there := _names(records, target, row.measure):
            parts.append(reason("explanation.records have", names=there))
        else:
            parts.append(reason("explanation.records empty"))
    found: Reason | None = together(parts)
    return found


def _names(records: Records, target: Target, measure: str) -> tuple[Any, ...]:
    """Name what a count counts; an expansion with its phase, where a cluster may have several."""
    if measure == "subregions":
        return tuple(records.units["subregion"][ident] for ident in records.plan.subregions["id"])
    shown = "{name} ({phase})" if measure == "expansions" and target.phase is None else "{name}"
    return some_of([shown.format(**record) for record in records.counted(target, measure)])


def _sums(records: Records, target: Target, row: Row) -> Reason | None:
    """Add the sub-regions up to the province, with what is stated and with what differs put right."""
    stating = [t for t in records.plan.targets if t.capital_billion_vnd is not None]
    of_phase = [t for t in stating if t.phase == target.phase]
    local = [t for t in of_phase if t.subregion is not None]
    whole = [t for t in of_phase if t.subregion is t.district is t.cost_item is None]
    if not local or not whole:
        return None
    stated = [float(t.capital_billion_vnd or 0) for t in local]
    corrected = [_corrected(records, t) for t in local]
    clauses, total, right = ", ".join(t.clause for t in local), add_up(stated), add_up(corrected)
    if target.subregion is None:
        said = reason("explanation.subregions", clauses=clauses, total=total)
        wrong = tuple(t.clause for t, a, b in zip(local, stated, corrected, strict=True) if a != b)
        if total == right:
            return said
        return reason("explanation.put right", that=said, wrong=wrong, right=right)
    if row.verdict != DIFFERS:
        return None
    amounts = ({"amount": t.capital_billion_vnd, "clause": t.clause} for t in whole)
    provinces = tuple(reason("explanation.of clause", **one) for one in amounts)
    sums = {"clauses": clauses, "right": right, "provinces": provinces, "total": total}
    return reason("explanation.subregions computed", **sums)


def _corrected(records: Records, target: Target) -> float:
    stated = float(target.capital_billion_vnd or 0)
    computed = records.computed(target, _CAPITAL)
    fits = computed is None or within(_CAPITAL, stated, computed, target.qualifiers.get(_CAPITAL))
    return stated if fits or computed is None else computed


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
    row = Row(target.clause, records.scope(target), measure, stated, None, NO_RECORD, none)
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
