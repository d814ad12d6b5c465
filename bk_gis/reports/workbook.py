"""The plan as an Excel workbook: audit, rates, coverage, clusters and ledger, with live sums."""

import datetime as dt
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from bk_gis.checks.auditing.auditor import audit
from bk_gis.checks.auditing.rows import DIFFERS, ROUNDING
from bk_gis.checks.coverage_detail import coverage_matrix
from bk_gis.checks.foundings import check_status, status_words
from bk_gis.checks.rates import unit_rates
from bk_gis.errors import Lang
from bk_gis.io.whole import whole_file
from bk_gis.io.writing import PlainWorksheet, excel_options
from bk_gis.language.reasons import MOST_LISTED
from bk_gis.language.words import heads, say
from bk_gis.places.join_ledger import LEDGER as JOIN_LEDGER
from bk_gis.places.match_ledger import LEDGER as MATCHED
from bk_gis.places.regions import JOINED
from bk_gis.plan.levels import by_phase, covered_level, lying_in, plan_words, rules_of
from bk_gis.plan.model import Plan
from bk_gis.plan.statuses import has_statuses
from bk_gis.reports.audit_text import audit_table, rates_table
from bk_gis.reports.worksheets import (
    LETTERS,
    Formula,
    Value,
    Worksheet,
    as_value,
    excel_row,
    sum_across,
    sum_down,
    write_worksheet,
)

_RED = "#F6D5CF"


def write_workbook(plan: Plan, path: str | Path, *, lang: Lang = "vi") -> None:
    """
    Write audit, rates, coverage, clusters and ledger as one Excel workbook, whole or not at all.

    Text is written as text, never as a formula or a link, whatever it begins with. Sums and differences are
    formulas. The same plan gives the same bytes.
    """
    worksheets = [
        _audit_sheet(plan, lang),
        _rates_sheet(plan, lang),
        _coverage_sheet(plan, lang),
        _clusters_sheet(plan, lang),
        _ledger_sheet(plan, lang),
    ]
    with whole_file(path) as part:
        book = xlsxwriter.Workbook(
            str(part), {**excel_options(part), "default_format_properties": dict(LETTERS)}
        )
        book.worksheet_class = PlainWorksheet
        created = dt.datetime.combine(plan.decision.date, dt.time(), tzinfo=dt.UTC).replace(tzinfo=None)
        author = plan.decision.issuer[lang]
        book.set_properties({"title": plan.heading[lang], "author": author, "created": created})
        looks = {
            "title": book.add_format({"bold": True, "font_size": 13}),
            "head": book.add_format(
                {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E8EDF2", "border": 1}
            ),
        }
        for worksheet in [sheet for sheet in worksheets if sheet.rows] or worksheets[:1]:
            write_worksheet(book, worksheet, looks)
        book.close()


def _audit_sheet(plan: Plan, lang: Lang) -> Worksheet:
    found = audit(plan, lang=lang)
    table = audit_table(found, lang)
    rows: list[list[Value]] = []
    for i, (text, row) in enumerate(zip(table.rows, found.to_dict("records"), strict=True)):
        line: list[Value] = [*text]
        for column, name in ((3, "stated"), (4, "computed")):
            value = row[name]
            line[column] = value if isinstance(value, int | float | str) else None
        if row["difference"] == row["difference"]:
            at = excel_row(i)
            line[5] = Formula(f"=ROUND(E{at}-D{at},4)", row["difference"])
        rows.append(line)
    colours = {DIFFERS: _RED, ROUNDING: "#FBF1D0"}
    verdicts = zip(found["verdict"], found["known"], strict=True)
    shades = ["#F3E3F0" if known else colours.get(verdict) for verdict, known in verdicts]
    title = say("workbook.audit", lang)
    return Worksheet(title, f"{title}: {plan.decision.number}", table.head, rows, shades=shades)


def _rates_sheet(plan: Plan, lang: Lang) -> Worksheet:
    rates = unit_rates(plan)
    table = rates_table(rates, plan, lang)
    first = len(table.head) - 4  # the column of the stated amount
    stated, hectares = xl_col_to_name(first), xl_col_to_name(first + 1)
    rows: list[list[Value]] = []
    for i, (text, row) in enumerate(zip(table.rows, rates.to_dict("records"), strict=True)):
        at = excel_row(i)
        per_hectare = Formula(f"=ROUND({stated}{at}/{hectares}{at},4)", row["rate"])
        rows.append([*text[:first], row["stated"], row["hectares"], per_hectare, row["common"]])
    shades = [None if fine else _RED for fine in rates["shared"] | rates["common"].isna()]
    title = say("workbook.rates", lang)
    return Worksheet(title, title, table.head, rows, shades=shades)


def _coverage_sheet(plan: Plan, lang: Lang) -> Worksheet:
    matrix, phases = coverage_matrix(plan, lang=lang), plan.phases
    level = covered_level(plan)
    unit = plan_words(plan, f"unit.{level}", lang)
    said = [heads("head.coverage by phase", lang, unit=unit, phase=p.id, by=p.end) for p in phases]
    _, clusters, added, total, new, expanded = zip(*said, strict=True)
    columns = [unit, *added, total[0], *clusters, *new, *expanded]
    rows: list[list[Value]] = []
    for i, (_, of_unit) in enumerate(matrix.groupby("id", sort=False)):
        whole = sum_across(i, 1, len(phases), float(of_unit["hectares"].iloc[-1]))
        counts = [float(v) for name in ("clusters", "new", "expansions") for v in of_unit[name]]
        rows.append([str(of_unit["name"].iloc[0]), *of_unit["added"].tolist(), whole, *counts])
    sums: list[Value] = [sum_down(rows, i) for i in range(1, len(columns))]
    if (lying_in(plan, plan.clusters, level).str.len() > 1).any():
        sums = _whole(plan)  # what stands in several rows counts once
    title, last = say("workbook.coverage", lang), len(phases) + 1 + len(phases)
    never = [not row[last] for row in rows]
    marked = bool(rules_of(plan, level)) and sum(never) <= MOST_LISTED
    totals = [say("workbook.total", lang), *sums]
    shades = [_RED if marked and lacks else None for lacks in never]
    return Worksheet(title, title, columns, rows, totals, shades)


def _whole(plan: Plan) -> list[Value]:
    """Count the clusters of the plan as the worksheet of coverage counts those of a unit."""
    records, phases = by_phase(plan), plan.phases
    added = [float(plan.clusters[phase.column].sum()) for phase in phases]
    clusters = [float((plan.hectares_by(phase.end) > 0).sum()) for phase in phases]
    new, more = (
        [float(((records["phase"] == phase.id) & (records["new"] == founding)).sum()) for phase in phases]
        for founding in (True, False)
    )
    return [*added, round(sum(added), 6), *clusters, *new, *more]


def _clusters_sheet(plan: Plan, lang: Lang) -> Worksheet:
    no, name, place, district, total = heads("head.clusters", lang)
    phases = [phase.label[lang] for phase in plan.phases]
    stated = [district] if "district" in plan.clusters else []
    columns = [no, name, place, *stated, *phases, total]
    became: list[list[Value]] = [[] for _ in range(len(plan.clusters))]
    if has_statuses(plan.clusters):
        columns.append(say("map.statuses", lang))
        found = check_status(plan, by=plan.phases[-1].end).table
        became = [[status_words(row, lang)] for row in found.to_dict("records")]
    first = 3 + len(stated)
    rows: list[list[Value]] = []
    for i, record in enumerate(plan.clusters.to_dict("records")):
        texts = [record[key] for key in ("name", "location", *(["district"] if stated else []))]
        hectares = [float(record[p.column]) or None for p in plan.phases]
        whole = sum_across(i, first, first + len(phases) - 1, float(record["ha"]))
        rows.append([as_value(record["id"]), *texts, *hectares, whole, *became[i]])
    sums = [sum_down(rows, i) for i in range(first, first + 1 + len(phases))]
    totals: list[Value] = ["", say("workbook.total", lang), *[""] * (first - 2), *sums]
    return Worksheet(say("workbook.clusters", lang), plan.heading[lang], columns, rows, totals)


def _ledger_sheet(plan: Plan, lang: Lang) -> Worksheet:
    clusters = plan.in_language(lang).clusters
    joined = [
        name
        for name in (*JOINED, *(f"{n}_joined" for n in JOINED))
        if name in clusters and name != "district"
    ]
    stated = ["district"] if "district" in clusters else []
    names = ["id", "name", "printed_name", "location", *stated, *MATCHED, *joined, *JOIN_LEDGER]
    records = clusters[names].to_dict("records")
    points = zip(clusters.geometry.x, clusters.geometry.y, strict=True)
    rows: list[list[Value]] = [
        [*(as_value(record[name]) for name in names), round(x, 6), round(y, 6)]
        for record, (x, y) in zip(records, points, strict=True)
    ]
    title = say("workbook.ledger", lang)
    note = plan.boundaries.note[lang]
    return Worksheet(title, f"{title}. {note}", [*names, "lon", "lat"], rows)
