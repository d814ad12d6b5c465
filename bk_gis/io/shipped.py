"""What comes with the package: data/, docs/ and examples/."""

from pathlib import Path


def shipped(name: str) -> Path:
    """Find a folder inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
