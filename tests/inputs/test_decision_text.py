"""The bundled plan is what the text of the decision says."""

import re

import pytest

from bk_gis.plan.annex.reading import read_annex

DECISION = "decree/quyet-dinh-320-qd-ubnd-2014.txt"


@pytest.fixture(scope="module")
def text(inputs):
    return (inputs / DECISION).read_text(encoding="utf-8")


def test_the_rows_are_those_of_the_text_of_the_decision(plan, text):
    """Number, name, place, hectares of three phases and their sum; "-" is none."""
    annex = re.findall(r"^(\d+)\t(CCN .*)$", text, re.MULTILINE)
    stated = [(number, *row.split("\t")) for number, row in annex]
    columns = ["id", "printed_name", "location", *(phase.column for phase in plan.phases), "ha"]
    assert [row[:3] for row in stated] == list(plan.clusters[columns[:3]].itertuples(index=False, name=None))
    figures = [[float(cell.replace("-", "0").replace(",", ".")) for cell in row[3:]] for row in stated]
    assert figures == plan.clusters[columns[3:]].to_numpy().tolist()


def test_the_names_of_a_clause_are_as_printed_there(plan, text):
    clause_6 = text.partition("\n6. ")[2].partition("\n7. ")[0]
    lists = re.findall(r"cụm công nghiệp[^().]*\((.+?)\)", clause_6)
    printed = [name for names in lists for name in names.split(", ")]
    assert sorted(name for target in plan.targets for name in target.names) == sorted(printed)


def test_the_decisions_own_annex_is_clusters_csv_as_printed(plan, inputs):
    annex = read_annex(inputs / DECISION)
    assert annex.mismatches == ()
    printed = annex.clusters
    for column in ("id", "printed_name", "location", "district"):
        assert printed[column].tolist() == plan.clusters[column].tolist()
    for phase in plan.phases:
        read = printed[phase.column].replace("", "0").astype(float)
        assert read.tolist() == plan.clusters[phase.column].tolist()
