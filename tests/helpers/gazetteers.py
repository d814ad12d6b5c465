"""A few places that were never decided, of two districts of one name and of a third."""

from bk_gis.places.values import Alias, Place

CAY = Place("1", "Cây Đa", "Huyện Cai Lậy", "xã", "01")
TOWN = Place("2", "Cây Đa", "Thị xã Cai Lậy", "phường", "02")
SPRING = Place("3", "Suối Trong", "Huyện Đồi Thông", "xã", "03")
SPRINGS = Place("4", "Suối Trung", "Huyện Đồi Thông", "xã", "03")
STONE = Place("5", "Đá Mài", "Huyện Đồi Thông", "thị trấn", "03")
PLACES = (CAY, TOWN, SPRING, SPRINGS, STONE)
LATER = Alias("Tân Suối", ("3", "4"), "Xã", "2025", province="Tỉnh Mới")
# Names that are alike, and two districts that share one.
ALIKE = (
    Place("1", "Bằng Lũng", "Huyện Chợ Đồn", "Thị trấn", "060"),
    Place("2", "Bằng Lãng", "Huyện Chợ Đồn", "Xã", "060"),
    Place("3", "Tân Bình", "Huyện Cai Lậy", "Xã", "820"),
    Place("4", "Tân Bình", "Thị xã Cai Lậy", "Xã", "817"),
)
