"""Annexes as offices have them, which once lost rows or doubled hectares, are read as they are meant."""

import pandas as pd
import pytest

PHASES = "2021-2025,2026-2030"


@pytest.fixture
def read(inputs, bk, tmp_path):
    """Rows that read-annex gives of an annex among the cases."""

    def read(name, *columns, phases=None):
        options = [] if phases is None else ["--phases", phases]
        done = bk("read-annex", inputs / "cases" / name, "-o", tmp_path / "b.csv", *options)
        assert done.code == 0, done.said
        table = pd.read_csv(tmp_path / "b.csv", dtype=str, keep_default_na=False)
        return table[["name", *columns, *(one for one in table if one.startswith("ha_"))]].to_numpy().tolist()

    return read


def test_automatic_numbers_of_word_count(read):
    assert read("auto_some.docx") == [
        ["Hồ Sơn 1", "73.76", ""],
        ["Minh Sơn", "", "55"],
        ["Hòa Lạc", "", "20"],
    ]


def test_a_cluster_without_a_number_is_one(read):
    assert read("s2.txt") == [["Hồ Sơn 1", "73.76", ""], ["Minh Sơn", "", "55"]]


def test_cumulative_hectares_after_what_exists(read):
    assert read("hien_co.txt", phases=PHASES) == [["Hồ Sơn 1", "30", "43.76", ""], ["Minh Sơn", "", "", "55"]]


def test_one_column_of_hectares_and_the_district_with_the_place(read):
    assert read("mot_cot_dien_tich.txt", "district", phases="2021-2030") == [
        ["Hồ Sơn 1", "huyện Hữu Lũng", "73.76"],
        ["Minh Sơn", "huyện Hữu Lũng", "55"],
    ]


def test_no_districts(read):
    assert read("hai_cap.txt", "location") == [
        ["Hồ Sơn 1", "Xã Cai Kinh", "73.76", ""],
        ["Minh Sơn", "Xã Tuấn Sơn", "", "55"],
    ]
