"""Check each figure of a decision against its records and its other figures."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from bk_gis.checks.auditing.amounts import cost_row, number_rows, range_row
from bk_gis.checks.auditing.names import centre_rows, name_rows, place_rows
from bk_gis.checks.auditing.records import Records
from bk_gis.checks.auditing.rows import AGREES, DIFFERS, AuditTable, Row
from bk_gis.checks.coverage_detail import shortfall
from bk_gis.checks.rates import within
from bk_gis.errors import Lang, Text, in_asked_language
from bk_gis.language.reasons import first_of, reason, together
from bk_gis.language.words import require_language
from bk_gis.plan.levels import Level
from bk_gis.plan.model import Plan
from bk_gis.plan.notebook import require_plan
from bk_gis.plan.values import Erratum, Target, figures

_TOTALS = ("id", "name", "ha")


@in_asked_language
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
        `computed` (from the records; empty where they hold nothing about it), `difference` (computed
        less stated), `verdict`, `explanation`, and `known`: whether a difference is among the
        errata of plan.toml or the corrections of place_names.csv. Hectares, billion VND, percent.

    Notes
    -----
    `verdict` is "agrees", "agrees within rounding" (off by less than one unit of the last written
    digit, on the side that a qualifier such as "hơn" names), "differs" or "no record". Capital and
    jobs are computed from hectares and the rate that most clauses share; see `unit_rates`.

    Examples
    --------
    >>> import bk_gis
    >>> plan = bk_gis.load_plan()
    >>> found = bk_gis.audit(plan)
    >>> found["verdict"].value_counts().to_dict()
    {'agrees': 147, 'agrees within rounding': 20, 'differs': 17, 'no record': 14}
    >>> bool(found[found["verdict"] == "differs"]["known"].all())
    True
    """
    require_plan(plan)
    require_language(lang)
    found = pd.DataFrame([row.in_language(lang) for row in audit_rows(plan)])
    texts = {"stated": object, "computed": object}  # numbers, ranges and names in one column
    table = AuditTable(found.astype({**texts, "difference": float, "known": bool}))
    table.attrs["lang"] = lang
    return table


def audit_rows(plan: Plan) -> list[Row]:
    """Check as `audit` does; the rows are in no language."""
    records = Records(plan)
    rows = [row for target in plan.targets for row in _target_rows(records, target)]
    return [*(_with_errata(plan.errata, row) for row in rows), *place_rows(plan)]


def _target_rows(records: Records, target: Target) -> Iterator[Row]:
    for measure, stated in figures(target):
        if isinstance(stated, tuple):
            yield range_row(records, target, measure, stated)
        elif target.every is not None and target.by is not None:
            yield _rule_row(records, target, measure, stated, every=target.every, by=target.by)
        elif target.cost_item:
            yield cost_row(records, target, measure, stated)
        else:
            yield from number_rows(records, target, measure, stated)
    yield from _phase_rows(records, target)
    yield from _cluster_rows(records, target)
    yield from name_rows(records, target)
    yield from centre_rows(records, target)


def _rule_row(records: Records, target: Target, measure: str, stated: float, *, every: Level, by: int) -> Row:
    """Check "every district has at least so much by a year"; the computed figure is the least."""
    if measure not in ("clusters", "hectares"):
        return records.row(target, measure, stated, None, reason("explanation.no record"))
    least, short = shortfall(records.plan, every=every, by=by, measure=measure, at_least=stated)
    units = [records.units[every][code] for code in short]
    why = reason("explanation.falls short", units=first_of(units)) if short else reason("explanation.least")
    return replace(records.row(target, measure, stated, least, why), verdict=DIFFERS if short else AGREES)


def _phase_rows(records: Records, target: Target) -> Iterator[Row]:
    if target.hectares_by_phase:
        for phase, stated in zip(records.plan.phases, target.hectares_by_phase, strict=True):
            part = target.model_copy(update={"phase": phase.id})
            yield records.row(part, "hectares", stated, records.hectares(part))


def _cluster_rows(records: Records, target: Target) -> Iterator[Row]:
    """Hold each cluster's stated total against its phases; neither side may lack a cluster."""
    stated = target.hectares_by_cluster
    if not stated:
        return
    clusters = records.plan.clusters
    totals = {ident: (name, ha) for ident, name, ha in zip(*(clusters[c] for c in _TOTALS), strict=True)}
    for ident in dict.fromkeys([*stated, *totals]):
        name, computed = totals.get(ident, (ident, 0.0))
        why = None if ident in totals else reason("explanation.no such cluster")
        why = why if ident in stated else reason("explanation.no total")
        part = target.model_copy(update={"clause": f"{target.clause} {ident}"})
        row = records.row(part, "hectares", stated.get(ident, 0.0), float(computed), why)
        yield replace(row, scope=name)


def _with_errata(errata: tuple[Erratum, ...], row: Row) -> Row:
    """Mark a difference that plan.toml knows, if its correction is what the records give."""
    if (row.measure, row.stated) == ("name", ""):  # what a clause leaves out is known where its count is
        return replace(row, known=any((e.clause, e.measure) == (row.clause, "clusters") for e in errata))
    if row.verdict != DIFFERS or not isinstance(row.computed, int | float):
        return row
    for erratum in errata:
        same = (erratum.clause, erratum.measure, erratum.stated) == (row.clause, row.measure, row.stated)
        if same and within(row.measure, erratum.corrected, row.computed, None):
            right = str(int(erratum.corrected)) if row.measure == "by" else erratum.corrected
            why = row.explanation or Text(erratum.evidence.vi, erratum.evidence.en)
            note = reason("explanation.known erratum", right=right)
            return replace(row, known=True, explanation=together([why, note]))
    return row
