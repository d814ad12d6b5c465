"""Reports as files: the map that one shows, an office's letterhead and template, the form by the ending."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bk_gis.cli.app import keep_read, say, saying_warnings, write_text
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
        plan: "Plan",
        lang: Lang,
    ) -> "Office":
        """Take the options together, with who signs by the plan; refuse what would be passed over."""
        asked, stated = bool(number or place or date), plan.sheet
        if output is None or output.suffix.lower() != ".docx":
            if agency or asked or template:
                raise InputError(both("fault_output.only word"))
            return cls()
        if not agency and stated.agency:
            agency = [stated.agency[lang]]
        if not agency:
            if asked:
                raise InputError(both("fault_output.no agency"))
            return cls(template=template)
        from bk_gis.reports.word.letterhead import Letterhead

        day, signatory = date and date.date(), stated.signatory[lang] if stated.signatory else ""
        return cls(Letterhead(agency, number, place, day, signatory, stated.name or ""), template)


def _maps(count: int) -> list[str]:
    return ["map.png"] if count == 1 else ["map-before.png", "map-after.png"]


def _maps_beside(output: Path, count: int) -> list[Path]:
    return [output.with_name(f"{output.stem}-{name}") for name in _maps(count)]


def keep_pictures(output: Path | None, plan: Path | None, count: int = 1) -> None:
    """Refuse to write the maps beside a report in Markdown over what is no map of that report."""
    if output is None or output.suffix.lower() != ".md":
        return
    for beside in _maps_beside(output, count):
        keep_read(beside, plan=plan)
        earlier = output.read_text(encoding="utf-8", errors="replace") if output.is_file() else ""
        if beside.exists() and beside.name not in earlier:
            raise InputError(both("fault_write.beside", picture=beside, report=output.name))


@contextmanager
def pictured(
    plans: Sequence["Plan"], by: int, lang: Lang, output: Path | None, office: Office
) -> Iterator[list[Path]]:
    """Draw the maps that a file shows: beside Markdown, which links to them, inside a Word document."""
    ending = "" if output is None else output.suffix.lower()
    if output is None or not all(plan.phases_by(by) for plan in plans) or ending not in (".md", ".docx"):
        yield []  # a page has maps of its own; before the first phase there is nothing to draw
        return
    from bk_gis.io.whole import part_folder
    from bk_gis.maps.sheet.printing import map_picture

    def draw(paths: list[Path], **size: tuple[float, float]) -> None:
        for plan, path in zip(plans, paths, strict=True):
            with saying_warnings():
                map_picture(plan, path, by=plan.phases_by(by)[-1].end, lang=lang, beside=plans, **size)

    if ending == ".md":
        beside = _maps_beside(output, len(plans))
        draw(beside)
        for path in beside:
            say(both("cli.wrote", output=path))
        yield [Path(path.name) for path in beside]
        return
    from bk_gis.reports.word.page import begin, picture_room

    with part_folder() as folder:
        inside = [folder / name for name in _maps(len(plans))]
        # As large as it is shown, so that its scale is true on the paper.
        draw(inside, size=picture_room(begin(office.template, lang)))
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
