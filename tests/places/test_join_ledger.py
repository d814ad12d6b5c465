"""How points were joined is kept by row, and said once for all that share a reason."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.language.reasons import reason
from bk_gis.places.join_ledger import LEDGER, JoinLedger

OUTSIDE, EMPTY = reason("reason.no place"), reason("reason.number", text="7")


def test_what_nobody_noted_lies_within_and_needs_no_reason():
    ledger = JoinLedger(2)
    assert ledger.reasons() == [None, None]
    columns = ledger.columns("vi")
    assert list(columns["join_method"]) == ["within", "within"]
    assert list(columns["join_reason"]) == ["", ""]


@given(st.lists(st.sampled_from(["within", "outside", "empty"]), min_size=1, max_size=30))
def test_every_row_has_the_last_note_that_was_made_of_it(methods):
    ledger = JoinLedger(len(methods))
    array = np.array(methods)
    ledger.note(np.flatnonzero(array != "within"), "outside", OUTSIDE)
    ledger.note(np.flatnonzero(array == "empty"), "empty", EMPTY)
    assert list(ledger.columns("en")[LEDGER[0]]) == methods
    expected = {"within": None, "outside": OUTSIDE, "empty": EMPTY}
    assert ledger.reasons() == [expected[method] for method in methods]


def test_the_reasons_are_said_in_the_language_asked_for():
    ledger = JoinLedger(1)
    ledger.note(np.array([0]), "outside", OUTSIDE)
    vi, en = (list(ledger.columns(lang)[LEDGER[1]]) for lang in ("vi", "en"))
    assert vi != en
    assert en == ["no place is stated"]
