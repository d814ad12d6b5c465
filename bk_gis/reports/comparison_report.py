"""A comparison of two plans, laid out as a report."""

import pandas as pd

from bk_gis.checks.comparison import FIELDS, SIDES, Comparison
from bk_gis.checks.groups import GROUPS
from bk_gis.errors import Lang
from bk_gis.language.formats import figure, number
from bk_gis.language.words import clause_words, heads, say
from bk_gis.plan.levels import covered_level, plan_words
from bk_gis.plan.model import Plan
from bk_gis.reports.layout import Report, Section, Table


def as_report(found: Comparison, before: Plan, after: Plan, lang: Lang) -> Report:
    """Lay a comparison out as a report, which Markdown and Word know how to write."""
    nothing = say("comparison.nothing", lang)
    verdicts = [
        text
        for _, was, becomes in found.verdicts
        for text in (
            [was]
            if was == becomes
            else [say("comparison.before", lang, that=was), say("comparison.after", lang, that=becomes)]
        )
    ]
    changes = Table(
        heads("head.changes", lang),
        _change_rows(found, lang),
        right=(3, 4),
        title=say("report.changes table", lang),
    )
    coverage = _coverage_block(found, before, lang)
    sections = [
        Section(say("comparison.groups", lang), [groups_table(found.groups, lang)]),
        Section(say("comparison.changes", lang), [changes if changes.rows else nothing]),
        Section(say("comparison.coverage", lang), [*verdicts, *coverage]),
        Section(say("comparison.targets", lang), _target_block(found, lang) or [nothing]),
    ]
    states = say("comparison.states", lang, before=before.title[lang], after=after.title[lang])
    return Report(say("comparison.title", lang), states, sections)


def groups_table(groups: pd.DataFrame, lang: Lang) -> Table:
    """Count each group and add up its hectares, horizon by horizon."""
    sums = groups.groupby(["group", "by"])[["hectares_before", "hectares_after"]].sum().round(6)
    counts = groups.drop_duplicates("id")["group"].value_counts()
    horizons = sorted(groups["by"].unique())
    rows = [
        [
            say(f"group.{group}", lang),
            number(counts[group], lang, digits=0),
            *(number(hectares, lang) for by in horizons for hectares in sums.loc[group, by]),
        ]
        for group in GROUPS
        if group in counts
    ]
    whole = groups.groupby("by")[["hectares_before", "hectares_after"]].sum().round(6)
    totals = [hectares for by in horizons for hectares in whole.loc[by]]
    rows.append([say("workbook.total", lang), "", *(number(hectares, lang) for hectares in totals)])
    head = heads("head.groups", lang)
    head += [text for by in horizons for text in heads("head.groups by", lang, by=by)]
    return Table(head, rows, right=tuple(range(1, len(head))), title=say("report.groups table", lang))


def _change_rows(found: Comparison, lang: Lang) -> list[list[str]]:
    return [
        [
            row["id"],
            row["name"],
            _what(row["what"], lang),
            figure(row["before"], lang),
            figure(row["after"], lang),
            row["reason"],
        ]
        for row in found.changes.to_dict("records")
    ]


def _what(what: str, lang: Lang) -> str:
    if what in ("added", "withdrawn", *FIELDS):
        return say(f"change.{what}", lang)
    return say("change.hectares", lang, phase=what)


def _coverage_block(found: Comparison, before: Plan, lang: Lang) -> list[Table]:
    unit, units = (plan_words(before, f"{key}.{covered_level(before)}", lang) for key in ("unit", "level"))
    rows = [
        [
            row["name"],
            str(row["by"]),
            *(number(row[f"clusters_{side}"], lang, digits=0) for side in SIDES),
            *(number(row[f"hectares_{side}"], lang) for side in SIDES),
        ]
        for row in found.coverage.to_dict("records")
        if any(row[f"{name}_before"] != row[f"{name}_after"] for name in ("clusters", "hectares"))
    ]
    title = say("report.compared table", lang, units=units)
    head = heads("head.coverage compared", lang, unit=unit)
    return [Table(head, rows, right=(1, 2, 3, 4, 5), title=title)] if rows else []


def _target_block(found: Comparison, lang: Lang) -> list[Table]:
    rows = [
        [
            clause_words(row["clause"], lang),
            row["scope"],
            say(f"measure.{row['measure']}", lang),
            figure(row["stated"], lang, measure=row["measure"]),
            *(figure(row[f"computed_{side}"], lang, measure=row["measure"]) for side in SIDES),
            *(_verdict(row[f"verdict_{side}"], lang) for side in SIDES),
        ]
        for row in found.targets.to_dict("records")
    ]
    title = say("report.targets table", lang)
    return [Table(heads("head.targets compared", lang), rows, right=(3, 4, 5), title=title)] if rows else []


def _verdict(verdict: object, lang: Lang) -> str:
    return say(f"verdict.{verdict}", lang) if isinstance(verdict, str) else ""
