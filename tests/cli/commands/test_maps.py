"""`bk-gis map`: what is not on the map is said."""

import pytest


@pytest.mark.costly
def test_a_cluster_that_is_not_on_the_map_is_named(folder, bk, tmp_path):
    folder.replace("clusters.csv", "CCN Côn Minh,Côn Minh,", "CCN Côn Minh,Mường Chè,")
    arguments = ("map", "--plan", folder.path, "-o", tmp_path / "map.html")
    done = bk(*arguments, "--lang", "vi")
    assert done.code == 0
    assert "chưa có trên bản đồ: 15 Côn Minh; Huyện Na Rì không có xã nào tên 'Mường Chè'" in done.said
    done = bk(*arguments, "--lang", "en")
    assert "not on the map: 15 Côn Minh; no commune in Huyện Na Rì is called 'Mường Chè'" in done.said
