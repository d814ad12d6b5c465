"""
Worksheets as values, and how they are written: text never parsed, sums alive, heads that stay in sight.

Columns are as wide and rows as high as what they hold; not every program makes them so by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from bk_gis.reports.widths import FONT, column_widths, lines_in, row_lines

_HEAD_ROW = 2  # the title stands above, with a free line
_LONGEST_ID = 5  # digits; a longer number is a code
_SIZE, _LINE, _HIGHEST = 11, 15, 409  # points: letters, their lines, the highest row of Excel
LETTERS = {"font_name": FONT, "font_size": _SIZE}
_PAPERS = ((9, 95), (8, 140))  # A4 and A3 by Excel's numbers, and the ems across when they lie, made smaller
_PRINTED = {9: (784, 509), 8: (1133, 756)}  # points between the margins
_FEW = 0.15  # of a page
_TALLEST = 6  # lines of a row; where one would be higher on A4, the paper is larger
_TEXT: dict[str, Any] = {"text_wrap": True}
_NUMBER: dict[str, Any] = {"align": "right", "indent": 1}
_SLACK = 0.4  # ems, by which programs differ in how wide letters are


@dataclass(frozen=True)
class Formula:
    """A formula of ours with the value it has now, for programs that do not calculate."""

    text: str
    value: float


Value = str | float | Formula | None


@dataclass(frozen=True)
class Worksheet:
    """A worksheet: heads of columns, rows, and a last row of totals where there is one."""

    name: str
    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Value]]
    totals: Sequence[Value] = ()
    shades: Sequence[str | None] = ()  # the colour of each row, where any has one


def write_worksheet(book: Any, worksheet: Worksheet, looks: dict[str, Any]) -> None:
    """Add a worksheet to a workbook of XlsxWriter."""
    target = book.add_worksheet(worksheet.name)
    target.write_string(0, 0, worksheet.title, looks["title"])
    heads = worksheet.heads
    lines = [*worksheet.rows, *([worksheet.totals] if worksheet.totals else [])]
    shown = [[*map(_shown, line), *[""] * (len(heads) - len(line))] for line in lines]
    paper, widths = _on_paper(heads, shown)
    pixels = [round((width + _SLACK) * _SIZE * 96 / 72) + 5 for width in widths]
    for i, (head, width) in enumerate(zip(heads, pixels, strict=True)):
        target.set_column_pixels(i, i, width)
        target.write_string(_HEAD_ROW, i, head, looks["head"])
    high = max(lines_in(head, width, bold=True) for head, width in zip(heads, widths, strict=True))
    head_high = _LINE * (high + 1)  # where the buttons of the filter are
    target.set_row(_HEAD_ROW, head_high)
    heights = [min(_HIGHEST, _LINE * row_lines(line, widths)) for line in shown]

    @cache
    def look(*, form: str, colour: str | None, bold: bool) -> Any:
        shared = {"valign": "top", "border": 1, "border_color": "#D0D7DE", "bold": bold}
        own = {"num_format": form} | (_TEXT if form == "@" else _NUMBER)
        return book.add_format(shared | own | ({"bg_color": colour} if colour else {}))

    for number, line in enumerate(lines):
        target.set_row(_HEAD_ROW + 1 + number, heights[number])
        total = number == len(worksheet.rows)
        for i, value in enumerate(line):
            colour = worksheet.shades[number] if worksheet.shades and not total else None
            form = look(form=_number_format(value), colour=colour, bold=total)
            _write_value(target, _HEAD_ROW + 1 + number, i, value, form)
    last = _HEAD_ROW + len(worksheet.rows)
    target.autofilter(_HEAD_ROW, 0, last, len(heads) - 1)
    target.freeze_panes(_HEAD_ROW + 1, 0)
    target.repeat_rows(_HEAD_ROW)
    target.set_landscape()
    target.set_paper(paper)
    target.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)  # inches
    # A little smaller rather than a last page with a few rows.
    across, down = _PRINTED[paper]
    smaller = min(1, across / (sum(pixels) * 72 / 96))
    pages = (sum(heights) + _LINE * _HEAD_ROW) / (down / smaller - head_high)
    target.fit_to_pages(1, max(1, ceil(pages - _FEW)))
    target.set_footer("&L&A&R&P/&N")


def _on_paper(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, list[float]]:
    """Choose the paper on which the columns have room, and divide it among them."""
    (small, room), (large, more) = _PAPERS
    widths = column_widths(heads, rows, room=room - len(heads))
    if max((row_lines(row, widths) for row in rows), default=0) <= _TALLEST:
        return small, widths
    return large, column_widths(heads, rows, room=more - len(heads))


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return value
    missing = value is None or value != value  # noqa: PLR0124 - NaN
    return "" if missing else f"{_number(value):,.4f}".rstrip("0").rstrip(".") + "00"  # and its indent


def _number_format(value: Value) -> str:
    """Show the decimals that a number has: `#.##` would leave a lone separator behind a whole one."""
    if isinstance(value, str):
        return "@"
    decimals = len(f"{_number(value):.4f}".rstrip("0").partition(".")[2])
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _number(value: Value) -> float:
    if isinstance(value, Formula):
        return value.value
    return float(value) if isinstance(value, int | float) else 0.0


def _write_value(target: Any, row: int, column: int, value: Value, form: Any) -> None:
    """Write by kind; text is never parsed, since it may begin with "="."""
    if isinstance(value, Formula):
        target.write_formula(row, column, value.text, form, value.value)
    elif isinstance(value, str):
        target.write_string(row, column, value, form)
    elif value is None or value != value:  # noqa: PLR0124 - NaN
        target.write_blank(row, column, None, form)
    else:
        target.write_number(row, column, value, form)


def excel_row(row: int) -> int:
    """Row of a worksheet's data, as Excel counts."""
    return _HEAD_ROW + 2 + row


def sum_across(row: int, first: int, last: int, value: float) -> Formula:
    """Add up the columns of a row, both included."""
    at = excel_row(row)
    return Formula(f"=SUM({xl_col_to_name(first)}{at}:{xl_col_to_name(last)}{at})", value)


def sum_down(rows: Sequence[Sequence[Value]], column: int) -> Formula:
    """Add up a column."""
    letter, total = xl_col_to_name(column), sum(_number(row[column]) for row in rows)
    cells = f"{letter}{excel_row(0)}:{letter}{excel_row(len(rows) - 1)}"
    return Formula(f"=SUM({cells})", round(total, 6))


def as_value(value: object) -> Value:
    """Numbers stay numbers, also the annex's row numbers, so that a sheet sorts as people count."""
    if isinstance(value, float):
        return value
    text = "" if value is None else str(value)
    return int(text) if text.isdecimal() and not text.startswith("0") and len(text) < _LONGEST_ID else text
