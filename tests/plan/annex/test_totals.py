"""The totals and subtotals of an annex are checked against their rows."""

import pytest
from annexes import AFTER, HEAD, READ, SUBTOTALS, changed, write_csv, write_text

from bk_gis.plan.annex.reading import read_annex


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


def test_the_total_may_come_first(tmp_path):
    rows = changed(5, 3, "1")
    write_csv(tmp_path / "a.csv", [*HEAD, rows[-1], *rows[2:-1]], ";")
    annex = read_annex(tmp_path / "a.csv")
    assert annex.clusters.to_numpy().tolist() == READ
    assert [p.message for p in annex.mismatches] == ["'Tổng cộng' states 1 ha, its figures add up to 60.5"]


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
