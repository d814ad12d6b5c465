"""Which district a text means; where two share a name, only their units tell them apart."""

import pytest

import bk_gis
from bk_gis.places.districts import match_districts


def test_a_district_is_found_by_its_name_or_by_the_only_one_spelt_alike():
    districts = {"1": "Thị xã Cao Lãnh", "2": "Huyện Cao Lãnh", "3": "Huyện Hồng Ngự"}
    stated = ["Huyện Cao Lãnh", "Thị xã Cao Lãnh", "Cao Lãnh", "hồng ngự", "Hồng Ngư", "", None, "2"]
    assert match_districts(stated, districts) == ["2", "1", None, "3", None, None, None, "2"]


@pytest.mark.parametrize("unit", ["TX ", "TX. ", "tx.", "Thi xa ", "thị xã "])
def test_a_district_is_found_by_its_unit_as_people_shorten_it(unit):
    districts = {
        "1": "Thị xã Cao Lãnh",
        "2": "Huyện Cao Lãnh",
        "3": "Huyện Quan Hóa",
        "4": "Thành phố Sa Đéc",
    }
    stated = [unit + "Cao Lãnh", "H. Cao Lãnh", "h cao lãnh", "TP Sa Đéc", "Quan Hóa", "H Quan Hoá", "TX"]
    assert match_districts(stated, districts) == ["1", "2", "2", "4", "3", "3", None]


@pytest.mark.costly
def test_a_folder_may_shorten_the_unit_of_a_district_wherever_it_states_one(folder, plan):
    folder.replace("clusters.csv", "Cẩm Giàng,Huyện Bạch Thông", "Cẩm Giàng,H Bạch Thông")
    text = (folder / "place_names.csv").read_text(encoding="utf-8")
    (folder / "place_names.csv").write_text(
        text.replace(",Huyện ", ",H ").replace(",Thị xã ", ",TX "), "utf-8"
    )
    loaded = bk_gis.load_plan(folder.path)
    assert loaded.clusters["match_codes"].tolist() == plan.clusters["match_codes"].tolist()
    report, expected = (bk_gis.check_coverage(p, by=2015).table for p in (loaded, plan))
    assert report.equals(expected)
