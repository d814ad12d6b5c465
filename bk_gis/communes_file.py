"""Communes from any vector file: which file, which columns, which encoding, as plan.toml says."""

import codecs
import re
from collections.abc import Mapping
from typing import Any, Literal

import geopandas as gpd
import pandas as pd
from pydantic import BaseModel, ConfigDict, field_validator

from bk_gis.legacy import from_tcvn3, from_vni
from bk_gis.names import clean

Contract = Literal["code", "name", "unit_type", "district_code", "district"]
_FONTS = {"tcvn3": from_tcvn3, "vni": from_vni}
_UNIT = re.compile(r"^(xã|phường|thị trấn|đặc khu)\s+(.+)$", re.IGNORECASE)


class CommunesFile(BaseModel):
    """
    The `[communes]` of plan.toml; by default communes.geojson as the data contract has it.

    `columns` gives the file's own name for each column of the contract that is called otherwise there.
    `digits` says how long a code is that the file keeps as a number. `encoding` is for Shapefiles
    whose .cpg is missing or wrong, such as cp1258, or tcvn3 and vni, which were fonts.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str = "communes.geojson"
    layer: str | None = None
    encoding: str | None = None
    columns: Mapping[Contract, str] = {}
    digits: Mapping[Contract, int] = {}

    @field_validator("encoding")
    @classmethod
    def _known(cls, encoding: str | None) -> str | None:
        if encoding is None or encoding.lower() in _FONTS:
            return encoding
        try:
            codecs.lookup(encoding)
        except LookupError:
            raise ValueError("is no known encoding; expected utf-8, cp1258, tcvn3, vni, ...") from None
        return encoding

    @property
    def reading(self) -> dict[str, Any]:
        """What GDAL has to be told. Bytes come through Latin-1 unchanged, and are decoded here."""
        told = {"layer": self.layer, "encoding": "ISO-8859-1" if self.encoding else None}
        return {key: value for key, value in told.items() if value is not None}

    def in_contract(self, communes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        """Rename, decode and pad to the columns of the data contract; check nothing."""
        geometry = communes.geometry.name
        table = pd.DataFrame(communes.drop(columns=geometry))
        if self.encoding is not None:
            table = table.map(lambda value: _decoded(value, str(self.encoding)))
        for ours, theirs in self.columns.items():
            if theirs in communes:
                table[ours] = table[theirs]
        for column, digits in self.digits.items():
            if column in table:
                table[column] = [_padded(value, digits) for value in table[column]]
        if "unit_type" not in table and "name" in table:
            table["unit_type"], table["name"] = _parted(table["name"])
        return gpd.GeoDataFrame(table, geometry=communes.geometry.to_numpy(), crs=communes.crs)


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


def _parted(names: "pd.Series[Any]") -> tuple[list[str], list[str]]:
    """Part "Xã Bằng Vân" into its unit and its name; the unit of a name without one stays empty."""
    matches = [_UNIT.match(clean(str(name))) for name in names]
    units = [match[1] if match else "" for match in matches]
    return units, [match[2] if match else name for match, name in zip(matches, names, strict=True)]
