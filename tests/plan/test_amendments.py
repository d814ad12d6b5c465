"""The plan as later decisions amended it by a day; without a day it is the decision itself."""

import datetime as dt

import pytest
from failures import english, raises

import bk_gis
from bk_gis.checks.foundings import amendment_words
from bk_gis.plan.folder import amended

HEAD = 'title = { vi = "Điều chỉnh", en = "Amended" }\n'
DECIDED = 'decision = "9/QĐ-UBND"\ndate = 2021-03-01\nsource = "gazette"\nreason = "r"\n'


def amend(folder, *changes):
    text = HEAD + "".join(f"[[changes]]\n{change}\n" for change in changes)
    (folder / "changes.toml").write_text(text, encoding="utf-8")


def names(plan):
    return plan.clusters["name"].tolist()


def test_without_a_day_it_is_the_decision_itself_with_all_that_is_known(plan):
    assert len(plan.clusters) == 21
    assert (plan.clusters["status"] == "founded").sum() == 4
    assert [change.decision for change in plan.amendments] == ["1876/QĐ-UBND"]
    assert plan.as_of is None


@pytest.mark.costly
@pytest.mark.parametrize(
    ("day", "founded", "clusters"),
    [
        ("2020-10-15", [], 21),
        ("2020-10-16", ["Cẩm Giàng"], 21),
        ("2021-09-30", ["Cẩm Giàng", "Vằng Mười"], 21),
        ("31/12/2021", ["Chu Hương", "Cẩm Giàng", "Nam Bằng Lũng", "Vằng Mười"], 21),
        (dt.date(2022, 10, 6), ["Chu Hương", "Cẩm Giàng", "Nam Bằng Lũng", "Vằng Mười"], 22),
    ],
)
def test_status_and_additions_are_cut_by_date(day, founded, clusters):
    found = bk_gis.load_plan(as_of=day)
    assert found.clusters.loc[found.clusters["status"] == "founded", "name"].tolist() == founded
    assert len(found.clusters) == clusters
    assert found.title == bk_gis.load_plan().title
    assert found.decision.number == "320/QĐ-UBND"


@pytest.mark.costly
def test_what_was_added_lies_in_the_commune_of_its_time():
    added = bk_gis.load_plan(as_of="2022-12-31", lang="en").clusters.iloc[-1]
    assert added[["name", "ha", "founded", "district"]].tolist() == [
        *("Thanh Thịnh", 50, "2021-2025"),
        "Huyện Chợ Mới",
    ]
    assert added["match_codes"] == "02113 02119"
    assert "the xã of 2020 made of Nông Thịnh, Thanh Bình" in added["match_reason"]
    assert added["status"] == "unknown"


@pytest.mark.costly
def test_what_became_later_is_not_in_the_decisions_own_answer(plan):
    assert bk_gis.check_coverage(plan, by=2020).table["hectares"].sum() == pytest.approx(359.9)
    later = bk_gis.load_plan(as_of="2022-12-31")
    assert bk_gis.check_coverage(later, by=2025).table["hectares"].sum() == pytest.approx(538.9)


@pytest.mark.costly
def test_a_withdrawn_cluster_is_gone_from_the_day_on(folder):
    folder.replace(
        "clusters.csv",
        "Xuất Hóa,Thị xã Bắc Kạn,,20,,,,,,,",
        "Xuất Hóa,Thị xã Bắc Kạn,,20,,withdrawn,,2021-02-01,,,",
    )
    assert "Xuất Hóa" in names(bk_gis.load_plan(folder.path))
    assert "Xuất Hóa" in names(bk_gis.load_plan(folder.path, as_of="2021-01-31"))
    assert "Xuất Hóa" not in names(bk_gis.load_plan(folder.path, as_of="2021-02-01"))


@pytest.mark.costly
def test_a_status_without_a_date_is_not_known_to_have_been_so_by_then(folder):
    folder.replace("clusters.csv", "founded,1868/QĐ-UBND,2020-10-16", "founded,,")
    clusters = bk_gis.load_plan(folder.path, as_of="2024-01-01").clusters.set_index("name")
    assert clusters.loc["Cẩm Giàng", "status"] == "unknown"
    assert clusters.loc["Vằng Mười", "status"] == "founded"
    plan = bk_gis.load_plan(folder.path, as_of="2024-01-01")
    said = "Statuses without a date are not known by then: Cẩm Giàng (1)."
    assert said in amendment_words(plan, "en")


@pytest.mark.costly
def test_changes_are_made_in_the_order_of_the_file_and_never_to_the_plan_itself(folder):
    amend(
        folder,
        f'cluster = "2"\nhectares = {{ "2016-2020" = 30 }}\n{DECIDED}',
        f'cluster = "2"\nhectares = {{ "2016-2020" = 35 }}\n{DECIDED.replace("2021-03", "2021-05")}',
    )
    plan = bk_gis.load_plan(folder.path)
    hectares = {
        day: amended(plan, dt.date.fromisoformat(day)).clusters["ha"][1]
        for day in ("2021-02-28", "2021-03-01", "2021-12-31")
    }
    assert list(hectares.values()) == [20, 30, 35]
    assert plan.clusters["ha"][1] == 20


@pytest.mark.parametrize(
    ("change", "column", "words"),
    [
        (f'cluster = "99"\ndrop = true\n{DECIDED}', "changes[1]", "'99' is the id of no cluster"),
        (f'cluster = "2"\nhectares = {{ "2030" = 1 }}\n{DECIDED}', "changes[1]", "'2030' is no phase of"),
        ('cluster = "2"\ndrop = true\nreason = "r"', "changes[1]", "needs its decision, date and source"),
        ('cluster = "2"\ndrop = true\ndate = "soon"\nreason = "r"', "changes[1].date", "cannot be 'soon'"),
        ('cluster = "2"\nclose = true\nreason = "r"', "changes[1].close", "is not known here"),
    ],
)  # fmt: skip
def test_an_amendment_that_cannot_be_is_said_when_the_plan_is_read(folder, change, column, words):
    amend(folder, change)
    problem = folder.problem()
    assert (problem.file, problem.column) == ("changes.toml", column)
    assert words in english(problem.message)


def test_an_amendment_that_lies_nowhere_is_said(folder):
    amend(folder, f'cluster = "2"\nlocation = "Nơi Xa"\n{DECIDED}')
    with raises(bk_gis.InputError, match=r"changes.toml, column changes\[1\]: no commune in Thị xã Bắc Kạn"):
        bk_gis.load_plan(folder.path, as_of="2021-12-31")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2014-02-24", "2014-02-24 is before the plan's own decision"),
        ("today", "'today' is no date"),
        ("", "'' is no date"),
    ],
)
def test_a_day_that_cannot_be_is_refused(day, words):
    with raises(bk_gis.InputError, match=words):
        bk_gis.load_plan(as_of=day)
