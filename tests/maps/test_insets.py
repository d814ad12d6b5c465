"""What lies far out is brought near in a box, and nothing else is moved; the legend says so."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from made_provinces import provinces, with_islands
from pypdf import PdfReader

import bk_gis
from bk_gis.maps.insets import brought_near
from bk_gis.maps.page.data import page_data

FAR = "islands far out"
# Where islands lie, how large they are and how far apart; of a province of 0.8 by 0.6 degrees.
ISLANDS = {
    "to the east": [(2.2, 0.3, 0.03)],
    "to the south": [(0.4, -1.2, 0.05)],
    "to the north-west": [(-1.5, 1.5, 0.02), (-1.6, 1.4, 0.04)],
    "an archipelago as wide as the province": [(3, -1, 0.02), (3.6, -1.5, 0.02), (3.3, -0.8, 0.03)],
    "one near and one far": [(1, 0.3, 0.04), (3, 0.3, 0.04)],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Provinces with islands, each made once."""
    return {name: with_islands(of)(tmp_path_factory.mktemp("plan")) for name, of in ISLANDS.items()}


@pytest.fixture(params=ISLANDS)
def far(request, made):
    return made[request.param]


def metres(frame, crs):
    return frame.geometry.to_crs(crs).to_numpy()


@pytest.mark.parametrize("name", ["a long coast with islands", "a ring around another province"])
def test_a_province_that_uses_its_frame_stays_as_it_is(tmp_path, name):
    plan = provinces()[name](tmp_path)
    near, inset = brought_near(plan)
    assert near is plan
    assert inset is None


def test_the_bundled_plan_stays_as_it_is(plan):
    assert brought_near(plan) == (plan, None)


@pytest.mark.costly
def test_the_map_is_larger_and_the_box_covers_no_land(far):
    near, inset = brought_near(far)
    box = shapely.box(*inset.box)
    west, south, east, north = shapely.total_bounds([*metres(near.communes, near.crs), box])
    before = shapely.total_bounds(metres(far.communes, far.crs))
    assert 1.3 * max(east - west, north - south) <= max(before[2:] - before[:2]) * 1.001
    stays, moved = _split(far, near)
    assert not shapely.intersects(box, shapely.union_all(stays)).any()
    assert shapely.contains(box, moved).all()


def _split(plan, near):
    """Communes of the drawn plan, in metres: those that stay and those that were moved."""
    same = shapely.equals(plan.communes.geometry.to_numpy(), near.communes.geometry.to_numpy())
    shapes = metres(near.communes, near.crs)
    assert (~same).any()
    return shapes[same], shapes[~same]


@pytest.mark.costly
def test_what_is_far_keeps_its_shape_and_its_clusters(far):
    near, inset = brought_near(far)
    same = shapely.equals(far.communes.geometry.to_numpy(), near.communes.geometry.to_numpy())
    areas = [shapely.area(metres(each.communes[~same], far.crs)) for each in (far, near)]
    assert areas[1] * inset.smaller**2 == pytest.approx(areas[0], rel=0.01)
    for each in (far, near):
        communes = dict(zip(each.communes["code"], each.communes.geometry, strict=True))
        for code, point in zip(each.clusters["commune_code"], each.clusters.geometry, strict=True):
            assert shapely.intersects(communes[code], point)
    # Districts are still made of their communes.
    whole = near.communes.dissolve("district_code").geometry
    own = near.districts.set_index("district_code").geometry
    assert shapely.area(shapely.symmetric_difference(whole.to_numpy(), own[whole.index].to_numpy())) == (
        pytest.approx(np.zeros(len(whole)), abs=1e-9)
    )


@pytest.mark.costly
def test_a_wide_archipelago_is_made_smaller_and_that_is_said(made):
    plan = made["an archipelago as wide as the province"]
    inset = brought_near(plan)[1]
    assert inset.smaller > 1.5
    assert "lần" in inset.words("vi")
    assert "times smaller" in inset.words("en")


@pytest.mark.costly
def test_what_is_near_stays_where_only_another_island_is_far(made):
    plan = made["one near and one far"]
    near, _ = brought_near(plan)
    stays, moved = _split(plan, near)
    assert len(moved) == 1
    assert len(stays) == len(plan.communes) - 1


@pytest.mark.costly
def test_sheet_and_page_have_the_same_box_and_say_the_same(tmp_path):
    plan = provinces()[FAR](tmp_path / "plan")
    near, inset = brought_near(plan)
    data = page_data(plan, by=2030, lang="vi")["inset"]
    assert data["words"] == {lang: inset.words(lang) for lang in ("vi", "en")}
    box = gpd.GeoSeries([shapely.box(*inset.box)], crs=near.crs).to_crs("EPSG:4326").total_bounds
    assert np.array(data["box"]) / 1e5 == pytest.approx(box, abs=1e-5)
    bk_gis.print_map(plan, tmp_path / "map.pdf")
    said = " ".join(PdfReader(tmp_path / "map.pdf").pages[0].extract_text().split())
    assert inset.words("vi") in said
    assert inset.names == ("Huyện 8 Đông Bắc",)
