"""Worksheets as values, and how they are written: text never parsed, sums alive, heads that stay in sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_col_to_name

_HEAD_ROW = 2  # the title stands above, with a free line
_LONGEST_ID = 5  # digits; a longer number is a code


@dataclass(frozen=True)
class Formula:
    """A formula of ours with the value it has now, for programs that do not calculate."""

    text: str
    value: float


Value = str | float | Formula | None


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its head, its width in characters, and whether it holds numbers."""

    head: str
    width: float
    numeric: bool = False


@dataclass(frozen=True)
class Worksheet:
    """A worksheet: columns, rows, and a last row of totals where there is one."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    totals: Sequence[Value] = ()
    shade: Callable[[int], str | None] = lambda _row: None


def write_worksheet(book: Any, worksheet: Worksheet, looks: dict[str, Any]) -> None:
    """Add a worksheet to a workbook of XlsxWriter."""
    target = book.add_worksheet(worksheet.name)
    target.write_string(0, 0, worksheet.title, looks["title"])
    for i, column in enumerate(worksheet.columns):
        target.set_column(i, i, column.width)
        target.write_string(_HEAD_ROW, i, column.head, looks["head"])
    formats: dict[tuple[str, str | None, bool], Any] = {}

    def look(*, form: str, colour: str | None, bold: bool) -> Any:
        key = (form, colour, bold)
        if key not in formats:
            shared = {"valign": "top", "border": 1, "border_color": "#D0D7DE", "bold": bold}
            own = {"num_format": form, "text_wrap": form == "@"}
            formats[key] = book.add_format(shared | own | ({"bg_color": colour} if colour else {}))
        return formats[key]

    lines = [*worksheet.rows, *([worksheet.totals] if worksheet.totals else [])]
    for number, line in enumerate(lines):
        total = number == len(worksheet.rows)
        for i, value in enumerate(line):
            colour = None if total else worksheet.shade(number)
            form = look(form=_number_format(value), colour=colour, bold=total)
            _write_value(target, _HEAD_ROW + 1 + number, i, value, form)
    last = _HEAD_ROW + len(worksheet.rows)
    target.autofilter(_HEAD_ROW, 0, last, len(worksheet.columns) - 1)
    target.freeze_panes(_HEAD_ROW + 1, 0)
    target.repeat_rows(_HEAD_ROW)
    target.set_landscape()
    target.set_paper(9)  # A4
    target.fit_to_pages(1, 0)
    target.set_footer("&L&A&R&P/&N")


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
