"""The head of an annex says which column is what, however it is laid out."""

import pytest
from annexes import (
    AFTER,
    BODY,
    COLUMNS,
    HEAD,
    READ,
    UNDER_ONE_TITLE,
    WRITERS,
    changed,
    total_first,
    write_csv,
    write_merged_docx,
    write_merged_xlsx,
    write_text,
)
from failures import english, raises
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

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
    with raises(InputError, match=r"such as --phases 2011-2015,2016-2020$"):
        read_annex(tmp_path / "a.txt")
    annex = read_annex(tmp_path / "a.txt", phases=["2026-2030", "2031-2035"])
    assert annex.clusters.columns.tolist() == COLUMNS
    with raises(InputError, match=r"2 phase columns are found .* --phases names 1"):
        read_annex(tmp_path / "a.txt", phases=["2026-2030"])


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.txt", "a.csv"])
def test_a_file_without_a_table_is_refused(tmp_path, name):
    (tmp_path / name).write_text("Điều 1.\nKhông có bảng nào.", encoding="utf-8")
    with raises(InputError, match=r"a\.(docx|xlsx): is cut off or damaged|no head of a table"):
        read_annex(tmp_path / name)


def test_a_table_of_something_else_below_is_named_and_not_read(tmp_path):
    write_csv(tmp_path / "a.csv", [*HEAD, *BODY, *AFTER], ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert annex.mismatches == ()
    (problem,) = annex.skipped
    assert english(problem) == (
        "a.csv, row 9: up to row 12, beginning with 'TT | Danh mục | Kinh phí': "
        "another table, without a column of clusters and one of hectares"
    )


@pytest.mark.parametrize("after", [AFTER[2:], AFTER[3:]])
def test_figures_below_the_total_are_refused_row_by_row(tmp_path, after):
    write_csv(tmp_path / "a.csv", [*HEAD, *BODY, *after], ";")
    with raises(InputError, r"stands below 'Tổng cộng' \(row 8\), which does not count it") as failure:
        read_annex(tmp_path / "a.csv")
    assert [problem.row for problem in failure.value.problems] == list(range(9, 9 + len(after)))


@pytest.mark.parametrize(("text", "message"), [("4O,5", "not a number"), ("1.234", "thousands or a decimal")])
def test_a_figure_that_cannot_be_read_is_located(tmp_path, text, message):
    write_text(tmp_path / "a.txt", changed(1, 3, text))
    with pytest.raises(InputError) as failure:
        read_annex(tmp_path / "a.txt")
    (problem,) = failure.value.problems
    assert (problem.row, problem.column) == (6, "2026-2030")
    assert message in english(problem.message)


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


@pytest.mark.costly
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
