"""Tables as text hold their cells, in every form."""

import csv
import io
import json
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.reports.plain_text import as_csv, as_json, boxed, markdown, markdown_text

CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=4)


@given(ROWS)
def test_no_cell_of_markdown_ends_its_cell_or_its_row(rows):
    lines = markdown(["a", "b"], rows, right=(1,)).split("\n")
    assert len(lines) == 2 + len(rows)
    assert lines[1] == "| --- | ---: |"
    for line in lines:
        unescaped = re.sub(r"\\.", "", line)
        assert unescaped.count("|") == 3
        assert "<" not in line


def test_a_table_for_a_terminal_reads_no_markup_and_right_columns_end_alike():
    *_, one, hundred = boxed(["name", "ha"], [["[bold]x[/]", "1"], ["y", "100"]], right=(1,)).splitlines()
    assert one.split() == ["[bold]x[/]", "1"]
    assert hundred.split() == ["y", "100"]
    assert len(one) == len(hundred)


@given(st.lists(CELLS, min_size=1, max_size=4))
def test_csv_has_every_cell(cells):
    """Behind a quote where a spreadsheet would run it."""
    head, *rows = csv.reader(io.StringIO(as_csv(pd.DataFrame({"a": cells, "b": 1}))))
    assert head == ["a", "b"]
    assert [row[0].removeprefix("'") for row in rows] == [cell.removeprefix("'") for cell in cells]
    assert not any(row[0].strip().startswith(("=", "+", "-", "@")) for row in rows)


def test_json_has_null_where_nothing_is_known():
    answer = as_json({"ok": True, "table": pd.DataFrame({"năm": [2015.0, None]})})
    assert json.loads(answer) == {"ok": True, "table": [{"năm": 2015.0}, {"năm": None}]}
    assert "năm" in answer


@pytest.mark.parametrize("number", ["1.056,64", "1,056.64", "-115", "+3"])
def test_a_number_is_no_beginning_of_a_list(number):
    assert markdown_text(number) == number
    assert markdown_text("1. một") == "1\\. một"
    assert markdown_text("- một") == "\\- một"
