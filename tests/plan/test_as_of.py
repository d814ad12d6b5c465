"""The communes of 2020 and 2025 are dissolved from those of 2014, and what is approximate of them is said."""

import pytest
import shapely
from failures import raises

import bk_gis
from bk_gis.errors import InputError

COUNTS = {2014: 122, 2020: 108, 2025: 37}


@pytest.mark.parametrize("year", COUNTS)
def test_they_are_a_coverage_of_the_same_ground(plan, year: int) -> None:
    found = plan.communes_as_of(year)
    assert len(found) == COUNTS[year]
    assert found["code"].is_monotonic_increasing
    assert shapely.coverage_is_valid(found.geometry.to_numpy())
    assert found["area_ha"].sum() == pytest.approx(plan.communes["area_ha"].sum(), abs=5)
    assert set(found["code"]) == set(plan.crosswalk.units[year])
    made_of = " ".join(found["made_of"]).split()
    assert sorted(made_of) == sorted(plan.communes["code"])


def test_they_have_the_columns_of_the_plans_own_communes_that_apply(plan) -> None:
    columns = list(plan.communes.columns.drop("geometry"))
    added = ["made_of", "approximate", "geometry"]
    assert list(plan.communes_as_of(2014)) == list(plan.communes_as_of(2020)) == [*columns, *added]
    later = [name for name in columns if not name.startswith("district")]
    assert list(plan.communes_as_of(2025)) == [*later, *added]


def test_those_of_the_plans_own_time_are_its_own(plan) -> None:
    columns = list(plan.communes.columns)
    again = plan.communes_as_of(2014)[columns]
    assert again.drop(columns="geometry").equals(plan.communes.drop(columns="geometry"))
    assert again.geometry.geom_equals(plan.communes.geometry).all()


@pytest.mark.parametrize(
    ("year", "names"),
    [
        (2020, {"Yên Phong", "Bằng Lãng", "Văn Vũ", "Cường Lợi", "Yến Lạc"}),
        (2025, {"Yên Phong", "Chợ Đồn", "Cường Lợi", "Na Rì"}),
    ],
)
def test_what_a_split_commune_makes_approximate_is_said(year: int, names: set[str]) -> None:
    found = bk_gis.load_plan(lang="en").communes_as_of(year).set_index("name")["approximate"]
    assert set(found[found != ""].index) == names
    assert found["Yên Phong"] == "all of Phong Huân is drawn here, though only 76 % belongs here"


def test_a_plan_without_a_crosswalk_and_a_year_without_boundaries_are_refused(plan, province) -> None:
    with raises(InputError, match=r"the plan has no crosswalk\.csv"):
        province.communes_as_of(2025)
    with raises(InputError, match="there are no boundaries of 2013"):
        plan.communes_as_of(2013)


def test_a_commune_that_the_crosswalk_lacks_stays_as_it_is(folder) -> None:
    folder.replace(
        "crosswalk.csv",
        "01834,Nguyễn Thị Minh Khai,Phường,Thị xã Bắc Kạn,whole,1.0,01834,Nguyễn Thị Minh Khai,Phường,"
        "Thị xã Bắc Kạn,01840,Đức Xuân,Phường,Thái Nguyên\n",
        "",
    )
    found = bk_gis.load_plan(folder.path).communes_as_of(2025).set_index("name")
    assert found.loc["Nguyễn Thị Minh Khai", "approximate"].startswith("crosswalk.csv không có xã")
    assert len(found) == 38
