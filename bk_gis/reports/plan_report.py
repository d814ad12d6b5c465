"""A short report for a meeting: verdict, tables, what does not agree, sources; as Markdown or Word."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from bk_gis.checks.auditing.auditor import audit
from bk_gis.checks.auditing.rows import DIFFERS
from bk_gis.checks.coverage import CoverageReport, check_coverage
from bk_gis.checks.coverage_detail import check_rules, coverage_matrix, gaps
from bk_gis.checks.rates import RATED, common_rate
from bk_gis.errors import Lang
from bk_gis.language.formats import date, number
from bk_gis.language.reasons import MOST_LISTED, first_of, in_words
from bk_gis.language.words import clause_words, heads, say
from bk_gis.plan.levels import covered_level, own_horizon, rules_of
from bk_gis.plan.model import Plan
from bk_gis.reports.audit_text import audit_table, summary
from bk_gis.reports.layout import Block, Folded, Report, Section, Table


def make_report(
    plan: Plan, *, by: int | None = None, lang: Lang = "vi", picture: Path | None = None
) -> Report:
    """
    Put the report of a plan together.

    Parameters
    ----------
    plan
        The plan to report.
    by
        The horizon of the verdict; by default the plan's own, see `own_horizon`.
    lang
        Language of the report.
    picture
        A picture of the map (.png) to put in; none by default.
    """
    by = own_horizon(plan) if by is None else by
    decision = plan.decision
    issued = say(
        "report.decision",
        lang,
        number=decision.number,
        date=date(decision.date, lang),
        issuer=decision.issuer[lang],
    )
    found = check_coverage(plan, by=by, lang=lang)
    sections = [
        Section(say("report.coverage", lang, by=by), coverage_blocks(plan, found, lang)),
        *([Section(say("report.map", lang), [picture])] if picture else []),
        _matrix_section(plan, lang),
        _rules_section(plan, lang),
        _gaps_section(plan, by, lang),
        _audit_section(plan, lang),
        _sources_section(plan, lang),
    ]
    return Report(plan.title[lang], issued, [section for section in sections if section.body])


def coverage_blocks(plan: Plan, found: CoverageReport, lang: Lang) -> list[Block]:
    """Say what a coverage check found, why it is no verdict, a line for every unit, and who is not listed."""
    table = coverage_table(found, lang)
    blocks: list[Block] = [found.verdict(lang), table]
    if not rules_of(plan, found.level):
        blocks.insert(1, say("coverage.no rule", lang))
    if len(table.rows) < len(found.table):
        units = say(f"level.{found.level}", lang)
        summary = say("coverage.all without", lang, count=len(found.missing), units=units)
        blocks.append(Folded(summary, ", ".join(found.missing)))
    return blocks


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
            *([_yes_or_no(row["covered"], lang)] if found.ruled else []),
        ]
        for row in found.table.to_dict("records")
    ]
    rows = _readable(rows, found.table["covered"])
    head = heads("head.coverage", lang, unit=say(f"unit.{found.level}", lang))
    return Table(head if found.ruled else head[:-1], rows, right=(1, 2, 3))


def _readable(rows: list[list[str]], with_cluster: Iterable[bool]) -> list[list[str]]:
    """Leave units without a cluster out where they are too many to be read through."""
    there = list(with_cluster)
    if there.count(False) <= MOST_LISTED:
        return rows
    return [row for row, has_one in zip(rows, there, strict=True) if has_one]


def _yes_or_no(holds: object, lang: Lang) -> str:
    return say("coverage.covered" if holds else "coverage.not covered", lang)


def _matrix_section(plan: Plan, lang: Lang) -> Section:
    matrix = coverage_matrix(plan, lang=lang)
    head = [say(f"unit.{covered_level(plan)}", lang), *(phase.label[lang] for phase in plan.phases)]
    units = [unit for _, unit in matrix.groupby("id", sort=False)]
    rows = [
        [
            str(unit["name"].iloc[0]),
            *(
                say("report.matrix cell", lang, clusters=n, hectares=number(ha, lang))
                for n, ha in zip(unit["clusters"], unit["hectares"], strict=True)
            ),
        ]
        for unit in units
    ]
    sums = matrix.groupby("phase")[["new", "expansions"]].sum()
    phases = "; ".join(f"{p.id}: {sums['new'][p.id]} / {sums['expansions'][p.id]}" for p in plan.phases)
    rows = _readable(rows, (bool(unit["clusters"].any()) for unit in units))
    table = Table(head, rows, right=range(1, len(head)))
    return Section(say("report.matrix", lang), [table, say("report.matrix note", lang, phases=phases)])


def _rules_section(plan: Plan, lang: Lang) -> Section:
    rows = [
        [
            clause_words(row["clause"], lang),
            say(
                "report.rule",
                lang,
                every=say(f"every.{row['every']}", lang),
                by=row["by"],
                measure=say(f"measure.{row['measure']}", lang),
                least=number(row["at_least"], lang),
            ),
            number(row["least"], lang),
            _yes_or_no(row["holds"], lang),
            in_words(first_of(row["short"]), lang),
        ]
        for row in check_rules(plan, lang=lang).to_dict("records")
    ]
    table = Table(heads("head.rules", lang), rows, right=(2,))
    return Section(say("report.rules", lang), [table] if rows else [])


def _gaps_section(plan: Plan, by: int, lang: Lang) -> Section:
    level = covered_level(plan)
    if not rules_of(plan, level):
        return Section("", [])  # nothing is demanded, so that nothing is missing
    found = gaps(plan, by=by, lang=lang)
    rows = [
        [row["name"], row["later"] or say("report.nothing later", lang), row["communes"]]
        for row in found.to_dict("records")
    ]
    rows = _readable(rows, (found["later"] != "") | (len(found) <= MOST_LISTED))
    table = Table(heads("head.gaps", lang, unit=say(f"unit.{level}", lang)), rows)
    body: list[Block] = [table] if rows else []
    if more := len(found) - len(rows):
        units = say(f"level.{level}", lang)
        body.append(say("report.no later", lang, count=more, units=units))
    return Section(say("report.gaps", lang), body or [say("report.no gaps", lang)])


def _audit_section(plan: Plan, lang: Lang) -> Section:
    found = audit(plan, lang=lang)
    body: list[Block] = [summary(found, lang)]
    differing = found[found["verdict"] == DIFFERS]
    if len(differing):
        body.append(audit_table(differing, lang))
    shared = [rate for measure in RATED if (rate := common_rate(plan, measure))]
    if shared:
        said = "; ".join(f"{say('measure.' + r.measure, lang)}: {number(r.value, lang)}/ha" for r in shared)
        body.append(say("report.rates", lang, rates=said))
    return Section(say("report.audit", lang), body)


def _sources_section(plan: Plan, lang: Lang) -> Section:
    boundaries = plan.boundaries
    count = plan.clusters["match_method"].value_counts().sort_index()
    methods = ", ".join(f"{say(f'method.{m}', lang)}: {n}" for m, n in count.items())
    credit = say(
        "report.credit",
        lang,
        date=date(boundaries.date, lang),
        credit=boundaries.credit,
        note=boundaries.note[lang],
    )
    located = say("report.located", lang, methods=methods)
    return Section(say("report.sources", lang), [located, credit])
