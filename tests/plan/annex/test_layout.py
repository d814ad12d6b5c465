"""The head of an annex says which column is what, however it is laid out."""

import pytest
from annexes import (
    BODY,
    COLUMNS,
    HEAD,
    READ,
    UNDER_ONE_TITLE,
    WRITERS,
    total_first,
    write_csv,
    write_merged_docx,
    write_merged_xlsx,
    write_text,
)

from bk_gis.errors import InputError
from bk_gis.plan.annex.reading import read_annex


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
