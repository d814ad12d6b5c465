"""Every district, or every sub-region, has its cluster by a year, or is named as missing."""

import numpy as np
import pytest
from failures import raises
from hypothesis import given, settings
from hypothesis import strategies as st

import bk_gis


def without(folder, *districts):
    """The plan without any record of some districts."""
    lines = (folder / "clusters.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not any(district in line for district in districts)]
    (folder / "clusters.csv").write_text("\n".join(kept), encoding="utf-8")
    return bk_gis.load_plan(folder.path)


def test_a_district_with_no_record_at_all_is_missing(folder):
    report = bk_gis.check_coverage(without(folder, "Huyện Pác Nặm", "Huyện Bạch Thông"), by=2025)
    assert not report.ok
    assert report.missing == ["Huyện Bạch Thông", "Huyện Pác Nặm"]
    row = report.table.set_index("name").loc["Huyện Pác Nặm"]
    assert (row["clusters"], row["names"], row["hectares"]) == (0, "", 0.0)
    assert row.isna()["first_year"]


def test_a_subregion_with_no_record_at_all_is_missing(folder):
    plan = without(folder, "Huyện Chợ Đồn")
    report = bk_gis.check_coverage(plan, by=2025, level="subregion", lang="en")
    assert report.missing == ["Western sub-region"]
    assert report.table["id"].tolist() == ["centre", "east", "west", "north"]


def test_the_table_has_every_district_in_the_order_of_the_decision(plan):
    table = bk_gis.check_coverage(plan, by=2015).table
    assert table.columns.tolist() == [
        "id",
        "name",
        "clusters",
        "names",
        "hectares",
        "first_year",
        "covered",
    ]
    assert table["name"].tolist() == plan.districts["district"].tolist()
    assert table["id"].tolist() == plan.districts["district_code"].tolist()


def test_a_district_counts_only_what_exists_by_the_year(plan):
    row = bk_gis.check_coverage(plan, by=2020).table.set_index("name").loc["Huyện Ngân Sơn"]
    assert (row["clusters"], row["names"], row["hectares"]) == (1, "Pù Pét", 47.2)  # 16.74 + 30.46


def test_the_first_year_is_the_end_of_the_first_founding_phase(plan):
    years = bk_gis.check_coverage(plan, by=2015).table.set_index("name")["first_year"]
    assert years["Huyện Ba Bể"] == years["Huyện Pác Nặm"] == 2020
    assert (years.drop(["Huyện Ba Bể", "Huyện Pác Nặm"]) == 2015).all()


@pytest.mark.parametrize("by", [1990, 2010, 2014])
def test_before_the_first_phase_ends_nothing_exists(plan, by):
    report = bk_gis.check_coverage(plan, by=by)
    assert len(report.missing) == 8
    assert report.table["hectares"].sum() == 0


@pytest.mark.parametrize(
    ("by", "missing", "year"),
    [
        (2014, 8, "2014 (before which no phase ends)"),
        (2018, 2, "2018 (counting the phases that end by 2015)"),
        (2099, 0, "2099 (counting the phases that end by 2025)"),
    ],
)
def test_any_year_is_a_horizon_and_the_verdict_says_what_is_counted(folder, plan, by, missing, year):
    folder.replace("plan.toml", "by = 2020\nevery", f"by = {by}\nevery")
    ruled = bk_gis.check_coverage(bk_gis.load_plan(folder.path))
    assert ruled.by == by
    for report in (ruled, bk_gis.check_coverage(plan, by=by)):
        assert len(report.missing) == missing
        assert f"by {year}, " in report.verdict("en")


def test_by_2015_every_subregion_has_a_cluster_though_two_districts_have_none(plan):
    report = bk_gis.check_coverage(plan, by=2015, level="subregion")
    assert not report.missing
    assert report.ok is None, "the plan has no rule for sub-regions"


def test_without_a_rule_there_is_no_verdict_and_it_is_said_in_the_language_asked_for(plan):
    report = bk_gis.check_coverage(plan, by=2020, boundaries=2025, lang="en")
    assert report.ok is None
    assert report.missing
    assert report.verdict() == report.verdict("en") != report.verdict("vi")


@pytest.mark.parametrize(
    ("by", "lang", "level", "words"),
    [
        (2020, "vi", "district", "ĐẠT: đến năm 2020, 8/8 huyện, thị xã có cụm công nghiệp."),
        (2020, "en", "subregion", "By 2020, 4 of 4 sub-regions have a cluster."),
        (2020, "vi", "subregion", "Đến năm 2020, 4/4 tiểu vùng có cụm công nghiệp."),
        (
            2015,
            "vi",
            "district",
            "CHƯA ĐẠT: đến năm 2015, 6/8 huyện, thị xã có cụm công nghiệp; "
            "còn thiếu Huyện Ba Bể, Huyện Pác Nặm.",
        ),
        (
            2015,
            "en",
            "district",
            "NO: by 2015, 6 of 8 districts have a cluster; missing: Huyện Ba Bể, Huyện Pác Nặm.",
        ),
        (
            2010,
            "en",
            "subregion",
            "By 2010 (before which no phase ends), 0 of 4 sub-regions have a cluster; without one: Central "
            "sub-region, Eastern sub-region, Western sub-region, Northern and north-western sub-region.",
        ),
    ],
)
def test_the_answer_is_one_sentence_and_a_verdict_only_where_the_plan_has_a_rule(
    plan, by, lang, level, words
):
    assert bk_gis.check_coverage(plan, by=by, level=level, lang=lang).verdict(lang) == words


@pytest.mark.parametrize("rule", ["clusters = 2", "hectares = 1"])
def test_a_rule_of_more_than_a_cluster_has_its_verdict_elsewhere(folder, rule):
    folder.replace("plan.toml", 'every = "district"\nclusters = 1', f'every = "district"\n{rule}')
    report = bk_gis.check_coverage(bk_gis.load_plan(folder.path), by=2020)
    assert report.ok is None
    assert not report.missing
    assert not report.ruled
    assert report.verdict("en") == "By 2020, 8 of 8 districts have a cluster."


def test_of_a_hundred_communes_without_a_cluster_the_first_are_named(plan):
    report = bk_gis.check_coverage(plan, by=2025, level="commune")
    assert len(report.missing) == 101, "all of them are there to be had; one cluster lies in two"
    said = report.verdict("en")
    assert said.startswith("By 2025, 21 of 122 communes have a cluster; without one: Nguyễn Thị Minh Khai, ")
    assert said.endswith(" Nhạn Môn and 93 more.")


def test_without_a_horizon_it_is_the_one_of_the_rule_else_the_last(plan):
    assert bk_gis.check_coverage(plan).by == 2020
    assert bk_gis.check_coverage(plan, level="commune").by == 2025


@pytest.mark.parametrize("by", ["2020", 2020.0, True])
def test_a_horizon_that_is_no_year_is_refused(plan, by):
    with raises(bk_gis.InputError, match="is no year; expected a whole number such as 2020"):
        bk_gis.check_coverage(plan, by=by)


def test_a_level_that_is_none_is_refused(plan):
    with raises(bk_gis.InputError, match="no level 'province' in this plan; expected commune, dist"):
        bk_gis.check_coverage(plan, by=2020, level="province")


def test_a_year_from_a_data_frame_is_a_year(plan):
    report = bk_gis.check_coverage(plan, by=np.int64(2015))
    assert report.by == 2015
    assert type(report.by) is int


@pytest.mark.costly
@settings(max_examples=40)
@given(st.integers(2000, 2040), st.integers(0, 20))
def test_coverage_never_shrinks_with_the_years(plan, by, later):
    early = bk_gis.check_coverage(plan, by=by).table
    late = bk_gis.check_coverage(plan, by=by + later).table
    for column in ("clusters", "hectares", "covered"):
        assert (early[column] <= late[column]).all()


@pytest.mark.costly
@settings(max_examples=20)
@given(st.integers(2000, 2040))
def test_no_cluster_is_counted_twice_or_left_out(plan, by):
    hectares = plan.hectares_by(by)
    for level in ("district", "subregion"):
        table = bk_gis.check_coverage(plan, by=by, level=level).table
        assert table["clusters"].sum() == (hectares > 0).sum()
        assert table["hectares"].sum() == pytest.approx(hectares.sum())
        assert (table["covered"] == (table["clusters"] > 0)).all()
