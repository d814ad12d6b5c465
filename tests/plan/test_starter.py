"""A plan folder from nothing, and a check that says what to mend first."""

import codecs
import shutil
from pathlib import Path

import pytest

import bk_gis
from bk_gis.plan.starter import write_starter


@pytest.fixture
def started(bk, tmp_path):
    assert bk("new", tmp_path / "plan").code == 0
    return tmp_path / "plan"


def spoil(path, old, new):
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_new_folder_is_a_plan_that_holds(bk, started):
    assert bk("check", started).code == 0
    assert bk("audit", "--plan", started).code == 0
    assert bk("coverage", "--by", "2025", "--plan", started).code == 0
    plan = bk_gis.load_plan(started)
    assert len(plan.clusters) == 3
    assert plan.clusters["match_method"].tolist() == ["exact", "correction", "exact"]


@pytest.mark.parametrize("name", ["clusters.csv", "place_names.csv"])
def test_excel_opens_the_tables_of_a_new_folder_by_double_click(started, name):
    assert (started / name).read_bytes().startswith(codecs.BOM_UTF8)


def test_nothing_is_written_over(tmp_path):
    (tmp_path / "a.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(bk_gis.InputError, match="not empty"):
        write_starter(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
    with pytest.raises(bk_gis.InputError):
        write_starter(tmp_path / "a.txt")


def test_a_folder_emptied_of_its_sample_rows_takes_other_boundaries(bk, started):
    """As the docs say to begin: nothing of the invented districts is left to contradict the new ones."""
    province = Path(__file__).parents[1] / "fixtures" / "province"
    for name in ("clusters.csv", "place_names.csv"):
        header, *_ = (started / name).read_text(encoding="utf-8").splitlines(keepends=True)
        (started / name).write_text(header, encoding="utf-8")
    for name in ("plan.toml", "ranh_gioi.geojson"):
        shutil.copy(province / name, started / name)
    spoil(started / "clusters.csv", "ha_2021_2025,ha_2026_2030", "ha_2026_2030,ha_2031_2035")
    answer = bk("check", started)
    assert answer.code == 2
    assert "1 problem:" in answer.said
    assert "clusters.csv: has a header and no rows" in " ".join(answer.said.split())


def test_what_stops_a_folder_is_said_all_at_once_and_plan_toml_first(bk, started):
    spoil(started / "clusters.csv", ",30,15", ",thirty,15")
    spoil(started / "plan.toml", "end = 2025", "end = 2020")
    answer = bk("check", started)
    assert answer.code == 2
    lines = [line for line in answer.said.splitlines() if ".csv" in line or ".toml" in line]
    assert [line.split(",")[0].strip() for line in lines] == ["plan.toml", "clusters.csv"]


def test_what_looks_wrong_is_said_with_what_to_do(bk, started):
    spoil(started / "place_names.csv", "Đồng Lau,Ví", "Đồng Lạ,An")
    spoil(started / "plan.toml", "clusters = 3", "clusters = 4")
    answer = bk("check", started, "--lang", "en")
    assert answer.code == 1
    doubts = [line.strip() for line in answer.out.splitlines() if line.startswith("  ")]
    assert len(doubts) == 2
    assert doubts[0].startswith("clusters.csv: cluster 2 (Đồng Lau) has no point")
    assert doubts[0].endswith("correct it in place_names.csv")
    assert doubts[1].startswith("plan.toml: 7, province, by 2030, clusters: 4 ≠ 3")
    doubt = "clusters.csv: CCN 2 (Đồng Lau) chưa có vị trí: Huyện Sông Dưới không có xã nào tên 'Đồng Lao'"
    assert doubt in bk("check", started).out


def test_a_folder_that_is_not_there_is_said(bk, tmp_path):
    assert bk("check", tmp_path / "no").code == 2


def test_the_bundled_plan_passes_its_own_check(bk):
    from bk_gis.plan.folder import bundled_folder

    assert bk("check", bundled_folder()).code == 0
