"""The VN-2000 / TM-3 zone of each province, before and since 1 July 2025: zones.csv."""

import csv
import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bk_gis.language.names import fold


@dataclass(frozen=True)
class Zone:
    """The zone of a province, from a date until another, both included; None where there is no such bound."""

    province: str
    meridian_degree: float  # the central one
    epsg: int  # code of the CRS in the EPSG registry
    begins: dt.date | None
    ends: dt.date | None
    source: str  # where it is stated

    @property
    def crs(self) -> str:
        """The CRS as every command takes it: EPSG:9213."""
        return f"EPSG:{self.epsg}"

    def holds(self, date: dt.date) -> bool:
        """Whether it was the province's zone at a date."""
        return (self.begins or date) <= date <= (self.ends or date)


@cache
def zones() -> tuple[Zone, ...]:
    """Read every zone: those of 63 provinces, then those of 34."""
    path = Path(__file__).parent / "zones.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Zone(
                row["province"],
                float(row["meridian"]),
                int(row["epsg"]),
                dt.date.fromisoformat(row["from"]) if row["from"] else None,
                dt.date.fromisoformat(row["until"]) if row["until"] else None,
                row["source"],
            )
            for row in csv.DictReader(file)
        )


def zone_of(province: str, date: dt.date) -> Zone | None:
    """Find the zone of a province at a date; None for a name that is no province of then."""
    return next((z for z in zones() if fold(z.province) == fold(province) and z.holds(date)), None)


def meridian_text(degree: float) -> str:
    """Write a central meridian as offices do: 106°30′."""
    whole, minutes = divmod(round(degree * 60), 60)
    return f"{whole}°{minutes:02d}′"
