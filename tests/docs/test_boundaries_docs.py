"""The table in docs/plan-folder.md is what the command prints of a file that is broken so."""

import re
from pathlib import Path

import geopandas as gpd
from boundaries import shifted

ROOT = Path(__file__).parents[2]


def test_the_table_of_what_moved_is_what_the_command_prints(bk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    communes = gpd.read_file(ROOT / "tests" / "fixtures" / "province" / "ranh_gioi.geojson")
    communes = communes.rename(columns={"MA": "MA_XA", "TEN": "TEN_XA"})
    shifted(communes, 8, seed=1).to_file("ranh_gioi.shp", encoding="utf-8")
    text = (ROOT / "docs" / "plan-folder.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^\$ bk-gis (fix-boundaries .*)$", text, re.MULTILINE)
    done = bk(*command.split())
    assert done.code == 0, done.said
    shown = re.search(r"### Sửa ranh giới.*?```text\n(.*?)```", text, re.DOTALL)
    assert shown is not None
    assert shown[1].strip("\n") == done.out.strip("\n")
