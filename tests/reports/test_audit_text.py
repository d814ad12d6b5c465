"""The audit for people: every row said in the reader's language, and a summary that adds up."""

import re

import pytest

import bk_gis
from bk_gis.checks.auditing.rows import summary
from bk_gis.reports.audit_text import audit_table, audit_text, rates_table
from bk_gis.reports.plain_text import markdown


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_figure_is_in_the_table(plan, lang):
    found = bk_gis.audit(plan, lang=lang)
    table = audit_table(found, lang)
    assert len(table.rows) == len(found)
    assert {len(row) for row in table.rows} == {len(table.head)}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_summary_counts_every_figure_once(plan, lang):
    found = bk_gis.audit(plan, lang=lang)
    total, agree, rounded, differ, known, open_, without = map(int, re.findall(r"\d+", summary(found, lang)))
    assert total == agree + rounded + differ + without == len(found)
    assert differ == known + open_


def test_numbers_have_the_form_of_the_language(plan):
    stated = [row[3] for row in audit_table(bk_gis.audit(plan), "vi").rows]
    assert "164,44" in stated
    assert "164.44" in [row[3] for row in audit_table(bk_gis.audit(plan, lang="en"), "en").rows]


def test_a_rate_that_departs_from_the_common_one_is_marked(plan):
    rates = bk_gis.unit_rates(plan)
    marked = [row[-1].endswith("≠") for row in rates_table(rates, plan, "vi").rows]
    assert marked == (~rates["shared"] & rates["common"].notna()).tolist()


def test_audit_and_rates_stand_one_below_the_other(plan):
    text = audit_text(bk_gis.audit(plan, lang="en"), bk_gis.unit_rates(plan), plan, "en", markdown)
    heads = ("| Clause | Scope |", "Rates per hectare", "| Clause | Phase |")
    assert [text.index(head) for head in heads] == sorted(text.index(head) for head in heads)
