"""A crosswalk that cannot be right is an error with its row and column, found before anything is done."""

from pathlib import Path

import pytest
from failures import english, raises

import bk_gis
from bk_gis.errors import InputError, MissingFileError
from bk_gis.places.vintages.reading import read_crosswalk
from bk_gis.plan.folder import bundled_folder

HEADER = "code_2014,name_2014,area_share,code_2020,name_2020,unit_type_2020"
WHOLE = "00001,Một,,00001,Một,Xã"


def problems(folder: Path, *rows: str, header: str = HEADER) -> list[tuple[int | None, str | None, str]]:
    path = folder / "crosswalk.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    with pytest.raises(InputError) as failure:
        read_crosswalk(path)
    return [(problem.row, problem.column, english(problem.message)) for problem in failure.value.problems]


def test_the_bundled_one_has_three_vintages() -> None:
    crosswalk = read_crosswalk(bundled_folder() / "crosswalk.csv")
    assert {year: len(units) for year, units in crosswalk.units.items()} == {2014: 122, 2020: 108, 2025: 37}


def test_a_table_of_two_vintages_is_enough(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"{HEADER}\n{WHOLE}\n", encoding="utf-8")
    assert read_crosswalk(tmp_path / "a.csv").years == (2014, 2020)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("1834", "'1834' has lost its leading zero; expected 01834: keep codes as text"),
        ("01834 ", "'01834 ' has a space; expected '01834'"),
        ("0183x", "'0183x' is no code of a commune; expected 5 digits"),
        ("", "is empty; expected the code of a commune"),
    ],
)
@pytest.mark.parametrize("column", ["code_2014", "code_2020"])
def test_a_code_that_is_none_is_located(tmp_path: Path, code: str, said: str, column: str) -> None:
    cells = dict(zip(HEADER.split(","), WHOLE.replace("00001", "00002").split(","), strict=True))
    row = ",".join({**cells, column: code}.values())
    assert problems(tmp_path, WHOLE, row) == [(3, column, said)]


@pytest.mark.parametrize("share", ["x", "1.5", "-0.1", '"0,5,"'])
def test_a_share_that_is_none_is_located(tmp_path: Path, share: str) -> None:
    row = WHOLE.replace(",,", f",{share},")
    found = problems(tmp_path, row, row.replace("00001", "00002"))
    assert [place[:2] for place in found] == [(2, "area_share"), (3, "area_share")]


def test_shares_have_to_add_up_to_all_of_a_commune(tmp_path: Path) -> None:
    rows = ("00001,Một,0.5,00001,Một,Xã", "00001,Một,0.3,00002,Hai,Xã")
    said = "the shares of 00001 add up to 0.8; expected 1"
    assert problems(tmp_path, *rows) == [(2, "area_share", said)]


def test_a_code_has_one_name_in_a_vintage_and_a_part_stands_there_once(tmp_path: Path) -> None:
    found = problems(tmp_path, WHOLE, "00002,Hai,,00001,Ba,Xã", "00002,Hai,,00001,Ba,Xã")
    assert [place[:2] for place in found] == [(3, "name_2020"), (4, "code_2014"), (4, "name_2020")]
    assert found[1][2] == "the codes are those of row 3; expected each part once"


@pytest.mark.parametrize("header", ["code_2014,name_2014", "a,b"])
def test_a_table_without_two_vintages_is_none(tmp_path: Path, header: str) -> None:
    ((row, column, said),) = problems(tmp_path, "00001,Một", header=header)
    assert (row, column) == (1, None)
    assert "expected columns code_ and name_ of two years at least" in said


def test_missing_columns_are_listed(tmp_path: Path) -> None:
    found = problems(tmp_path, "00001,00001,00001", header="code_2014,code_2020,code_2025")
    assert [column for _, column, _ in found] == [
        *("name_2014", "name_2020", "name_2025", "unit_type_2020", "unit_type_2025")
    ]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with raises(MissingFileError, match="there is no file"):
        bk_gis.read_crosswalk(tmp_path / "none.csv")


def test_check_finds_a_code_that_is_no_commune_of_the_plan(folder, bk) -> None:
    folder.replace("crosswalk.csv", "\n01834,", "\n01833,")
    done = bk("check", folder.path)
    assert done.code == 2
    assert "crosswalk.csv, row 2, column code_2014: '01833' is no commune of the plan" in done.said


def test_a_commune_has_the_name_that_the_plan_gives_it(folder) -> None:
    folder.replace("crosswalk.csv", "01837,Sông Cầu,Phường,Thị xã", "01837,Sông Thao,Phường,Thị xã")
    problem = folder.problem()
    assert (problem.row, problem.column) == (3, "name_2014")


@pytest.mark.parametrize("command", ["geocode", "convert"])
@pytest.mark.parametrize("code", ["1834", " 01834"])
def test_no_command_takes_a_spoilt_crosswalk(folder, bk, tmp_path: Path, command: str, code: str) -> None:
    folder.replace("crosswalk.csv", "\n01834,", f"\n{code},")
    (tmp_path / "a.csv").write_text("xã\nNông Thịnh\n", encoding="utf-8")
    years = ("--from", "2014", "--to", "2025") if command == "convert" else ()
    done = bk(command, tmp_path / "a.csv", "-o", tmp_path / "b.csv", *years, "--plan", folder.path)
    assert done.code == 2
    assert "crosswalk.csv, row 2, column code_2014" in done.said
