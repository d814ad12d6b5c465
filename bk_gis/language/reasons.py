"""Every sentence of the ledger columns, in both languages; names of places stay Vietnamese. No pandas."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bk_gis.plan.model import Lang

REASONS: "dict[str, dict[Lang, str]]" = {
    # match_reason: what was found
    "correction": {
        "vi": "place_names đính chính {printed} thành {corrected}",
        "en": "place_names corrects {printed} to {corrected}",
    },
    "later name": {"vi": "{name} là {meaning}", "en": "{name} is {meaning}"},
    "later unit": {
        "vi": "{unit} năm {year}, gồm {members}",
        "en": "the {unit} of {year} made of {members}",
    },
    "later unit with parts": {
        "vi": "{unit} năm {year}, gồm {members} và một phần của {others}",
        "en": "the {unit} of {year} made of {members} and a part of {others}",
    },
    "taken for": {"vi": "{name} được hiểu là {place}", "en": "{name} is taken for {place}"},
    "detail": {
        "vi": "{text} được hiểu là một nơi thuộc xã",
        "en": "{text} is taken for a place in it",
    },
    "read as": {"vi": "đọc theo bảng mã {encoding}: {text}", "en": "read as {encoding}, {text}"},
    # match_reason: where the point lies
    "centroid": {"vi": "tâm {names}", "en": "centroid of {names}"},
    "midway": {"vi": "điểm nằm giữa tâm của {names}", "en": "point midway between the centroids of {names}"},
    "surface": {
        "vi": "một điểm trong địa giới {names}; {centre} nằm ngoài",
        "en": "point on the surface of {names}; the {centre} falls outside",
    },
    # match_reason: why there is no match, and what to do
    "no place": {"vi": "không ghi địa điểm", "en": "no place is stated"},
    "error value": {
        "vi": "{text} là giá trị lỗi của Excel; sửa công thức hoặc gõ lại tên",
        "en": "{text} is an error value of Excel; mend the formula or type the name",
    },
    "number": {
        "vi": "{text} là số, không phải tên; có chọn đúng cột không?",
        "en": "{text} is a number, not a name; is it the right column?",
    },
    "no such district": {
        "vi": "không có huyện, thị xã nào tên {name}; chỉ có {districts}",
        "en": "no district is called {name}; there are {districts}",
    },
    "districts differ": {
        "vi": "địa chỉ ghi {district}, cột huyện ghi huyện khác; sửa một trong hai",
        "en": "the text says {district}, the record another district; correct one",
    },
    "other province": {
        "vi": "địa chỉ thuộc tỉnh khác, {province}; chỉ tra được các xã của {own}",
        "en": "it lies in another province, {province}; only communes of {own} are known",
    },
    "no such later commune": {
        "vi": "sau sắp xếp, {province} không có xã nào tên {name}; kiểm tra lại chính tả",
        "en": "no later commune of {province} is called {name}; check its spelling",
    },
    "no commune": {
        "vi": "không ghi xã, chỉ ghi {text}; ghi thêm tên xã",
        "en": "it names no commune, only {text}; add the commune",
    },
    "none": {"vi": "không có xã nào tên {name}", "en": "no commune is called {name}"},
    "none in district": {
        "vi": "{district} không có xã nào tên {name}",
        "en": "no commune in {district} is called {name}",
    },
    "elsewhere": {
        "vi": "{none}, nhưng có {places}; sửa tên xã hoặc tên huyện",
        "en": "{none}, but {places}; correct one of the two",
    },
    "near": {"vi": "{none}; có phải là {places}?", "en": "{none}; did you mean {places}?"},
    "unknown commune": {
        "vi": "{none}; kiểm tra lại chính tả, và xem xã có thuộc tỉnh không",
        "en": "{none}; check its spelling, and that it lies in the province",
    },
    "unknown place": {
        "vi": "{none}; ghi rõ nơi này thuộc xã nào",
        "en": "{none}; write the commune that it lies in",
    },
    "same name": {
        "vi": "có {count} xã cùng tên {name}: {places}; ghi rõ là xã nào",
        "en": "{count} communes are called {name}: {places}; state which",
    },
    "several meanings": {
        "vi": "{name} có thể là một trong các đơn vị: {meanings}; ghi thêm huyện",
        "en": "{name} may be one of several: {meanings}; state the district",
    },
    "alike": {
        "vi": "{name} gần giống {places}; sửa thành một trong các tên đó",
        "en": "{name} is like {places}; correct it to one of them",
    },
    "one or all": {
        "vi": "có thể là một hoặc tất cả các xã {places}; nếu là tất cả, ghi 'và' giữa các tên",
        "en": "it may be one or all of {places}; part them by 'và' if all are meant",
    },
    # join_reason
    "outside": {"vi": "điểm không nằm trong xã nào", "en": "the point lies in no commune"},
    "nearest": {
        "vi": "điểm không nằm trong xã nào, cách {commune} {metres} m",
        "en": "the point lies in no commune, {metres} m from {commune}",
    },
    "no degrees": {
        "vi": "tọa độ không phải là độ: ghi kinh độ trước (đến 180), vĩ độ sau (đến 90)",
        "en": "its coordinates are no degrees: longitude first, up to 180 and 90",
    },
    "no point": {"vi": "dòng này không có tọa độ", "en": "the record has no point"},
    "other district": {
        "vi": "dòng này ghi {stated}, điểm nằm trong {district}",
        "en": "the record states {stated}, the point lies in {district}",
    },
}


def reason(key: str, lang: "Lang", **values: object) -> str:
    """Say one sentence of the ledger; `values` fill its places."""
    return REASONS[key][lang].format(**values)
