"""Provinces that do not exist, each hard to draw in a way of its own; the same each time."""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

import bk_gis

_EAST, _NORTH = 107.0, 16.0  # the lower left corner, in degrees
_GRID = 1e-6  # degrees: neighbours share the points of their borders
_SEED = 2026
_PHASES = ((2021, 2025, "#0072B2"), (2026, 2030, "#F0A800"))


def provinces() -> dict[str, Callable[[Path], bk_gis.Plan]]:
    """Give each province by its name: what writes its folder and loads it."""
    block = shapely.box(0, 0, 0.8, 0.6)
    coast = shapely.LineString([(0, 0), (0.25, 0.3), (0.3, 0.8), (0.7, 1.2), (0.75, 1.8)]).buffer(0.09)
    islands = [shapely.Point(0.7, 0.5).buffer(0.05), shapely.Point(1.3, 0.4).buffer(0.03)]
    ring = shapely.Point(0.5, 0.5).buffer(0.5).difference(shapely.Point(0.45, 0.55).buffer(0.28))
    long = "Cụm công nghiệp làng nghề và chế biến {}"
    return {
        "a long coast with islands": maker([coast, *islands], 60, 10, 20),
        "islands far out": with_islands([(2.2, -0.4, 0.03), (2.32, -0.45, 0.02)]),
        "a ring around another province": maker([ring], 40, 8, 16),
        "124 communes without districts": maker([block], 124, 0, 30),
        "nine clusters in one commune": maker([block], 40, 6, 14, crowded=9),
        "forty clusters in neighbouring communes": maker([block], 90, 9, 40, corner=True),
        "sixty clusters": maker([block], 120, 10, 60),
        "a thousand clusters": maker([block], 120, 10, 1000),
        "names of forty letters": maker([block], 40, 6, 18, name=long),
        "a wide strip": maker([shapely.box(0, 0, 1.6, 0.2)], 40, 6, 12),
        "one cluster": maker([block], 12, 4, 1),
        "none by the first horizon": maker([block], 12, 4, 3, later=True),
    }


def with_islands(islands: list[tuple[float, float, float]]) -> Callable[[Path], bk_gis.Plan]:
    """Make a province with islands, each by its place and its radius in degrees."""
    land = [shapely.box(0, 0, 0.8, 0.6), *(shapely.Point(x, y).buffer(r) for x, y, r in islands)]
    return maker(land, 60, 8, 16)


def maker(
    land: list[shapely.Polygon],
    communes: int,
    districts: int,
    clusters: int,
    *,
    crowded: int = 1,
    corner: bool = False,
    name: str = "Cụm {}",
    later: bool = False,
) -> Callable[[Path], bk_gis.Plan]:
    """Divide land; put clusters into communes, so many into the first, all in a corner, all later."""

    def make(folder: Path) -> bk_gis.Plan:
        folder.mkdir(parents=True, exist_ok=True)
        chance = np.random.default_rng(_SEED)
        frame = _divided(land, communes, districts, chance)
        frame.to_file(folder / "communes.geojson", driver="GeoJSON")
        codes = list(range(len(frame)))
        chance.shuffle(codes)
        if corner:
            codes = sorted(
                codes, key=lambda i: frame.geometry[i].centroid.distance(frame.geometry[0].centroid)
            )[:20]
        # The last districts stay without a cluster, so that there is something to mark.
        without = {f"{districts - 1:03}", f"{districts - 2:03}"} if districts > 2 and not corner else set()
        codes = [i for i in codes if not districts or frame["district_code"][i] not in without]
        places = [codes[0]] * crowded + [codes[i % len(codes)] for i in range(clusters - crowded)]
        with (folder / "clusters.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(_rows(frame, places, name, chance, later=later))
        (folder / "plan.toml").write_text("\n".join(_toml(frame, districts)), encoding="utf-8")
        return bk_gis.load_plan(folder)

    return make


def _divided(
    land: list[shapely.Polygon], communes: int, districts: int, chance: np.random.Generator
) -> gpd.GeoDataFrame:
    main = land[0]
    west, south, east, north = main.bounds
    seeds: list[tuple[float, float]] = []
    while len(seeds) < communes - len(land) + 1:
        x, y = chance.uniform(west, east), chance.uniform(south, north)
        if main.contains(shapely.Point(x, y)):
            seeds.append((x, y))
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(seeds), extend_to=main))
    cells = shapely.intersection(cells, main, grid_size=_GRID)
    parts = [max(shapely.get_parts(cell), key=lambda part: part.area) for cell in cells]
    cut = shapely.difference(main, shapely.union_all(parts), grid_size=_GRID)
    if not cut.is_empty:  # what a border cuts off belongs to the neighbour that it touches most
        for piece in shapely.get_parts(cut):
            if piece.area > 0:
                at = max(
                    range(len(parts)), key=lambda i: shapely.length(shapely.intersection(parts[i], piece))
                )
                parts[at] = shapely.union(parts[at], piece, grid_size=_GRID)
    shapes = shapely.affinity.translate
    polygons = [shapes(part, _EAST, _NORTH) for part in [*parts, *land[1:]]]
    polygons = list(shapely.set_precision(np.array(polygons), _GRID))
    middles = [part.centroid.coords[0] for part in polygons]
    names = [f"Xã {i + 1}" for i in range(len(polygons))]
    columns = {"code": [f"{i:05}" for i in range(len(polygons))], "name": names, "unit_type": "Xã"}
    if districts:
        centres = middles[:: max(1, len(middles) // (districts - 1))][: districts - 1]
        centres = [*centres, middles[-1]]  # the farthest island, or some commune
        near = [int(np.argmin([np.hypot(x - u, y - v) for u, v in centres])) for x, y in middles]
        columns["district_code"] = [f"{i:03}" for i in near]
        columns["district"] = [f"Huyện {i + 1} Đông Bắc" for i in near]
    return gpd.GeoDataFrame(columns, geometry=polygons, crs="EPSG:4326")


def _rows(
    frame: gpd.GeoDataFrame, places: list[int], name: str, chance: np.random.Generator, *, later: bool
) -> Iterator[list[object]]:
    district = "district" in frame
    hectares = [f"ha_{start}_{end}" for start, end, _ in _PHASES]
    yield ["id", "name", "printed_name", "location", *(["district"] if district else []), *hectares]
    for i, at in enumerate(places, start=1):
        size = float(chance.integers(50, 750)) / 10
        first = "" if later or i % 3 == 0 else size
        second = size if later or i % 3 != 1 else ""
        called = name.format(i)
        where = [frame["name"][at], *([frame["district"][at]] if district else [])]
        yield [i, called, f"CCN {called}", *where, first, second]


def _toml(frame: gpd.GeoDataFrame, districts: int) -> Iterator[str]:
    def both(vi: str) -> str:
        return f'{{ vi = "{vi}", en = "{vi}" }}'

    yield f"title = {both('Quy hoạch cụm công nghiệp tỉnh Thử')}"
    yield f'decision = {{ number = "1/QĐ-UBND", date = 2021-01-01, issuer = {both("UBND tỉnh Thử")} }}'
    yield f'boundaries = {{ date = 2021-01-01, credit = "own", note = {both("không có thật")} }}'
    for start, end, colour in _PHASES:
        yield f'[[phases]]\nid = "{start}-{end}"\nstart = {start}\nend = {end}\ncolour = "{colour}"'
        yield f"label = {both(f'giai đoạn {start}-{end}')}"
    kind = "districts" if districts else "communes"
    units = sorted(set(frame["district"])) if districts else frame["code"].tolist()
    half = (len(units) + 1) // 2
    for i, members in enumerate((units[:half], units[half:])):
        yield f'[[subregions]]\nid = "s{i}"\nclause = "{i}"\nlabel = {both(f"Tiểu vùng {i + 1}")}'
        yield f"{kind} = {json.dumps(members, ensure_ascii=False)}"
    every = "district" if districts else "commune"
    yield f'[[targets]]\nclause = "1"\nby = {_PHASES[-1][1]}\nevery = "{every}"\nclusters = 1'
