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


def test_line_ends_are_line_ends(geocoded):
    assert geocoded("xlsx_crlf.xlsx")["match_codes"].tolist() == ["02107"] * 6
