"""What a folder has to answer for: first what stops it, then what looks wrong."""

import pytest


@pytest.fixture
def started(bk, tmp_path):
    assert bk("new", tmp_path / "plan", "--lang", "vi").code == 0
    return tmp_path / "plan"


def spoil(path, old, new):
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_stops_a_folder_is_said_all_at_once_and_plan_toml_first(bk, started):
    spoil(started / "clusters.csv", ";30;15", ";thirty;15")
    spoil(started / "plan.toml", "end = 2025", "end = 2020")
    answer = bk("check", started)
    assert answer.code == 2
    lines = [line for line in answer.said.splitlines() if ".csv" in line or ".toml" in line]
    assert [line.split(",")[0].strip() for line in lines] == ["plan.toml", "clusters.csv"]


def test_what_looks_wrong_is_said_with_what_to_do(bk, started):
    spoil(started / "place_names.csv", "Đồng Lau;Ví", "Đồng Lạ;An")
    spoil(started / "plan.toml", "clusters = 3", "clusters = 4")
    answer = bk("check", started, "--lang", "en")
    assert answer.code == 1
    doubts = [line.strip() for line in answer.out.splitlines() if line.startswith("  ")]
    doubts = [doubt for doubt in doubts if "still of the sample" not in doubt]
    assert len(doubts) == 2
    assert doubts[0].startswith("clusters.csv: cluster 2 (Đồng Lau) has no point")
    assert doubts[0].endswith("correct it in place_names.csv")
    assert doubts[1].startswith("plan.toml: 7, province, by 2030, clusters: 4 ≠ 3")
    doubt = "clusters.csv: CCN 2 (Đồng Lau) chưa có vị trí: Huyện Sông Dưới không có xã nào tên 'Đồng Lao'"
    assert doubt in bk("check", started).out


def test_a_folder_that_is_not_there_is_said(bk, tmp_path):
    assert bk("check", tmp_path / "no").code == 2


@pytest.mark.costly
def test_the_bundled_plan_passes_its_own_check(bk):
    from bk_gis.plan.folder import bundled_folder

    assert bk("check", bundled_folder()).code == 0
