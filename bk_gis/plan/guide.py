"""The page that describes a plan folder, wherever the package is installed."""

from pathlib import Path


def guide() -> Path:
    """Find it inside the installed package, or among the docs of a checkout."""
    inside = Path(__file__).parent / "sample" / "plan-folder.md"
    return inside if inside.is_file() else Path(__file__).parents[2] / "docs" / inside.name
