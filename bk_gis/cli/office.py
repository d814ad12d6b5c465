"""Reports as files: the map that one shows, an office's letterhead and template, the form by the ending."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bk_gis.cli.app import keep_read, say, write_text
from bk_gis.errors import InputError, Lang
from bk_gis.language.words import both

if TYPE_CHECKING:
    from bk_gis.plan.model import Plan
    from bk_gis.reports.layout import Report
    from bk_gis.reports.word.letterhead import Letterhead

TemplateOption = Annotated[Path | None, typer.Option(metavar="FILE.docx")]
AgencyOption = Annotated[list[str] | None, typer.Option()]
NumberOption = Annotated[str, typer.Option(show_default=False)]
PlaceOption = Annotated[str, typer.Option("--place", show_default=False)]
DateOption = Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d", "%d/%m/%Y"], metavar="DATE")]


@dataclass(frozen=True)
class Office:
    """What an office wants of its Word documents."""

    letterhead: "Letterhead | None" = None
    template: Path | None = None

    @classmethod
    def asked(
        cls,
        output: Path | None,
        agency: list[str] | None,
        number: str,
        place: str,
        date: dt.datetime | None,
        template: Path | None,
    ) -> "Office":
        """Take the options together; refuse what would be passed over."""
        if not (agency or number or place or date or template):
            return cls()
        if output is None or output.suffix.lower() != ".docx":
            raise InputError(both("fault_output.only word"))
        if not agency and (number or place or date):
            raise InputError(both("fault_output.no agency"))
        from bk_gis.reports.word.letterhead import Letterhead

        day = date.date() if date else None
        return cls(Letterhead(agency, number, place, day) if agency else None, template)


def _map_beside(output: Path) -> Path:
    return output.with_name(f"{output.stem}-map.png")


def keep_picture(output: Path, plan: Path | None) -> None:
    """Refuse to write the map beside a report over what is no map of that report."""
    beside = _map_beside(output)
    keep_read(beside, plan=plan)
    earlier = output.read_text(encoding="utf-8", errors="replace") if output.is_file() else ""
    if beside.exists() and beside.name not in earlier:
        raise InputError(both("fault_write.beside", picture=beside, report=output.name))


@contextmanager
def pictured(
    plan: "Plan", by: int | None, lang: Lang, picture: Path | None, output: Path | None, office: Office
) -> Iterator[Path | None]:
    """Draw the map that a file shows: beside Markdown, which links to it, inside a Word document."""
    from bk_gis.plan.levels import own_horizon

    ends = [phase.end for phase in plan.phases_by(by or own_horizon(plan))]
    ending = "" if output is None else output.suffix.lower()
    if picture is not None or output is None or not ends or ending not in (".md", ".docx"):
        yield picture  # a page has a map of its own; before the first phase there is nothing to draw
        return
    from bk_gis.io.whole import part_folder
    from bk_gis.maps.sheet.printing import map_picture

    if ending == ".md":
        beside = _map_beside(output)
        map_picture(plan, beside, by=ends[-1], lang=lang)
        say(both("cli.wrote", output=beside))
        yield Path(beside.name)
        return
    from bk_gis.reports.word.page import begin, picture_room

    with part_folder() as folder:
        inside = folder / "map.png"
        # As large as it is shown, so that its scale is true on the paper.
        map_picture(plan, inside, by=ends[-1], lang=lang, size=picture_room(begin(office.template, lang)))
        yield inside


def write_report(made: "Report", output: Path | None, lang: Lang, *plans: "Plan", office: Office) -> None:
    """Print a report as Markdown, or write it as the ending says; a page shows each plan on a map."""
    from bk_gis.reports.layout import to_markdown

    ending = ".md" if output is None else output.suffix.lower()
    if ending == ".docx" and output is not None:
        from bk_gis.reports.word.document import write_docx
        from bk_gis.reports.word.page import texts_of

        created = plans[-1].decision.date
        write_docx(
            made, output, created=created, lang=lang, letterhead=office.letterhead, template=office.template
        )
        if office.template and (left := texts_of(office.template)):
            say(both("cli.template text", name=office.template.name, count=left))
        say(both("cli.wrote", output=output))
    elif ending == ".html":
        from bk_gis.reports.html import map_pages, to_html

        maps = map_pages(*plans, lang=lang)
        write_text(to_html(made, lang=lang, maps=maps), output)
    elif ending == ".md":
        write_text(to_markdown(made), output)
    else:
        raise InputError(both("fault_output.ending", name=output, known=(".md", ".docx", ".html")))
