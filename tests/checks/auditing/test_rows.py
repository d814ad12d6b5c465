"""A row of the audit: its columns, and what explains a difference."""

import pytest

import bk_gis

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


def test_the_columns_are_as_documented(found):
    assert found.columns.tolist() == COLUMNS
