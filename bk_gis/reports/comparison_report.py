"""A comparison of two plans, laid out as a report."""

from bk_gis.checks.comparison import SIDES, Comparison
from bk_gis.language.formats import clause_words, figure, number
from bk_gis.language.words import Lang, say
from bk_gis.plan.model import Plan
from bk_gis.reports.plan_report import Report, Section, Table

_HEADS: dict[Lang, dict[str, list[str]]] = {
    "vi": {
        "changes": ["CCN", "Tên", "Nội dung", "Trước", "Sau", "Lý do"],
        "coverage": ["Huyện, thị xã", "Đến năm", "Số CCN trước", "Số CCN sau", "Trước (ha)", "Sau (ha)"],
        "targets": [
            "Điểm",
            "Phạm vi",
            "Chỉ tiêu",
            "Văn bản ghi",
            "Trước",
            "Sau",
            "Kết luận trước",
            "Kết luận sau",
        ],
        "titles": ["So sánh hai phương án", "Thay đổi", "Độ phủ trước và sau", "Chỉ tiêu trước và sau"],
        "words": ["Không có thay đổi.", "Trước", "Sau"],
    },
    "en": {
        "changes": ["No.", "Cluster", "What", "Before", "After", "Reason"],
        "coverage": ["District", "By", "Clusters before", "Clusters after", "Before (ha)", "After (ha)"],
        "targets": [
            "Clause",
            "Scope",
            "Measure",
            "Stated",
            "Before",
            "After",
            "Verdict before",
            "Verdict after",
        ],
        "titles": [
            "Two states of the plan",
            "Changes",
            "Coverage before and after",
            "Targets before and after",
        ],
        "words": ["Nothing changes.", "Before", "After"],
    },
}
_WHAT: dict[str, dict[Lang, str]] = {
    "added": {"vi": "thêm CCN", "en": "added"},
    "dropped": {"vi": "bỏ CCN", "en": "dropped"},
    "name": {"vi": "tên", "en": "name"},
    "location": {"vi": "địa điểm", "en": "place"},
    "district": {"vi": "huyện, thị xã", "en": "district"},
}


def as_report(found: Comparison, before: Plan, after: Plan, lang: Lang) -> Report:
    """Lay a comparison out as a report, which Markdown and Word know how to write."""
    heads = _HEADS[lang]
    title, changes, coverage, targets = heads["titles"]
    nothing, was, becomes = heads["words"]
    verdicts = [
        text for _, a, b in found.verdicts for text in ([a] if a == b else [f"{was}: {a}", f"{becomes}: {b}"])
    ]
    sections = [
        Section(
            changes,
            [Table(heads["changes"], _change_rows(found, lang), right=(3, 4))]
            if len(found.changes)
            else [nothing],
        ),
        Section(coverage, [*verdicts, *_coverage_block(found, lang)]),
        Section(targets, _target_block(found, lang) or [nothing]),
    ]
    return Report(title, f"{was}: {before.title[lang]}. {becomes}: {after.title[lang]}.", sections)


def _change_rows(found: Comparison, lang: Lang) -> list[list[str]]:
    return [
        [
            row["id"],
            row["name"],
            _WHAT[row["what"]][lang] if row["what"] in _WHAT else f"{row['what']} (ha)",
            figure(row["before"], lang),
            figure(row["after"], lang),
            row["reason"],
        ]
        for row in found.changes.to_dict("records")
    ]


def _coverage_block(found: Comparison, lang: Lang) -> list[Table]:
    rows = [
        [
            row["name"],
            str(row["by"]),
            *(number(row[f"clusters_{side}"], lang, digits=0) for side in SIDES),
            *(number(row[f"hectares_{side}"], lang) for side in SIDES),
        ]
        for row in found.coverage.to_dict("records")
        if any(row[f"{name}_before"] != row[f"{name}_after"] for name in ("clusters", "hectares"))
    ]
    return [Table(_HEADS[lang]["coverage"], rows, right=(1, 2, 3, 4, 5))] if rows else []


def _target_block(found: Comparison, lang: Lang) -> list[Table]:
    rows = [
        [
            clause_words(row["clause"], lang),
            row["scope"],
            say(f"measure.{row['measure']}", lang),
            figure(row["stated"], lang, measure=row["measure"]),
            *(figure(row[f"computed_{side}"], lang, measure=row["measure"]) for side in SIDES),
            *(_verdict(row[f"verdict_{side}"], lang) for side in SIDES),
        ]
        for row in found.targets.to_dict("records")
    ]
    return [Table(_HEADS[lang]["targets"], rows, right=(3, 4, 5))] if rows else []


def _verdict(verdict: object, lang: Lang) -> str:
    return say(f"verdict.{verdict}", lang) if isinstance(verdict, str) else ""
