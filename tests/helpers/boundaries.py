"""Made coverages of communes, and ways to break them as offices' files are broken."""

import geopandas as gpd
import numpy as np
import shapely

CORNER = (105.8, 22.1)
SIDE = 0.05  # degrees; some 5 km
METRE = 1e-5  # degrees, or a little less


def made_coverage(columns=3, rows=3, *, steps=4, seed=0, wild=0.15):
    """Communes of crooked sides, vertices shared; named, with codes, and columns of several types."""
    rng = np.random.default_rng(seed)
    shape = (columns * steps + 1, rows * steps + 1)
    moved = rng.uniform(-wild, wild, (*shape, 2)) * SIDE / steps
    lattice = np.stack(np.meshgrid(*map(np.arange, shape), indexing="ij"), axis=-1) * SIDE / steps
    points = np.round(np.array(CORNER) + lattice + moved, 6)
    polygons = []
    for i, j in np.ndindex(columns, rows):
        x, y, t = i * steps, j * steps, np.arange(steps)
        ring = [*zip(x + t, y + 0 * t, strict=True), *zip(x + steps + 0 * t, y + t, strict=True)]
        ring += [
            *zip(x + steps - t, y + steps + 0 * t, strict=True),
            *zip(x + 0 * t, y + steps - t, strict=True),
        ]
        polygons.append(shapely.Polygon([points[at] for at in ring]))
    count = len(polygons)
    table = {
        "code": [f"{i:05}" for i in range(count)],
        "name": [f"Xã số {i}" for i in range(count)],
        "people": [1000 + i for i in range(count)],
        "share": [i / 7 for i in range(count)],
    }
    return gpd.GeoDataFrame(table, geometry=polygons, crs="EPSG:4326")


def squares(*boxes):
    """Communes that are boxes of west, south, east and north in parts of a side."""
    shapes = [
        shapely.box(105.8 + w * SIDE, 22.1 + s * SIDE, 105.8 + e * SIDE, 22.1 + n * SIDE)
        for w, s, e, n in boxes
    ]
    return gpd.GeoDataFrame(geometry=shapes, crs="EPSG:4326")


def _each(communes, change):
    shapes = [change(shape) for shape in communes.geometry]
    return communes.set_geometry(gpd.GeoSeries(shapes, index=communes.index, crs=communes.crs))


def rounded(communes, decimals=3):
    return _each(communes, lambda shape: shapely.transform(shape, lambda xy: np.round(xy, decimals)))


def shifted(communes, metres=10, seed=0):
    """Each commune moved by itself: gaps on one side, overlaps on the other."""
    rng = np.random.default_rng(seed)
    return _each(communes, lambda shape: shapely.transform(shape, lambda xy: xy + _move(rng, metres)))


def redrawn(communes, metres=10, seed=0):
    """Each commune drawn by another hand: vertices of its own between the common ones, and all shifted."""
    rng = np.random.default_rng(seed)

    def draw(shape):
        ring = shapely.get_coordinates(shape.segmentize(SIDE / rng.integers(3, 30)))[:-1]
        return shapely.Polygon(ring + rng.uniform(-metres, metres, ring.shape) * METRE)

    return _each(communes, draw)


def larger(communes, metres=5):
    """All communes overlap all their neighbours."""
    return _each(communes, lambda shape: shape.buffer(metres * METRE, join_style="mitre"))


def knotted(communes, metres=5):
    """Two vertices of each commune in the wrong order, a few metres apart: it crosses itself."""

    def knot(shape):
        ring = shapely.get_coordinates(shape)[:-1]
        first, second = ring[0], ring[1]
        step = (second - first) / np.hypot(*(second - first)) * metres * METRE
        side = np.array([-step[1], step[0]])
        return shapely.Polygon(
            [
                first,
                first + 3 * step,
                first + 2 * step + side,
                first + 3 * step + side,
                first + 2 * step,
                *ring[1:],
            ]
        )

    return _each(communes, knot)


def _move(rng, metres):
    return rng.uniform(-metres, metres, (1, 2)) * METRE
