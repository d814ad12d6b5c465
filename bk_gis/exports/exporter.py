"""The plan for other programs: QGIS, Google Earth, MapInfo, Excel."""

import errno
import math
import re
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from bk_gis.errors import BkGisWarning, CrsError, Lang, in_asked_language
from bk_gis.exports.content import Content, gather
from bk_gis.geo.crs import WGS84
from bk_gis.io.batches import TextForm
from bk_gis.io.geopackage import finish_geopackage, rows_of
from bk_gis.io.lines import write_text
from bk_gis.io.sets import SETS, target_of, whole_set
from bk_gis.io.whole import require_ending, whole_file
from bk_gis.io.writing import (
    excel_writer,
    require_room,
    with_lon_lat,
    without_formulas,
    write_layer,
)
from bk_gis.language.words import both
from bk_gis.plan.model import Plan, phases_shown

_CELL_BYTES = 254  # of text in a shapefile or a MapInfo table
_WIDEST = 420  # pixels of a column
_OLD = {"dataset_options": {"VERSION": "1.2"}}  # what programs of 2018 read without a murmur
_SHORT = {  # a shapefile's field has a name of at most 10 letters
    "printed_name": "printed",
    "district_code": "dist_code",
    "subregion_label": "subreg_lbl",
    "commune_codes": "comm_codes",
    "status_text": "status_txt",
    "decision_date": "dec_date",
    "decision_ha": "dec_ha",
    "investment_billion_vnd": "invest_bn",
    "decision_source": "dec_source",
    "match_method": "method",
    "match_score": "score",
    "match_reason": "reason",
}


@in_asked_language
def export(
    plan: Plan, path: str | Path, *, by: int | None = None, lang: Lang = "vi", crs: str | None = None
) -> None:
    """
    Write the clusters of a plan for another program, in the format that the ending names.

    Parameters
    ----------
    plan
        The plan to write.
    path
        File to write, whole or not at all: .gpkg (with communes, districts, sub-regions and styles for
        QGIS), .xlsx (the same as sheets), .kml or .kmz (the same as folders), .geojson, .parquet, .shp,
        .tab or .csv (clusters). The same plan gives the same bytes. The files of a .SHP or .TAB get small
        endings.
    by
        Horizon: the last year of a phase; by default the last of all. Clusters that are founded later
        and hectares of later phases are left out.
    lang
        Language of labels and notes, `vi` or `en`.
    crs
        CRS of the coordinates, such as EPSG:9213 for VN-2000 of Bắc Kạn; by default EPSG:4326. A table
        (.csv, .xlsx) has `lon` and `lat` in any case, and with a CRS in metres `easting` and `northing`.

    Raises
    ------
    InputError
        The ending, the horizon or the language are unknown.
    CrsError
        The CRS is unknown or neither of a plane nor of longitude and latitude, or the format has a CRS of
        its own: .geojson, .kml, .kmz, .tab.
    MissingFileError
        There is no folder to write to.

    Warns
    -----
    UserWarning
        A text had to be cut to what a shapefile or a MapInfo table can hold, 254 bytes.

    Notes
    -----
    One row a cluster, in the order of the annex; docs/export.md explains the columns. A cluster without a
    place is kept, without a geometry. A position is a commune's centroid, not a site; `note` says so.

    Examples
    --------
    >>> import bk_gis
    >>> bk_gis.export(bk_gis.load_plan(), "clusters.gpkg", by=2020)
    """
    target = target_of(Path(path))
    ending = require_ending(target, _WRITERS)
    phases = phases_shown(plan, by, lang)
    asked = _crs(plan, target, crs)
    with whole_set(target) if ending in SETS else whole_file(target) as part:
        _WRITERS[ending](gather(plan, phases, lang), part, asked)


def _crs(plan: Plan, target: Path, stated: str | None) -> CRS:
    """Find the CRS that was asked for, and refuse one that the format cannot carry."""
    if stated is None:
        return CRS(WGS84)
    said = {"stated": stated, "own": plan.crs.to_string()}
    try:
        crs = CRS.from_user_input(stated)
    except CRSError:
        raise CrsError(both("fault_output.no crs", **said)) from None
    if not (crs.is_projected or (crs.is_geographic and len(crs.axis_info) == 2)):
        raise CrsError(both("fault_output.no map crs", **said, name=crs.name))
    if re.fullmatch(r"vn[\s-]*2000", stated.strip(), re.IGNORECASE):  # to PROJ it means the degrees
        raise CrsError(both("fault_output.crs in degrees", **said, code=crs.to_string()))
    ending = target.suffix.lower()
    degrees = crs.equals(CRS(WGS84), ignore_axis_order=True)
    if ending in _DEGREES and not degrees:
        why = both("fault_output.no vn-2000" if ending == ".tab" else "fault_output.only degrees")
        raise CrsError(both("fault_output.other crs", name=target.name, stated=stated, why=why))
    metres = crs.is_projected and all(axis.unit_conversion_factor == 1 for axis in crs.axis_info)
    if ending in (".csv", ".xlsx") and not metres and not degrees:
        unit = crs.axis_info[0].unit_name
        raise CrsError(both("fault_output.other unit", unit=unit, stated=stated))
    return crs


def _write_geopackage(content: Content, part: Path, crs: CRS) -> None:
    from bk_gis.exports.qgis_style import layer_styles

    options = {"DESCRIPTION": "\n".join(content.about)}
    rows = Counter[str]()
    for name, layer in content.layers.items():
        kind = {"geometry_type": "Point" if name == "clusters" else "MultiPolygon"}
        write_layer(layer.to_crs(crs), part, layer=name, layer_options=options, **kind, **_OLD)
        rows |= rows_of(layer, name)
    styles = layer_styles(content)
    write_layer(styles, part, layer="layer_styles")
    finish_geopackage(part, rows | rows_of(styles, "layer_styles"))


def _write_geojson(content: Content, part: Path, _crs: CRS) -> None:
    options = {"RFC7946": "YES", "DESCRIPTION": "\n".join(content.about)}
    write_layer(content.clusters, part, geometry_type="Point", layer_options=options)


def _write_shapefile(content: Content, part: Path, crs: CRS) -> None:
    short = _SHORT | {phase.column: f"ha_{phase.end}" for phase in content.phases}
    clusters = _fitted(content.clusters).to_crs(crs).rename(columns=short)
    options = {"ENCODING": "UTF-8", "DBF_DATE_LAST_UPDATE": "2000-01-01"}
    _write_set(clusters, part, options)


def _write_mapinfo(content: Content, part: Path, _crs: CRS) -> None:
    clusters = _fitted(content.clusters)
    for name in ("decision_ha", "investment_billion_vnd"):  # numbers cannot be missing, and 0 would be a lie
        if name in clusters:
            clusters[name] = ["" if math.isnan(value) else f"{value:g}" for value in clusters[name]]
    _write_set(clusters, part, {"ENCODING": "UTF-8"})
    table = part.with_suffix(".dat")
    table.write_bytes(_with_plain_names(table.read_bytes()))


def _with_plain_names(table: bytes) -> bytes:
    """Clear what follows the names in a table's head: GDAL leaves there what the memory held before."""
    head = bytearray(table)
    for start in range(32, int.from_bytes(head[8:10], "little") - 1, 32):  # as in dBASE
        head[start : start + 11] = head[start : start + 11].split(b"\0")[0].ljust(11, b"\0")
    return bytes(head)


def _write_set(clusters: gpd.GeoDataFrame, part: Path, options: dict[str, str]) -> None:
    """Write several files and read them back: GDAL does not say that the disk is full when it closes them."""
    write_layer(clusters, part, geometry_type="Point", layer_options=options)
    try:
        whole = _holds(pyogrio.read_dataframe(part), clusters)
    except RuntimeError:  # all of pyogrio's
        whole = False
    if not whole:
        raise OSError(errno.EIO, "what is there is not what was written")


def _holds(found: pd.DataFrame, clusters: gpd.GeoDataFrame) -> bool:
    """Whether a set holds a table, places to a decimetre."""
    if found.empty or len(found) != len(clusters) or not set(clusters) - {"geometry"} <= set(found):
        return len(found) == len(clusters) == 0
    texts = _texts(clusters)
    numbers = [name for name in clusters.columns.drop("geometry") if name not in texts]
    spots = (shapely.get_coordinates(np.asarray(t.get("geometry", []))) for t in (found, clusters))
    cells = ((found[name].fillna("").str.strip(), clusters[name].str.strip()) for name in texts)
    same = all(one.tolist() == other.tolist() for one, other in cells)
    return same and _close(*(table[numbers].astype(float) for table in (found, clusters))) and _close(*spots)


def _close(one: Any, other: Any) -> bool:
    return one.shape == other.shape and np.allclose(one, other, rtol=0, atol=1e-6, equal_nan=True)


def _write_csv(content: Content, part: Path, crs: CRS) -> None:
    table = without_formulas(_with_coordinates(content.clusters, crs))
    form = TextForm()
    with part.open("w", encoding=form.encoding, newline="") as file:
        write_text(table, file, form)


def _write_workbook(content: Content, part: Path, crs: CRS) -> None:
    tables = {name: pd.DataFrame(layer.drop(columns="geometry")) for name, layer in content.layers.items()}
    tables["clusters"] = _with_coordinates(content.clusters, crs)
    tables["about"] = pd.DataFrame({"about": content.about})
    with excel_writer(part) as writer:
        for name, table in tables.items():
            require_room(table)
            table.to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 0))
            sheet = writer.sheets[name]
            sheet.autofit(_WIDEST)
            sheet.autofilter(0, 0, len(table), len(table.columns) - 1)


def _write_kml(content: Content, part: Path, _crs: CRS) -> None:
    from bk_gis.exports.kml import write_kml

    write_kml(content, part)


def _with_coordinates(clusters: gpd.GeoDataFrame, crs: CRS) -> pd.DataFrame:
    table = with_lon_lat(clusters)
    if crs.is_projected:
        points = clusters.geometry.to_crs(crs)
        table = table.assign(easting=points.x.round(2), northing=points.y.round(2))
    return table


def _fitted(clusters: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Cut texts to the bytes that a cell of a dBASE or MapInfo table has, and say which ones."""
    fitted, cut = clusters.copy(), []
    for name in _texts(clusters):
        fitted[name] = clusters[name].map(_fit)
        longer = clusters["id"][fitted[name] != clusters[name]]
        cut += [both("fault_output.cell", name=name, cluster=cluster) for cluster in longer]
    if cut:
        said = both("fault_output.cut", bytes=_CELL_BYTES, cells=cut)
        warnings.warn(BkGisWarning(said), stacklevel=5)
    return fitted


def _texts(table: pd.DataFrame) -> list[str]:
    return [str(name) for name in table if name != "geometry" and pd.api.types.is_string_dtype(table[name])]


def _fit(text: str) -> str:
    coded = text.encode()
    if len(coded) <= _CELL_BYTES:
        return text
    return coded[: _CELL_BYTES - 3].decode(errors="ignore") + "…"


_WRITERS: dict[str, Callable[[Content, Path, CRS], None]] = {
    ".gpkg": _write_geopackage,
    ".xlsx": _write_workbook,
    ".kml": _write_kml,
    ".kmz": _write_kml,
    ".geojson": _write_geojson,
    ".parquet": lambda content, part, crs: content.clusters.to_crs(crs).to_parquet(part),
    ".shp": _write_shapefile,
    ".tab": _write_mapinfo,
    ".csv": _write_csv,
}
# Formats that are in EPSG:4326, and why.
_DEGREES = (".geojson", ".kml", ".kmz", ".tab")  # the last since it cannot name VN-2000
