"""The table in docs/plan-folder.md and its English twin is what the command prints of a file broken so."""

import re
from pathlib import Path

import geopandas as gpd
import pytest
from boundaries import shifted

ROOT = Path(__file__).parents[2]
PAGES = {"vi": ("plan-folder.md", "Sửa ranh giới"), "en": ("plan-folder.en.md", "Fixing boundaries")}


@pytest.mark.parametrize("lang", PAGES)
def test_the_table_of_what_moved_is_what_the_command_prints(bk, tmp_path, monkeypatch, lang):
    page, heading = PAGES[lang]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BK_GIS_LANG", lang)
    communes = gpd.read_file(ROOT / "tests" / "fixtures" / "province" / "ranh_gioi.geojson")
    communes = communes.rename(columns={"MA": "MA_XA", "TEN": "TEN_XA"})
    shifted(communes, 8, seed=1).to_file("ranh_gioi.shp", encoding="utf-8")
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    (command,) = re.findall(r"^\$ bk-gis (fix-boundaries .*)$", text, re.MULTILINE)
    done = bk(*command.split())
    assert done.code == 0, done.said
    shown = re.search(rf"### {heading}.*?```text\n(.*?)```", text, re.DOTALL)
    assert shown is not None
    assert shown[1].strip("\n") == done.out.strip("\n")
