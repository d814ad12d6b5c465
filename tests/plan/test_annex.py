"""Annexes as people have them: the same table of our own making, in every layout."""

import codecs
import csv
import zipfile
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from windows import to_cp1258

from bk_gis.errors import InputError, MissingFileError
from bk_gis.plan.annex.reading import read_annex

HEAD = [
    ["TT", "Tên CCN", "Địa điểm", "Quy mô (ha)", "", "Tổng cộng (ha)"],
    ["", "", "", "Giai đoạn 2026-2030", "Xét đến năm 2035", ""],
]
BODY = [
    ["I", "Huyện Hạ Lưu", "", "60,5", "10", "70,5"],
    ["1", "CCN Cửa Sông", "Cửa Sông", "40,5", "10", "50,5"],
    ["2", "CCN Còn Dài", "Cồn Dài - Bãi Giữa", "20", "-", "20"],
    ["II", "Huyện Đồi Thông", "", "-", "1025", "1025"],
    ["3", "Cụm công nghiệp Đá Mài", "Đá Mài", "-", "1.025,0", "1.025,0"],
    ["", "Tổng cộng", "", "60,5", "1035", "1.095,5"],
]
READ = [
    ["1", "Cửa Sông", "CCN Cửa Sông", "Cửa Sông", "Huyện Hạ Lưu", "40.5", "10"],
    ["2", "Còn Dài", "CCN Còn Dài", "Cồn Dài - Bãi Giữa", "Huyện Hạ Lưu", "20", ""],
    ["3", "Đá Mài", "Cụm công nghiệp Đá Mài", "Đá Mài", "Huyện Đồi Thông", "", "1025"],
]
COLUMNS = ["id", "name", "printed_name", "location", "district", "ha_2026_2030", "ha_2031_2035"]


def write_text(path, rows, encoding="utf-8"):
    lines = [
        "Điều 1. Phê duyệt quy hoạch đến năm 2035.",
        "",
        *("\t".join(row) for row in rows),
        "",
        "Nơi nhận:",
    ]
    path.write_text("\n".join(lines), encoding=encoding)


def write_csv(path, rows, separator):
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=separator).writerows(rows)


def write_docx(path, rows):
    """As Word has it: the heads merged over their columns, the table broken by a page."""
    document = Document()
    document.add_paragraph("PHỤ LỤC")
    for part in (rows[:4], rows[4:]):
        table = document.add_table(rows=0, cols=6)
        for row in part:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
        if part[0] == HEAD[0]:
            table.cell(0, 3).merge(table.cell(0, 4))
            table.cell(0, 5).merge(table.cell(1, 5))
            table.cell(2, 1).merge(table.cell(2, 2))
    document.save(str(path))


def write_xlsx(path, rows):
    """As Excel has it: a title above, numbers as numbers."""
    book = openpyxl.Workbook()
    book.active.append(["Danh mục cụm công nghiệp đến năm 2035"])
    for row in rows:
        book.active.append([number(cell) if i > 2 else cell for i, cell in enumerate(row)])
    book.active.merge_cells("D2:E2")
    book.save(path)


def number(cell):
    try:
        return float(cell.replace(".", "").replace(",", "."))
    except ValueError:
        return cell or None


WRITERS = {
    "a.txt": write_text,
    "utf16.txt": lambda path, rows: write_text(path, rows, "utf-16"),
    "a.tsv": write_text,
    "comma.csv": lambda path, rows: write_csv(path, rows, ","),
    "semicolon.csv": lambda path, rows: write_csv(path, rows, ";"),
    "a.docx": write_docx,
    "a.xlsx": write_xlsx,
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_layout_gives_the_same_clusters(tmp_path, name):
    WRITERS[name](tmp_path / name, [*HEAD, *BODY])
    annex = read_annex(tmp_path / name)
    assert annex.clusters.columns.tolist() == COLUMNS
    assert annex.clusters.to_numpy().tolist() == READ
    assert annex.mismatches == ()


UNDER_ONE_TITLE = [
    ["TT", "Tên CCN", "Địa điểm", "Diện tích (ha)", "", ""],
    ["", "", "", "Tổng số", "Giai đoạn 2026-2030", "Xét đến năm 2035"],
]


def total_first(rows):
    return [[*row[:3], row[5], row[3], row[4]] for row in rows]


def write_merged_docx(path, rows):
    document = Document()
    table = document.add_table(rows=0, cols=6)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.cell(0, 3).merge(table.cell(0, 5))
    for column in range(3):
        table.cell(0, column).merge(table.cell(1, column))
    document.save(str(path))


def write_merged_xlsx(path, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([number(cell) if i > 2 else cell or None for i, cell in enumerate(row)])
    for area in ("D1:F1", "A1:A2", "B1:B2", "C1:C2"):
        book.active.merge_cells(area)
    book.save(path)


@pytest.mark.parametrize("title", ["Diện tích (ha)", "Tổng diện tích (ha)", "Quy mô đến năm 2035 (ha)"])
@pytest.mark.parametrize("total", ["Tổng số", "Cộng", "Tổng diện tích giai đoạn 2026-2035"])
@pytest.mark.parametrize(
    ("name", "write"),
    [
        *WRITERS.items(),
        ("merged.docx", write_merged_docx),
        ("merged.xlsx", write_merged_xlsx),
    ],
)
def test_a_total_beside_the_phases_under_one_title_is_a_column(tmp_path, name, write, title, total):
    head = [list(row) for row in UNDER_ONE_TITLE]
    head[0][3], head[1][3] = title, total
    write(tmp_path / name, [*head, *total_first(BODY)])
    annex = read_annex(tmp_path / name)
    assert annex.clusters.columns.tolist() == COLUMNS
    assert annex.clusters.to_numpy().tolist() == READ
    assert annex.mismatches == ()


def test_the_total_under_one_title_is_checked_where_it_comes_last(tmp_path):
    head = [
        ["TT", "Tên CCN", "Địa điểm", "Tổng diện tích (ha)", "", ""],
        ["", "", "", "2026-2030", "2031-2035"],
    ]
    head[1].append("Tổng")
    write_csv(tmp_path / "a.csv", [*head, *changed(2, 5, "21")[2:]], ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert [problem.message for problem in annex.mismatches] == [
        "'CCN Còn Dài' states 21 ha, its figures add up to 20"
    ]


SUBTOTALS = [
    ["I", "Huyện Hạ Lưu", "", "", "", ""],
    *BODY[1:3],
    ["", "Cộng", "", "60,5", "10", "70,5"],
    ["II", "Huyện Đồi Thông", "", "", "", ""],
    BODY[4],
    ["", "Cộng", "", "-", "1025", "1025"],
    BODY[5],
]
AFTER = [
    ["TT", "Danh mục", "Kinh phí", "", "", ""],
    ["I", "Huyện Xa", "", "5", "", "5"],
    ["1", "Đường", "Xã Xa", "5", "", "5"],
    ["", "Tổng kinh phí", "", "7", "", "7"],
]


@pytest.mark.parametrize("after", [[], AFTER, AFTER[2:], AFTER[3:]])
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
    said = [p.message for p in read_annex(tmp_path / "a.csv").mismatches]
    assert said == [
        "'Cộng' states 70 ha, its figures add up to 70.5",
        "'Cộng' states 1024 ha, its figures add up to 1025",
        "'Tổng cộng' states 1095 ha, its figures add up to 1095.5",
    ]


@pytest.mark.parametrize("after", [AFTER, AFTER[2:], AFTER[3:]])
def test_what_follows_the_total_is_not_of_the_annex(tmp_path, after):
    write_csv(tmp_path / "a.csv", [*HEAD, *BODY, *after], ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert annex.mismatches == ()


def test_the_total_may_come_first(tmp_path):
    rows = changed(5, 3, "1")
    write_csv(tmp_path / "a.csv", [*HEAD, rows[-1], *rows[2:-1]], ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert [p.message for p in annex.mismatches] == ["'Tổng cộng' states 1 ha, its figures add up to 60.5"]


@pytest.mark.parametrize("row", ["1 2 3 4 5 6=4+5", "1 2 3 4 5 6", "(1) (2) (3) (4) (5) (6)"])
def test_a_line_that_counts_the_columns_is_no_cluster(tmp_path, row):
    write_csv(tmp_path / "a.csv", [*HEAD, row.split(), *BODY], ";")
    assert read_annex(tmp_path / "a.csv").clusters.to_numpy().tolist() == READ


@pytest.mark.parametrize("years", [("2026-2030", "2031-2035"), ("2030", "2035"), ("Đến 2030", "Đến 2035")])
def test_the_years_of_a_head_are_no_hectares(tmp_path, years):
    head = [UNDER_ONE_TITLE[0], ["", "", "", "Tổng", *years]]
    write_csv(tmp_path / "a.csv", [*head, *total_first(BODY)], ";")
    annex = read_annex(tmp_path / "a.csv", phases=["2026-2030", "2031-2035"])
    assert annex.clusters.to_numpy().tolist() == READ


def test_a_head_of_two_lines_may_come_again_on_the_next_page(tmp_path):
    body = total_first(BODY)
    write_csv(tmp_path / "a.csv", [*UNDER_ONE_TITLE, *body[:3], *UNDER_ONE_TITLE, *body[3:]], ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert annex.mismatches == ()


def changed(row, column, text):
    rows = [list(line) for line in BODY]
    rows[row][column] = text
    return [*HEAD, *rows]


@pytest.mark.parametrize(
    ("row", "column", "text", "said"),
    [
        (0, 3, "60", ["'Huyện Hạ Lưu' states 60 ha, its figures add up to 60.5"]),
        (2, 5, "21", ["'CCN Còn Dài' states 21 ha, its figures add up to 20"]),
        (5, 5, "1.095,4", ["'Tổng cộng' states 1095.4 ha, its figures add up to 1095.5"]),
        (
            *(1, 3, "41,5"),
            [
                "'Huyện Hạ Lưu' states 60.5",
                "'Huyện Hạ Lưu' states 70.5",
                "'Tổng cộng' states 60.5",
                "'Tổng cộng' states 1095.5",
                "'CCN Cửa Sông' states 50.5",
            ],
        ),
    ],
)
def test_sums_that_do_not_add_up_are_all_said(tmp_path, row, column, text, said):
    write_text(tmp_path / "a.txt", changed(row, column, text))
    found = [problem.message for problem in read_annex(tmp_path / "a.txt").mismatches]
    assert len(found) == len(said)
    for start, message in zip(said, found, strict=True):
        assert message.startswith(start)


@pytest.mark.parametrize(("text", "message"), [("4O,5", "not a number"), ("1.234", "thousands or a decimal")])
def test_a_figure_that_cannot_be_read_is_located(tmp_path, text, message):
    write_text(tmp_path / "a.txt", changed(1, 3, text))
    with pytest.raises(InputError) as failure:
        read_annex(tmp_path / "a.txt")
    (problem,) = failure.value.problems
    assert (problem.row, problem.column) == (6, "2026-2030")
    assert message in problem.message


def test_all_figures_that_cannot_be_read_are_said_at_once(tmp_path):
    rows = changed(1, 3, "x")
    rows[4][3] = "y"
    write_text(tmp_path / "a.txt", rows)
    with pytest.raises(InputError) as failure:
        read_annex(tmp_path / "a.txt")
    assert len(failure.value.problems) == 2


def printed(value):
    """As annexes print hectares: a decimal comma, points between thousands, "-" for none."""
    return f"{value:,.2f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,")) if value else "-"


def is_clear(value):
    """Whether the print can be read in one way only: 1.234 is thousands or a decimal."""
    return value < 1000 or value != int(value)


areas = st.integers(min_value=0, max_value=900_000).map(lambda n: n / 100)
pairs = st.tuples(areas, areas)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(pairs, min_size=1, max_size=3), min_size=1, max_size=4))
def test_what_is_printed_is_what_is_read(tmp_path, districts):
    rows, expected = [], []
    sums = [[round(sum(column), 2) for column in zip(*clusters, strict=True)] for clusters in districts]
    for roman, clusters, subtotal in zip(("I", "II", "III", "IV"), districts, sums, strict=False):
        rows.append([roman, f"Huyện {roman}", "", *subtotal, round(sum(subtotal), 2)])
        for pair in clusters:
            expected.append(list(pair))
            rows.append([str(len(expected)), "CCN A", "A", *pair, round(sum(pair), 2)])
    assume(all(is_clear(cell) for row in rows for cell in row[3:]))
    text = [[*row[:3], *map(printed, row[3:])] for row in rows]
    write_text(tmp_path / "a.txt", [*HEAD, *text])
    annex = read_annex(tmp_path / "a.txt")
    assert annex.mismatches == ()
    read = annex.clusters[["ha_2026_2030", "ha_2031_2035"]].replace("", "0").astype(float)
    assert read.to_numpy().tolist() == expected


def test_a_row_torn_by_a_line_break_is_put_together(tmp_path):
    text = "\n".join("\t".join(row) for row in [*HEAD, *BODY])
    (tmp_path / "a.txt").write_text(
        text.replace("Cồn Dài - Bãi Giữa", "Cồn Dài -\nBãi Giữa"), encoding="utf-8"
    )
    assert read_annex(tmp_path / "a.txt").clusters.to_numpy().tolist() == READ


def test_a_number_that_is_there_twice_in_a_district_is_refused(tmp_path):
    write_text(tmp_path / "a.txt", changed(2, 0, "1"))
    with pytest.raises(InputError, match="number 1 is already that of row"):
        read_annex(tmp_path / "a.txt")


def numbered(*districts):
    """An annex with these numerals and numbers, each cluster of one hectare."""
    rows = []
    for numeral, numbers in districts:
        rows.append([numeral, f"Huyện {numeral}", "", str(len(numbers)), "-", str(len(numbers))])
        rows += [[str(n), "CCN A", "A", "1", "-", "1"] for n in numbers]
    return [*HEAD, *rows]


def test_numbers_that_begin_anew_in_each_district_are_told_apart_by_its_numeral(tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1, 2]), ("II.", [1, 2]), ("III", [1])))
    annex = read_annex(tmp_path / "a.txt")
    assert annex.clusters["id"].tolist() == ["I.1", "I.2", "II.1", "II.2", "III.1"]
    assert annex.mismatches == ()
    (note,) = annex.notes
    assert "I.1, I.2, II.1" in note


def test_numbers_that_go_on_are_ids_as_they_are_and_need_no_note(tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1, 2]), ("II", [3])))
    annex = read_annex(tmp_path / "a.txt")
    assert annex.clusters["id"].tolist() == ["1", "2", "3"]
    assert annex.notes == ()


def test_a_number_twice_in_one_of_the_districts_that_begin_anew_is_refused(tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1, 2]), ("II", [1, 1])))
    with pytest.raises(InputError) as failure:
        read_annex(tmp_path / "a.txt")
    (problem,) = failure.value.problems
    assert (problem.row, problem.message) == (10, "number II.1 is already that of row 9; expected each once")


def test_two_districts_of_one_numeral_that_share_a_number_are_refused(tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1]), ("II", [1]), ("II", [1, 2])))
    with pytest.raises(InputError, match=r"number II\.1 is already that of row 8"):
        read_annex(tmp_path / "a.txt")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=4, unique=True), min_size=1, max_size=4))
def test_ids_are_unique_and_end_in_the_number_however_districts_count(tmp_path, districts):
    write_text(tmp_path / "a.txt", numbered(*zip(("I", "II", "III", "IV"), districts, strict=False)))
    ids = read_annex(tmp_path / "a.txt").clusters["id"].tolist()
    assert len(set(ids)) == len(ids)
    assert [ident.split(".")[-1] for ident in ids] == [str(n) for numbers in districts for n in numbers]


def test_phases_are_named_by_hand_where_the_head_does_not_say_when_they_begin(tmp_path):
    head = [list(row) for row in HEAD]
    head[1][3] = "Đến năm 2030"
    write_text(tmp_path / "a.txt", [*head, *BODY])
    with pytest.raises(InputError, match="does not say when its phase begins"):
        read_annex(tmp_path / "a.txt")
    annex = read_annex(tmp_path / "a.txt", phases=["2026-2030", "2031-2035"])
    assert annex.clusters.columns.tolist() == COLUMNS
    with pytest.raises(InputError, match=r"2 phase columns are found .* 1 phases are named"):
        read_annex(tmp_path / "a.txt", phases=["2026-2030"])


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.txt", "a.csv"])
def test_a_file_without_a_table_is_refused(tmp_path, name):
    (tmp_path / name).write_text("Điều 1.\nKhông có bảng nào.", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.(docx|xlsx): is cut off or damaged|no head of a table"):
        read_annex(tmp_path / name)


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
    with pytest.raises(InputError, match=rf"{name}: (is cut off or damaged|cannot be read)"):
        read_annex(tmp_path / name)


def test_a_csv_in_the_old_encoding_of_windows_is_read(tmp_path):
    text = "\n".join(";".join(row) for row in [*HEAD, *BODY])
    (tmp_path / "a.csv").write_bytes(to_cp1258(text))
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert annex.notes == ("read as Windows-1258",), "what was assumed is said"


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
    with pytest.raises(InputError, match=r"expected \.txt"):
        read_annex(tmp_path / "a.pdf")


def test_the_command_writes_clusters_that_a_plan_folder_takes(bk, tmp_path):
    write_text(tmp_path / "a.txt", changed(5, 5, "1"))
    answer = bk("read-annex", tmp_path / "a.txt", "-o", tmp_path / "clusters.csv")
    assert answer.code == 1
    assert "'Tổng cộng' states 1 ha" in answer.said
    assert (tmp_path / "clusters.csv").read_bytes().startswith(codecs.BOM_UTF8), "Excel needs the mark"
    with (tmp_path / "clusters.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [COLUMNS, *READ]


def test_the_command_says_how_clusters_got_their_ids(bk, tmp_path):
    write_text(tmp_path / "a.txt", numbered(("I", [1]), ("II", [1])))
    answer = bk("read-annex", tmp_path / "a.txt", "-o", tmp_path / "clusters.csv")
    assert answer.code == 0
    assert "numbers begin anew in each district" in answer.said
