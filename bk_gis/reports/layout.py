"""What a report is made of, and how it is written in Markdown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bk_gis.errors import InputError
from bk_gis.io.whole import existing, saying_faults
from bk_gis.language.words import both
from bk_gis.reports.plain_text import markdown, markdown_text

Draw = Callable[..., str]


@dataclass(frozen=True)
class Table:
    """A table of the report; `right` are the columns of numbers; it has its section's title, or its own."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: Sequence[int] = ()
    title: str = ""


@dataclass(frozen=True)
class Folded:
    """A long text behind its summary: to open, on paper to read below it."""

    summary: str
    text: str


@dataclass(frozen=True)
class Picture:
    """A picture by its file, with its title and what it shows, for who cannot see it."""

    path: Path
    title: str = ""
    shows: str = ""


Block = str | Table | Folded | Picture


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it: paragraphs, tables, a picture."""

    heading: str
    body: Sequence[Block]


@dataclass(frozen=True)
class Report:
    """A report: a title, a line below it, and sections."""

    title: str
    subtitle: str
    sections: Sequence[Section]


def require_picture(path: Path, endings: Sequence[str]) -> None:
    """Refuse what is no picture of these endings."""
    if path.suffix.lower() not in endings:
        raise InputError(both("fault_output.other picture", name=path.name, known=list(endings)))
    from PIL import Image

    with saying_faults(existing(path)), Image.open(path) as picture:
        picture.verify()


def to_markdown(report: Report, *, draw: Draw = markdown) -> str:
    """Write the report in Markdown, its tables as `draw` does; pictures are links to their files."""
    told = markdown_text if draw is markdown else str  # a terminal shows every sign as it is
    parts = [f"# {told(report.title)}", told(report.subtitle)]
    for section in report.sections:
        parts.append(f"## {told(section.heading)}")
        for block in section.body:
            if isinstance(block, Table):
                parts.append(draw(block.head, block.rows, right=block.right))
            elif isinstance(block, Folded):
                summary, text = markdown_text(block.summary), markdown_text(block.text)
                parts.append(f"<details><summary>{summary}</summary>\n\n{text}\n\n</details>")
            elif isinstance(block, Picture):  # whose name may hold spaces
                parts.append(f"![{told(block.title or section.heading)}](<{block.path.as_posix()}>)")
            else:
                parts.append(told(block))
    return "\n\n".join(parts)
