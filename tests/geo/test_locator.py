"""A point belongs to exactly one polygon: the first that holds it, as a geometric join finds it."""

import pickle
from collections.abc import Iterator

import geopandas as gpd
import numpy as np
import pytest
import shapely
from failures import raises
from hypothesis import given, settings
from hypothesis import strategies as st

from bk_gis.errors import InputError
from bk_gis.geo import locator as locate
from bk_gis.geo.locator import Locator
from bk_gis.plan.folder import load_plan


@pytest.fixture(autouse=True, scope="module")
def _grid_even_for_few_points() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locate, "_FEW", 0)
        yield


@pytest.fixture(scope="module")
def communes() -> np.ndarray:
    return load_plan().communes.geometry.to_numpy()


def first_holder(polygons: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """What geopandas finds: the first polygon that each point intersects, -1 for none."""
    points = gpd.GeoDataFrame(geometry=gpd.points_from_xy(x, y), crs=None)
    joined = points.sjoin(gpd.GeoDataFrame(geometry=polygons, crs=None), predicate="intersects")
    first = joined["index_right"].groupby(level=0).min()
    return first.reindex(points.index, fill_value=-1).to_numpy()


def telling_points(polygons: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Vertices, middles of edges, points a rounding away from both, and points inside and out."""
    rng = np.random.default_rng(seed)
    corners = np.vstack([shapely.get_coordinates(polygon) for polygon in polygons])
    if len(corners) > 3000:
        start = rng.integers(len(corners) - 3000)
        corners = corners[start : start + 3000]
    along = corners[:-1] + rng.random((len(corners) - 1, 1)) * np.diff(corners, axis=0)
    low, high = corners.min(axis=0), corners.max(axis=0)
    anywhere = low + (rng.random((500, 2)) * 1.4 - 0.2) * (high - low)
    exact = np.vstack([corners, (corners[:-1] + corners[1:]) / 2, along])
    beside = np.nextafter(exact, rng.choice([-np.inf, np.inf], exact.shape))
    return tuple(np.vstack([exact, beside, anywhere]).T)


def grid(columns: int, rows: int, cell: float, origin: tuple[float, float]) -> np.ndarray:
    x = origin[0] + cell * np.arange(columns + 1)
    y = origin[1] + cell * np.arange(rows + 1)
    return np.array(
        [shapely.box(x[i], y[j], x[i + 1], y[j + 1]) for j in range(rows) for i in range(columns)]
    )


@st.composite
def coverages(draw: st.DrawFn) -> np.ndarray:
    """Grids, Voronoi cells, and Voronoi cells with holes, islands and gaps; in degrees or metres."""
    kind = draw(st.sampled_from(["grid", "voronoi", "holes"]))
    cell = draw(st.sampled_from([0.1, 1.0, 1000.0, 1 / 3]))
    origin = draw(st.sampled_from([(0.0, 0.0), (105.4, 21.8), (-3.0, -3.0), (400_000.0, 2_400_000.0)]))
    if kind == "grid":
        return grid(draw(st.integers(1, 6)), draw(st.integers(1, 6)), cell, origin)
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    sites = np.array(origin) + rng.random((draw(st.integers(3, 25)), 2)) * cell * 5
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(sites)))
    if kind == "voronoi":
        return cells
    island = shapely.buffer(shapely.point_on_surface(cells[0]), cell / 20, quad_segs=2)
    island = shapely.intersection(island, cells[0])
    ringed = np.array([shapely.difference(cells[0], island), *cells[1:-1]])
    return np.append(ringed, island) if draw(st.booleans()) else ringed


@pytest.mark.costly
@settings(deadline=None, max_examples=60)
@given(polygons=coverages(), seed=st.integers(0, 2**32 - 1))
def test_every_point_goes_where_a_geometric_join_puts_it(polygons: np.ndarray, seed: int) -> None:
    x, y = telling_points(polygons, seed)
    np.testing.assert_array_equal(Locator(polygons).positions(x, y), first_holder(polygons, x, y))


@settings(deadline=None, max_examples=30)
@given(polygons=coverages(), seed=st.integers(0, 2**32 - 1))
def test_polygons_that_overlap_give_a_point_to_the_first(polygons: np.ndarray, seed: int) -> None:
    shifted = shapely.transform(polygons, lambda xy: xy + 0.3 * np.ptp(xy, axis=0).mean() / len(polygons))
    both = np.concatenate([shifted, polygons])
    x, y = telling_points(both, seed)
    np.testing.assert_array_equal(Locator(both).positions(x, y), first_holder(both, x, y))


@pytest.mark.costly
@settings(deadline=None, max_examples=10)
@given(seed=st.integers(0, 2**32 - 1))
def test_the_real_communes_agree_on_their_own_vertices_and_edges(communes: np.ndarray, seed: int) -> None:
    x, y = telling_points(communes, seed)
    np.testing.assert_array_equal(Locator(communes).positions(x, y), first_holder(communes, x, y))


@pytest.mark.costly
@settings(deadline=None)
@given(
    points=st.lists(
        st.tuples(st.floats(allow_nan=True, allow_infinity=True), st.floats(allow_nan=True)), max_size=30
    )
)
def test_any_floating_point_number_gets_an_answer(points: list[tuple[float, float]]) -> None:
    polygons = grid(2, 2, 1.0, (-1.0, -1.0))
    x, y = np.array(points, dtype=float).reshape(-1, 2).T
    inside = (np.abs(x) <= 1) & (np.abs(y) <= 1)
    found = Locator(polygons).positions(x, y)
    np.testing.assert_array_equal(found >= 0, inside)
    np.testing.assert_array_equal(found[inside], first_holder(polygons, x[inside], y[inside]))


def test_a_shared_corner_belongs_to_the_first_of_four() -> None:
    polygons = grid(2, 2, 1.0, (0.0, 0.0))
    assert Locator(polygons).positions([1.0], [1.0]).tolist() == [0]
    assert Locator(polygons[::-1]).positions([1.0], [1.0]).tolist() == [0]


def test_a_million_random_points_agree_with_geometry(communes: np.ndarray) -> None:
    low, high = shapely.total_bounds(communes).reshape(2, 2)
    x, y = np.random.default_rng(320).uniform(low, high, (1_000_000, 2)).T
    locator = Locator(communes)
    found = locator.positions(x, y)
    some = np.random.default_rng(1).choice(len(x), 10_000, replace=False)
    np.testing.assert_array_equal(found[some], first_holder(communes, x[some], y[some]))


def test_random_points_are_answered_without_geometry(
    communes: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    low, high = shapely.total_bounds(communes).reshape(2, 2)
    x, y = np.random.default_rng(320).uniform(low, high, (100_000, 2)).T
    monkeypatch.setattr(Locator, "_by_geometry", lambda _, x, __: pytest.fail(f"{len(x)} went to GEOS"))
    assert (Locator(communes).positions(x, y) >= 0).any()


@pytest.mark.parametrize("none", [[], [None], [shapely.Polygon()], [None, shapely.MultiPolygon()]])
def test_no_polygon_holds_no_point(none: list[shapely.Geometry | None]) -> None:
    assert Locator(none).positions(np.zeros(3), np.zeros(3)).tolist() == [-1, -1, -1]


def test_missing_polygons_keep_their_place() -> None:
    polygons = [None, *grid(2, 1, 1.0, (0.0, 0.0))]
    assert Locator(polygons).positions([0.5, 1.5], [0.5, 0.5]).tolist() == [1, 2]


@pytest.mark.parametrize("width", [1, 64, 1e6, 1e9])
def test_a_coverage_too_small_for_where_it_lies_is_still_exact(width: float) -> None:
    unit = np.spacing(1e15) * width
    polygons = grid(5, 5, unit, (1e15, 1e15))
    polygons = shapely.transform(polygons, lambda xy: xy + np.outer(np.round(xy[:, 1] / unit) % 3, [unit, 0]))
    x, y = telling_points(polygons, 3)
    np.testing.assert_array_equal(Locator(polygons).positions(x, y), first_holder(polygons, x, y))


@pytest.mark.parametrize(
    "bad",
    [
        shapely.Point(0, 0),
        shapely.LineString([(0, 0), (1, 1)]),
        shapely.from_wkt("POLYGON((0 0,1 1,1 0,0 1,0 0))"),
    ],
)
def test_what_is_no_valid_polygon_is_refused(bad: shapely.Geometry) -> None:
    with raises(InputError, match="at 1 are no valid polygons"):
        Locator([shapely.box(0, 0, 1, 1), bad])


def test_a_locator_travels_to_another_process(communes: np.ndarray) -> None:
    locator = Locator(communes)
    x, y = telling_points(communes, 7)
    here = locator.positions(x, y)
    np.testing.assert_array_equal(pickle.loads(pickle.dumps(locator)).positions(x, y), here)  # noqa: S301
