"""`bk-gis map`: what is not on the map is said, and no other file is written over."""

import pytest
from failures import english

from bk_gis import load_plan


@pytest.mark.costly
def test_a_cluster_that_is_not_on_the_map_is_named(folder, bk, tmp_path):
    folder.replace("clusters.csv", "CCN Côn Minh,Côn Minh,", "CCN Côn Minh,Mường Chè,")
    arguments = ("map", "--plan", folder.path, "-o", tmp_path / "map.html")
    done = bk(*arguments, "--lang", "vi")
    assert done.code == 0
    assert "chưa có trên bản đồ: 15 Côn Minh; Huyện Na Rì không có xã nào tên 'Mường Chè'" in done.said
    done = bk(*arguments, "--lang", "en")
    assert "not on the map: 15 Côn Minh; no commune in Huyện Na Rì is called 'Mường Chè'" in done.said


@pytest.mark.costly
@pytest.mark.parametrize(
    "call",
    [
        "map -o",
        "coverage -o",
        "coverage --format csv -o",
        "audit -o",
        "audit --format csv -o",
        "report -o",
        "compare examples/lao-cai-2026 -o",
        "read-annex bk_gis/plan/sample/clusters.csv -o",
        "fix-boundaries data/communes.geojson -o",
        "maps -o",
        "apply data/plan.toml -o",
    ],
)
def test_a_file_of_another_kind_is_never_written_over(bk, tmp_path, call):
    printed = tmp_path / "ban-do.pdf"
    printed.write_bytes(b"%PDF-1.7")
    assert bk(*call.split(), printed).code == 2
    assert printed.read_bytes() == b"%PDF-1.7"


def test_the_zone_of_the_grid_is_said_and_plan_toml_takes_another(folder, bk, tmp_path, monkeypatch):
    monkeypatch.setattr("bk_gis.maps.sheet.printing.print_map", lambda *_, **__: None)

    def printed():
        return bk("print", "--plan", folder.path, "-o", tmp_path / "a.pdf").said.splitlines()[1:]

    grid = "the grid is VN-2000 / TM-3 106-30 (EPSG:9213), the zone of Bắc Kạn"
    assert printed() == [f"{grid}; for another write crs in [sheet] of plan.toml"]
    folder.replace("plan.toml", "tỉnh Bắc Kạn", "miền núi")
    assert "by where the communes are, since the title names no province" in printed()[0]
    folder.replace("plan.toml", "[boundaries]", '[sheet]\ncrs = "EPSG:9208"\n\n[boundaries]')
    assert printed() == []
    assert load_plan(folder.path).crs == "EPSG:9208"
    folder.replace("plan.toml", "EPSG:9208", "EPSG:3857")
    assert "'EPSG:3857' is no province's zone of VN-2000" in english(folder.problems()[0].message)


def test_a_page_ends_in_html(bk, tmp_path):
    assert "expected it to end in .html, .htm" in bk("map", "-o", tmp_path / "a.pdf").said
    assert bk("map", "-o", tmp_path / "a.HTM").code == 0


def test_the_ending_says_the_form_of_coverage(bk, tmp_path):
    assert bk("coverage", "--by", "2020", "-o", tmp_path / "a.csv").code == 0
    written = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert written == bk("coverage", "--by", "2020", "--format", "csv").out
