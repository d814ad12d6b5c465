"""
Industrial-cluster plans: data that adds up, maps that open offline, a check of district coverage.

>>> import bk_gis
>>> plan = bk_gis.load_plan()
>>> bk_gis.check_coverage(plan, by=2020).ok
True
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bk_gis.checks.auditing.auditor import audit
    from bk_gis.checks.coverage import CoverageReport, check_coverage
    from bk_gis.checks.rates import unit_rates
    from bk_gis.errors import BkGisError, CrsError, InputError, MissingFileError, Problem
    from bk_gis.exports.exporter import export
    from bk_gis.maps.page import phase_map
    from bk_gis.maps.sheet.printing import print_map
    from bk_gis.places.geocoding import geocode
    from bk_gis.places.joining import join_regions
    from bk_gis.plan.folder import load_plan
    from bk_gis.plan.model import Plan

__version__ = "0.1.0"
__all__ = [
    "BkGisError",
    "CoverageReport",
    "CrsError",
    "InputError",
    "MissingFileError",
    "Plan",
    "Problem",
    "audit",
    "check_coverage",
    "export",
    "geocode",
    "join_regions",
    "load_plan",
    "phase_map",
    "print_map",
    "unit_rates",
]

# Nothing heavy is imported until a name is asked for. No module may have a function's name: importing
# the module would hide the function.
_HOMES = {
    "BkGisError": "errors",
    "CoverageReport": "checks.coverage",
    "CrsError": "errors",
    "InputError": "errors",
    "MissingFileError": "errors",
    "Plan": "plan.model",
    "Problem": "errors",
    "audit": "checks.auditing.auditor",
    "check_coverage": "checks.coverage",
    "export": "exports.exporter",
    "geocode": "places.geocoding",
    "join_regions": "places.joining",
    "load_plan": "plan.folder",
    "phase_map": "maps.page",
    "print_map": "maps.sheet.printing",
    "unit_rates": "checks.rates",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'bk_gis' has no attribute {name!r}")
    globals()[name] = getattr(import_module(f"bk_gis.{_HOMES[name]}"), name)
    return globals()[name]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
