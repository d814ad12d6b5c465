"""`bk-gis geocode` and `bk-gis join`, as an office uses them."""

from pathlib import Path

import pandas as pd
import pytest

from bk_gis.io.tables import read_table
from bk_gis.plan.folder import bundled_folder


def test_the_clusters_of_the_decision_are_geocoded_and_joined_without_a_loss(bk, tmp_path: Path) -> None:
    points, joined = tmp_path / "points.gpkg", tmp_path / "joined.parquet"
    done = bk("geocode", bundled_folder() / "clusters.csv", "-o", points, "--strict")
    assert done.code == 0
    assert "21 of 21 rows matched" in done.said
    done = bk("join", points, "-o", joined, "--strict")
    assert done.code == 0
    assert "21 of 21 rows joined as stated" in done.said
    found = read_table(joined)
    assert found["id"].astype(str).tolist() == [str(i) for i in range(1, 22)]
    assert (found["join_method"] == "within").all()


def test_how_a_table_was_read_is_said(bk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Tên xã;Huyện\nNông Thịnh;Chợ Mới\n", encoding="utf-16")
    done = bk("geocode", tmp_path / "a.csv", "-o", tmp_path / "b.csv", "--strict")
    assert done.code == 0
    assert "read as UTF-16, separated by ';'" in done.said


@pytest.mark.parametrize("output", ["b.csv", "b.parquet", "b.geojson"])
def test_how_points_were_read_is_said_once(bk, tmp_path: Path, output: str) -> None:
    (tmp_path / "a.csv").write_text("lon;lat\n105,9;22,2\n", encoding="utf-8")
    done = bk("join", tmp_path / "a.csv", "-o", tmp_path / output)
    assert done.code == 0
    assert done.said.count("read as UTF-8, separated by ';'") == 1
    (tmp_path / "a.csv").write_text("lon,lat\n105.9,22.2\n", encoding="utf-8")
    assert "read as" not in bk("join", tmp_path / "a.csv", "-o", tmp_path / output).said


@pytest.mark.parametrize(("encoding", "written"), [("utf-8", "utf-8-sig"), ("utf-16", "utf-16")])
def test_a_csv_answers_in_the_form_of_the_csv_that_asked(
    bk, tmp_path: Path, encoding: str, written: str
) -> None:
    """So that the Excel that wrote the one opens the other by double-click."""
    (tmp_path / "a.csv").write_text("Xã;ha\nXuân La;1,5\nnong thinh;2\n", encoding=encoding)
    assert bk("geocode", tmp_path / "a.csv", "-o", tmp_path / "b.csv", "--strict").code == 0
    head, exact, fuzzy = (tmp_path / "b.csv").read_text(encoding=written).splitlines()
    assert head == "Xã;ha;match_method;match_score;match_codes;match_candidates;match_reason;lon;lat"
    assert exact.startswith("Xuân La;1,5;exact;1,0;01873;;tâm xã Xuân La;105,7")
    assert ";0,98;" in fuzzy
    assert bk("join", tmp_path / "b.csv", "-o", tmp_path / "c.csv", "--strict").code == 0
    joined = (tmp_path / "c.csv").read_text(encoding=written).splitlines()
    assert joined[0].startswith(f"{head};commune_code;")
    assert "_joined" not in joined[0]
    assert joined[1].startswith(f"{exact};01873;Xuân La;060;")


def test_columns_can_be_said_and_later_names_are_known(bk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("place,where,in\nx,xã Trần Phú,Na Rì\n", encoding="utf-8")
    arguments = ("--place", "where", "--district", "in", "--strict")
    done = bk("geocode", tmp_path / "a.csv", "-o", tmp_path / "b.csv", *arguments)
    assert done.code == 0
    row = read_table(tmp_path / "b.csv").iloc[0]
    assert (row.match_method, row.match_codes) == ("alias", "02179 02182")


def test_another_province_is_not_matched(bk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('địa chỉ\n"xã Tân Sơn, tỉnh Bắc Giang"\n', encoding="utf-8")
    assert bk("geocode", tmp_path / "a.csv", "-o", tmp_path / "b.csv", "--strict").code == 1
    assert read_table(tmp_path / "b.csv")["match_reason"].tolist() == [
        "địa chỉ thuộc tỉnh khác, Bắc Giang; chỉ tra được các xã của Bắc Kạn"
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), ["không ghi xã, chỉ ghi 'Na Rì'; ghi thêm tên xã", "điểm không nằm trong xã nào"]),
        (
            ("--lang", "en"),
            ["it names no commune, only 'Na Rì'; add the commune", "the point lies in no commune"],
        ),
    ],
)
@pytest.mark.parametrize("output", ["b.csv", "b.geojson"])
def test_the_ledger_is_in_the_language_asked_for(
    bk, tmp_path: Path, output: str, arguments: tuple[str, ...], said: list[str]
) -> None:
    (tmp_path / "names.csv").write_text("xã\nNa Rì\n", encoding="utf-8")
    assert bk("geocode", tmp_path / "names.csv", "-o", tmp_path / output, *arguments).code == 0
    assert read_table(tmp_path / output)["match_reason"].tolist() == said[:1]
    (tmp_path / "points.csv").write_text("lon,lat\n2.35,48.85\n", encoding="utf-8")
    assert bk("join", tmp_path / "points.csv", "-o", tmp_path / output, *arguments).code == 0
    assert read_table(tmp_path / output)["join_reason"].tolist() == said[1:]


@pytest.mark.parametrize("output", ["b.csv", "b.geojson"])
def test_metres_of_vn2000_are_joined_when_they_are_said_to_be(bk, tmp_path: Path, output: str) -> None:
    (tmp_path / "a.csv").write_text("E,N\n441000,2456000\n441000,9\n", encoding="utf-8")
    arguments = ("--x", "E", "--y", "N", "--crs", "EPSG:9213")
    done = bk("join", tmp_path / "a.csv", "-o", tmp_path / output, *arguments)
    assert done.code == 0
    assert "1 of 2 rows joined as stated" in done.said
    done = bk("join", tmp_path / "a.csv", "-o", tmp_path / output, "--x", "E", "--y", "N")
    assert done.code == 2
    assert "are no degrees" in done.said
    assert "add --crs EPSG:9213" in done.said
    assert len(read_table(tmp_path / output)) == 2, "the earlier result stays"


def test_points_that_all_lie_elsewhere_raise_a_doubt(bk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("lon,lat\n2.35,48.85\n", encoding="utf-8")
    done = bk("join", tmp_path / "a.csv", "-o", tmp_path / "b.csv")
    assert done.code == 0
    assert "no point lies in a commune of the plan; is the CRS right" in done.said


@pytest.mark.parametrize("output", ["b.csv", "b.geojson"])
def test_the_nearest_commune_is_taken_on_request(bk, tmp_path: Path, output: str) -> None:
    pd.DataFrame({"lon": [105.5], "lat": [22.75]}).to_csv(tmp_path / "a.csv", index=False)
    arguments = ("join", tmp_path / "a.csv", "-o", tmp_path / output, "--strict")
    assert bk(*arguments).code == 1
    assert bk(*arguments, "--nearest", "20000").code == 0
    assert read_table(tmp_path / output)["join_method"].tolist() == ["nearest"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a,b\n1,2\n", "no column holds place names; expected one of location, place, commune"),
        ("", "is empty; expected a header and rows"),
        ("xã,huyện\na,b,c\n", "row 2: has 3 cells; expected 2, as in the header"),
    ],
)
def test_a_table_that_cannot_be_geocoded_is_status_2(bk, tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "a.csv").write_text(content, encoding="utf-8")
    done = bk("geocode", tmp_path / "a.csv", "-o", tmp_path / "b.csv")
    assert done.code == 2
    assert words in done.said
    assert not (tmp_path / "b.csv").exists()
