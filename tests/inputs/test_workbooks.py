"""Workbooks as offices have them, which once lost rows or places, are read as they are meant."""

import pandas as pd
import pytest


@pytest.fixture
def geocoded(inputs, bk, tmp_path):
    """What geocode gives of a workbook among the cases."""

    def geocoded(name):
        assert bk("geocode", inputs / "cases" / name, "-o", tmp_path / "b.csv").code == 0
        return pd.read_csv(tmp_path / "b.csv", dtype=str)

    return geocoded


def test_every_cell_that_offices_write_is_placed(geocoded, plan):
    found = geocoded("cells.csv")
    names = plan.communes.set_index("code")["name"]
    assert found["match_codes"].map(names).tolist() == found["expected"].tolist()


def test_line_ends_are_line_ends(geocoded):
    assert geocoded("xlsx_crlf.xlsx")["match_codes"].tolist() == ["02107"] * 6


def test_a_merged_district_holds_for_its_rows(geocoded):
    found = geocoded("merged_district.xlsx")
    assert found["Huyện"].tolist() == ["Huyện Quế Phong"] * 3 + ["Na Rì"] * 2
    assert found["match_method"].tolist()[:3] == ["unknown"] * 3
    assert found["match_codes"].tolist()[3:] == ["02134", "02179 02182"]


def test_a_header_of_two_rows_is_one(geocoded):
    found = geocoded("two_headers.xlsx")
    assert found.columns.tolist()[:4] == ["TT", "Địa điểm: Xã", "Địa điểm: Huyện", "Diện tích"]
    assert found["match_codes"].tolist() == ["02107"]


def test_a_formula_without_its_value_is_no_empty_cell(inputs, bk, tmp_path):
    done = bk("read-annex", inputs / "cases" / "annex_formula.xlsx", "-o", tmp_path / "b.csv")
    assert done.code == 2
    assert "cell D3" in done.said
    assert "cell E4" in done.said
