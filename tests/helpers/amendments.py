"""Changes of the small invented province, as files of changes."""

HEAD = 'title = { vi = "Điều chỉnh", en = "Amended" }\ndecision = "9/QĐ-UBND"\ndate = 2027-03-01\n'


def changes(text):
    return f"{HEAD}{text}"


FORWARD = changes("""
[[changes]]
cluster = "4"
move = { from = "2031-2035", to = "2026-2030" }
reason = "the hills have none by 2030"
""")
ALL_KINDS = (
    FORWARD
    + """
[[changes]]
cluster = "1"
hectares = { "2026-2030" = 45, "2031-2035" = 0 }
location = "Bãi Giữa"
reason = "another site"

[[changes]]
cluster = "2"
drop = true
reason = "no investor"

[[changes]]
cluster = "5"
add = true
name = "Giếng Nước"
location = "Giếng Nước"
district = "Huyện Đồi Thông"
hectares = { "2031-2035" = 12.5 }
reason = "asked for by the district"
"""
)
