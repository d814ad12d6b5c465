"""A short report for a meeting: verdict, tables, what does not agree, sources; as Markdown or Word."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from bk_gis.checks.auditing.auditor import audit
from bk_gis.checks.auditing.rows import DIFFERS
from bk_gis.checks.coverage import check_coverage
from bk_gis.checks.coverage_detail import check_rules, coverage_matrix, gaps
from bk_gis.checks.rates import RATED, common_rate
from bk_gis.language.formats import clause_words, number
from bk_gis.language.words import Lang, say
from bk_gis.plan.model import Plan
from bk_gis.reports.audit_text import AUDIT_HEAD, Draw, audit_table, summary
from bk_gis.reports.text_tables import markdown

_WORDS: dict[Lang, dict[str, str]] = {
    "vi": {
        "decision": "Quyết định số {number} ngày {date} của {issuer}.",
        "coverage": "Độ phủ đến năm {by}",
        "map": "Bản đồ",
        "matrix": "Theo giai đoạn: số CCN và diện tích (ha) cộng dồn",
        "matrix cell": "{clusters} ({hectares} ha)",
        "matrix note": "Trong đó thành lập mới / mở rộng: {phases}.",
        "rules": "Chỉ tiêu độ phủ của quy hoạch",
        "gaps": "Cách bù chỗ thiếu, trong chính quy hoạch",
        "no gaps": "Không thiếu nơi nào.",
        "nothing later": "không có",
        "audit": "Số liệu và tên không khớp",
        "rates": "Suất chung suy ra từ các điểm: {rates}.",
        "sources": "Nguồn và độ tin cậy",
        "located": "Điểm trên bản đồ là tâm xã, không phải vị trí khu đất. Cách khớp địa danh: {methods}.",
        "credit": "Ranh giới (hiện trạng {date}): {credit}. {note}",
    },
    "en": {
        "decision": "Decision {number} of {date}, {issuer}.",
        "coverage": "Coverage by {by}",
        "map": "Map",
        "matrix": "By phase: clusters and hectares so far",
        "matrix cell": "{clusters} ({hectares} ha)",
        "matrix note": "Of these new / expanded: {phases}.",
        "rules": "The plan's own rules of coverage",
        "gaps": "What would close the gaps, from the plan itself",
        "no gaps": "Nothing is missing.",
        "nothing later": "none",
        "audit": "Figures and names that do not agree",
        "rates": "Rates that the clauses share: {rates}.",
        "sources": "Sources and how far to trust them",
        "located": "A point is a commune's centre, not a site. How places were matched: {methods}.",
        "credit": "Boundaries (as of {date}): {credit}. {note}",
    },
}
_HEADS: dict[Lang, dict[str, list[str]]] = {
    "vi": {
        "coverage": ["Huyện, thị xã", "Số CCN", "Diện tích (ha)", "Có từ", "Tên cụm công nghiệp", "Đạt"],
        "rules": ["Điểm", "Yêu cầu", "Ít nhất hiện có", "Đạt", "Còn thiếu"],
        "gaps": ["Huyện, thị xã", "CCN giai đoạn sau có thể đưa lên", "Xã chưa có CCN"],
        "yes": ["có", "CHƯA"],
    },
    "en": {
        "coverage": ["District", "Clusters", "Hectares", "First by", "Names", "Covered"],
        "rules": ["Clause", "Rule", "Least there is", "Holds", "Short"],
        "gaps": ["District", "Later clusters that could be brought forward", "Communes without one"],
        "yes": ["yes", "NO"],
    },
}


@dataclass(frozen=True)
class Table:
    """A table of the report; `right` are the columns of numbers."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    right: Sequence[int] = ()


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it: paragraphs, tables, a picture."""

    heading: str
    body: Sequence[str | Table | Path]


@dataclass(frozen=True)
class Report:
    """A report: a title, a line below it, and sections."""

    title: str
    subtitle: str
    sections: Sequence[Section]


def make_report(
    plan: Plan, *, by: int | None = None, lang: Lang = "vi", picture: Path | None = None
) -> Report:
    """
    Put the report of a plan together.

    Parameters
    ----------
    plan
        The plan to report.
    by
        The horizon of the verdict; by default that of the plan's first rule, else the last phase's end.
    lang
        Language of the report.
    picture
        A picture of the map (.png) to put in; none by default.
    """
    words = _WORDS[lang]
    rules = check_rules(plan, lang=lang)
    by = horizon_of(plan) if by is None else by
    date = _date(plan.decision.date.isoformat(), lang)
    issued = words["decision"].format(
        number=plan.decision.number, date=date, issuer=plan.decision.issuer[lang]
    )
    sections = [
        _coverage_section(plan, by, lang),
        *([Section(words["map"], [picture])] if picture else []),
        _matrix_section(plan, lang),
        _rules_section(rules, lang),
        _gaps_section(plan, by, lang),
        _audit_section(plan, lang),
        _sources_section(plan, lang),
    ]
    return Report(plan.title[lang], issued, [section for section in sections if section.body])


def horizon_of(plan: Plan) -> int:
    """Find the horizon that a report answers for: the plan's first rule's, else the last phase's end."""
    stated = [target.by for target in plan.targets if target.every is not None and target.by is not None]
    return stated[0] if stated else plan.phases[-1].end


def to_markdown(report: Report, *, draw: Draw = markdown) -> str:
    """Write the report in Markdown, its tables as `draw` does; pictures are links to their files."""
    parts = [f"# {report.title}", report.subtitle]
    for section in report.sections:
        parts.append(f"## {section.heading}")
        for block in section.body:
            if isinstance(block, Table):
                parts.append(draw(block.head, block.rows, right=block.right))
            elif isinstance(block, Path):
                parts.append(f"![{section.heading}](<{block.as_posix()}>)")  # a name may hold spaces
            else:
                parts.append(block)
    return "\n\n".join(parts)


def _date(iso: str, lang: Lang) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}" if lang == "vi" else iso


def _coverage_section(plan: Plan, by: int, lang: Lang) -> Section:
    found = check_coverage(plan, by=by, lang=lang)
    yes, no = _HEADS[lang]["yes"]
    rows = [
        [
            row["name"],
            str(row["clusters"]),
            number(row["hectares"], lang),
            "" if pd.isna(row["first_year"]) else str(row["first_year"]),
            row["names"],
            yes if row["covered"] else no,
        ]
        for row in found.table.to_dict("records")
    ]
    table = Table(_HEADS[lang]["coverage"], rows, right=(1, 2, 3))
    return Section(_WORDS[lang]["coverage"].format(by=by), [found.verdict(lang), table])


def _matrix_section(plan: Plan, lang: Lang) -> Section:
    words, matrix = _WORDS[lang], coverage_matrix(plan, lang=lang)
    head = [_HEADS[lang]["coverage"][0], *(phase.label[lang] for phase in plan.phases)]
    rows = [
        [
            str(unit["name"].iloc[0]),
            *(
                words["matrix cell"].format(clusters=n, hectares=number(ha, lang))
                for n, ha in zip(unit["clusters"], unit["hectares"], strict=True)
            ),
        ]
        for _, unit in matrix.groupby("id", sort=False)
    ]
    sums = matrix.groupby("phase")[["new", "expansions"]].sum()
    phases = "; ".join(f"{p.id}: {sums['new'][p.id]} / {sums['expansions'][p.id]}" for p in plan.phases)
    table = Table(head, rows, right=range(1, len(head)))
    return Section(words["matrix"], [table, words["matrix note"].format(phases=phases)])


def _rules_section(rules: pd.DataFrame, lang: Lang) -> Section:
    heads = _HEADS[lang]
    yes, no = heads["yes"]
    until = {"vi": "đến năm", "en": "by"}[lang]
    rows = [
        [
            clause_words(row["clause"], lang),
            f"{say('every.' + row['every'], lang)}, {until} {row['by']}: "
            f"{say('measure.' + row['measure'], lang)} ≥ " + number(row["at_least"], lang),
            number(row["least"], lang),
            yes if row["holds"] else no,
            row["short"],
        ]
        for row in rules.to_dict("records")
    ]
    return Section(_WORDS[lang]["rules"], [Table(heads["rules"], rows, right=(2,))] if rows else [])


def _gaps_section(plan: Plan, by: int, lang: Lang) -> Section:
    words = _WORDS[lang]
    rows = [
        [row["name"], row["later"] or words["nothing later"], row["communes"]]
        for row in gaps(plan, by=by, lang=lang).to_dict("records")
    ]
    return Section(words["gaps"], [Table(_HEADS[lang]["gaps"], rows)] if rows else [words["no gaps"]])


def _audit_section(plan: Plan, lang: Lang) -> Section:
    words, found = _WORDS[lang], audit(plan, lang=lang)
    body: list[str | Table | Path] = [summary(found, lang)]
    differing = found[found["verdict"] == DIFFERS]
    if len(differing):
        body.append(Table(AUDIT_HEAD[lang], audit_table(differing, lang), right=(3, 4, 5)))
    shared = [rate for measure in RATED if (rate := common_rate(plan, measure))]
    if shared:
        said = "; ".join(f"{say('measure.' + r.measure, lang)}: {number(r.value, lang)}/ha" for r in shared)
        body.append(words["rates"].format(rates=said))
    return Section(words["audit"], body)


def _sources_section(plan: Plan, lang: Lang) -> Section:
    words, boundaries = _WORDS[lang], plan.boundaries
    count = plan.clusters["match_method"].value_counts().sort_index()
    methods = ", ".join(f"{say(f'method.{m}', lang)}: {n}" for m, n in count.items())
    date = _date(boundaries.date.isoformat(), lang)
    credit = words["credit"].format(date=date, credit=boundaries.credit, note=boundaries.note[lang])
    return Section(words["sources"], [words["located"].format(methods=methods), credit])
