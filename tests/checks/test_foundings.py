"""What became of what was planned is counted beside the plan: nothing known is not 'not founded'."""

import pytest

import bk_gis
from bk_gis.checks.foundings import amendment_words


@pytest.mark.parametrize(
    ("by", "sentence"),
    [
        (2015, "By 2015 planned 7: founded 2 (2 later), not known 5."),
        (2020, "By 2020 planned 17: founded 4 (1 by the end of 2020, 3 later), not known 13."),
        (2025, "By 2025 planned 21: founded 4, not known 17."),
    ],
)
def test_the_plan_of_bac_kan_in_one_line(plan, by, sentence):
    assert bk_gis.check_status(plan, by=by).sentence("en") == sentence


def test_it_is_said_in_vietnamese_by_default(plan):
    said = "Đến năm 2020 quy hoạch 17 cụm: đã thành lập 4 (đến hết năm 2020: 1, sau đó: 3), chưa rõ 13."
    assert bk_gis.check_status(plan, by=2020).sentence() == said


def test_nothing_is_said_where_nothing_is_known(province):
    assert bk_gis.check_status(province, by=2035).sentence() == ""


def with_statuses(plan, *statuses, **more):
    rows = len(plan.clusters)
    values = [*statuses, *["unknown"] * (rows - len(statuses))]
    columns = {name: [*given, *[""] * (rows - len(given))] for name, given in more.items()}
    return plan.replace(clusters=plan.clusters.assign(status=values, **columns))


def test_each_status_is_counted_for_itself(province):
    plan = with_statuses(province, "founded", "planned", "withdrawn")
    said = "By 2035 planned 4: founded 1 (1 on an unknown date), not founded 1, withdrawn 1, not known 1."
    assert bk_gis.check_status(plan, by=2035).sentence("en") == said


@pytest.mark.parametrize(("hectares", "larger"), [(55.0, False), (55.01, True), (float("nan"), False)])
def test_a_founding_that_exceeds_the_plan_by_more_than_five_hectares_is_marked(plan, hectares, larger):
    clusters = plan.clusters.assign(
        decision_ha=plan.clusters["decision_ha"].where(plan.clusters["id"] != "7", hectares)
    )
    table = bk_gis.check_status(plan.replace(clusters=clusters), by=2025).table.set_index("id")
    assert table.loc["7", "ha"] == 50
    assert bool(table.loc["7", "larger"]) is larger


@pytest.mark.costly
def test_later_decisions_are_named_whether_they_are_in_the_plan_or_not(plan, province):
    assert amendment_words(plan, "en") == "Later amendments are not in it: 1876/QĐ-UBND of 2022-10-06."
    assert amendment_words(province, "en") == ""
    by_then = bk_gis.load_plan(as_of="2022-12-31")
    assert amendment_words(by_then, "en") == "As amended by 2022-12-31: 1876/QĐ-UBND of 2022-10-06."
    before = bk_gis.load_plan(as_of="2021-12-31")
    assert amendment_words(before, "vi") == "Tính đến ngày 31/12/2021, chưa có điều chỉnh nào được biết."
