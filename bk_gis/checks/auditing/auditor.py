"""Check each figure of a decision against its records and its other figures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from bk_gis.checks.auditing.names import centre_rows, name_rows, place_rows
from bk_gis.checks.auditing.rows import AGREES, DIFFERS, NO_RECORD, ROUNDING, Row, scope_of
from bk_gis.checks.coverage_detail import shortfall
from bk_gis.checks.rates import RATED, Rate, add_up, common_rate, within
from bk_gis.language.formats import listing, number, some_of
from bk_gis.language.words import Lang
from bk_gis.plan.levels import Level
from bk_gis.plan.model import Plan
from bk_gis.plan.phasing import by_phase
from bk_gis.plan.targets import COUNTS, RANGES, figures
from bk_gis.plan.values import Target

_EXACT = 1e-6
_TOTALS = ("id", "name", "ha")


def audit(plan: Plan, *, lang: Lang = "vi") -> pd.DataFrame:
    """
    Check every figure, and every name, that the decision states.

    Parameters
    ----------
    plan
        The plan whose targets are checked against its clusters and against each other.
    lang
        Language of `scope` and `explanation`.

    Returns
    -------
    pandas.DataFrame
        One row for each figure, in the order of plan.toml: `clause`, `scope`, `measure`, `stated`,
        `computed` (from the records; empty where they hold nothing about it), `difference` (stated
        less computed), `verdict`, `explanation`, and `known`: whether a difference is among the
        errata of plan.toml or the corrections of place_names.csv. Hectares, billion VND, percent.

    Notes
    -----
    `verdict` is "agrees", "agrees within rounding" (off by less than one unit of the last written
    digit, on the side that a qualifier such as "hơn" names), "differs" or "no record". Capital and
    jobs are computed from hectares and the rate that most clauses share; see `unit_rates`.
    """
    auditor = _Auditor(plan, lang)
    rows = [auditor.with_errata(row) for target in plan.targets for row in auditor.rows(target)]
    found = pd.DataFrame([row.as_dict() for row in [*rows, *place_rows(plan, lang)]])
    texts = {"stated": object, "computed": object}  # numbers, ranges and names in one column
    return found.astype({**texts, "difference": float, "known": bool})


def unexplained(found: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that differ and are no known erratum."""
    return found[(found["verdict"] == DIFFERS) & ~found["known"]]


@dataclass(frozen=True)
class _Auditor:
    plan: Plan
    lang: Lang

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        return [{str(k): v for k, v in record.items()} for record in by_phase(self.plan).to_dict("records")]

    @cached_property
    def rates(self) -> dict[str, Rate | None]:
        return {measure: common_rate(self.plan, measure) for measure in RATED}

    def say(self, vi: str, en: str) -> str:
        return vi if self.lang == "vi" else en

    def num(self, value: float) -> str:
        return number(value, self.lang)

    def rows(self, target: Target) -> Iterator[Row]:
        for measure, stated in figures(target):
            if isinstance(stated, tuple):
                yield self.range_row(target, measure, stated)
            elif target.every is not None and target.by is not None:
                yield self.rule_row(target, measure, stated, every=target.every, by=target.by)
            elif target.cost_item:
                yield self.cost_row(target, measure, stated)
            else:
                yield from self.number_rows(target, measure, stated)
        yield from self.phase_rows(target)
        yield from self.cluster_rows(target)
        yield from name_rows(self.plan, self.chosen(target), target, self.lang)
        yield from centre_rows(self.plan, target, self.lang)

    # What the records give

    def chosen(self, target: Target) -> list[dict[str, Any]]:
        """Keep the records that a target counts."""
        return [
            record
            for record in self.records
            if (target.phase is None or record["phase"] == target.phase)
            and (target.by is None or record["end"] <= target.by)
            and (target.subregion is None or record["subregion"] == target.subregion)
            and (target.district is None or record["district"] == target.district)
        ]

    def counted(self, target: Target, measure: str) -> list[dict[str, Any]]:
        """Keep of these records those that a measure counts, a cluster once but for its expansions."""
        chosen = self.chosen(target)
        if measure in ("new", "expansions"):
            return [record for record in chosen if bool(record["new"]) == (measure == "new")]
        return list({record["id"]: record for record in chosen}.values())

    def computed(self, target: Target, measure: str) -> float | None:
        if measure == "subregions":
            return len(self.plan.subregions)
        if measure in COUNTS:
            return len(self.counted(target, measure))
        hectares = add_up([record["hectares"] for record in self.chosen(target)])
        if measure == "hectares":
            return hectares
        rate = self.rates.get(measure)
        return None if rate is None else add_up([rate.value * hectares])

    # Rows, one kind of figure each

    def row(self, target: Target, measure: str, stated: float, computed: float | None, why: str = "") -> Row:
        verdict = NO_RECORD
        if computed is not None:
            verdict = DIFFERS
            if abs(stated - computed) < _EXACT:
                verdict = AGREES
            elif within(measure, stated, computed, target.qualifiers.get(measure)):
                verdict = ROUNDING
        return Row(
            target.clause, scope_of(self.plan, target, self.lang), measure, stated, computed, verdict, why
        )

    def number_rows(self, target: Target, measure: str, stated: float) -> Iterator[Row]:
        row = self.row(target, measure, stated, self.computed(target, measure))
        if row.verdict == DIFFERS and target.by is not None:
            horizon = self.horizon_of(target, measure, stated)
            if horizon is not None:
                yield self.horizon_row(target, row, by=target.by, horizon=horizon)
                target = target.model_copy(update={"by": horizon})
                row = self.row(target, measure, stated, self.computed(target, measure))
        yield replace(row, explanation=self.reason(target, row))

    def horizon_of(self, target: Target, measure: str, stated: float) -> int | None:
        """Find another horizon for which the records do give the figure."""
        for phase in self.plan.phases:
            computed = self.computed(target.model_copy(update={"by": phase.end}), measure)
            if computed is not None and within(measure, stated, computed, target.qualifiers.get(measure)):
                return phase.end
        return None

    def horizon_row(self, target: Target, row: Row, *, by: int, horizon: int) -> Row:
        here, stated = self.num(float(row.computed or 0)), self.num(float(row.stated))
        parts = self.stated_by_phase(target, row.measure)
        sums = " + ".join(self.num(part) for _, part in parts)
        why = self.say(
            f"đến năm {by} chỉ có {here}; {stated} là số đến năm {horizon}",
            f"by {by} there is only {here}; {stated} is the figure by {horizon}",
        )
        if parts:
            total = self.num(add_up([part for _, part in parts]))
            phases = listing([phase for phase, _ in parts], self.lang)
            why += self.say(
                f" ({sums} = {total}, gồm {phases})", f" ({sums} = {total}, which covers {phases})"
            )
        return self.row(target.model_copy(update={"by": None}), "by", by, horizon, why)

    def stated_by_phase(self, target: Target, measure: str) -> list[tuple[str, float]]:
        """Find the same clause's figures phase by phase, for the same scope."""
        return [
            (other.phase, float(getattr(other, measure)))
            for other in self.plan.targets
            if other.phase is not None
            and getattr(other, measure) is not None
            and (other.clause, other.subregion, other.district, other.cost_item)
            == (target.clause, target.subregion, target.district, target.cost_item)
        ]

    def reason(self, target: Target, row: Row) -> str:
        if row.computed is None:
            return self.say("chưa có ba điểm cùng một suất", "no rate that three clauses share")
        parts = []
        rate = self.rates.get(row.measure)
        if rate is not None and row.verdict != AGREES:
            hectares = add_up([record["hectares"] for record in self.chosen(target)])
            parts.append(
                f"{self.num(hectares)} ha × {self.num(rate.value)} = {self.num(float(row.computed))}"
                + self.say(
                    f" (suất của {rate.agreeing}/{rate.clauses} điểm)",
                    f" (the rate of {rate.agreeing} of {rate.clauses} clauses)",
                )
            )
        if row.measure == "capital_billion_vnd" and target.phase is not None and target.district is None:
            parts += self.sums(target, row)
        elif row.verdict == DIFFERS and rate is None:
            if names := self.names(target, row.measure):
                parts.append(self.say(f"hồ sơ có: {names}", f"the records have: {names}"))
            else:
                parts.append(self.say("hồ sơ không có CCN nào", "the records have none"))
        return "; ".join(parts)

    def names(self, target: Target, measure: str) -> str:
        """Name what a count counts; an expansion with its phase, where a cluster may have several."""
        if measure == "subregions":
            return listing(self.plan.subregions[f"label_{self.lang}"].tolist(), self.lang)
        phased = measure == "expansions" and target.phase is None
        names = [
            f"{record['name']} ({record['phase']})" if phased else str(record["name"])
            for record in self.counted(target, measure)
        ]
        return some_of(names, self.lang)

    def sums(self, target: Target, row: Row) -> list[str]:
        """Add the sub-regions up to the province, with what is stated and with what differs put right."""
        local = [
            t
            for t in self.plan.targets
            if t.phase == target.phase and t.subregion is not None and t.capital_billion_vnd is not None
        ]
        whole = [
            t
            for t in self.plan.targets
            if t.phase == target.phase
            and t.capital_billion_vnd is not None
            and t.subregion is t.district is t.cost_item is None
        ]
        if not local or not whole:
            return []
        stated = [float(t.capital_billion_vnd or 0) for t in local]
        mended = [self.mended(t) for t in local]
        where = self.say("các tiểu vùng", "the sub-regions")
        clauses = ", ".join(t.clause for t in local)
        total, right = add_up(stated), add_up(mended)
        provinces = listing(
            [f"{self.num(float(t.capital_billion_vnd or 0))} ({t.clause})" for t in whole], self.lang
        )
        if target.subregion is None:
            said = self.say(
                f"{where} ({clauses}) cộng lại {self.num(total)}",
                f"{where} ({clauses}) add up to {self.num(total)}",
            )
            if total == right:
                return [said]
            wrong = listing(
                [t.clause for t, a, b in zip(local, stated, mended, strict=True) if a != b], self.lang
            )
            return [
                said
                + self.say(
                    f", khi sửa {wrong} là {self.num(right)}",
                    f", with {wrong} put right to {self.num(right)}",
                )
            ]
        if row.verdict != DIFFERS:
            return []
        return [
            self.say(
                f"với số tính được, {where} ({clauses}) cộng lại {self.num(right)}, ứng với {provinces}; "
                f"với số đã in chỉ được {self.num(total)}",
                f"with the computed figure {where} ({clauses}) add up to {self.num(right)}, which is the "
                f"{provinces}; as printed they add up to {self.num(total)}",
            )
        ]

    def mended(self, target: Target) -> float:
        stated = float(target.capital_billion_vnd or 0)
        computed = self.computed(target, "capital_billion_vnd")
        word = target.qualifiers.get("capital_billion_vnd")
        if computed is None or within("capital_billion_vnd", stated, computed, word):
            return stated
        return computed

    def cost_row(self, target: Target, measure: str, stated: float) -> Row:
        """Hold an amount against its share of the whole, and a share against its amount."""
        total = self.stated_total(target)
        amount, share = target.capital_billion_vnd, target.share_percent
        if (
            total is None
            or amount is None
            or share is None
            or measure not in ("capital_billion_vnd", "share_percent")
        ):
            return self.row(target, measure, stated, None, self.no_record())
        if measure == "share_percent":
            why = f"{self.num(amount)} / {self.num(total)}"
            row = self.row(target, measure, stated, round(100 * amount / total, 4), why)
            if row.verdict != DIFFERS:
                return row
            shares = [t.share_percent or 0 for t in self.plan.targets if t.clause == target.clause]
            why += self.say(
                f"; các tỷ trọng cộng lại {self.num(add_up(shares))} nhưng không khớp từng số vốn",
                f"; the shares add up to {self.num(add_up(shares))}, but not each to its amount",
            )
            return replace(row, explanation=why)
        why = f"{self.num(share)} % × {self.num(total)}"
        return self.row(target, measure, stated, round(share * total / 100, 4), why)

    def stated_total(self, target: Target) -> float | None:
        """Find the clause's own total, else add up its cost items."""
        own = [
            t for t in self.plan.targets if t.clause == target.clause and t.capital_billion_vnd is not None
        ]
        totals = [t.capital_billion_vnd for t in own if t.cost_item is None and t.phase is None]
        items = add_up([t.capital_billion_vnd or 0 for t in own if t.cost_item is not None])
        return totals[0] if totals else (items or None)

    def range_row(self, target: Target, measure: str, stated: tuple[float, ...]) -> Row:
        """Compare a province's occupancy with its sub-regions' leased land; nothing else is on record."""
        shown = "-".join(self.num(value) for value in stated)
        row = Row(
            target.clause,
            scope_of(self.plan, target, self.lang),
            measure,
            shown,
            None,
            NO_RECORD,
            self.no_record(),
        )
        phases = [p.id for p in self.plan.phases if p.end == target.by]
        local = [t for t in self.plan.targets if t.subregion and t.phase in phases and t.leased_percent]
        if measure != RANGES[0] or target.by is None or not local:
            return row
        low, high = min(t.leased_percent[0] for t in local), max(t.leased_percent[-1] for t in local)
        inside = stated[0] <= low and high <= stated[-1]
        why = self.say(
            f"so với tỷ lệ đất cho thuê ở {', '.join(t.clause for t in local)}, một chỉ tiêu gần nghĩa",
            f"against the leased land of {', '.join(t.clause for t in local)}, a related measure",
        )
        if inside and low == stated[-1]:
            why += self.say("; bằng đúng mức trên", "; it is just the upper end")
        computed = self.num(low) if low == high else f"{self.num(low)}-{self.num(high)}"
        return replace(row, computed=computed, verdict=AGREES if inside else DIFFERS, explanation=why)

    def rule_row(self, target: Target, measure: str, stated: float, *, every: Level, by: int) -> Row:
        """Check "every district has at least so much by a year"; the computed figure is the least."""
        if measure not in ("clusters", "hectares"):
            return self.row(target, measure, stated, None, self.no_record())
        least, short = shortfall(
            self.plan, every=every, by=by, measure=measure, at_least=stated, lang=self.lang
        )
        why = self.say("ít nhất ở mỗi nơi", "the least in any")
        if short:
            why = self.say("chưa đạt: ", "falls short: ") + listing(short, self.lang)
        row = self.row(target, measure, stated, least, why)
        return replace(row, verdict=DIFFERS if short else AGREES)

    def phase_rows(self, target: Target) -> Iterator[Row]:
        if target.hectares_by_phase:
            for phase, stated in zip(self.plan.phases, target.hectares_by_phase, strict=True):
                part = target.model_copy(update={"phase": phase.id})
                yield self.row(part, "hectares", stated, self.computed(part, "hectares"))

    def cluster_rows(self, target: Target) -> Iterator[Row]:
        """Hold each cluster's stated total against its phases; neither side may lack a cluster."""
        stated = target.hectares_by_cluster
        if not stated:
            return
        clusters = self.plan.clusters
        totals = {ident: (name, ha) for ident, name, ha in zip(*(clusters[c] for c in _TOTALS), strict=True)}
        for ident in dict.fromkeys([*stated, *totals]):
            name, computed = totals.get(ident, (ident, 0.0))
            why = (
                ""
                if ident in totals
                else self.say("clusters.csv không có CCN này", "clusters.csv has no such one")
            )
            why = (
                why if ident in stated else self.say("văn bản không ghi tổng", "the decision states no total")
            )
            part = target.model_copy(update={"clause": f"{target.clause} {ident}"})
            yield replace(
                self.row(part, "hectares", stated.get(ident, 0.0), float(computed), why), scope=name
            )

    def no_record(self) -> str:
        return self.say("chỉ tiêu; hồ sơ không có số để so", "a target; the records hold nothing about it")

    def with_errata(self, row: Row) -> Row:
        """Mark a difference that plan.toml knows, if its correction is what the records give."""
        if row.verdict != DIFFERS or not isinstance(row.computed, int | float):
            return row
        for erratum in self.plan.errata:
            same = (erratum.clause, erratum.measure, erratum.stated) == (row.clause, row.measure, row.stated)
            if same and within(row.measure, erratum.corrected, row.computed, None):
                right = str(int(erratum.corrected)) if row.measure == "by" else self.num(erratum.corrected)
                note = self.say(f"sai sót đã biết, đúng là {right}", f"known erratum, read {right}")
                return replace(
                    row, known=True, explanation=f"{row.explanation or erratum.evidence[self.lang]}; {note}"
                )
        return row
