"""Texts of data are texts: no formula runs, no markup is read, no terminal obeys, nothing is cut."""

import csv
import io
import os
import pty
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from docx import Document
from failures import raises
from hypothesis import given
from hypothesis import strategies as st
from invented import write_plan

import bk_gis
from bk_gis.cli.calls import printed
from bk_gis.io.tables import read_table
from bk_gis.io.writing import write_frame
from bk_gis.reports.plain_text import as_csv, markdown_text
from bk_gis.reports.workbook import write_workbook

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\n=1"]
MARKUP = (
    "![a](http://x/y.png) [b](javascript:1) <img src=x> `c` **d** _e_ | ~~f~~ https://g.vn www.h.vn &lt;i&gt;"
)
CHANGES = """title = {{ vi = {title}, en = {title} }}
[[changes]]
cluster = "1"
reason = {reason}
hectares = {{ "2016-2020" = 12.5 }}
"""


def quoted(text):
    return (
        '"'
        + "".join(f"\\u{ord(c):04x}" if ord(c) < 32 or ord(c) == 127 or c in '"\\' else c for c in text)
        + '"'
    )


@pytest.fixture
def small(tmp_path):
    clusters = [("Sạch", "Một", "Huyện Đông", [10, 5]), ("Bẩn", "Ba", "Huyện Tây", [0, 20])]
    return write_plan(tmp_path / "plan", phases=[2020, 2025], clusters=clusters)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_csv_holds_a_formula(text):
    rows = list(csv.reader(io.StringIO(as_csv(pd.DataFrame({"a": [text], "n": [-1.5]})), newline="")))
    assert rows[1] == [f"'{text}", "-1.5"]


@given(st.text(alphabet="!#*_[]()<>&`~|\\\\+-=.:/12wwhtpsaạ ", max_size=30))
def test_markdown_has_no_markup_of_data(text):
    written = markdown_text(text)
    assert "<" not in written
    plain = re.sub(r"\\.", "", written)
    assert not re.search(r"[`*_|~]|\[|\]|https?:|www\.", plain, re.IGNORECASE)
    assert not re.match(r"[#>=]|([-+]|\d+[.)])( |$)", written), "a list, a heading or a quotation"


@pytest.mark.costly
def test_a_reason_of_a_change_is_text_in_each_report(bk, small, tmp_path):
    changes = tmp_path / "changes.toml"
    changes.write_text(CHANGES.format(title=quoted(MARKUP), reason=quoted(f"={MARKUP}\x1b[31m")), "utf-8")
    for ending in (".md", ".docx", ".html"):
        assert bk("compare", changes, "-o", tmp_path / f"a{ending}", "--plan", small).code == 0
    written = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "![a](http" not in written
    assert "<img src" not in written
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<img src=x>" not in page
    cells = [cell.text for table in Document(str(tmp_path / "a.docx")).tables for cell in table._cells]  # noqa: SLF001
    assert f"={MARKUP}\ufffd[31m" in cells
    done = bk("compare", changes, "--format", "csv", "--plan", small)
    assert f"'={MARKUP}" in done.out
    assert "\x1b" not in done.out + bk("compare", changes, "--plan", small).out


@pytest.mark.costly
def test_a_terminal_never_gets_a_control_sequence_of_data(small, tmp_path):
    """In a terminal of its own: what the program says and what it answers."""
    toml = small / "plan.toml"
    title = quoted("Một\x1b]0;owned\x07\x9b31m\u202e quy hoạch")
    toml.write_text(toml.read_text("utf-8").replace('vi = "Một quy hoạch"', f"vi = {title}"), "utf-8")
    table = tmp_path / "a\x1b[31m.csv"
    table.write_text("place\nMột\n", "utf-8")
    program = Path(sys.executable).with_name("bk-gis")
    for call in (["check", small], ["geocode", table, "-o", tmp_path / "no\x1b[2J/b.csv", "--plan", small]):
        ours, theirs = pty.openpty()
        done = subprocess.Popen([program, *map(str, call)], stdout=theirs, stderr=theirs, close_fds=True)
        os.close(theirs)
        seen = b""
        try:
            while part := os.read(ours, 4096):
                seen += part
        except OSError:  # the other end is closed
            pass
        done.wait()
        os.close(ours)
        for sequence in (b"\x1b]0", b"\x1b[31m", b"\x1b[2J", b"\x07", "\x9b".encode(), "\u202e".encode()):
            assert sequence not in seen, seen


@given(st.text())
def test_what_is_printed_keeps_every_letter_and_no_control(text):
    assert len(printed(text)) == len(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", printed(text))


def test_a_text_that_no_cell_of_excel_holds_is_named_with_its_row(tmp_path):
    table = pd.DataFrame({"a": ["x", "y" * 32_767]})
    write_frame(table, tmp_path / "a.xlsx")
    assert read_table(tmp_path / "a.xlsx")["a"].str.len().tolist() == [1, 32_767]
    with raises(bk_gis.InputError, match="cell A3, row 3, has 32768 letters"):
        write_frame(table + "z", tmp_path / "b.xlsx")
    assert not (tmp_path / "b.xlsx").exists()


def test_the_workbook_of_an_audit_cuts_no_text_either(small, tmp_path):
    plan = bk_gis.load_plan(small)
    long = plan.clusters.assign(printed_name="ạ" * 40_000)
    with raises(bk_gis.InputError, match="row [0-9]+, has 400.* letters"):
        write_workbook(replace(plan, clusters=long), tmp_path / "a.xlsx", lang="vi")
