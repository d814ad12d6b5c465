"""The answer of a coverage check, laid out so that it stays readable whatever it counts."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from bk_gis.checks.coverage import CoverageReport, check_coverage
from bk_gis.errors import Lang
from bk_gis.language.formats import number
from bk_gis.language.reasons import MOST_LISTED, first_of, in_words, some_of
from bk_gis.language.words import heads, say
from bk_gis.plan.levels import covered_level, plan_words, rules_of, with_kinds
from bk_gis.plan.model import Plan
from bk_gis.plan.vintages import own_year
from bk_gis.reports.layout import Block, Folded, Picture, Table


def coverage_blocks(plan: Plan, found: CoverageReport, lang: Lang) -> list[Block]:
    """Say what a coverage check found, why it is no verdict, a line for every unit, and who is not listed."""
    table = coverage_table(found, lang)
    blocks: list[Block] = [
        found.verdict(lang),
        *coverage_notes(plan, found, lang),
        table,
        *shared_note(found, lang),
    ]
    if len(table.rows) < len(found.table):
        units = with_kinds(say(f"level.{found.level}", lang), found.kinds)
        summary = say("coverage.all without", lang, count=len(found.missing), units=units)
        blocks.append(Folded(summary, ", ".join(found.missing)))
    return blocks


def shared_note(found: CoverageReport, lang: Lang) -> list[str]:
    """Say below a table which clusters stand in several of its lines."""
    clusters = in_words(some_of(found.shared), lang)
    return [say("coverage.shared", lang, clusters=clusters)] if found.shared else []


def coverage_notes(plan: Plan, found: CoverageReport, lang: Lang) -> list[str]:
    """Say why a count is no verdict, and which clusters it could not count for certain."""
    notes = [say("page.trial", lang)] if plan.is_trial else []
    rules = rules_of(plan, None if found.boundaries else found.level)
    if not rules:
        notes.append(say("coverage.no rule", lang))
    elif found.boundaries is not None:
        values = {
            "clauses": ", ".join(dict.fromkeys(rule.clause for rule in rules)),
            "units": plan_words(plan, f"level.{covered_level(plan)}", lang),
            "own": own_year(plan),
        }
        notes.append(say("coverage.stays", lang, year=found.boundaries, **values))
    if found.unsure:
        clusters = "; ".join(
            say("coverage.in units", lang, name=name, units=units) for name, units in found.unsure.items()
        )
        notes.append(say("coverage.unsure", lang, year=found.boundaries, clusters=clusters))
    return notes


def coverage_table(found: CoverageReport, lang: Lang) -> Table:
    """
    Lay the answer of a coverage check out, a line for every unit.

    Units without a cluster are left out where they are too many to be read; so is the verdict on each
    where the plan states no rule.
    """
    rows = [
        [
            row["name"],
            str(row["clusters"]),
            number(row["hectares"], lang),
            "" if pd.isna(row["first_year"]) else str(row["first_year"]),
            row["names"],
            *([yes_or_no(row["covered"], lang)] if found.ruled else []),
        ]
        for row in found.table.to_dict("records")
    ]
    rows = readable(rows, found.table["covered"])
    head = heads("head.coverage", lang, unit=with_kinds(say(f"unit.{found.level}", lang), found.kinds))
    units = with_kinds(say(f"level.{found.level}", lang), found.kinds)
    title = say("report.coverage table", lang, by=found.by, units=units)
    return Table(head if found.ruled else head[:-1], rows, right=(1, 2, 3), title=title)


def readable(rows: list[list[str]], with_cluster: Iterable[bool]) -> list[list[str]]:
    """Leave units without a cluster out where they are too many to be read through."""
    there = list(with_cluster)
    if there.count(False) <= MOST_LISTED:
        return rows
    return [row for row, has_one in zip(rows, there, strict=True) if has_one]


def yes_or_no(holds: object, lang: Lang) -> str:
    """Say whether something holds."""
    return say("coverage.covered" if holds else "coverage.not covered", lang)


def map_block(plan: Plan, by: int, lang: Lang, path: Path, title: str = "") -> Picture:
    """Put a picture of the map in, with what it shows in words."""
    shown = plan.clusters.loc[plan.hectares_by(by) > 0, "name"]
    title = title or say("report.map title", lang, by=by)
    said = {"count": len(shown), "clusters": in_words(first_of(shown.tolist()), lang)}
    verdict = check_coverage(plan, by=by, lang=lang).verdict(lang)
    return Picture(path, title, say("report.map shows", lang, title=title, verdict=verdict, **said))
