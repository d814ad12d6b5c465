"""A report in Markdown has its sections in order, and says pictures by their files."""

from pathlib import Path

from bk_gis.reports.layout import Picture, Report, Section, Table, to_markdown

REPORT = Report(
    "Báo cáo",
    "đến năm 2020",
    [
        Section("Độ phủ", ["8/8 huyện", Table(["Huyện", "ha"], [["Ba Bể", "9,5"]], right=(1,))]),
        Section("Bản đồ", [Picture(Path("a b.png"))]),
    ],
)


def test_headings_paragraphs_tables_and_pictures_follow_one_another():
    assert to_markdown(REPORT).split("\n\n") == [
        "# Báo cáo",
        "đến năm 2020",
        "## Độ phủ",
        "8/8 huyện",
        "| Huyện | ha |\n| --- | ---: |\n| Ba Bể | 9,5 |",
        "## Bản đồ",
        "![Bản đồ](<a b.png>)",
    ]


def test_tables_are_drawn_as_asked():
    text = to_markdown(REPORT, draw=lambda head, rows, right: f"{head} {rows} {right}")
    assert "['Huyện', 'ha'] [['Ba Bể', '9,5']] (1,)" in text
