"""Values of plan.toml refuse what no decision states."""

from datetime import date

import pytest
from pydantic import ValidationError

from bk_gis.plan.values import Boundaries, Phase, Target, Words


def phase(**changed):
    usual = {"id": "2026-2030", "start": 2026, "end": 2030, "colour": "#0072B2"}
    return Phase(label={"vi": "a", "en": "a"}, **{**usual, **changed})


def test_a_phase_has_the_column_of_its_id():
    assert phase().column == "ha_2026_2030"


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "a b"},
        {"id": ""},
        {"colour": "blue"},
        {"colour": "#12345"},
        {"end": 99_999_999_999},
        {"start": -1},
        {"id": "a" * 100},
    ],
)
def test_an_id_or_a_colour_of_another_form_is_refused(changed):
    with pytest.raises(ValidationError):
        phase(**changed)


@pytest.mark.parametrize(
    "stated",
    [
        {"hectares": -1},
        {"clusters": -1},
        {"hectares": float("nan")},
        {"hectares": float("inf")},
        {"every": "village"},
        {"occupancy_percent": (1, 2, 3)},
        {"hectare": 1},
        {"hectares": 10**400},
        {"capital_billion_vnd": 1e300},
        {"clusters": 10**10},
        {"by": 99_999_999_999},
        {"by": 0},
    ],
)
def test_a_target_states_amounts_that_there_can_be(stated):
    with pytest.raises(ValidationError):
        Target(clause="1", **stated)


def test_words_are_looked_up_by_language_and_never_empty():
    words = Words(vi="cụm", en="cluster")
    assert (words["vi"], words["en"]) == ("cụm", "cluster")
    with pytest.raises(ValidationError):
        Words(vi="", en="cluster")


def test_a_value_stays_as_it_is():
    with pytest.raises(ValidationError):
        phase().start = 2027


@pytest.mark.parametrize("note", ["tham khảo", "tham khảo.", "thật?", "lệch 45 m (xem tệp.)", "a "])
def test_another_sentence_can_follow_the_note_of_the_boundaries(note):
    stated = Boundaries(date=date(2025, 7, 1), credit="Sở", note=note).note
    assert stated.vi == stated.en == (note if note.rstrip(")")[-1] in ".?" else f"{note.strip()}.")
