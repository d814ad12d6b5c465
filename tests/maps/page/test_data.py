"""What the page knows of a plan; written into its data element it can be read back, and ends no element."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bk_gis
from bk_gis.maps.page.data import page_data, to_inert_json
from bk_gis.plan.values import Target

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["</script>", "<!--", "]]>", "\u2028", "\u2029", "&lt;", "\\u003c", '"', "\x00"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=20,
)


@pytest.mark.costly
@given(VALUES)
def test_it_parses_back_to_the_same_value(value):
    assert json.loads(to_inert_json(value)) == value


@given(VALUES)
def test_it_holds_nothing_that_could_end_an_element_or_a_line(value):
    assert not set(to_inert_json(value)) & set("<>&\u2028\u2029\r\n")


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_does_not_have_is_refused(number):
    with pytest.raises(ValueError, match="JSON"):
        to_inert_json([number])


def test_the_page_knows_every_unit_and_cluster_of_the_plan(plan):
    data = page_data(plan, by=2020, lang="en")
    assert data["clusters"]["id"] == plan.clusters["id"].tolist()
    assert data["communes"]["code"] == plan.communes["code"].tolist()
    assert data["districts"]["code"] == plan.districts["district_code"].tolist()
    assert len(data["clusters"]["ha"]) == len(plan.phases)
    for phase, column in zip(plan.phases, data["clusters"]["ha"], strict=True):
        assert column == pytest.approx(plan.clusters[phase.column].tolist())


def test_units_are_told_by_their_place_in_the_list(plan):
    data = page_data(plan, by=2020, lang="vi")
    districts = [data["districts"]["code"][i] for i in data["clusters"]["district"]]
    assert districts == plan.clusters["district_code"].tolist()


def test_the_horizon_and_language_that_open_are_those_asked_for(plan):
    data = page_data(plan, by=2015, lang="en")
    assert (data["by"], data["lang"], data["level"]) == (2015, "en", "district")


def test_of_what_is_stated_twice_it_is_what_the_records_do_not_give_else_the_more_exact(plan):
    """By 2025 clause 5.2.c states nearly 490 ha, clause 7 488.9 ha."""
    assert page_data(plan, by=2025, lang="vi", fixed=True)["stated"]["province"][3:] == [
        None,
        [359.9, 0.1, 0.1],
        [488.9, 0.1, 0.1],
    ]
    wrong = Target(clause="9", by=2020, hectares=400)
    for targets in ((wrong, *plan.targets), (*plan.targets, wrong)):
        data = page_data(replace(plan, targets=targets), by=2025, lang="vi", fixed=True)
        assert data["stated"]["province"][4] == [400, 1, 1]


def test_a_known_erratum_is_not_what_is_stated_where_another_clause_states_it_too():
    """Lào Cai's draft has 2812.81 ha by 2030, its decision 2928 ha."""
    plan = bk_gis.load_plan(Path(__file__).parents[3] / "examples" / "lao-cai-2026")
    assert page_data(plan, by=2030, lang="vi", fixed=True)["stated"]["province"][2] == [2928, 1, 1]
