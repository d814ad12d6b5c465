"""Numbers, dates and lists have the form of their language."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.language.formats import date, figure, number


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [(1234.5, "1.234,5", "1,234.5"), (20, "20", "20"), (-0.00001, "0", "0"), (0.12345, "0,1235", "0.1235")],
)
def test_a_number_has_the_marks_of_its_language_and_no_zeros_at_the_end(value, vi, en):
    assert (number(value, "vi"), number(value, "en")) == (vi, en)


def test_a_date_is_written_as_its_readers_write_it():
    day = dt.date(2014, 3, 6)
    assert (date(day, "vi"), date(day, "en")) == ("06/03/2014", "2014-03-06")


def test_any_figure_can_be_written_also_none():
    assert figure(None, "vi") == figure(float("nan"), "en") == ""
    assert figure((70.5, 80.0), "vi") == "70,5-80"
    assert figure(2020, "vi", measure="by") == "2020"
    assert figure(2020, "vi", measure="jobs") == "2.020"
    assert figure("Pù Pết", "en") == "Pù Pết"


@given(st.floats(-1e9, 1e9).map(lambda value: round(value, 4)))
def test_a_number_can_be_read_back_in_either_language(value):
    english = number(value, "en")
    assert float(english.replace(",", "")) == pytest.approx(value, abs=1e-4)
    assert number(value, "vi").translate(str.maketrans(",.", ".,")) == english
