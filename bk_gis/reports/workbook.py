"""The plan as an Excel workbook: audit, rates, coverage, clusters and ledger, with live sums."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from bk_gis.checks.auditing.auditor import audit
from bk_gis.checks.auditing.rows import DIFFERS, ROUNDING
from bk_gis.checks.coverage_detail import coverage_matrix
from bk_gis.checks.rates import unit_rates
from bk_gis.io.whole import whole_file
from bk_gis.language.words import Lang
from bk_gis.places.geocoding import LEDGER as MATCHED
from bk_gis.places.join_ledger import LEDGER as JOIN_LEDGER
from bk_gis.places.joining import JOINED
from bk_gis.plan.model import Plan
from bk_gis.reports.audit_text import AUDIT_HEAD, RATES_HEAD, audit_table, rates_table

_HEAD_ROW = 2  # the title stands above, with a free line
_TITLES: dict[Lang, dict[str, str]] = {
    "vi": {
        "audit": "Kiểm tra số liệu",
        "rates": "Suất trên 1 ha",
        "coverage": "Độ phủ",
        "clusters": "Danh mục CCN",
        "ledger": "Cách định vị",
    },
    "en": {
        "audit": "Audit",
        "rates": "Rates per hectare",
        "coverage": "Coverage",
        "clusters": "Clusters",
        "ledger": "Ledger",
    },
}
_COVERAGE_HEAD: dict[Lang, list[str]] = {
    "vi": ["Huyện, thị xã", "CCN {by}", "Thêm {phase} (ha)", "Cộng (ha)", "Mới {phase}", "Mở rộng {phase}"],
    "en": [
        "District",
        "Clusters {by}",
        "Added {phase} (ha)",
        "Total (ha)",
        "New {phase}",
        "Expanded {phase}",
    ],
}
_CLUSTERS_HEAD: dict[Lang, list[str]] = {
    "vi": ["TT", "Tên CCN", "Địa điểm (như in)", "Huyện, thị xã", "Cộng (ha)", "Tổng cộng"],
    "en": ["No.", "Cluster", "Place (as printed)", "District", "Total (ha)", "Total"],
}


@dataclass(frozen=True)
class Formula:
    """A formula of ours with the value it has now, for programs that do not calculate."""

    text: str
    value: float


Cell = str | float | Formula | None
_LONGEST_ID = 5  # digits; a longer number is a code


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its head, its width in characters, and whether it holds numbers."""

    head: str
    width: float
    numeric: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet: columns, rows, and a last row of totals where there is one."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    totals: Sequence[Cell] = ()
    shade: Callable[[int], str | None] = lambda _row: None


def write_workbook(plan: Plan, path: str | Path, *, lang: Lang = "vi") -> None:
    """
    Write audit, rates, coverage, clusters and ledger as one Excel workbook.

    Parameters
    ----------
    plan
        The plan to report.
    path
        File to write, .xlsx; it appears whole or not at all.
    lang
        Language of heads and explanations.

    Notes
    -----
    Text is written as text, never as a formula or a link, whatever it begins with. Sums and
    differences are formulas. The same plan gives the same bytes.
    """
    sheets = [
        _audit_sheet(plan, lang),
        _rates_sheet(plan, lang),
        _coverage_sheet(plan, lang),
        _clusters_sheet(plan, lang),
        _ledger_sheet(plan, lang),
    ]
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with whole_file(path) as part:
        book = xlsxwriter.Workbook(str(part), options)
        created = dt.datetime.combine(plan.decision.date, dt.time(), tzinfo=dt.UTC).replace(tzinfo=None)
        author = plan.decision.issuer[lang]
        book.set_properties({"title": plan.title[lang], "author": author, "created": created})
        looks = {
            "title": book.add_format({"bold": True, "font_size": 13}),
            "head": book.add_format(
                {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E8EDF2", "border": 1}
            ),
        }
        for sheet in sheets:
            _write_sheet(book, sheet, looks)
        book.close()


def _write_sheet(book: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    page = book.add_worksheet(sheet.name)
    page.write_string(0, 0, sheet.title, looks["title"])
    for i, column in enumerate(sheet.columns):
        page.set_column(i, i, column.width)
        page.write_string(_HEAD_ROW, i, column.head, looks["head"])
    formats: dict[tuple[str, str | None, bool], Any] = {}

    def look(*, form: str, colour: str | None, bold: bool) -> Any:
        key = (form, colour, bold)
        if key not in formats:
            shared = {"valign": "top", "border": 1, "border_color": "#D0D7DE", "bold": bold}
            own = {"num_format": form, "text_wrap": form == "@"}
            formats[key] = book.add_format(shared | own | ({"bg_color": colour} if colour else {}))
        return formats[key]

    lines = [*sheet.rows, *([sheet.totals] if sheet.totals else [])]
    for number_, line in enumerate(lines):
        total = number_ == len(sheet.rows)
        for i, cell in enumerate(line):
            colour = None if total else sheet.shade(number_)
            form = look(form=_number_format(cell), colour=colour, bold=total)
            _write_cell(page, _HEAD_ROW + 1 + number_, i, cell, form)
    last = _HEAD_ROW + len(sheet.rows)
    page.autofilter(_HEAD_ROW, 0, last, len(sheet.columns) - 1)
    page.freeze_panes(_HEAD_ROW + 1, 0)
    page.repeat_rows(_HEAD_ROW)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&R&P/&N")


def _number_format(cell: Cell) -> str:
    """Show the decimals that a number has: `#.##` would leave a lone separator behind a whole one."""
    if isinstance(cell, str):
        return "@"
    value = cell if isinstance(cell, int | float) else getattr(cell, "value", 0)
    decimals = len(f"{float(value):.4f}".rstrip("0").partition(".")[2])
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _write_cell(page: Any, row: int, column: int, cell: Cell, form: Any) -> None:
    """Write by kind; text is never parsed, since it may begin with "="."""
    if isinstance(cell, Formula):
        page.write_formula(row, column, cell.text, form, cell.value)
    elif isinstance(cell, str):
        page.write_string(row, column, cell, form)
    elif cell is None or cell != cell:  # noqa: PLR0124 - NaN
        page.write_blank(row, column, None, form)
    else:
        page.write_number(row, column, cell, form)


def _excel_row(row: int) -> int:
    """Row of a sheet's data, as Excel counts."""
    return _HEAD_ROW + 2 + row


def _sum_down(column: int, values: Sequence[float]) -> Formula:
    letter = xl_col_to_name(column)
    cells = f"{letter}{_excel_row(0)}:{letter}{_excel_row(len(values) - 1)}"
    return Formula(f"=SUM({cells})", round(sum(values), 6))


def _audit_sheet(plan: Plan, lang: Lang) -> Sheet:
    found = audit(plan, lang=lang)
    widths = (10, 32, 22, 14, 14, 12, 20, 70)
    columns = [Column(head, width) for head, width in zip(AUDIT_HEAD[lang], widths, strict=True)]
    rows: list[list[Cell]] = []
    for i, (text, row) in enumerate(zip(audit_table(found, lang), found.to_dict("records"), strict=True)):
        line: list[Cell] = [*text]
        for column, name in ((3, "stated"), (4, "computed")):
            value = row[name]
            line[column] = value if isinstance(value, int | float | str) else None
        if row["difference"] == row["difference"]:
            at = _excel_row(i)
            line[5] = Formula(f"=ROUND(D{at}-E{at},4)", row["difference"])
        rows.append(line)
    colours = {DIFFERS: "#F6D5CF", ROUNDING: "#FBF1D0"}
    verdicts = found["verdict"].tolist()
    known = found["known"].tolist()

    def shade(row: int) -> str | None:
        return "#F3E3F0" if known[row] else colours.get(verdicts[row])

    title = _TITLES[lang]["audit"]
    return Sheet(title, f"{title}: {plan.decision.number}", columns, rows, shade=shade)


def _rates_sheet(plan: Plan, lang: Lang) -> Sheet:
    rates = unit_rates(plan)
    widths = (10, 14, 34, 24, 14, 14, 14, 14)
    columns = [Column(head, width) for head, width in zip(RATES_HEAD[lang], widths, strict=True)]
    rows: list[list[Cell]] = []
    for i, (text, row) in enumerate(
        zip(rates_table(rates, plan, lang), rates.to_dict("records"), strict=True)
    ):
        at = _excel_row(i)
        per_hectare = Formula(f"=ROUND(E{at}/F{at},4)", row["rate"])
        rows.append([*text[:4], row["stated"], row["hectares"], per_hectare, row["common"]])
    fine = (rates["shared"] | rates["common"].isna()).tolist()
    title = _TITLES[lang]["rates"]
    return Sheet(title, title, columns, rows, shade=lambda row: None if fine[row] else "#F6D5CF")


def _coverage_sheet(plan: Plan, lang: Lang) -> Sheet:
    matrix = coverage_matrix(plan, lang=lang)
    district, clusters, added, total, new, expanded = _COVERAGE_HEAD[lang]
    phases = plan.phases
    columns = [Column(district, 24)]
    columns += [Column(added.format(phase=p.id), 12, numeric=True) for p in phases]
    columns += [Column(total, 12, numeric=True)]
    for head in (clusters, new, expanded):
        columns += [Column(head.format(phase=p.id, by=p.end), 11, numeric=True) for p in phases]
    rows: list[list[Cell]] = []
    for i, (_, unit) in enumerate(matrix.groupby("id", sort=False)):
        at, n = _excel_row(i), len(phases)
        cells = f"{xl_col_to_name(1)}{at}:{xl_col_to_name(n)}{at}"
        whole = Formula(f"=SUM({cells})", float(unit["hectares"].iloc[-1]))
        counts = [float(v) for name in ("clusters", "new", "expansions") for v in unit[name]]
        rows.append([str(unit["name"].iloc[0]), *unit["added"].tolist(), whole, *counts])
    totals: list[Cell] = [
        _CLUSTERS_HEAD[lang][-1],
        *(_sum_down(i, _values(rows, i)) for i in range(1, len(columns))),
    ]
    title = _TITLES[lang]["coverage"]
    red = "#F6D5CF"  # a unit that no phase ever covers
    last = len(phases) + 1 + len(phases)
    return Sheet(title, title, columns, rows, totals, shade=lambda row: None if rows[row][last] else red)


def _values(rows: Sequence[Sequence[Cell]], column: int) -> list[float]:
    cells = [row[column] for row in rows]
    return [
        c.value if isinstance(c, Formula) else float(c) if isinstance(c, int | float) else 0.0 for c in cells
    ]


def _clusters_sheet(plan: Plan, lang: Lang) -> Sheet:
    no, name, place, district, total, everything = _CLUSTERS_HEAD[lang]
    phases = [Column(p.label[lang], 14, numeric=True) for p in plan.phases]
    columns = [Column(no, 6), Column(name, 22), Column(place, 28), Column(district, 22), *phases]
    columns.append(Column(total, 12, numeric=True))
    rows: list[list[Cell]] = []
    for i, record in enumerate(plan.clusters.to_dict("records")):
        at = _excel_row(i)
        cells = f"E{at}:{xl_col_to_name(3 + len(phases))}{at}"
        hectares = [float(record[p.column]) or None for p in plan.phases]
        whole = Formula(f"=SUM({cells})", float(record["ha"]))
        rows.append(
            [
                _cell_of(record["id"]),
                record["name"],
                record["location"],
                record.get("district", ""),
                *hectares,
                whole,
            ]
        )
    sums = [_sum_down(i, _values(rows, i)) for i in range(4, len(columns))]
    title = _TITLES[lang]["clusters"]
    return Sheet(title, plan.title[lang], columns, rows, ["", everything, "", "", *sums])


def _ledger_sheet(plan: Plan, lang: Lang) -> Sheet:
    clusters = plan.in_language(lang).clusters
    joined = [
        name
        for name in (*JOINED, *(f"{n}_joined" for n in JOINED))
        if name in clusters and name != "district"
    ]
    names = ["id", "name", "printed_name", "location", "district", *MATCHED, *joined, *JOIN_LEDGER]
    columns = [Column(name, 40 if name.endswith("reason") else 18) for name in names]
    columns += [Column("lon", 12, numeric=True), Column("lat", 12, numeric=True)]
    records = clusters[names].to_dict("records")
    points = zip(clusters.geometry.x, clusters.geometry.y, strict=True)
    rows: list[list[Cell]] = [
        [*(_cell_of(record[name]) for name in names), round(x, 6), round(y, 6)]
        for record, (x, y) in zip(records, points, strict=True)
    ]
    title = _TITLES[lang]["ledger"]
    note = plan.boundaries.note[lang]
    return Sheet(title, f"{title}. {note}", columns, rows)


def _cell_of(value: object) -> Cell:
    """Numbers stay numbers, also the annex's row numbers, so that a sheet sorts as people count."""
    if isinstance(value, float):
        return value
    text = "" if value is None else str(value)
    return int(text) if text.isdecimal() and not text.startswith("0") and len(text) < _LONGEST_ID else text
