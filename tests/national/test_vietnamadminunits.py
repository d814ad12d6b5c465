"""Our crosswalk and the national table of vietnamadminunits agree: `make test-national`."""

import os
from pathlib import Path

import pandas as pd
import pytest

import bk_gis
from bk_gis.places.vintages.crosswalk import Crosswalk


@pytest.fixture(scope="session")
def national() -> Crosswalk:
    found = sorted(Path(os.environ.get("BK_GIS_NATIONAL", "none")).glob("vietnamadminunits-*.whl"))
    if not found:
        pytest.skip("the package vietnamadminunits could not be downloaded")
    return bk_gis.read_crosswalk(found[-1])


def test_it_has_the_communes_of_the_whole_country(national: Crosswalk) -> None:
    assert {year: len(units) for year, units in national.units.items()} == {2020: 10_040, 2025: 3_321}


@pytest.mark.parametrize("column", ["code", "xã"])
def test_the_108_communes_of_2020_lead_to_the_same_of_2025(plan, national: Crosswalk, column: str) -> None:
    units = plan.crosswalk.units[2020].values()
    district = [unit.district.replace("Thị xã", "Thành phố") for unit in units]  # a city since 2015
    cells = [unit.code if column == "code" else unit.full_name for unit in units]
    records = pd.DataFrame({column: cells, "huyện": district, "tỉnh": "Bắc Kạn"})
    ours, theirs = (
        bk_gis.convert(records.drop(columns=dropped), crosswalk, from_=2020, to=2025)
        for crosswalk, dropped in ((plan, ["huyện"]), (national, []))
    )
    assert len(ours) == 108
    assert ours["convert_method"].eq("whole").all()
    assert ours["convert_codes"].tolist() == theirs["convert_codes"].tolist()
