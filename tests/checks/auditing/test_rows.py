"""A row of the audit: its columns, and what explains a difference."""

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


def test_the_columns_are_as_documented(found):
    assert found.columns.tolist() == COLUMNS
