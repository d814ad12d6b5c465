"""The decision's figures against its records and against each other."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.checks.auditing.auditor import unexplained
from bk_gis.plan.values import Target

COLUMNS = [
    "clause",
    "scope",
    "measure",
    "stated",
    "computed",
    "difference",
    "verdict",
    "explanation",
    "known",
]


@pytest.fixture(scope="module")
def found(plan):
    return bk_gis.audit(plan, lang="en")


@pytest.fixture(scope="module")
def unaided(plan):
    """The audit without any erratum or correction: what it finds by itself."""
    return bk_gis.audit(replace(plan, errata=()), lang="en")


def figure(found, clause, measure, stated):
    rows = found[(found["clause"] == clause) & (found["measure"] == measure) & (found["stated"] == stated)]
    assert len(rows) == 1, f"{len(rows)} rows"
    return rows.iloc[0]


def test_every_difference_of_the_decision_is_known_and_explained(found):
    assert unexplained(found).empty
    assert (found.loc[found["verdict"] == "differs", "explanation"] != "").all()


def test_clause_6_4_c_should_be_399_3(unaided):
    row = figure(unaided, "6.4.c", "capital_billion_vnd", 339.3)
    assert (row["verdict"], row["computed"], row["difference"]) == ("differs", 399.3, -60)
    for evidence in ("55 ha × 7.26 = 399.3", "add up to 936.54", "936 (5.2.c)", "936 (8.1)", "876.54"):
        assert evidence in row["explanation"]
    assert not row["known"]


def test_the_provinces_capital_of_the_last_phase_says_that_6_4_c_is_wrong(found):
    row = figure(found[found["clause"] == "5.2.c"], "5.2.c", "capital_billion_vnd", 936)
    assert row["verdict"] == "agrees within rounding"
    assert "add up to 876.54, with 6.4.c put right to 936.54" in row["explanation"]


@pytest.mark.parametrize(("stated", "computed"), [(15.75, 15.7746), (17.59, 17.5775)])
def test_two_percentages_of_clause_8_1_are_not_those_of_their_amounts(unaided, stated, computed):
    row = figure(unaided, "8.1", "share_percent", stated)
    assert (row["verdict"], row["computed"]) == ("differs", computed)
    assert "add up to 100" in row["explanation"]


def test_two_thirds_of_the_capital_are_33_33_percent_within_rounding(found):
    rows = found[(found["measure"] == "share_percent") & (found["stated"] == 33.33)]
    assert rows["verdict"].tolist() == ["agrees within rounding"] * 2


def test_the_total_by_2020_is_the_total_by_2025(unaided):
    row = figure(unaided, "8.1", "by", 2020)
    assert (row["computed"], row["verdict"], row["known"]) == (2025, "differs", False)
    assert "1,194 + 1,420 + 936 = 3,550" in row["explanation"]


def test_every_hectare_of_the_decision_agrees(found):
    hectares = found[found["measure"] == "hectares"]
    assert len(hectares) == 5 + 11 + 2 + 9 * 4 + 21  # clauses 5.2, 6, 7, annex by district and by cluster
    assert set(hectares["verdict"]) == {"agrees", "agrees within rounding"}
    assert hectares.loc[hectares["verdict"] != "agrees", "stated"].tolist() == [490]


def test_every_count_of_the_decision_agrees(found):
    counts = found[found["measure"].isin(["clusters", "new", "expansions", "subregions"])]
    assert (counts["verdict"] == "agrees").all()
    assert len(counts) == 22


def test_what_the_records_do_not_hold_is_not_called_right(found):
    leased = found[found["measure"].isin(["leased_percent", "support_percent"])]
    assert len(leased) == 13
    assert set(leased["verdict"]) == {"no record"}


def test_a_cluster_moved_in_the_records_makes_the_targets_differ(plan):
    clusters = plan.clusters.copy()
    clusters.loc[0, ["ha_2011_2015", "ha_2016_2020"]] = [0, 32.7]
    open_ = unexplained(bk_gis.audit(plan.replace(clusters=clusters), lang="en"))
    assert {"5.2.a", "5.2.b", "6.1.a", "6.1.b", "annex I", "annex"} <= set(open_["clause"])
    assert "7" not in set(open_["clause"]), "what there is by 2020 has not changed"


def test_an_erratum_whose_correction_the_records_do_not_give_explains_nothing(plan):
    wrong = plan.errata[0].model_copy(update={"corrected": 393.9})
    found = bk_gis.audit(replace(plan, errata=(wrong, *plan.errata[1:])), lang="en")
    assert unexplained(found)["clause"].tolist() == ["6.4.c"]


def test_the_invented_province_breaks_its_rule_and_adds_up_wrong(province):
    open_ = unexplained(bk_gis.audit(province, lang="en"))
    assert open_[["clause", "measure", "stated", "computed"]].to_numpy().tolist() == [
        ["1", "clusters", 1, 0],
        ["5", "hectares", 215, 125],
    ]
    assert open_["explanation"].iloc[0] == "falls short: Huyện Đồi Thông"


hectares = st.integers(min_value=100, max_value=100_000).map(lambda n: n / 100)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(hectares, hectares), min_size=4, max_size=4), st.sampled_from([5, 7.26, 12.5]))
def test_a_decision_that_was_reckoned_from_its_records_agrees_with_them(province, figures, rate):
    """Whatever the hectares and the rate, rounded as decisions round, down or to the nearest."""
    clusters = province.clusters.copy()
    clusters[[phase.column for phase in province.phases]] = figures
    plan = province.replace(clusters=clusters)
    targets = []
    for i, phase in enumerate(province.phases):
        total = round(sum(figure[i] for figure in figures), 2)
        capital = int(round(total * rate * 10, 6)) / 10  # cut off, but not for the dust of 331.19999...
        stated = {"hectares": total, "capital_billion_vnd": capital, "new": 4 * (i == 0)}
        targets.append(Target(clause=f"1.{i}", phase=phase.id, expansions=4 * i, **stated))
        by = round(sum(sum(figure[: i + 1]) for figure in figures), 2)
        whole = round(by * rate)
        targets.append(
            Target(clause=f"2.{i}", by=phase.end, clusters=4, hectares=by, capital_billion_vnd=whole)
        )
    found = bk_gis.audit(replace(plan, targets=tuple(targets), errata=()))
    figures_only = found[found["measure"] != "place"]
    assert set(figures_only["verdict"]) <= {"agrees", "agrees within rounding"}


def test_a_plan_without_targets_has_its_places_audited(province):
    found = bk_gis.audit(replace(province, targets=(), errata=()))
    assert found["measure"].unique().tolist() == ["place"]
    assert found.columns.tolist() == COLUMNS


def test_both_languages_find_the_same(plan, found):
    same = ["clause", "measure", "stated", "computed", "verdict", "known"]
    assert bk_gis.audit(plan, lang="vi")[same].astype(str).equals(found[same].astype(str))


def test_the_command_holds_for_the_decision_and_strictly_does_not(bk):
    assert bk("audit").code == 0
    assert bk("audit", "--strict").code == 1


def test_the_command_fails_where_a_difference_is_not_explained(bk):
    answer = bk("audit", "--plan", "tests/fixtures/province", "--format", "csv")
    assert answer.code == 1
    assert answer.out.splitlines()[0] == ",".join(COLUMNS)
    assert "2 chưa giải thích" in answer.said


def test_the_files_a_command_writes_are_those_it_prints(bk, tmp_path):
    of = ("--plan", "tests/fixtures/province")
    for ending in ("json", "csv", "md"):
        printed = bk("audit", *of, "--format", ending).out
        assert bk("audit", *of, "-o", tmp_path / f"a.{ending}").code == 1
        mark = "\ufeff" if ending == "csv" else ""  # by which Excel knows UTF-8
        assert (tmp_path / f"a.{ending}").read_text(encoding="utf-8") == mark + printed
    assert bk("audit", "-o", tmp_path / "a.pdf").code == 2
    assert bk("audit", "--format", "xlsx").code == 2
