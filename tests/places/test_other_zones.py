"""A table in the wrong VN-2000 zone is recognised by where it falls, and never taken in silence."""

import geopandas as gpd
import pandas as pd
import pytest
from failures import english, raises

import bk_gis
from bk_gis.errors import CrsError

PLAN = bk_gis.load_plan()
POINTS = gpd.GeoSeries(PLAN.communes.representative_point(), crs="EPSG:4326")
IN_ZONE = POINTS.to_crs("EPSG:9213")


def read_in(crs: str, points: gpd.GeoSeries = IN_ZONE) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(geometry=points.set_crs(crs, allow_override=True))


@pytest.mark.parametrize(
    ("crs", "metres"), [("EPSG:9205", 360_000), ("EPSG:9210", 77_000), ("EPSG:9214", 51_000)]
)
def test_points_far_off_are_refused_with_the_zone_and_the_size_of_the_mistake(crs: str, metres: int) -> None:
    with raises(CrsError, match=r"read in EPSG:9213 \(106°30′\) 100 % lie in one, ([\d,]+) m away") as e:
        bk_gis.join_regions(read_in(crs), PLAN)
    said = int(english(e.value).partition(" lie in one, ")[2].partition(" m away")[0].replace(",", ""))
    assert said == pytest.approx(metres, rel=0.05)
    assert "add --crs EPSG:9213" in english(e.value)


def test_where_the_zones_overlap_each_point_outside_says_so() -> None:
    found = bk_gis.join_regions(read_in("EPSG:9212"), PLAN, lang="en")
    outside = found["commune"].isna()
    assert 0 < outside.sum() < len(found) / 2
    assert found.loc[outside, "join_method"].eq("zone").all()
    assert found.loc[outside, "join_reason"].str.contains(r"read in zone EPSG:9213 \(106°30′\)").all()


def test_the_right_zone_is_not_doubted() -> None:
    assert bk_gis.join_regions(read_in("EPSG:9213"), PLAN)["join_method"].eq("within").all()


def test_points_that_lie_elsewhere_in_every_zone_are_outside() -> None:
    far = gpd.GeoSeries.from_xy([200_000, 210_000], [1_200_000, 1_210_000], crs="EPSG:9213")
    assert bk_gis.join_regions(read_in("EPSG:9213", far), PLAN)["join_method"].eq("outside").all()


def test_some_points_across_the_border_do_not_raise_a_doubt() -> None:
    points = pd.concat([IN_ZONE, gpd.GeoSeries.from_xy([300_000], [2_400_000], crs="EPSG:9213")])
    assert "zone" not in set(bk_gis.join_regions(read_in("EPSG:9213", points), PLAN)["join_method"])


def test_metres_taken_for_degrees_are_told_the_zone_in_which_they_fit() -> None:
    with raises(CrsError, match="--crs EPSG:9210"):
        bk_gis.join_regions(read_in("EPSG:4326", POINTS.to_crs("EPSG:9210")), PLAN)


@pytest.mark.costly
def test_the_command_says_it_and_writes_nothing(bk, tmp_path) -> None:
    table = pd.DataFrame({"E": IN_ZONE.x, "N": IN_ZONE.y})
    table.to_csv(tmp_path / "a.csv", index=False)
    columns = ("--x", "E", "--y", "N")
    done = bk("join", tmp_path / "a.csv", "-o", tmp_path / "b.csv", *columns, "--crs", "EPSG:9205")
    assert done.code == 2
    assert "the zone is wrong; in a table add --crs EPSG:9213" in done.said
    assert not (tmp_path / "b.csv").exists()
    done = bk("join", tmp_path / "a.csv", "-o", tmp_path / "b.csv", *columns, "--crs", "EPSG:9212")
    assert done.code == 0
    assert "points lie in a commune only if read in another VN-2000 zone" in done.said
