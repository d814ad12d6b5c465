"""The column beside the map: table, verdict, sources."""

import re

from sheets import drawn


def test_the_table_is_in_the_order_of_the_annex(plan, sheet):
    rows = [text.split(". ", 1)[1] for text in sheet.texts if re.match(r"\d+\. \w", text)]
    assert rows == plan.clusters["name"].tolist()


def test_the_sheet_says_what_it_is_and_how_far_to_trust_it(plan, sheet):
    text = " ".join(sheet.texts)
    for part in (plan.title["vi"], plan.decision.number, "25/02/2014", plan.decision.issuer["vi"]):
        assert part in text
    for part in (plan.boundaries.credit, plan.boundaries.note["vi"], "Vị trí tham khảo", "EPSG:9213"):
        assert part in text


def test_a_cluster_without_a_place_is_named(province):
    clusters = province.clusters.copy()
    clusters.loc[0, "location"] = "Nơi Không Có"
    assert "Chưa định vị được: Cửa Sông." in drawn(province.replace(clusters=clusters)).texts
