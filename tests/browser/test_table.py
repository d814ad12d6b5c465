"""The same data as a table to read aloud, to copy, and to take away as CSV."""

import csv
import io
import re
from pathlib import Path

import pytest


def downloaded(room):
    """What the download button saves: name, text."""
    with room.page.expect_download() as waiting:
        room.page.get_by_role("button", name=re.compile("^(Tải CSV|Download CSV)$")).click()
    raw = Path(waiting.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel reads UTF-8 only after a byte order mark"
    return waiting.value.suggested_filename, raw.decode("utf-8-sig")


def open_table(room, name="Bảng số liệu"):
    room.page.get_by_role("button", name=name).click()
    return room.page.get_by_role("dialog", name=name)


def test_the_table_opens_and_closes_by_keyboard(room):
    button = room.page.get_by_role("button", name="Bảng số liệu")
    button.focus()
    room.page.keyboard.press("Enter")
    dialog = room.page.get_by_role("dialog", name="Bảng số liệu")
    assert dialog.is_visible()
    assert dialog.evaluate("(dialog) => dialog.contains(document.activeElement)")
    assert len(dialog.get_by_role("row").all()) == 22
    room.page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert button.evaluate("(b) => b === document.activeElement")
    assert room.page.get_by_role("dialog").count() == 0


def test_the_table_has_a_button_that_closes_it(room):
    dialog = open_table(room)
    dialog.get_by_role("button", name="Đóng").click()
    dialog.wait_for(state="detached")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_download_holds_every_cluster_with_exact_hectares(meeting, draw, plan, lang):
    separator, point, table, first = {
        "vi": (";", ",", "Bảng số liệu", "Số thứ tự trong phụ lục"),
        "en": (",", ".", "Data table", "Row in the annex"),
    }[lang]
    room = meeting(draw(), view=f"#lang={lang}")
    open_table(room, table)
    name, text = downloaded(room)
    assert name.endswith("2025.csv")
    head, *rows = csv.reader(io.StringIO(text), delimiter=separator)
    assert len(rows) == 21
    assert head[0] == first
    columns = [phase.column for phase in plan.phases]
    start = next(i for i, words in enumerate(head) if "(ha)" in words)
    for row, cluster in zip(rows, plan.clusters.itertuples(), strict=True):
        assert row[:4] == [cluster.id, cluster.name, cluster.printed_name, cluster.location]
        figures = [float(cell.replace(point, ".")) for cell in row[start : start + 4]]
        assert figures == [*(getattr(cluster, column) for column in columns), cluster.ha]
    assert f"16{point}74" in text


def test_the_download_holds_what_is_shown(meeting, draw):
    room = meeting(draw(), view="#by=2020&district=061")
    open_table(room)
    name, text = downloaded(room)
    assert name.endswith("2020.csv")
    _, *rows = csv.reader(io.StringIO(text), delimiter=";")
    shown = room.page.get_by_role("list").get_by_role("button").all()
    assert len(rows) == len(shown) > 0
    for row, entry in zip(rows, shown, strict=False):
        assert room.words(entry).startswith(row[1])
