"""GDAL, kept to the file that it is given: by the driver of its ending, without network or other files."""

import json
import mmap
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from bk_gis.errors import InputError
from bk_gis.io.whole import file_error, saying_faults
from bk_gis.language.words import both

_XML = rb"(\xef\xbb\xbf)?\s*<"
_JSON = rb"(\xef\xbb\xbf)?\s*\{"
# By the ending: the drivers that may read it, and how such a file begins. GDAL chooses a driver by content,
# and some, such as VRT and WFS, read what the file names: another file, or an address.
_FORMATS = {
    ".shp": (("ESRI Shapefile",), rb"\x00\x00\x27\x0a"),
    ".dbf": (("ESRI Shapefile",), rb"[\x02-\x05\x30-\x32\x43\x63\x83\x8b\x8e\xcb\xe5\xf5\xfb]"),
    ".zip": (("ESRI Shapefile",), rb"PK\x03\x04"),
    ".gpkg": (("GPKG",), rb"SQLite format 3\x00"),
    ".geojson": (("GeoJSON",), _JSON),
    ".json": (("GeoJSON", "TopoJSON"), _JSON),
    ".topojson": (("TopoJSON",), _JSON),
    ".kml": (("LIBKML", "KML"), _XML),
    ".kmz": (("LIBKML",), rb"PK\x03\x04"),
    ".gpx": (("GPX",), _XML),
    ".tab": (("MapInfo File",), rb"\s*!"),
    ".mif": (("MapInfo File",), rb"\s*[Vv]"),
    ".fgb": (("FlatGeobuf",), rb"fgb"),
    ".dxf": (("DXF",), rb"\s*(0|999)\s|AutoCAD Binary DXF"),
    ".gdb": (("OpenFileGDB",), rb""),  # a folder
}
VECTOR_ENDINGS = tuple(_FORMATS)
_ALLOWED = {driver for drivers, _ in _FORMATS.values() for driver in drivers} | {"MEM"}
_NO_PROXY = "none://none"  # to which curl, which knows no such scheme, never connects
_OPTIONS = {
    "CPL_VSIL_CURL_ALLOWED_FILENAME": "none",
    "GDAL_HTTP_PROXY": _NO_PROXY,
    "GDAL_HTTPS_PROXY": _NO_PROXY,
    "LIBKML_RESOLVE_STYLE": "NO",
    "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "NO",
}
_LINK = re.compile(rb"[\"'](?:link|url)[\"']|\\u00[4-7]", re.IGNORECASE)  # or letters that are escaped
_lock = Lock()


@contextmanager
def opened_by_gdal(path: Path) -> Iterator[None]:
    """
    Let GDAL read a file, with the drivers of this module's endings alone; say what is wrong with the file.

    Other drivers, which other threads may use, are back afterwards.
    """
    with saying_faults(path):
        _require_format(path)
        with _lock, _only_allowed():
            yield


def require_types(part: Path, types: Mapping[Any, Any], write: Callable[[Any], object]) -> None:
    """Of a file that was not written, refuse the columns that `write` does not write alone, to memory."""
    refused = []
    for name, kind in types.items():
        try:
            write(name)
        except Exception:  # noqa: BLE001 - GDAL's, pyogrio's and Arrow's
            refused.append(f"{name} ({kind})")
    if refused:
        raise InputError(both("fault_write.types", ending=part.suffix, columns=refused))


def _require_format(path: Path) -> None:
    ending = path.suffix.lower()
    if ending not in _FORMATS:
        raise file_error(path, both("fault_file.ending", ending=ending, known=VECTOR_ENDINGS))
    if path.is_dir():
        return
    with path.open("rb") as file:
        if not re.match(_FORMATS[ending][1], file.read(1 << 10)):
            raise file_error(path, both("fault_file.beginning", ending=ending))
        if _FORMATS[ending][1] is _JSON:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
                if _LINK.search(text):
                    json.loads(text[:], object_pairs_hook=lambda pairs: _without_link(path, pairs))


def _without_link(path: Path, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a CRS that stands elsewhere, where GDAL would ask for it; to GDAL large letters are small."""
    for name, value in pairs:
        if name.lower() == "crs" and isinstance(value, dict):
            kinds = {str(kind).lower() for key, kind in value.items() if key.lower() == "type"}
            if kinds & {"link", "url"}:
                raise file_error(path, both("fault_file.linked CRS"))
    return dict(pairs)


@contextmanager
def gdal_options(options: Mapping[str, str]) -> Iterator[None]:
    """Let GDAL have options that it has not afterwards."""
    import pyogrio

    before = {name: pyogrio.get_gdal_config_option(name) for name in options}
    try:
        pyogrio.set_gdal_config_options(options)
        yield
    finally:
        pyogrio.set_gdal_config_options(before)


@contextmanager
def _only_allowed() -> Iterator[None]:
    import pyogrio
    from pyogrio import _ogr

    others = ",".join(sorted(set(pyogrio.list_drivers()) - _ALLOWED))
    try:
        with gdal_options({**_OPTIONS, "GDAL_SKIP": others}):
            _ogr._register_drivers()  # noqa: SLF001  (pyogrio has no public way; it drops what is to be skipped)
            yield
    finally:
        _ogr._register_drivers()  # noqa: SLF001
