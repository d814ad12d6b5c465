"""The constants that describe the ledgers are those that there are."""

import bk_gis
from bk_gis.language.words import words


def test_every_method_and_column_is_described():
    assert set(bk_gis.MATCH_METHODS) == set(words("method"))
    for ledger in (bk_gis.MATCH_LEDGER, bk_gis.JOIN_LEDGER, bk_gis.CONVERT_LEDGER):
        assert all(ledger.values())


def test_the_columns_of_a_plan_are_those_of_the_constants(plan):
    assert {*bk_gis.MATCH_LEDGER, *bk_gis.JOIN_LEDGER} <= set(plan.clusters)
    assert set(plan.clusters["match_method"]) <= set(bk_gis.MATCH_METHODS)
    assert set(plan.clusters["join_method"]) <= set(bk_gis.JOIN_METHODS)
