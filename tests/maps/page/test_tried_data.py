"""A page opens with changes: it holds the plan without them, and the records as they stand in the file."""

import json

import pytest
from trials import random_changes

from bk_gis.maps.page.data import page_data, to_inert_json
from bk_gis.plan.changes import Scenario, change_records, changes_text, head_record

WORDED = {
    "title": "Thử </script>",
    "changes": [
        {"cluster": "5", "location": "Xã Thanh Thịnh", "district": "Chợ Mới", "reason": "</script>"},
        {"cluster": "5", "commune": "01864"},
        {"cluster": "23", "add": True, "hectares": {"2011-2015": 12.5}, "name": "a", "commune": "01864"},
        {"cluster": "23", "district": "Huyện Pác Nặm"},
    ],
}


@pytest.mark.costly
def test_a_plan_with_changes_is_the_plan_and_the_changes(plan):
    scenario = random_changes(plan, 3)
    data = page_data(plan.apply(scenario), by=2025, lang="vi")
    without = page_data(plan, by=2025, lang="vi")
    assert {name: data[name] for name in without} == without
    assert data.keys() - without.keys() == {"changes", "changesHead", "places"}
    given = json.loads(to_inert_json({"changes": data["changes"], **data["changesHead"]}))
    assert changes_text(Scenario.model_validate(given)) == changes_text(scenario)
    assert (data["changes"], data["changesHead"]) == (change_records(scenario), head_record(scenario))


@pytest.mark.costly
def test_places_in_words_are_there_with_what_they_mean(plan):
    places = page_data(plan.apply(Scenario.model_validate(WORDED)), by=2025, lang="vi")["places"]
    assert places["words"] == [["Xã Thanh Thịnh", "Chợ Mới"], [None, "Huyện Pác Nặm"]]
    codes = plan.communes["code"]
    assert [[codes[i] for i in found] for found in places["communes"]] == [["02113", "02119"], ["01864"]]
    assert [places["methods"][m] for m in places["method"]] == ["alias", "folded"]
    assert None not in (*places["x"], *places["y"])


@pytest.mark.costly
def test_nothing_of_a_change_ends_its_script(plan):
    data = page_data(plan.apply(Scenario.model_validate(WORDED)), by=2025, lang="vi")
    assert "</script" not in to_inert_json(data)
