"""A coverage survives the way into the page: same rings, each shared edge once."""

from itertools import accumulate, pairwise

import numpy as np
import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st

from bk_gis.maps.page.topology import encode_coverage, encode_polyline

DEGREE = 10**5


def decode(text):
    """Google's Encoded Polyline Algorithm Format, read as its documentation says, longitude first."""
    values, value, shift = [], 0, 0
    for character in text:
        five = ord(character) - 63
        value |= (five & 31) << shift
        shift += 5
        if five < 32:
            values.append(-(value + 1) // 2 if value % 2 else value // 2)
            value = shift = 0
    return list(zip(accumulate(values[::2]), accumulate(values[1::2]), strict=True))


def joined(arcs, references):
    """The closed path that a ring's references name."""
    path = []
    for reference in references:
        arc = arcs[~reference][::-1] if reference < 0 else arcs[reference]
        assert not path or path[-1] == arc[0], "arcs of a ring do not meet"
        path += arc[1:] if path else arc
    assert path[0] == path[-1], "a ring does not close"
    return path[:-1]


def turned(ring):
    """One form for every way to write down a ring: from its least vertex, in the lesser direction."""
    i = ring.index(min(ring))
    forward = ring[i:] + ring[:i]
    return min(forward, [forward[0], *forward[:0:-1]])


def rings_of(polygon):
    """The polygon's rings as they should arrive: on the grid, without repeats, collapsed ones left out."""
    rings = []
    for part in shapely.get_parts(polygon):
        for line in (part.exterior, *part.interiors):
            points = [tuple(p) for p in np.rint(np.array(line.coords) * DEGREE).astype(int).tolist()]
            ring = [a for a, b in pairwise(points) if a != b]
            if len(ring) > 2:
                rings.append(turned(ring))
    return sorted(rings)


def edges(path):
    return [frozenset(edge) for edge in pairwise(path)]


def assert_arrives(polygons):
    encoded = encode_coverage(polygons)
    arcs = [decode(text) for text in encoded["arcs"]]
    arrived = [[joined(arcs, references) for references in shape] for shape in encoded["rings"]]
    assert [sorted(map(turned, shape)) for shape in arrived] == [rings_of(p) for p in polygons]
    drawn = [edge for arc in arcs for edge in edges(arc)]
    assert len(drawn) == len(set(drawn)), "an edge is drawn twice"
    assert set(drawn) == {e for shape in arrived for ring in shape for e in edges([*ring, ring[0]])}


@st.composite
def merged_grids(draw):
    """Cells of a grid, merged at random: polygons with holes, islands in them, several parts."""
    columns, rows = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    steps = st.integers(1, 5000)
    x = np.cumsum([draw(st.integers(-(10**7), 10**7)), *(draw(steps) for _ in range(columns))]) / DEGREE
    y = np.cumsum([draw(st.integers(-(10**6), 10**6)), *(draw(steps) for _ in range(rows))]) / DEGREE
    groups = {}
    for i in range(columns):
        for j in range(rows):
            cell = shapely.box(x[i], y[j], x[i + 1], y[j + 1])
            groups.setdefault(draw(st.integers(0, 3)), []).append(cell)
    return [shapely.coverage_union_all(np.array(cells)) for cells in groups.values()]


@given(merged_grids())
def test_merged_cells_arrive_with_holes_islands_and_parts(polygons):
    assert_arrives(polygons)


@given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 999)), min_size=3, max_size=30, unique=True))
def test_voronoi_cells_arrive(sites):
    sites = shapely.multipoints(np.array(sites) / 1000 + [105, 22])
    assume(shapely.convex_hull(sites).geom_type == "Polygon")
    assert_arrives(list(shapely.get_parts(shapely.voronoi_polygons(sites))))


def test_an_island_and_the_hole_it_fills_are_one_arc():
    island = shapely.box(106.4, 22.4, 106.6, 22.6)
    sea = shapely.box(106, 22, 107, 23).difference(island)
    encoded = encode_coverage([sea, island])
    assert len(encoded["arcs"]) == 2
    assert_arrives([sea, island])


def test_the_communes_arrive(plan):
    assert_arrives(list(plan.communes.geometry))


@pytest.mark.costly
@given(st.lists(st.tuples(st.integers(-18 * 10**6, 18 * 10**6), st.integers(-9 * 10**6, 9 * 10**6))))
def test_polylines_can_be_read_back(path):
    assert decode(encode_polyline(path)) == path


def test_polylines_are_in_googles_format():
    # The worked example of the format's documentation, with its latitudes in the place of longitudes.
    path = [(3850000, -12020000), (4070000, -12095000), (4325200, -12645300)]
    assert encode_polyline(path) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@"


@pytest.mark.parametrize("size", [1e-7, 4e-6])
def test_a_polygon_smaller_than_the_grid_has_no_rings(size):
    assert encode_coverage([shapely.box(106, 22, 106 + size, 22 + size)])["rings"] == [[]]
