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
