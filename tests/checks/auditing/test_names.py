"""Names of articles and annex beside each other."""

from dataclasses import replace

import pytest
from audits import figure

import bk_gis


@pytest.mark.parametrize(
    ("clause", "article", "annex"),
    [
        ("6.1.a", "Huyền Tụng", "CCN Huyền Tung"),
        ("6.1.c", "Huyền Tụng", "CCN Huyền Tung"),
        ("6.2.b", "Vằng Mười", "CCN Vàng Mười"),
        ("6.3.a", "Bằng Lũng", "CCN Nam Bằng Lũng"),
        ("6.4.b", "Nghiê Loan", "CCN Nghiên Loan"),
        ("6.4.c", "Lũng Diếc", "CCN Lũng Diệc"),
        ("6.4.c", "Nà Phặc", "CCN Nhà Phặc"),
    ],
)
def test_names_that_differ_between_articles_and_annex(found, clause, article, annex):
    row = figure(found, clause, "name", article)
    assert (row["computed"], row["verdict"], row["known"]) == (annex, "differs", True)


def test_no_other_name_differs(found):
    names = found[found["measure"] == "name"]
    assert len(names) == 27
    assert (names["verdict"] == "differs").sum() == 7


def test_names_without_a_correction_are_found_but_not_known(plan):
    bare = replace(plan, place_names=plan.place_names.iloc[:0])
    row = figure(bk_gis.audit(bare, lang="en"), "6.2.b", "name", "Vằng Mười")
    assert (row["computed"], row["verdict"], row["known"]) == ("CCN Vàng Mười", "differs", False)


@pytest.mark.parametrize(("lang", "words"), [("vi", "Chưa xác định: "), ("en", "Undecided: ")])
def test_a_centre_left_undecided_is_explained_in_the_language_asked_for(plan, lang, words):
    row = figure(bk_gis.audit(plan, lang=lang), "6.4", "centre", "Pù Mát")
    assert row["verdict"] == "no record"
    assert row["explanation"].startswith(words)
