"""`bk-gis convert`, and the crosswalk that geocode, join and convert can be given."""

import shutil
from pathlib import Path

import pytest

from bk_gis.io.tables import read_table
from bk_gis.plan.folder import bundled_folder

YEARS = ("--from", "2014", "--to", "2025")
OWN = "code_2014,name_2014,code_2025,name_2025,unit_type_2025\n02113,Nông Thịnh,00007,Bình An,Xã\n"


def test_a_table_is_converted_with_its_ledger_and_what_has_no_answer_is_counted(bk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Xã;ha\nNông Thịnh;1,5\nPhong Huân;2\nChợ Xa;3\n", encoding="utf-8")
    done = bk("convert", tmp_path / "a.csv", "-o", tmp_path / "b.csv", *YEARS)
    assert done.code == 0
    assert "2 of 3 rows converted" in done.said
    assert "1 not converted; the ledger columns say why" in done.said
    head, whole, split, _ = (tmp_path / "b.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head == (
        "Xã;ha;convert_method;convert_codes;convert_names;convert_shares;convert_candidates;convert_reason"
    )
    assert whole.startswith("Nông Thịnh;1,5;whole;02107;xã Thanh Thịnh;1;;")
    assert split.startswith("Phong Huân;2;split;02083 02020;xã Yên Phong, xã Chợ Đồn;0.76 0.24;;")
    assert bk("convert", tmp_path / "a.csv", "-o", tmp_path / "b.csv", *YEARS, "--strict").code == 1


def test_a_code_that_is_named_is_the_only_key(bk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("match_codes,Xã (cũ),Huyện (cũ)\n02113,Chợ Rã,BK\n", encoding="utf-8")
    done = bk("convert", tmp_path / "a.csv", "-o", tmp_path / "b.csv", *YEARS, "--code", "match_codes")
    assert done.code == 0
    assert "Xã (cũ)" not in done.said
    assert "Huyện (cũ)" not in done.said
    assert read_table(tmp_path / "b.csv")["convert_method"].tolist() == ["whole"]


def test_communes_of_another_vintage_in_the_column_are_counted(bk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Xã\nNông Thịnh\nThượng Minh\n", encoding="utf-8")
    done = bk("convert", tmp_path / "a.csv", "-o", tmp_path / "b.csv", *YEARS)
    assert "1 whole, 1 vintage" in done.said
    assert "1 have communes of other years than 2014" in done.said


def test_rows_are_divided_on_request_and_name_the_row_that_they_come_from(bk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Danh sách\n\nXã,ha\nNông Thịnh,1\nPhong Huân,2.55\n", encoding="utf-8")
    done = bk("convert", tmp_path / "a.csv", "-o", tmp_path / "b.csv", *YEARS, "--split", "ha")
    assert done.code == 0
    found = read_table(tmp_path / "b.csv")
    assert found["ha"].tolist() == ["1", "1.94", "0.61"]
    assert found["convert_row"].tolist() == ["4", "5", "5"]
    (tmp_path / "a.csv").write_text("Xã,ha\nNông Thịnh,1\nPhong Huân,x\n", encoding="utf-8")
    done = bk("convert", tmp_path / "a.csv", "-o", tmp_path / "b.csv", *YEARS, "--split", "ha")
    assert done.code == 2
    assert "a.csv, row 3, column ha: 'x' is no number" in done.said


def test_shares_that_are_not_known_are_counted(bk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("mã xã\n02149\n", encoding="utf-8")
    done = bk("convert", tmp_path / "a.csv", "-o", tmp_path / "b.xlsx", "--from", "2014", "--to", "2020")
    assert done.code == 0
    assert "1 lie in several communes in shares that are not known" in done.said
    assert read_table(tmp_path / "b.xlsx")["mã xã"].tolist() == ["02149"]


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (
            ("--from", "2010", "--to", "2025"),
            "there are no boundaries of 2010 in the crosswalk; the earliest",
        ),
        (("--from", "2014", "--to", "2024"), "there are no boundaries of 2024"),
    ],
)
def test_a_year_without_boundaries_is_status_2(bk, tmp_path: Path, years: tuple[str, ...], said: str) -> None:
    (tmp_path / "a.csv").write_text("mã xã\n02149\n", encoding="utf-8")
    done = bk("convert", tmp_path / "a.csv", "-o", tmp_path / "b.csv", *years)
    assert done.code == 2
    assert said in done.said
    assert not (tmp_path / "b.csv").exists()


def test_a_table_without_points_is_not_written_as_a_layer(bk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("mã xã\n02149\n", encoding="utf-8")
    done = bk("convert", tmp_path / "a.csv", "-o", tmp_path / "b.gpkg", *YEARS)
    assert done.code == 2
    assert "the table has no geometry; write .csv, .xlsx or .parquet" in done.said


def test_areas_are_converted_too(bk, tmp_path: Path) -> None:
    source = bundled_folder() / "communes.geojson"
    for name in ("b.gpkg", "b.csv"):
        assert bk("convert", source, "-o", tmp_path / name, *YEARS, "--strict").code == 0
        assert len(read_table(tmp_path / name)) == 122


@pytest.mark.parametrize("output", ["b.csv", "b.geojson"])
def test_points_that_are_joined_get_the_communes_of_another_vintage(bk, tmp_path: Path, output: str) -> None:
    (tmp_path / "a.csv").write_text("lon,lat\n105.9,22.2\n2,48\n", encoding="utf-8")
    done = bk("join", tmp_path / "a.csv", "-o", tmp_path / output, "--to", "2025")
    assert done.code == 0
    found = read_table(tmp_path / output)
    assert found["convert_method"].tolist() == ["whole", "empty"]


def test_each_command_takes_a_crosswalk_of_its_own(bk, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(OWN, encoding="utf-8")
    crosswalk = ("--crosswalk", tmp_path / "own.csv")
    (tmp_path / "a.csv").write_text("xã\nNông Thịnh\n", encoding="utf-8")
    assert bk("convert", tmp_path / "a.csv", "-o", tmp_path / "b.csv", *YEARS, *crosswalk).code == 0
    assert read_table(tmp_path / "b.csv")["convert_codes"].tolist() == ["00007"]

    (tmp_path / "a.csv").write_text("xã\nBình An\n", encoding="utf-8")
    assert bk("geocode", tmp_path / "a.csv", "-o", tmp_path / "c.csv", "--strict", *crosswalk).code == 0
    placed = read_table(tmp_path / "c.csv")
    assert placed["match_codes"].tolist() == ["02113"]

    placed[["lon", "lat"]].to_csv(tmp_path / "d.csv", index=False)
    options = ("--to", "2025", *crosswalk)
    assert bk("join", tmp_path / "d.csv", "-o", tmp_path / "e.csv", *options).code == 0
    assert read_table(tmp_path / "e.csv")["convert_names"].tolist() == ["xã Bình An"]


def test_a_later_commune_of_others_than_the_plans_is_not_taken(bk, tmp_path: Path) -> None:
    """02155 is Lương Hạ in 2014 and Yến Lạc in 2020; 99999 lies in another province."""
    (tmp_path / "own.csv").write_text(
        "code_2020,name_2020,code_2025,name_2025,unit_type_2025\n"
        "02155,Yến Lạc,02155,Bình Một,Xã\n99999,Xa Lạ,00008,Bình Hai,Xã\n02113,Nông Thịnh,00007,Bình Ba,Xã\n",
        encoding="utf-8",
    )
    (tmp_path / "a.csv").write_text("xã\nBình Một\nBình Hai\nBình Ba\n", encoding="utf-8")
    done = bk("geocode", tmp_path / "a.csv", "-o", tmp_path / "b.csv", "--crosswalk", tmp_path / "own.csv")
    assert done.code == 0
    assert read_table(tmp_path / "b.csv")["match_method"].tolist() == ["unknown", "unknown", "alias"]


def test_a_crosswalk_is_not_written_over(bk, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    shutil.copy(bundled_folder() / "crosswalk.csv", own)
    (tmp_path / "a.csv").write_text("mã xã\n02149\n", encoding="utf-8")
    done = bk("convert", tmp_path / "a.csv", "-o", own, *YEARS, "--crosswalk", own)
    assert done.code == 2
    assert "it is the input" in done.said
