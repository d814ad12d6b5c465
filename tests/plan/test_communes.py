"""data/communes.geojson is a valid coverage, and what the script builds from its inputs."""

import json
import re
from collections import Counter
from itertools import pairwise

import build_communes
import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from sources import DATA, figure

from bk_gis.geo.coverages import area_ha

COMMITTED = DATA / "communes.geojson"
OFFICIAL_KM2 = 4859.96  # General Statistics Office, as data/SOURCES.md has it


@pytest.fixture(scope="module")
def features():
    return json.loads(COMMITTED.read_text(encoding="utf-8"))["features"]


@pytest.fixture(scope="module")
def polygons():
    return gpd.read_file(COMMITTED)


def test_there_are_122_communes_of_eight_districts_sorted_by_code(features):
    codes = [feature["properties"]["code"] for feature in features]
    assert len(codes) == 122
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"0[12]\d{3}", code) for code in codes)
    assert len({feature["properties"]["district_code"] for feature in features}) == 8


def test_a_commune_has_the_properties_of_the_data_contract_and_no_other(features):
    for feature in features:
        assert list(feature["properties"]) == ["code", "name", "unit_type", "district_code", "district"]
        assert feature["properties"]["unit_type"] in ("Xã", "Phường", "Thị trấn")
        assert feature["geometry"]["type"] == "Polygon"


def test_the_file_is_at_most_500_kib():
    assert COMMITTED.stat().st_size <= 500 * 1024


def test_coordinates_have_five_decimals(features):
    text = COMMITTED.read_text(encoding="utf-8")
    assert max(map(len, re.findall(r"\d\.(\d+)", text))) == 5
    for feature in features:
        for ring in feature["geometry"]["coordinates"]:
            for x, y in ring:
                assert 105 < x < 107
                assert 21.5 < y < 23


def test_outer_rings_run_counterclockwise_as_geojson_wants(polygons):
    assert shapely.is_ccw(shapely.get_exterior_ring(polygons.geometry.to_numpy())).all()


def test_the_communes_are_a_valid_coverage(polygons):
    geometries = polygons.geometry.to_numpy()
    assert shapely.is_valid(geometries).all()
    assert shapely.coverage_is_valid(geometries)
    assert not shapely.is_empty(geometries).any()


def edges(geometries):
    """Every edge, whichever way it runs, in units of the fifth decimal."""
    for geometry in geometries:
        for ring in (geometry.exterior, *geometry.interiors):
            vertices = [tuple(xy) for xy in np.rint(np.array(ring.coords) * 1e5).astype(int).tolist()]
            yield from (tuple(sorted(pair)) for pair in pairwise(vertices))


def test_every_inner_edge_belongs_to_two_communes_vertex_for_vertex(polygons):
    geometries = polygons.geometry.to_numpy()
    times = Counter(edges(geometries))
    assert set(times.values()) == {1, 2}
    province = shapely.coverage_union_all(geometries)
    assert province.geom_type == "Polygon"
    assert len(province.interiors) == 0
    assert {edge for edge, n in times.items() if n == 1} == set(edges([province]))


def test_the_geodesic_area_is_the_official_one_within_what_is_claimed(polygons):
    km2 = area_ha(polygons.geometry).sum() / 100
    claimed, official, percent = re.fullmatch(
        r"([\d,.]+) km² \(official: ([\d,.]+); ([\d.]+) % less\)", figure("geodesic area")
    ).groups()
    assert float(official.replace(",", "")) == OFFICIAL_KM2
    assert km2 == pytest.approx(float(claimed.replace(",", "")), abs=0.05)
    assert 100 * (1 - km2 / OFFICIAL_KM2) == pytest.approx(float(percent), abs=0.005)


def test_sources_md_states_the_figures_of_the_committed_file(polygons):
    assert figure("communes") == str(len(polygons))
    assert figure("vertices") == f"{shapely.get_num_coordinates(polygons.geometry.to_numpy()).sum():,}"
    assert figure("bytes") == f"{COMMITTED.stat().st_size:,}"


# A coverage of three: two halves of a square whose common edge is a zigzag of 5 m, and a third beside them.
X, Y, STEP = 105.9, 22.1, 0.0005
ZIGZAG = [(X + (0.00005 if i % 2 else 0), Y + i * STEP) for i in range(41)]
TOP = Y + 40 * STEP
NAMES = {
    "code": ["00003", "00001", "00002"],
    "name": ["Đông", "Tây", "Bắc"],
    "unit_type": ["Xã"] * 3,
    "district_code": ["001"] * 3,
    "district": ["Huyện"] * 3,
    "declared_ha": [1, 2, 3],
}


@pytest.fixture
def three():
    east = shapely.Polygon([*ZIGZAG, (X + 0.02, TOP), (X + 0.02, Y)])
    west = shapely.Polygon([*ZIGZAG, (X - 0.02, TOP), (X - 0.02, Y)])
    north = shapely.Polygon(
        [(X - 0.02, TOP), (X, TOP), (X + 0.02, TOP), (X + 0.02, TOP + 0.02), (X - 0.02, TOP + 0.02)]
    )
    return gpd.GeoDataFrame(NAMES, geometry=[east, west, north], crs="EPSG:4326")


@pytest.fixture
def centres(three):
    middle = three.geometry.representative_point()
    return pd.DataFrame({"code": three["code"], "lon": middle.x, "lat": middle.y})


def test_simplifying_keeps_common_edges_common(three):
    simple = build_communes.simplify(three)
    assert simple["code"].tolist() == ["00001", "00002", "00003"]
    assert simple.columns.tolist() == [*build_communes.PROPERTIES, "geometry"]
    geometries = simple.geometry.to_numpy()
    assert shapely.coverage_is_valid(geometries)
    assert (
        shapely.get_num_coordinates(geometries).sum() < shapely.get_num_coordinates(three.geometry).sum() / 4
    )
    assert shapely.coverage_union_all(geometries).symmetric_difference(three.union_all()).area < 1e-8


def test_the_text_has_a_feature_a_line_and_reads_back(three):
    simple = build_communes.simplify(three)
    text = build_communes.to_geojson(simple)
    assert len(text.splitlines()) == len(simple) + 2
    back = gpd.read_file(text)
    assert back["name"].tolist() == ["Tây", "Bắc", "Đông"]
    assert back.geometry.equals(simple.geometry)
    assert build_communes.to_geojson(back) == text


def test_a_hole_is_written_as_a_ring_of_its_own(three):
    around = shapely.box(X, Y, X + 0.01, Y + 0.01)
    three = three.iloc[[0]].set_geometry([around.difference(around.buffer(-0.002))])
    (feature,) = json.loads(build_communes.to_geojson(three))["features"]
    assert len(feature["geometry"]["coordinates"]) == 2


def test_what_is_right_has_no_problems(three, centres):
    assert build_communes.check(build_communes.simplify(three), centres, 1000) == []


def test_an_overlap_a_large_file_and_a_point_elsewhere_are_all_said(three, centres):
    three.geometry = shapely.buffer(three.geometry.to_numpy(), 0.001)
    centres.loc[1, ["lon", "lat"]] = [X + 0.01, Y + 0.01]
    problems = build_communes.check(three, centres, build_communes.MAX_BYTES + 1)
    assert len(problems) == 3
    assert problems[0] == "the result is not a valid coverage"
    assert "512001 bytes are more than 512000" in problems[1]
    assert "['00001']" in problems[2]


def test_nothing_is_written_unless_every_check_holds(three, centres, tmp_path, capsys):
    target = tmp_path / "communes.geojson"
    three.to_file(tmp_path / "communes_2014.geojson")
    centres.to_csv(tmp_path / "commune_points_2014.csv", index=False)
    assert build_communes.main(tmp_path, target) == 0
    first = target.read_bytes()

    centres["lon"] += 1
    centres.to_csv(tmp_path / "commune_points_2014.csv", index=False)
    assert build_communes.main(tmp_path, target) == 1
    assert target.read_bytes() == first
    assert "centre points outside" in capsys.readouterr().err
