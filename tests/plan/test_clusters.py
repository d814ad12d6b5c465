"""clusters.csv and place_names.csv: what is wrong is said with its row and column."""

import csv

import pytest
from failures import english
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.plan.cells import number_cell
from bk_gis.plan.clusters import hectare_column, note_texts, read_clusters, read_place_names

HEADER = "id,name,printed_name,location,district,ha_2011_2015,ha_2016_2020,ha_2021_2025"
FIRST = "1,Huyền Tụng,CCN Huyền Tung,Huyền Tung,Thị xã Bắc Kạn,32.7,,12"


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        (",32.7,,12", ',"1.032,7",,12', (2, "ha_2011_2015"), "'1.032,7' is not a number; expected hectares"),
        (",32.7,,12", ",1.850,,12", (2, "ha_2011_2015"), "thousands or a decimal; write 1850 or 1.85"),
        (",32.7,,12", ',"1,850",,12', (2, "ha_2011_2015"), "thousands or a decimal; write 1850 or 1.85"),
        (",32.7,,12", ",12.345,,12", (2, "ha_2011_2015"), "write 12345 or 12.3450"),
        (",32.7,,12", ",-32.7,,12", (2, "ha_2011_2015"), "-32.7 is negative; expected hectares of 0 or more"),
        (",32.7,,12", ",32.7 ha,,12", (2, "ha_2011_2015"), "'32.7 ha' is not a number; expected hectares"),
        (",32.7,,12", ",3e1,,12", (2, "ha_2011_2015"), "'3e1' is not a number"),
        (",32.7,,12", ",nan,,12", (2, "ha_2011_2015"), "'nan' is not a number"),
        (",32.7,,12", ",inf,,12", (2, "ha_2011_2015"), "'inf' is not a number"),
        (",32.7,,12", ",-,,12", (2, "ha_2011_2015"), "'-' is not a number; expected hectares"),
        (",32.7,,12", ",٣٢,,12", (2, "ha_2011_2015"), "is not a number"),
        (",32.7,,12", f",{'9' * 400},,12", (2, "ha_2011_2015"), "is too large a number; expected"),
        (",32.7,,12", ",,,", (2, None), "cluster 'Huyền Tụng' has no hectares in any phase; expected some"),
        (",32.7,,12", ",0,0.0,", (2, None), "has no hectares in any phase"),
        ("\n2,", "\n1,", (3, "id"), "'1' is already the id of row 2; expected an id of its own"),
        ("1,Huyền Tụng", "1,", (2, "name"), "is empty; expected text"),
        ("1,Huyền Tụng", "1, \u00a0 ", (2, "name"), "is empty; expected text"),
        (",Huyện Bạch Thông,", ",Huyện Bạch Thong,", (8, "district"), "'Huyện Bạch Thong' is no district of"),
        (",32.7,,12", ",32.7,12", (2, None), "has 13 cells; expected 14, as in the header"),
        (",32.7,,12", ",32.7,,12,", (2, None), "has 15 cells; expected 14, as in the header"),
        ("1,Huyền Tụng", "1,Huyền\0Tụng", (2, None), "holds a NUL byte, as a damaged file does"),
        ("ha_2021_2025", "ha_2021_2030,ha_2021_2025", (1, "ha_2021_2030"), "is no phase of plan.toml"),
        ("id,name,", "id,id,name,", (1, "id"), "the column is there 2 times; expected once"),
        ("printed_name,location", "printed_name,place", (1, "location"), "the column is missing; found id,"),
        ("ha_2011_2015,", "", (1, "ha_2011_2015"), "the column is missing; found"),
        ("id,name,printed_name", "\n\nid,name,printed", (3, "printed_name"), "the column is missing; found"),
        ("1,Huyền Tụng", '1,"Huyền Tụng', (None, None), "is not readable after row"),
    ],
)  # fmt: skip
def test_a_fault_of_clusters_csv_is_located(folder, old, new, place, words):
    folder.replace("clusters.csv", old, new)
    first = next(p for p in folder.problems() if (p.row, p.column) == place)
    assert first.file == "clusters.csv"
    assert words in english(first.message)


def test_a_renamed_phase_is_both_missing_and_unknown(folder):
    folder.replace("clusters.csv", "ha_2021_2025", "ha_2021_2030")
    assert [(p.row, p.column) for p in folder.problems()] == [(1, "ha_2021_2025"), (1, "ha_2021_2030")]


def test_every_fault_of_a_row_is_said_and_of_every_row(folder):
    folder.replace("clusters.csv", FIRST, '1,,CCN,Huyền Tung,Nowhere,"3,2,7",x,12')
    folder.replace("clusters.csv", "\n3,", "\n1,")
    assert [(p.row, p.column) for p in folder.problems()] == [
        (2, "name"),
        (2, "ha_2011_2015"),
        (2, "ha_2016_2020"),
        (2, "district"),
        (4, "id"),
    ]


def test_a_table_without_rows_is_refused(folder):
    (folder / "clusters.csv").write_text(HEADER + "\n\n,,,,,,,\n", encoding="utf-8")
    assert english(folder.problem().message) == "has a header and no rows; expected at least one"


def test_an_empty_file_lacks_every_column(folder):
    (folder / "clusters.csv").write_bytes(b"")
    assert [p.column for p in folder.problems()] == HEADER.split(",")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_table_may_be_as_excel_saves_it_where_the_comma_is_the_decimal_mark(
    folder, plan, encoding, separator
):
    for name in ("clusters.csv", "place_names.csv"):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        decimal = [column.startswith("ha_") for column in head]
        rows = [[c.replace(".", ",") if d else c for c, d in zip(row, decimal, strict=True)] for row in rows]
        with (folder / name).open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=separator).writerows([head, *rows])
    found = bk_gis.load_plan(folder.path)
    assert found.clusters.equals(plan.clusters)
    assert found.place_names.equals(plan.place_names)


def test_text_that_is_not_in_unicode_is_refused(folder):
    text = (folder / "clusters.csv").read_text(encoding="utf-8")
    (folder / "clusters.csv").write_bytes(text.encode("cp1258", "replace"))
    problem = folder.problem()
    assert "is not UTF-8" in english(problem.message)
    assert "save it as CSV UTF-8" in english(problem.message)


def test_a_spreadsheet_may_leave_blank_rows_and_columns(folder, plan):
    lines = (folder / "clusters.csv").read_text(encoding="utf-8").splitlines()
    (folder / "clusters.csv").write_text(
        "\n".join([*(line + ",," for line in lines), "," * 9, "", ""]), encoding="utf-8"
    )
    assert bk_gis.load_plan(folder.path).clusters["ha"].tolist() == plan.clusters["ha"].tolist()


def test_an_unknown_column_is_no_fault(folder):
    text = (folder / "clusters.csv").read_text(encoding="utf-8")
    lines = text.splitlines()
    (folder / "clusters.csv").write_text("\n".join([lines[0] + ",remark", *(f"{x},n" for x in lines[1:])]))
    assert "remark" not in bk_gis.load_plan(folder.path).clusters


def test_a_row_may_have_a_note_in_one_language_or_two(folder):
    text = (folder / "clusters.csv").read_text(encoding="utf-8").splitlines()
    rows = [f"{text[0]},note,note_en", f"{text[1]},giả định,assumed", f"{text[2]},giả định,", *text[3:]]
    (folder / "clusters.csv").write_text(
        "\n".join([*rows[:3], *(f"{row},," for row in rows[3:])]), encoding="utf-8"
    )
    clusters = bk_gis.load_plan(folder.path).clusters
    assert note_texts(clusters, "vi")[:3] == ["giả định", "giả định", ""]
    assert note_texts(clusters, "en")[:3] == ["assumed", "giả định", ""]


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("printed,district", "printed,huyen", (1, "district"), "the column is missing"),
        ("Cỏ Linh,Huyện Pác Nặm", ",Huyện Pác Nặm", (8, "printed"), "is empty; expected text"),
        (
            "Cỏ Linh,Huyện Pác Nặm",
            "Cỏ Linh,Huyện Pắc Nặm",
            (8, "district"),
            "is no district of communes.geojson",
        ),
        ("Bánh Trạch,", "Lũng Diệc,", (4, "printed"), "already corrected in row 3; expected one correction"),
    ],
)
def test_a_fault_of_place_names_csv_is_located(folder, old, new, place, words):
    folder.replace("place_names.csv", old, new)
    problem = folder.problem()
    assert (problem.file, problem.row, problem.column) == ("place_names.csv", *place)
    assert words in english(problem.message)


def test_every_correction_needs_a_reason_and_a_source(folder):
    (folder / "place_names.csv").write_text(
        "printed,district,corrected,reason,source\nCỏ Linh,Huyện Pác Nặm,Cổ Linh,,\n", encoding="utf-8"
    )
    assert [(p.row, p.column) for p in folder.problems()] == [(2, "reason"), (2, "source")]


def test_a_reason_may_be_said_in_english_too(tmp_path):
    path = tmp_path / "place_names.csv"
    path.write_text("printed,district,corrected,reason,source\na,b,c,d,e\n")
    assert read_place_names(path, [])[["reason", "reason_en"]].to_numpy().tolist() == [["d", ""]]
    path.write_text("printed,district,corrected,reason,source,reason_en\na,b,c,d,e,f\ng,h,i,j,k,\n")
    problems = []
    assert read_place_names(path, problems)["reason_en"].tolist() == ["f", ""]
    assert problems == []


def test_corrections_may_be_none_at_all(tmp_path):
    problems = []
    path = tmp_path / "place_names.csv"
    path.write_text("printed,district,corrected,reason,source\n")
    assert read_place_names(path, problems).empty
    assert problems == []


def test_the_founding_phase_is_the_first_with_hectares(plan):
    founded = plan.clusters.set_index("name")["founded"]
    assert founded["Huyền Tụng"] == "2011-2015"
    assert founded["Xuất Hóa"] == "2016-2020"
    assert founded["Lũng Hoàn"] == "2021-2025"


def test_the_column_of_a_phase_is_named_after_it():
    assert hectare_column("2011-2015") == "ha_2011_2015"


cells = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@pytest.mark.costly
@given(st.lists(st.lists(cells, min_size=8, max_size=8), max_size=4))
def test_any_text_in_any_cell_is_read_or_refused_never_raised(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("any") / "clusters.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER.split(","), *rows])
    problems = []
    frame = read_clusters(path, ["2011-2015", "2016-2020", "2021-2025"], problems)
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert len(frame) == len(filled)
    for problem in problems:
        assert english(problem.message)
        assert problem.row is None or 1 <= problem.row <= len(rows) + 1


@pytest.mark.costly
@settings(max_examples=200)
@given(st.integers(1, 10**9), st.integers(0, 6))
def test_hectares_are_read_as_they_were_written_never_a_thousandth(tmp_path_factory, digits, decimals):
    path = tmp_path_factory.mktemp("written") / "clusters.csv"
    hectares = digits / 10**decimals
    assume(0.0001 <= hectares <= 1e6)
    path.write_text(f"{HEADER}\n1,n,p,l,d,{number_cell(hectares)},,")
    problems = []
    frame = read_clusters(path, ["2011-2015", "2016-2020", "2021-2025"], problems)
    assert problems == []
    assert frame["ha"].tolist() == [hectares]


@pytest.mark.costly
@given(st.lists(st.tuples(*[st.integers(0, 10**6)] * 3).filter(any), min_size=1, max_size=5))
def test_hectares_add_up_to_the_hundredth(tmp_path_factory, areas):
    path = tmp_path_factory.mktemp("sums") / "clusters.csv"
    lines = [f"{i},n,p,l,d," + ",".join(f"{ha / 100:.2f}" for ha in row) for i, row in enumerate(areas)]
    path.write_text("\n".join([HEADER, *lines]))
    problems = []
    frame = read_clusters(path, ["2011-2015", "2016-2020", "2021-2025"], problems)
    assert problems == []
    assert frame["ha"].tolist() == [sum(row) / 100 for row in areas]


def test_hectares_may_have_characters_that_cannot_be_seen(tmp_path):
    path = tmp_path / "clusters.csv"
    path.write_text(
        f"{HEADER}\n1,n,p,l,d,\u200e32.7\u00ad,,\n".replace("id", "id\ufeff", 1), encoding="utf-8"
    )
    problems = []
    assert read_clusters(path, ["2011-2015", "2016-2020", "2021-2025"], problems)["ha"].tolist() == [32.7]
    assert problems == []


@pytest.mark.parametrize("hectares", ["0.0000001", "1000001", "9" * 400])
def test_hectares_that_round_to_nothing_or_are_more_than_a_province_are_refused(folder, hectares):
    folder.replace("clusters.csv", "32.7", hectares)
    assert (folder.problem().row, folder.problem().column) == (2, "ha_2011_2015")
