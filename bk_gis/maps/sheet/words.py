"""What the sheet says, in both languages."""

from bk_gis.language.words import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "vi": {
        "decision": "Quyết định số {number} ngày {date} của {issuer}",
        "legend": "Chú giải",
        "size": "Diện tích (ha)",
        "ring": "Tâm: diện tích thành lập mới; vành ngoài: mở rộng. Diện tích hình tỷ lệ với số hecta.",
        "subregions": "Tiểu vùng",
        "subregion border": "Ranh giới tiểu vùng",
        "district border": "Ranh giới huyện, thị xã",
        "without": "✗ Huyện, thị xã chưa có cụm",
        "indicative": "Vị trí tham khảo: tâm xã, không phải địa điểm xây dựng.",
        "scale": "Tỷ lệ",
        "north": "B",
        "table": "Diện tích (ha), đến năm {by}",
        "district": "Huyện, thị xã; cụm",
        "districts only": "Huyện, thị xã",
        "none": "chưa có",
        "total": "Tổng cộng",
        "leader": "Cụm cùng một xã, hoặc che nhau, đứng cạnh nhau; nét ngắn nối với tâm xã.",
        "some": "Tên không đủ chỗ thì không ghi.",
        "not placed": "Chưa định vị được: {names}.",
        "boundaries": "{note} Địa giới hành chính tại ngày {date}.",
        "source": "Nguồn: {number}; {credit}. Hệ tọa độ {crs}.",
        "numerals": "Số La Mã dưới tên cụm là giai đoạn, số sau đó là hecta.",
    },
    "en": {
        "decision": "Decision {number} of {date}, {issuer}",
        "legend": "Legend",
        "size": "Area (ha)",
        "ring": "Centre: hectares founded; ring: expansion. What is painted is proportional to hectares.",
        "subregions": "Sub-regions",
        "subregion border": "Sub-region border",
        "district border": "District border",
        "without": "✗ District without a cluster",
        "indicative": "Indicative location: the commune's centroid, not the site.",
        "scale": "Scale",
        "north": "N",
        "table": "Area (ha), by {by}",
        "district": "District, cluster",
        "districts only": "District",
        "none": "none yet",
        "total": "Total",
        "leader": "Clusters that would cover each other stand side by side; a line leads to the centroid.",
        "some": "Names for which there is no room are left out.",
        "not placed": "Not placed: {names}.",
        "boundaries": "{note} Administrative boundaries as of {date}.",
        "source": "Source: {number}; {credit}. CRS {crs}.",
        "numerals": "A Roman numeral under a name is the phase, the number after it hectares.",
    },
}


def roman(value: int) -> str:
    """Write 4 as IV."""
    text = ""
    for amount, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        text += sign * (value // amount)
        value %= amount
    return text
