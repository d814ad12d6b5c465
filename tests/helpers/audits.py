"""Rows of an audit, as tests ask for them."""


def figure(found, clause, measure, stated):
    """The only row of a figure."""
    rows = found[(found["clause"] == clause) & (found["measure"] == measure) & (found["stated"] == stated)]
    assert len(rows) == 1, f"{len(rows)} rows"
    return rows.iloc[0]
