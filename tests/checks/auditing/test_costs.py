"""Cost items hold against their shares of the whole."""

import pytest
from audits import figure


@pytest.mark.parametrize(("stated", "computed"), [(15.75, 15.7746), (17.59, 17.5775)])
def test_two_percentages_of_clause_8_1_are_not_those_of_their_amounts(unaided, stated, computed):
    row = figure(unaided, "8.1", "share_percent", stated)
    assert (row["verdict"], row["computed"]) == ("differs", computed)
    assert "add up to 100" in row["explanation"]


def test_two_thirds_of_the_capital_are_33_33_percent_within_rounding(found):
    rows = found[(found["measure"] == "share_percent") & (found["stated"] == 33.33)]
    assert rows["verdict"].tolist() == ["agrees within rounding"] * 2
