"""Clusters get ids as the annex numbers them, and become clusters.csv."""

import codecs
import csv
import zipfile
from io import BytesIO

import openpyxl
import pytest
from annexes import (
    AFTER,
    BODY,
    COLUMNS,
    HEAD,
    READ,
    SUBTOTALS,
    WRITERS,
    changed,
    numbered,
    write_csv,
    write_text,
)
from failures import english, raises
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import write_plan
from windows import to_cp1258

import bk_gis
from bk_gis.errors import InputError, MissingFileError
from bk_gis.plan.annex.reading import read_annex
from bk_gis.plan.annex.sources import read_tables


def test_a_number_that_is_there_twice_in_a_district_gets_a_letter_and_is_said(tmp_path):
    write_text(tmp_path / "a.txt", changed(2, 0, "1"))
    annex = read_annex(tmp_path / "a.txt")
    assert annex.clusters["id"].tolist() == ["1", "1a", "3"]
    assert "row 7 'CCN Còn Dài' has number 1 again: its id is 1a" in map(english, annex.notes)


def test_numbers_that_begin_anew_in_each_district_are_told_apart_by_its_numeral(tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1, 2]), ("II.", [1, 2]), ("III", [1])))
    annex = read_annex(tmp_path / "a.txt")
    assert annex.clusters["id"].tolist() == ["I.1", "I.2", "II.1", "II.2", "III.1"]
    assert annex.mismatches == ()
    assert any("I.1, I.2, II.1" in english(note) for note in annex.notes)


def test_numbers_that_go_on_are_ids_as_they_are_and_need_no_note(tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1, 2]), ("II", [3])))
    annex = read_annex(tmp_path / "a.txt")
    assert annex.clusters["id"].tolist() == ["1", "2", "3"]
    assert not any("number" in english(note) for note in annex.notes)


@pytest.mark.parametrize(
    ("districts", "ids"),
    [
        ((("I", [1, 2]), ("II", [1, 1])), ["I.1", "I.2", "II.1", "II.1a"]),
        ((("I", [1]), ("II", [1]), ("II", [1, 2])), ["I.1", "II.1", "II.1a", "II.2"]),
    ],
)
def test_numbers_that_are_there_again_have_ids_of_their_own(tmp_path, districts, ids):
    write_text(tmp_path / "a.txt", numbered(*districts))
    assert read_annex(tmp_path / "a.txt").clusters["id"].tolist() == ids


@pytest.mark.costly
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=4, unique=True), min_size=1, max_size=4))
def test_ids_are_unique_and_end_in_the_number_however_districts_count(tmp_path, districts):
    write_text(tmp_path / "a.txt", numbered(*zip(("I", "II", "III", "IV"), districts, strict=False)))
    ids = read_annex(tmp_path / "a.txt").clusters["id"].tolist()
    assert len(set(ids)) == len(ids)
    assert [ident.split(".")[-1] for ident in ids] == [str(n) for numbers in districts for n in numbers]


def test_the_command_writes_clusters_that_a_plan_folder_takes(bk, tmp_path):
    write_text(tmp_path / "a.txt", changed(5, 5, "1"))
    answer = bk("read-annex", tmp_path / "a.txt", "-o", tmp_path / "clusters.csv", "--lang", "en")
    assert answer.code == 1
    assert "'Tổng cộng' states 1 ha" in answer.said
    assert (tmp_path / "clusters.csv").read_bytes().startswith(codecs.BOM_UTF8), "Excel needs the mark"
    with (tmp_path / "clusters.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [COLUMNS, *READ]


def test_the_command_says_how_clusters_got_their_ids(bk, tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1]), ("II", [1])))
    answer = bk("read-annex", tmp_path / "a.txt", "-o", tmp_path / "clusters.csv")
    assert answer.code == 0
    assert "numbers begin anew in each group" in answer.said


def test_the_total_under_one_title_is_checked_where_it_comes_last(tmp_path):
    head = [
        ["TT", "Tên CCN", "Địa điểm", "Tổng diện tích (ha)", "", ""],
        ["", "", "", "2026-2030", "2031-2035"],
    ]
    head[1].append("Tổng")
    write_csv(tmp_path / "a.csv", [*head, *changed(2, 5, "21")[2:]], ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert [english(problem.message) for problem in annex.mismatches] == [
        "'CCN Còn Dài' states 21 ha, its figures add up to 20"
    ]


@pytest.mark.parametrize("after", [[], AFTER])
@pytest.mark.parametrize("again", [[], HEAD])
def test_subtotals_below_the_clusters_lose_no_district(tmp_path, again, after):
    rows = [*HEAD, *SUBTOTALS[:4], *again, *SUBTOTALS[4:], *after]
    write_csv(tmp_path / "a.csv", rows, ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert annex.mismatches == ()


def test_subtotals_below_the_clusters_are_checked_and_so_is_the_total(tmp_path):
    rows = [list(row) for row in SUBTOTALS]
    rows[3][5], rows[6][5], rows[7][5] = "70", "1024", "1095"
    write_csv(tmp_path / "a.csv", [*HEAD, *rows], ";")
    said = [english(p.message) for p in read_annex(tmp_path / "a.csv").mismatches]
    assert said == [
        "'Cộng' states 70 ha, its figures add up to 70.5",
        "'Cộng' states 1,024 ha, its figures add up to 1,025",
        "'Tổng cộng' states 1,095 ha, its figures add up to 1,095.5",
    ]


def test_the_total_may_come_first(tmp_path):
    rows = changed(5, 3, "1")
    write_csv(tmp_path / "a.csv", [*HEAD, rows[-1], *rows[2:-1]], ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert [english(p.message) for p in annex.mismatches] == [
        "'Tổng cộng' states 1 ha, its figures add up to 60.5"
    ]


@pytest.mark.parametrize(
    ("row", "column", "text", "said"),
    [
        (0, 3, "60", ["'Huyện Hạ Lưu' states 60 ha, its figures add up to 60.5"]),
        (2, 5, "21", ["'CCN Còn Dài' states 21 ha, its figures add up to 20"]),
        (5, 5, "1.095,4", ["'Tổng cộng' states 1,095.4 ha, its figures add up to 1,095.5"]),
        (
            *(1, 3, "41,5"),
            [
                "'Huyện Hạ Lưu' states 60.5",
                "'Huyện Hạ Lưu' states 70.5",
                "'Tổng cộng' states 60.5",
                "'Tổng cộng' states 1,095.5",
                "'CCN Cửa Sông' states 50.5",
            ],
        ),
    ],
)
def test_sums_that_do_not_add_up_are_all_said(tmp_path, row, column, text, said):
    write_text(tmp_path / "a.txt", changed(row, column, text))
    found = [english(problem.message) for problem in read_annex(tmp_path / "a.txt").mismatches]
    assert len(found) == len(said)
    for start, message in zip(said, found, strict=True):
        assert message.startswith(start)


@pytest.mark.parametrize("name", WRITERS)
def test_every_layout_gives_the_same_clusters(tmp_path, name):
    WRITERS[name](tmp_path / name, [*HEAD, *BODY])
    annex = read_annex(tmp_path / name)
    assert annex.clusters.columns.tolist() == COLUMNS
    assert annex.clusters.to_numpy().tolist() == READ
    assert annex.mismatches == ()


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
@pytest.mark.parametrize("spoil", ["cut", "emptied", "overwritten"])
def test_a_damaged_office_file_is_named(tmp_path, name, spoil):
    WRITERS[name](tmp_path / name, [*HEAD, *BODY])
    content = (tmp_path / name).read_bytes()
    if spoil == "cut":
        (tmp_path / name).write_bytes(content[: len(content) // 2])
    else:
        with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(tmp_path / name, "w") as new:
            for member in old.namelist():
                text = old.read(member)
                new.writestr(member, b"" if spoil == "emptied" else text[: len(text) // 2] + b"<")
    with raises(InputError, match=rf"{name}: (is cut off or damaged|cannot be read)"):
        read_annex(tmp_path / name)


def test_a_csv_in_the_old_encoding_of_windows_is_read(tmp_path):
    text = "\n".join(";".join(row) for row in [*HEAD, *BODY])
    (tmp_path / "a.csv").write_bytes(to_cp1258(text))
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert english(annex.notes[0]) == "read as Windows-1258", "what was assumed is said"


def test_quotes_in_copied_text_are_letters_and_those_of_a_csv_hold_a_cell_together(tmp_path):
    rows = changed(1, 2, 'thôn "Cửa Sông')
    write_text(tmp_path / "a.txt", rows)
    assert read_annex(tmp_path / "a.txt").clusters["location"][0] == 'thôn "Cửa Sông'
    write_csv(tmp_path / "a.csv", changed(1, 2, "Cửa\nSông; thôn 2"), ";")
    assert read_annex(tmp_path / "a.csv").clusters["location"][0] == "Cửa Sông; thôn 2"


def test_a_missing_file_and_an_unknown_ending_are_refused(tmp_path):
    with pytest.raises(MissingFileError):
        read_annex(tmp_path / "a.txt")
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with raises(InputError, match=r"expected \.docx, \.xlsx, \.ods, \.csv"):
        read_annex(tmp_path / "a.pdf")


def test_an_old_document_is_said(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0" + b"." * 600)
    with raises(InputError, match=r"a\.docx: is an old document; save it as \.docx"):
        read_tables(tmp_path / "a.docx")


def test_merged_words_of_a_worksheet_hold_for_the_rows_below_and_merged_hectares_count_once(tmp_path):
    book = openpyxl.Workbook()
    for row in (["1", "CCN A", "xã Xuân La", 10], ["2", "CCN B", None, None, "5,5"], ["3", "C", "x", 1]):
        book.active.append(row)
    for area in ("C1:C2", "D1:D2", "E2:E3"):
        book.active.merge_cells(area)
    book.save(tmp_path / "a.xlsx")
    (table,), notes = read_tables(tmp_path / "a.xlsx")
    assert list(map(english, notes)) == ["figures in merged cells count once, in the first row: D1:D2, E2:E3"]
    assert [(row.number, row.cells) for row in table.rows] == [
        (1, ["1", "CCN A", "xã Xuân La", "10"]),
        (2, ["2", "CCN B", "xã Xuân La", "", "5,5"]),
        (3, ["3", "C", "x", "1"]),
    ]


def test_what_exists_is_covered_before_the_first_planned_phase(bk, tmp_path):
    folder = write_plan(
        tmp_path / "plan", phases=(2020, 2025, 2030), clusters=[("A", "Một", "Huyện Đông", (1, 1, 1))]
    )
    toml = (folder / "plan.toml").read_text(encoding="utf-8").replace('"2016-2020"', '"hien-co"')
    (folder / "plan.toml").write_text(toml, encoding="utf-8")
    head = "TT|Tên CCN|Địa điểm|Hiện có (ha)|Đến năm 2025 (ha)|Đến năm 2030 (ha)"
    rows = [head, "I|Huyện Đông", "1|CCN A|Xã Một|30|73|73", "II|Huyện Tây", "2|CCN B|Xã Ba|||55"]
    (tmp_path / "a.txt").write_text("\n".join(rows).replace("|", "\t"), encoding="utf-8")
    done = bk(
        "read-annex", tmp_path / "a.txt", "-o", folder / "clusters.csv", "--phases", "2021-2025,2026-2030"
    )
    assert done.code == 0
    plan = bk_gis.load_plan(folder)
    covered = {by: bk_gis.check_coverage(plan, by=by).missing for by in (2020, 2030)}
    assert covered == {2020: ["Huyện Tây"], 2030: []}
    assert plan.clusters["ha"].tolist() == [73, 55]


def test_the_command_asks_and_is_answered(bk, tmp_path):
    rows = ["TT|Tên CCN|Hiện có (ha)|Quy hoạch (ha)", "1|CCN A|10|20", "2|CCN B|-|20"]
    (tmp_path / "a.txt").write_text("\n".join(rows).replace("|", "\t"), encoding="utf-8")
    call = ("read-annex", tmp_path / "a.txt", "-o", tmp_path / "c.csv", "--phases", "2026-2030")
    asked = bk(*call)
    assert asked.code == 2
    assert "say --increments or --cumulative" in asked.said
    assert not (tmp_path / "c.csv").exists()
    assert bk(*call, "--cumulative").code == 0
    assert (tmp_path / "c.csv").read_text(encoding="utf-8-sig").splitlines()[1:] == [
        "1;A;CCN A;;10;10",
        "2;B;CCN B;;;20",
    ]
