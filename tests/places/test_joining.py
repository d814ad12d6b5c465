"""Every point gets the one commune it lies in; none is lost, and what is odd is said."""

from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from failures import raises
from hypothesis import given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.errors import CrsError, InputError, Lang
from bk_gis.plan.model import Plan

VN2000 = "EPSG:9213"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return bk_gis.load_plan()


def points(*xy: tuple[float, float], crs: str = "EPSG:4326", **columns: object) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns, geometry=[shapely.Point(p) for p in xy], crs=crs)


def inside(plan: Plan, name: str) -> tuple[float, float]:
    polygon = plan.communes.set_index("name").geometry[name]
    return shapely.point_on_surface(polygon).coords[0]


def test_a_point_gets_commune_district_and_subregion(plan: Plan) -> None:
    row = bk_gis.join_regions(points(inside(plan, "Xuân La")), plan).iloc[0]
    assert (row.commune_code, row.commune, row.district_code, row.district, row.subregion) == (
        "01873",
        "Xuân La",
        "060",
        "Huyện Pác Nặm",
        "north",
    )
    assert row.subregion_label == "Tiểu vùng phía Bắc và Tây Bắc"
    assert (row.join_method, row.join_reason) == ("within", "")


@pytest.mark.costly
@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 2**32 - 1), crs=st.sampled_from(["EPSG:4326", VN2000, "EPSG:32648", "EPSG:3857"]))
def test_it_agrees_with_geopandas_in_any_crs(plan: Plan, seed: int, crs: str) -> None:
    xy = np.random.default_rng(seed).uniform([105.3, 21.7], [106.3, 22.8], (300, 2))
    frame = points(*xy, i=range(300)).sample(frac=1, random_state=1).to_crs(crs)
    joined = bk_gis.join_regions(frame, plan)
    expected = frame.to_crs("EPSG:4326").sjoin(
        plan.communes[["code", "geometry"]], how="left", predicate="within"
    )
    pd.testing.assert_series_equal(joined["commune_code"], expected["code"], check_names=False)
    pd.testing.assert_index_equal(joined.index, frame.index)
    assert joined.crs == frame.crs


def test_the_joined_subregion_is_that_of_the_plan(plan: Plan) -> None:
    spots = plan.communes.assign(geometry=plan.communes.geometry.representative_point())[["geometry"]]
    joined = bk_gis.join_regions(spots, plan)
    merged = joined.merge(plan.subregions[["id", "label_vi"]], left_on="subregion", right_on="id")
    assert len(merged) == len(plan.communes)
    assert (merged["subregion_label"] == merged["label_vi"]).all()


def test_a_point_on_a_shared_boundary_belongs_to_the_lowest_code(plan: Plan) -> None:
    shuffled = plan.communes.sample(frac=1, random_state=4)
    corners = shapely.get_coordinates(plan.communes.geometry.to_numpy())
    on_boundary = points(*corners[:: len(corners) // 400])
    holders = on_boundary.sjoin(shuffled[["code", "geometry"]], predicate="intersects")
    lowest = holders["code"].groupby(level=0).min()
    assert holders.index.duplicated().sum() > 100
    joined = bk_gis.places.joining.Regions(shuffled).join(on_boundary)
    assert joined["commune_code"].tolist() == lowest.tolist()


def test_rows_index_columns_and_crs_are_kept(plan: Plan) -> None:
    frame = points(inside(plan, "Bản Thi"), (0, 0), inside(plan, "Cổ Linh"), commune=["a", "b", "c"])
    frame.index = pd.Index(["x", "x", "y"], name="key")
    before = frame.copy()
    joined = bk_gis.join_regions(frame, plan)
    pd.testing.assert_frame_equal(joined[["commune", "geometry"]], before)
    assert joined["commune_joined"].tolist()[::2] == ["Bản Thi", "Cổ Linh"]
    pd.testing.assert_frame_equal(frame, before)


def test_outside_and_empty_points_stay_with_a_reason(plan: Plan) -> None:
    frame = gpd.GeoDataFrame(
        geometry=[shapely.Point(100, 10), shapely.Point(), None, shapely.Point(np.nan, 22)], crs="EPSG:4326"
    )
    joined = bk_gis.join_regions(frame, plan)
    assert joined["join_method"].tolist() == ["outside", "empty", "empty", "empty"]
    assert joined["commune_code"].isna().all()
    assert joined["join_reason"].tolist() == [
        "điểm không nằm trong xã nào",
        *["dòng này không có tọa độ"] * 3,
    ]


def test_a_frame_without_rows_is_joined_to_one_without_rows(plan: Plan) -> None:
    joined = bk_gis.join_regions(points(), plan)
    assert len(joined) == 0
    assert "commune_code" in joined


def test_the_nearest_commune_is_taken_when_asked_and_near_enough(plan: Plan) -> None:
    edge = shapely.union_all(plan.communes.to_crs(VN2000).geometry).exterior
    corner = shapely.Point(edge.coords[0])
    away = shapely.Point(edge.bounds[2] + 300, corner.y)
    frame = gpd.GeoDataFrame(geometry=[away], crs=VN2000)
    metres = plan.communes.to_crs(VN2000).distance(away)
    expected = plan.communes["code"].iloc[metres.argmin()]
    without = bk_gis.join_regions(frame, plan).iloc[0]
    near = bk_gis.join_regions(frame, plan, nearest_within_m=float(metres.min()) + 0.5).iloc[0]
    far = bk_gis.join_regions(frame, plan, nearest_within_m=float(metres.min()) - 0.5).iloc[0]
    assert without.join_method == far.join_method == "outside"
    assert (near.join_method, near.commune_code) == ("nearest", expected)
    name = plan.communes["name"].iloc[metres.argmin()]
    assert near.join_reason == f"điểm không nằm trong xã nào, cách {name} {metres.min():.0f} m"


@pytest.mark.parametrize("metres", [0, -1, float("nan"), float("inf")])
def test_a_distance_that_is_none_is_refused(plan: Plan, metres: float) -> None:
    with raises(InputError, match="expected metres above 0"):
        bk_gis.join_regions(points((106, 22)), plan, nearest_within_m=metres)


def test_a_district_stated_otherwise_is_said(plan: Plan) -> None:
    spot = inside(plan, "Xuân La")
    frame = points(spot, spot, spot, spot, huyện=["Pác Nặm", "Huyện Ba Bể", None, ""])
    joined = bk_gis.join_regions(frame, plan)
    assert joined["join_method"].tolist() == ["within", "differs", "within", "within"]
    assert joined["commune"].eq("Xuân La").all()
    assert joined["join_reason"].iloc[1] == "dòng này ghi Huyện Ba Bể, điểm nằm trong Huyện Pác Nặm"


def test_the_stated_district_may_be_written_in_any_way(plan: Plan) -> None:
    ways = ["Pac Nam", "H. Pác Nặm", "HUYỆN PÁC NẶM", "Pác Nậm", "060", "huyện Pác Nặm, tỉnh Bắc Kạn", " "]
    joined = bk_gis.join_regions(points(*[inside(plan, "Xuân La")] * len(ways), district=ways), plan)
    assert set(joined["join_method"]) == {"within"}


@pytest.mark.parametrize(
    ("geometry", "kind"),
    [
        (shapely.LineString([(106, 22), (106.1, 22)]), "LineString"),
        (shapely.box(106, 22, 106.1, 22.1), "Polygon"),
        (shapely.MultiPoint([(106, 22)]), "MultiPoint"),
    ],
)
def test_what_is_no_point_is_refused_with_advice(plan: Plan, geometry: shapely.Geometry, kind: str) -> None:
    frame = gpd.GeoDataFrame(geometry=[shapely.Point(106, 22), geometry], crs="EPSG:4326")
    with raises(InputError, match=rf"1 of 2 geometries are no points but {kind} .*representative_point"):
        bk_gis.join_regions(frame, plan)


def test_a_frame_without_crs_is_refused(plan: Plan) -> None:
    with raises(CrsError, match="no CRS"):
        bk_gis.join_regions(gpd.GeoDataFrame(geometry=[shapely.Point(106, 22)]), plan)


def test_a_table_without_geometry_and_coordinates_is_refused(plan: Plan) -> None:
    with raises(InputError, match="points_from_xy"):
        bk_gis.join_regions(gpd.GeoDataFrame({"a": [1]}), plan)
    with raises(InputError, match="no column holds longitudes; .* found a"):
        bk_gis.join_regions(pd.DataFrame({"a": [1]}), plan)


def test_points_are_taken_of_whatever_holds_some(plan: Plan) -> None:
    spots = [inside(plan, "Xuân La"), (0, 0), inside(plan, "Cổ Linh")]
    frame = points(*spots)
    frame.index = pd.Index(["x", "x", "y"], name="key")
    expected = bk_gis.join_regions(frame, plan)
    table = pd.DataFrame(spots, columns=["Kinh độ", "Vĩ độ"], index=frame.index)
    surveyed = frame.to_crs("EPSG:9213").get_coordinates().rename(columns={"x": "E", "y": "N"})
    for holder, asked in [
        (frame.geometry, {}),
        (frame.geometry.set_crs(None, allow_override=True), {"crs": "EPSG:4326"}),
        (pd.DataFrame(frame), {}),
        (table, {}),
        (table.rename(columns={"Kinh độ": "a", "Vĩ độ": "b"}), {"x": "a", "y": "b"}),
        (surveyed, {"x": "E", "y": "N", "crs": "EPSG:9213"}),
    ]:
        joined = bk_gis.join_regions(holder, plan.communes, **asked)
        assert joined.index.equals(frame.index)
        assert joined.crs == asked.get("crs", "EPSG:4326")
        columns = [name for name in expected if name != "geometry"]
        pd.testing.assert_frame_equal(
            pd.DataFrame(joined[columns]), pd.DataFrame(expected[columns]), check_index_type=False
        )


def test_coordinates_that_are_no_numbers_are_all_named(plan: Plan) -> None:
    table = pd.DataFrame({"lon": ["105,9", "?", "106"], "lat": ["22.1", "22", "b"]})
    with raises(InputError, match=r"(?s)points, row 3, column lon.*points, row 4, column lat"):
        bk_gis.join_regions(table, plan)


def test_a_geometry_column_in_words_is_kept_beside_the_points(plan: Plan) -> None:
    table = pd.DataFrame({"lon": [105.9], "lat": [22.1], "geometry": ["as surveyed"]})
    assert bk_gis.join_regions(table, plan)["geometry_before"].tolist() == ["as surveyed"]


def test_metres_labelled_as_degrees_are_refused(plan: Plan) -> None:
    expected = r"2443000, which are no degrees; .* set_crs\('EPSG:9213', allow_override=True\)"
    with raises(CrsError, match=expected):
        bk_gis.join_regions(points((432_000, 2_443_000)), plan)


def test_swapped_axes_are_refused(plan: Plan) -> None:
    with raises(CrsError, match="latitude and longitude are swapped in 2 of 2 points"):
        bk_gis.join_regions(points((22.1, 105.8), (22.2, 105.9)), plan)


def test_a_few_swapped_rows_do_not_stop_the_rest(plan: Plan) -> None:
    spot = inside(plan, "Xuân La")
    joined = bk_gis.join_regions(points(spot, spot[::-1], spot), plan, nearest_within_m=10)
    assert joined["join_method"].tolist() == ["within", "outside", "within"]
    assert "ghi kinh độ trước" in joined["join_reason"].iloc[1]


def test_an_earlier_join_in_the_way_is_refused(plan: Plan) -> None:
    joined = bk_gis.join_regions(points((106, 22)), plan)
    with raises(InputError, match="already have join_method, join_reason"):
        bk_gis.join_regions(joined, plan)


@pytest.fixture
def _no_arrow_strings() -> Iterator[None]:
    import dask

    with dask.config.set({"dataframe.convert-string": False}):
        yield


@pytest.mark.costly
@pytest.mark.usefixtures("_no_arrow_strings")
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_dask_frame_is_joined_lazily_and_alike(plan: Plan, lang: Lang) -> None:
    import dask_geopandas

    xy = np.random.default_rng(3).uniform([105.3, 21.7], [106.3, 22.8], (500, 2))
    frame = points(*xy, i=range(500))
    parted = dask_geopandas.from_geopandas(frame, npartitions=4)
    lazy = bk_gis.join_regions(parted, plan, lang=lang)
    assert lazy.npartitions == 4
    found = lazy.compute(scheduler="sync")
    pd.testing.assert_frame_equal(found, bk_gis.join_regions(frame, plan, lang=lang))
    assert found.crs == frame.crs


def test_points_in_the_crs_of_a_building_site_are_refused(plan):
    site = gpd.GeoDataFrame(geometry=[shapely.Point(1, 1)], crs='LOCAL_CS["site",UNIT["metre",1]]')
    with raises(bk_gis.CrsError, match="site is no CRS of a map"):
        bk_gis.join_regions(site, plan)
