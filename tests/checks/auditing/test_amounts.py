"""Counts and amounts that differ say what the records have; cost items hold against their shares."""

from dataclasses import replace

import pytest
from audits import figure

import bk_gis
from bk_gis.plan.values import Target


def explained(plan, *, lang="vi", **target):
    """What the audit says of a figure that is wrong."""
    (measure,) = {"clusters", "new", "expansions", "hectares", "subregions"} & set(target)
    found = bk_gis.audit(replace(plan, targets=(Target(clause="1", **target),), errata=()), lang=lang)
    row = figure(found, "1", measure, target[measure])
    assert row["verdict"] == "differs"
    return row["explanation"]


@pytest.mark.parametrize(
    ("measure", "names"),
    [
        ("expansions", "Huyền Tụng, Cẩm Giàng, Ngọc Phái, Nam Bằng Lũng và Khe Lắc"),
        ("new", "Lũng Hoàn, Lũng Diếc, Nà Phặc và Cổ Linh"),
        (
            "clusters",
            "Huyền Tụng, Lũng Hoàn, Lũng Diếc, Cẩm Giàng, Ngọc Phái, Nam Bằng Lũng, Khe Lắc, Nà Phặc "
            "và Cổ Linh",
        ),
    ],
)
def test_the_clusters_that_are_named_are_those_that_are_counted(plan, measure, names):
    assert explained(plan, phase="2021-2025", **{measure: 99}) == f"hồ sơ có: {names}"


def test_expansions_up_to_a_year_are_told_apart_by_their_phases(province):
    clusters = province.clusters.copy()
    clusters[[phase.column for phase in province.phases]] = [[1, 1], [1, 0], [0, 1], [1, 1]]
    first, last = clusters["name"].iloc[[0, 3]]
    words = explained(province.replace(clusters=clusters), lang="en", by=2035, expansions=9)
    assert words == f"the records have: {first} (2031-2035) and {last} (2031-2035)"


def test_of_many_clusters_ten_are_named_and_the_others_counted(plan):
    for lang, others in (("vi", " và 11 cụm khác"), ("en", " and 11 other clusters")):
        words = explained(plan, lang=lang, by=2025, hectares=1)
        assert words.endswith(others)
        assert len(words.removesuffix(others).split(", ")) == 10


def test_where_nothing_is_counted_that_is_said(province):
    assert explained(province, phase="2026-2030", expansions=1) == "hồ sơ không có CCN nào"


def test_sub_regions_are_named_where_their_number_differs(province):
    words = explained(province, subregions=99)
    assert all(label in words for label in province.subregions["label_vi"])


@pytest.mark.parametrize(("stated", "computed"), [(15.75, 15.7746), (17.59, 17.5775)])
def test_two_percentages_of_clause_8_1_are_not_those_of_their_amounts(unaided, stated, computed):
    row = figure(unaided, "8.1", "share_percent", stated)
    assert (row["verdict"], row["computed"]) == ("differs", computed)
    assert "add up to 100" in row["explanation"]


def test_two_thirds_of_the_capital_are_33_33_percent_within_rounding(found):
    rows = found[(found["measure"] == "share_percent") & (found["stated"] == 33.33)]
    assert rows["verdict"].tolist() == ["agrees within rounding"] * 2
