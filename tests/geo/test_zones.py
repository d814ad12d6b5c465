"""The zones of 63 provinces, and of 34 since 1 July 2025, are data; the docs print them."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from pyproj import CRS

import bk_gis
from bk_gis.geo.zones import Zone, meridian_text, zone_of, zones
from bk_gis.io.shipped import guide

BEFORE, SINCE = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
PAGES = [Path(page).read_text(encoding="utf-8") for page in guide("plan-folder")]


def test_there_are_63_provinces_before_and_34_since() -> None:
    assert Counter(zone.holds(BEFORE) for zone in zones()) == {True: 63, False: 34}
    assert Counter(zone.holds(SINCE) for zone in zones()) == {True: 34, False: 63}
    assert all(zone.source for zone in zones())


@pytest.mark.parametrize("zone", zones(), ids=lambda zone: f"{zone.province} {zone.begins}")
def test_the_meridian_is_that_of_the_registry(zone: Zone) -> None:
    operation = CRS(zone.crs).coordinate_operation
    assert operation.name.startswith("Vietnam TM-3")
    (meridian,) = (p.value for p in operation.params if p.name == "Longitude of natural origin")
    assert meridian == zone.meridian_degree


@pytest.mark.parametrize(
    ("province", "before", "since"),
    [
        ("Sóc Trăng", 9209, None),
        ("Bắc Kạn", 9213, None),
        ("tỉnh Thái Nguyên", 9213, 9213),
        ("TP. Hồ Chí Minh", 9210, 9210),
        ("Lai Châu", 9205, 9208),
        ("Tây Ninh", 9209, 9210),
        ("Quảng Trị", 9212, 9211),
        ("Bắc Ninh", 9209, 9214),
        ("Gia Lai", 9218, 9217),
    ],
)
def test_the_zone_follows_from_the_date(province: str, before: int, since: int | None) -> None:
    found = [zone_of(province, date) for date in (BEFORE, SINCE)]
    assert [zone and zone.epsg for zone in found] == [before, since]


def test_five_provinces_that_kept_their_name_changed_their_zone() -> None:
    since = {zone.province: zone.epsg for zone in zones() if zone.holds(SINCE)}
    before = {zone.province: zone.epsg for zone in zones() if zone.holds(BEFORE)}
    changed = {name for name, epsg in since.items() if before.get(name, epsg) != epsg}
    assert changed == {"Lai Châu", "Tây Ninh", "Quảng Trị", "Bắc Ninh", "Gia Lai"}


@pytest.mark.costly
def test_a_plan_uses_the_zone_of_its_boundaries_date(folder) -> None:
    assert bk_gis.load_plan().crs == CRS("EPSG:9213")
    folder.replace("plan.toml", "tỉnh Bắc Kạn", "tỉnh Lai Châu")
    assert bk_gis.load_plan(folder.path).crs == CRS("EPSG:9205")
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    head, boundaries, rest = text.partition("[boundaries]")
    rest = rest.replace("date = 2014-02-25", "date = 2025-07-01", 1)
    (folder / "plan.toml").write_text(head + boundaries + rest, encoding="utf-8")
    (folder / "crosswalk.csv").unlink()
    assert bk_gis.load_plan(folder.path).crs == CRS("EPSG:9208")


def rows() -> str:
    """The table as docs/plan-folder.md and its English twin print it."""

    def named(epsg: int, date: dt.date) -> str:
        return ", ".join(zone.province for zone in zones() if zone.epsg == epsg and zone.holds(date))

    meridians = dict(sorted({(zone.meridian_degree, zone.epsg) for zone in zones()}))
    return "\n".join(
        f"| `EPSG:{epsg}` | {meridian_text(degree)} | {named(epsg, BEFORE)} | {named(epsg, SINCE)} |"
        for degree, epsg in meridians.items()
    )


def test_the_docs_print_them() -> None:
    for page in PAGES:
        assert rows() in page, rows()
