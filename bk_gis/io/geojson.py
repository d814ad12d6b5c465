"""Plain GeoJSON, such as the communes of most plans, read without GDAL: a fifth of a short command's time."""

import json
import re
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

_LARGEST = 1 << 23  # bytes; beyond, GDAL needs less memory
_TYPED = re.compile(r"[\s\d]*[/:-]|.*\0", re.DOTALL)  # what GDAL may take for a date or a time, or cuts


def read_plain(path: Path) -> gpd.GeoDataFrame | None:
    """Read polygons with nothing but texts, as GDAL gives them; None for any other file, which is GDAL's."""
    if path.suffix.lower() != ".geojson" or path.stat().st_size > _LARGEST:
        return None
    try:
        content = json.loads(path.read_bytes())
        if content["type"] != "FeatureCollection" or not set(content) <= {"type", "name", "features"}:
            return None
        features = content["features"]
        names = list(features[0]["properties"])
        for feature in features:
            texts = feature["properties"]
            plain = set(feature) == {"type", "properties", "geometry"} and list(texts) == names
            if not plain or any(type(text) is not str or _TYPED.match(text) for text in texts.values()):
                return None
        table = {name: [feature["properties"][name] for feature in features] for name in names}
        shapes = [_shape(**feature["geometry"]) for feature in features]
        return gpd.GeoDataFrame(table, geometry=shapes, crs="EPSG:4326")
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None
    except shapely.errors.ShapelyError:
        return None


def _shape(*, type: str, coordinates: Any) -> shapely.Geometry:  # noqa: A002  (GeoJSON's word)
    parts = {"Polygon": [coordinates], "MultiPolygon": coordinates}[type]
    polygons = [shapely.polygons(*_rings(part)) for part in parts]
    return polygons[0] if type == "Polygon" else shapely.multipolygons(polygons)


def _rings(part: list[Any]) -> tuple[Any, Any]:
    outer, *holes = (np.array(ring) for ring in part)
    for ring in (outer, *holes):
        closed = ring.dtype.kind in "if" and ring.shape[1:] == (2,) and (ring[0] == ring[-1]).all()
        if not closed or not np.isfinite(ring).all():
            raise ValueError(ring)
    return shapely.linearrings(outer), [shapely.linearrings(hole) for hole in holes] or None
