"""What comes with the package: data/, docs/ and examples/."""

from pathlib import Path

from bk_gis.errors import Text


def shipped(name: str) -> Path:
    """Find a folder inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / name
    return inside if inside.is_dir() else package.parent / name


def guide(page: str) -> Text:
    """Find a page of docs/, which is there in both languages."""
    return Text(str(shipped("docs") / f"{page}.md"), str(shipped("docs") / f"{page}.en.md"))
