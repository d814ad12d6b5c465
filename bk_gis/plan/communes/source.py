"""Communes from any vector file: which file, which columns, which encoding, as plan.toml says."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import geopandas as gpd
import numpy as np
import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, field_validator
from pyproj import CRS
from pyproj.exceptions import CRSError

from bk_gis.errors import Fault, InputError, Text
from bk_gis.geo.crs import is_in_vietnam, is_of_a_map, require_map_crs, to_wgs84, zones_around
from bk_gis.geo.zones import zones
from bk_gis.io.shipped import guide
from bk_gis.language.names import clean, fold
from bk_gis.language.old_encodings import from_tcvn3, from_vni
from bk_gis.language.words import both

Contract = Literal["code", "name", "unit_type", "district_code", "district"]
VN2000_EXAMPLE = "EPSG:5897"
_FONTS = {"tcvn3": from_tcvn3, "vni": from_vni}
_FAR = 2  # degrees from a province's meridian; a zone of 3° reaches 1.5 to each side
_UNIT = re.compile(r"^(xã|phường|thị trấn|đặc khu)\s+(.+)$", re.IGNORECASE)


class CommunesFile(BaseModel):
    """
    The `[communes]` of plan.toml; by default communes.geojson as the data contract has it.

    `columns` gives the file's own name for each column of the contract that is called otherwise there.
    `digits` says how long a code is that the file keeps as a number. `encoding` is for Shapefiles
    whose .cpg is missing or wrong, such as cp1258, or tcvn3 and vni, which were fonts. `crs` is for a
    file that states none, such as a Shapefile without .prj.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    file: str = "communes.geojson"
    layer: str | None = None
    encoding: str | None = None
    crs: str | None = None
    columns: Mapping[Contract, str] = {}
    digits: Mapping[Contract, Annotated[int, Field(ge=1, le=20)]] = {}

    @field_validator("encoding")
    @classmethod
    def _known(cls, encoding: str | None) -> str | None:
        if encoding is None or encoding.lower() in _FONTS:
            return encoding
        try:
            bytes(range(256)).decode(encoding, errors="replace")  # zlib and rot13 are no encodings of text
        except (LookupError, ValueError):
            raise Fault(both("fault_toml.no encoding", name=encoding)) from None
        return encoding

    @field_validator("crs")
    @classmethod
    def _registered(cls, crs: str | None) -> str | None:
        try:
            known = is_of_a_map(CRS.from_user_input(crs or VN2000_EXAMPLE))
        except CRSError:
            known = False
        if not known:
            raise Fault(both("fault_toml.no crs", name=crs, example=VN2000_EXAMPLE))
        return crs

    @property
    def reading(self) -> dict[str, Any]:
        """Options for GDAL. Bytes come through Latin-1 unchanged, and are decoded here."""
        options = {"layer": self.layer, "encoding": "ISO-8859-1" if self.encoding else None}
        return {key: value for key, value in options.items() if value is not None}

    def decoded(self, communes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Decode all texts from the stated encoding."""
        if self.encoding is None:
            return communes
        texts = pd.DataFrame(communes.drop(columns=communes.geometry.name))
        return communes.assign(**texts.map(_decoded, encoding=self.encoding))

    def in_contract(self, communes: gpd.GeoDataFrame, taken: Mapping[Contract, str]) -> gpd.GeoDataFrame:
        """Rename and pad to the columns of the data contract, stated or `taken` for one; check nothing."""
        table = pd.DataFrame(communes.drop(columns=communes.geometry.name))
        for ours, theirs in {**taken, **self.columns}.items():
            if theirs in communes:
                table[ours] = communes[theirs]
        for column, digits in self.digits.items():
            if column in table:
                table[column] = [_padded(value, digits) for value in table[column]]
        if "unit_type" not in table and "name" in table:
            units, names = separated(table["name"])
            if any(units):
                table["unit_type"], table["name"] = units, names
        return gpd.GeoDataFrame(table, geometry=communes.geometry.to_numpy(), crs=communes.crs)


def with_stated_crs(communes: gpd.GeoDataFrame, stated: str | None) -> gpd.GeoDataFrame:
    """
    Give communes the CRS that plan.toml states, where their file states none.

    It is an InputError if neither states one, both do and differ, or the coordinates cannot be in it.
    """
    require_map_crs(communes.crs)
    west, south, east, north = communes.total_bounds
    in_degrees = max(abs(west), abs(east)) <= 180 and max(abs(south), abs(north)) <= 90
    if stated is None:
        if communes.crs is not None:
            return communes
        kind = "degrees" if in_degrees else "metres"
        raise InputError(both(f"fault_communes.no crs, {kind}", guide=guide("plan-folder")))
    crs = CRS(stated)
    if communes.crs is None:
        if in_degrees != crs.is_geographic:
            corner = {"x": f"{west:.7g}", "y": f"{south:.7g}"}
            raise InputError(both("fault_communes.not in crs", **corner, name=crs.name, stated=stated))
        return communes.set_crs(crs)
    if not _same(communes.crs, crs):
        raise InputError(both("fault_communes.two crs", own=communes.crs.name, stated=stated, name=crs.name))
    return communes


def doubt_of(communes: gpd.GeoDataFrame, stated: str | None, province: str) -> Text | None:
    """Say that a plane, stated for a file without CRS, leads out of the province or is a zone of others."""
    if stated is None or communes.crs is not None or not CRS(stated).is_projected:
        return None
    points = communes.geometry.dropna().representative_point()
    x, y = float(points.x.median()), float(points.y.median())  # a few may be islands far from the land
    lon, lat = map(float, to_wgs84(stated, x, y))
    own = [zone for zone in zones() if fold(zone.province) == fold(province)]
    far = bool(own) and all(abs(lon - zone.meridian_degree) > _FAR for zone in own)
    epsg, codes = CRS(stated).to_epsg(), {zone.epsg for zone in own}
    others = bool(own) and epsg in {zone.epsg for zone in zones()} - codes
    inside = is_in_vietnam(lon, lat)
    if np.isnan(lon) or (inside and not far and not others):
        return None
    likely = list(dict.fromkeys(zone.crs for zone in own if zone.crs != stated)) or zones_around(x, y)
    where = "far from" if far else "zone of others" if inside else "outside"
    at = both(f"communes.{where}", province=province)
    kind = "other zone" if likely else "no zone"
    values = {"stated": stated, "lon": round(lon, 2), "lat": round(lat, 2), "at": at, "zones": likely}
    return both(f"communes.{kind}", **values, guide=guide("plan-folder"))


def _same(one: CRS, other: CRS) -> bool:
    return one.equals(other, ignore_axis_order=True) or one.to_epsg() == other.to_epsg() is not None


def _decoded(value: Any, encoding: str) -> Any:
    if not isinstance(value, str):
        return value
    if (convert := _FONTS.get(encoding.lower())) is not None:
        return convert(value)
    return value.encode("latin-1").decode(encoding, errors="replace")


def _padded(value: Any, digits: int) -> Any:
    """Give a code back the zeros that it lost as a number."""
    if isinstance(value, str) or pd.isna(value):
        return value
    return str(int(value)).zfill(digits) if float(value).is_integer() else value


def separated(names: "pd.Series[Any]") -> tuple[list[str], list[str]]:
    """Separate "Xã Bằng Vân" into its unit and its name; the unit of a name without one stays empty."""
    matches = [_UNIT.match(clean(str(name))) for name in names]
    units = [match[1] if match else "" for match in matches]
    return units, [match[2] if match else name for match, name in zip(matches, names, strict=True)]
