"""A comparison of two plans, laid out as a report."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from bk_gis.checks.comparison import FIELDS, SIDES, Comparison
from bk_gis.checks.groups import GROUPS
from bk_gis.errors import Lang
from bk_gis.language.formats import figure, number
from bk_gis.language.words import heads, say, words
from bk_gis.plan.levels import covered_level, plan_words
from bk_gis.plan.model import Plan
from bk_gis.reports.audit_text import figure_cells, signed_difference
from bk_gis.reports.coverage_blocks import map_block
from bk_gis.reports.layout import Report, Section, Table

_KEY = ["clause", "scope", "measure", "stated"]


def as_report(
    found: Comparison, before: Plan, after: Plan, lang: Lang, *, by: int = 0, pictures: Sequence[Path] = ()
) -> Report:
    """
    Lay a comparison out as a report, which Markdown and Word know how to write.

    `pictures` are maps of the two plans, by a horizon.
    """
    nothing = say("comparison.nothing", lang)
    verdicts: list[str] = []
    for _, *said in found.verdicts:
        sides = [say(f"comparison.{side}", lang, that=that) for side, that in zip(SIDES, said, strict=True)]
        verdicts += said[:1] if said[0] == said[1] else sides
    title, rows = say("report.changes table", lang), _change_rows(found, after, lang)
    changes = Table(heads("head.changes", lang), rows, right=(3, 4), title=title)
    coverage = _coverage_block(found, before, lang)
    maps = [
        map_block(plan, by, lang, path, say(f"comparison.map {side}", lang, by=by))
        for plan, path, side in zip((before, after), pictures, SIDES, strict=False)
    ]
    sections = [
        Section(say("comparison.groups", lang), [groups_table(found.groups, lang)]),
        Section(say("comparison.changes", lang), [changes if changes.rows else nothing]),
        Section(say("report.map", lang), maps),
        Section(say("comparison.coverage", lang), [*verdicts, *coverage]),
        Section(say("comparison.broken", lang), _broken_block(found, lang)),
        Section(say("comparison.targets", lang), _target_block(found, lang) or [nothing]),
    ]
    states = say("comparison.states", lang, before=before.heading[lang], after=after.heading[lang])
    title = say("comparison.title", lang)
    if after.untried == before and after.tried is not None:
        title, number = after.heading[lang], before.decision.number
        states = say("comparison.changes of", lang, count=len(after.tried.changes), number=number)
    return Report(title, states, [section for section in sections if section.body])


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


def _change_rows(found: Comparison, after: Plan, lang: Lang) -> list[list[str]]:
    new = after.clusters.set_index("id").to_dict("index")
    return [
        [
            row["id"],
            row["name"],
            _what(row["what"], lang) + (_where(new[row["id"]], after) if row["what"] == "added" else ""),
            figure(row["before"], lang),
            figure(row["after"], lang),
            row["reason"],
        ]
        for row in found.changes.to_dict("records")
    ]


def _where(cluster: dict[str, Any], plan: Plan) -> str:
    """Say where and when a new cluster is."""
    places = [cluster[name] for name in ("location", "district") if name in cluster]
    return f": {', '.join([*places, *(phase.id for phase in plan.phases if cluster[phase.column])])}"


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


def _broken_block(found: Comparison, lang: Lang) -> list[Table]:
    rows = [
        [*figure_cells(row, lang, "stated", "before", "after"), signed_difference(row, lang)]
        for row in found.broken.to_dict("records")
    ]
    return [Table(heads("head.targets broken", lang), rows, right=(3, 4, 5, 6))] if rows else []


def _target_block(found: Comparison, lang: Lang) -> list[Table]:
    broken = set(found.broken[_KEY].itertuples(index=False, name=None))
    verdicts = {verdict: texts[lang] for verdict, texts in words("verdict").items()}
    rows = [
        [
            *figure_cells(row, lang, "stated", *(f"computed_{side}" for side in SIDES)),
            *(verdicts.get(row[f"verdict_{side}"], "") for side in SIDES),
        ]
        for row in found.targets.to_dict("records")
        if tuple(row[name] for name in _KEY) not in broken
    ]
    title = say("report.targets table", lang)
    return [Table(heads("head.targets compared", lang), rows, right=(3, 4, 5), title=title)] if rows else []
