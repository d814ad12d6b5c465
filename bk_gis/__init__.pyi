from .checks.auditing.auditor import audit
from .checks.comparison import Comparison, compare
from .checks.coverage import CoverageReport, check_coverage
from .checks.foundings import StatusReport, check_status
from .checks.rates import unit_rates
from .errors import BkGisError, CrsError, InputError, MissingFileError, Problem
from .exports.exporter import export
from .io.tables import read_points, read_table
from .maps.page import phase_map
from .maps.sheet.printing import plot, print_map
from .places.geocoding import geocode
from .places.joining import join_regions
from .places.ledgers import CONVERT_LEDGER, JOIN_LEDGER, JOIN_METHODS, MATCH_LEDGER, MATCH_METHODS
from .places.vintages.converting import convert
from .places.vintages.reading import read_aliases, read_crosswalk
from .plan.changes import read_changes, write_changes
from .plan.folder import load_plan
from .plan.model import Plan

__version__: str
__all__ = [
    "CONVERT_LEDGER",
    "JOIN_LEDGER",
    "JOIN_METHODS",
    "MATCH_LEDGER",
    "MATCH_METHODS",
    "BkGisError",
    "Comparison",
    "CoverageReport",
    "CrsError",
    "InputError",
    "MissingFileError",
    "Plan",
    "Problem",
    "StatusReport",
    "audit",
    "check_coverage",
    "check_status",
    "compare",
    "convert",
    "export",
    "geocode",
    "join_regions",
    "load_plan",
    "phase_map",
    "plot",
    "print_map",
    "read_aliases",
    "read_changes",
    "read_crosswalk",
    "read_points",
    "read_table",
    "unit_rates",
    "write_changes",
]
