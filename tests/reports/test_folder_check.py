"""What a folder has to answer for: first what stops it, then what looks wrong."""

import json

import pytest
from files import spoil


def test_what_stops_a_folder_is_said_all_at_once_and_plan_toml_first(bk, started):
    spoil(started / "clusters.csv", ";30;15", ";thirty;15")
    spoil(started / "plan.toml", "end = 2025", "end = 2020")
    answer = bk("check", started)
    assert answer.code == 2
    lines = [line for line in answer.said.splitlines()[1:] if "still of the sample" not in line]
    assert [line.split(",")[0].strip() for line in lines] == ["plan.toml", "clusters.csv"]


def test_what_looks_wrong_is_said_in_the_same_pass_as_what_stops_a_folder(bk, started):
    spoil(started / "plan.toml", 'phase = "2021-2025"', 'phase = "2041-2045"')
    spoil(started / "clusters.csv", "ha_2021_2025", "ha_2020_2025")
    spoil(started / "place_names.csv", "Đồng Lau;Ví", "Đồng Lạ;An")
    answer = bk("check", started)
    assert answer.code == 2
    for said in (
        "plan.toml, column targets[1].phase: '2041-2045'",
        "plan.toml: still of the sample: title: ",
        "clusters.csv, row 1, column ha_2021_2025: the column is missing",
        "clusters.csv: cluster 2 (Đồng Lau) has no point: ",
        "clusters.csv: rows still of the sample: Bến Đá",
    ):
        assert f"\n  {said}" in answer.said
    files = [line.split(":")[0].split(",")[0].strip() for line in answer.said.splitlines()[1:]]
    order = ["plan.toml", "communes.geojson", "clusters.csv", "place_names.csv"]
    assert files == sorted(files, key=order.index)


def test_names_are_looked_up_where_communes_overlap_but_not_where_nobody_knows_their_places(bk, started):
    spoil(started / "place_names.csv", "Đồng Lau;Ví", "Đồng Lạ;An")
    communes = started / "communes.geojson"
    found = json.loads(communes.read_text(encoding="utf-8"))
    found["features"][0]["geometry"]["coordinates"][0][1][0] += 0.004
    communes.write_text(json.dumps(found), encoding="utf-8")
    said = bk("check", started).said
    assert "overlap or do not share their edges" in said
    assert "clusters.csv: cluster 2 (Đồng Lau) has no point" in said
    ring = found["features"][0]["geometry"]["coordinates"][0]
    ring[1], ring[2] = ring[2], ring[1]  # it crosses itself
    communes.write_text(json.dumps(found), encoding="utf-8")
    assert "clusters.csv: cluster 2 (Đồng Lau) has no point" in bk("check", started).said
    found["features"][0]["geometry"] = None
    communes.write_text(json.dumps(found), encoding="utf-8")
    assert "has no point" not in bk("check", started).said


@pytest.mark.parametrize("name", ["plan.toml", "clusters.csv", "place_names.csv", "communes.geojson"])
@pytest.mark.parametrize("content", [b"", b"\0\xff", b"a,b\n1,2\n", b"[]", None])
def test_a_file_that_is_spoilt_hides_no_more_than_its_own(bk, started, name, content):
    (started / name).unlink()
    if content is not None:
        (started / name).write_bytes(content)
    answer = bk("check", started, "--lang", "en")
    assert answer.code == (1 if (name, content) == ("place_names.csv", None) else 2)
    if name != "plan.toml":
        assert "plan.toml: still of the sample: title" in answer.said + answer.out


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
