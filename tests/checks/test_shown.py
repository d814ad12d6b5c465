"""What is found of a plan is short in a console and a table in a notebook, in the language asked for."""

import pickle

import pandas as pd
import pytest
from failures import raises

import bk_gis
from bk_gis.checks.comparison import compare


@pytest.mark.parametrize(
    ("lang", "words"),
    [("vi", ("còn thiếu Huyện Ba Bể", "cụm")), ("en", ("missing: Huyện Ba Bể", "clusters"))],
)
def test_a_report_is_shown_by_its_sentence_and_its_table(plan, lang, words):
    report = bk_gis.check_coverage(plan, by=2015, lang=lang)
    shown = report._repr_html_()
    assert words[0] in shown
    assert shown.count("<tr") == 9
    assert repr(report).startswith("<CoverageReport NO: by 2015, 6 of 8")
    assert len(repr(report)) < 200


def test_statuses_are_shown(plan):
    report = bk_gis.check_status(plan, by=2020)
    assert "Đến năm 2020 quy hoạch 17 cụm" in report._repr_html_()
    assert repr(report).startswith("<StatusReport By 2020 planned 17: founded 4")


@pytest.mark.costly
def test_a_comparison_is_shown(plan):
    fewer = compare(plan, plan.replace(clusters=plan.clusters.iloc[1:]))
    assert repr(fewer).startswith("<Comparison: changed clusters: 1, ")
    assert "Huyền Tụng" in fewer._repr_html_()


@pytest.mark.costly
def test_an_audit_is_a_table_that_shows_what_differs(plan):
    found = bk_gis.audit(plan, lang="en")
    assert isinstance(found, pd.DataFrame)
    shown = found._repr_html_()
    assert "198 figures and names: 147 agree" in shown
    assert shown.count("<tr") == 1 + (found["verdict"] == "differs").sum()
    assert type(found[found["known"]]) is pd.DataFrame
    assert pickle.loads(pickle.dumps(found))._repr_html_() == shown  # noqa: S301


@pytest.mark.parametrize(
    "asked",
    [
        lambda table: bk_gis.check_coverage(table, by=2020),
        lambda table: bk_gis.check_status(table, by=2020),
        lambda table: bk_gis.compare(table, table),
        lambda table: bk_gis.export(table, "a.gpkg"),
        lambda table: bk_gis.print_map(table, "a.pdf"),
        lambda table: bk_gis.convert(table, table, from_=2014, to=2025),
        *(bk_gis.audit, bk_gis.unit_rates, bk_gis.phase_map, bk_gis.plot),
    ],
)
def test_a_table_is_not_taken_for_a_plan(plan, asked):
    with raises(
        bk_gis.InputError, match="expected a plan .*not GeoDataFrame|expected a plan, .*not GeoDataFrame"
    ):
        asked(plan.clusters)
