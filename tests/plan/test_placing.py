"""Clusters on their communes: what is placed says why, and can be said again in the other language."""

from bk_gis.plan.placing import place, say_ledger


def placed(plan, lang="vi"):
    stated = plan.clusters[["id", "name", "printed_name", "location", "district", "district_code"]]
    return place(stated, plan.communes, plan.place_names, lang)


def test_no_cluster_is_lost_and_each_has_its_reasons(plan):
    clusters, reasons = placed(plan)
    assert clusters["id"].tolist() == plan.clusters["id"].tolist()
    assert list(reasons) == plan.clusters["id"].tolist()
    assert clusters.crs == "EPSG:4326"


def test_the_ledger_in_the_other_language_is_what_placing_in_it_gives(plan):
    clusters, reasons = placed(plan)
    english, _ = placed(plan, "en")
    said = say_ledger(clusters, reasons, "en")
    assert said["match_reason"].equals(english["match_reason"])
    assert said["join_reason"].equals(english["join_reason"])
    assert said.geometry.geom_equals(clusters.geometry).all()
