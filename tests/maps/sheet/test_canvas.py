"""Texts of data on the canvas are texts; nothing of this machine's settings is."""

import xml.etree.ElementTree as ET

import matplotlib as mpl
import pandas as pd
import pytest
from sheets import drawn

import bk_gis
from bk_gis.maps.sheet.canvas import shown
from bk_gis.maps.sheet.printing import print_map

EVIL = [
    "$x$",
    r"a\nb \frac{1}{2}",
    "one\ntwo\x00three\u202efour",
    "Nhà máy " * 30,
    "W" * 200,
    "<script>&amp;]]>--",
    "名 🏭",
    "%d {0} $",
]


@pytest.mark.costly
def test_text_from_data_is_text(province, tmp_path):
    rows = province.clusters.iloc[[0]]
    many = [rows.assign(id=str(i), name=name, printed_name=name) for i, name in enumerate(EVIL)]
    evil = province.replace(clusters=pd.concat(many))
    texts = drawn(evil).texts
    for name in EVIL:
        letters = shown(name).replace(" ", "")
        letters = letters if len(letters) < 100 else letters[:10]  # the table cuts the longest
        assert letters in "".join(texts).replace(" ", ""), name
    for ending in ("svg", "pdf", "png"):
        with pytest.warns(bk_gis.errors.BkGisWarning, match="không có 名 🏭;"):
            print_map(evil, tmp_path / f"evil.{ending}", paper="A4")
    ET.parse(tmp_path / "evil.svg")  # noqa: S314 - our own


@pytest.mark.costly
def test_a_style_of_this_machine_changes_nothing(province, tmp_path):
    print_map(province, tmp_path / "a.png", paper="A4")
    with mpl.rc_context({"lines.linewidth": 9, "font.size": 30, "text.parse_math": True}):
        print_map(province, tmp_path / "b.png", paper="A4")
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()
