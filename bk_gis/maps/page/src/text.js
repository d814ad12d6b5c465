// Words in both languages, numbers in each language's form, names for search, CSV.

export const WORDS = {
  vi: {
    annexRow: "Số thứ tự trong phụ lục",
    area: "Diện tích",
    borders: "Ranh giới xã",
    closed: "Đóng",
    cluster: "Cụm công nghiệp",
    clusters: "cụm công nghiệp",
    commune: "xã",
    communes: "Xã, phường, thị trấn",
    copied: "Chọn bảng rồi sao chép sang Excel, hoặc tải tệp CSV.",
    covered: "Có CCN",
    data: "Bảng số liệu",
    decision: "Quyết định {number} ngày {date}",
    dataDate: "Địa giới hành chính tại ngày {date}",
    district: "Huyện, thị xã",
    districtNames: "Tên huyện",
    districts: "huyện, thị xã",
    download: "Tải CSV",
    expansion: "mở rộng",
    coveredBy: "Có CCN đến {by}",
    faded: "Mờ: ngoài {name}.",
    found: "{n} kết quả",
    founding: "thành lập mới",
    graticule: "Lưới kinh vĩ độ",
    ha: "ha",
    hectares: "Hecta",
    indicative: "Vị trí tham khảo: tâm xã, không phải địa điểm xây dựng.",
    labels: "Tên cụm",
    layers: "Lớp bản đồ",
    legend: "Chú giải",
    location: "Địa điểm (như in)",
    map: "Bản đồ các cụm công nghiệp",
    markers: "Cụm công nghiệp",
    more: "… và {n} cụm nữa; chọn một huyện hoặc tìm theo tên.",
    moreRows: "Hiện thêm {n} dòng",
    name: "Tên",
    network: "cần mạng",
    no: "chưa",
    noneFound: "Không tìm thấy",
    notPlaced: "Chưa định vị được",
    north: "Hướng bắc",
    onePhase: "Riêng giai đoạn",
    paper: "Khổ giấy",
    place: "Vị trí trên bản đồ",
    play: "Chạy",
    pause: "Dừng",
    print: "In",
    printed: "Tên như in trong quyết định",
    ring: "Tâm là diện tích thành lập mới, vành ngoài là mở rộng; diện tích hình tỷ lệ với số hecta.",
    ruleYes: "Đạt mục tiêu điểm {clause}: đến năm {by}, cả {of} huyện, thị xã đều có cụm công nghiệp.",
    ruleNo: "Chưa đạt mục tiêu điểm {clause}: đến năm {by}, {n}/{of} huyện, thị xã có cụm công nghiệp; còn thiếu {missing}.",
    scale: "Thước tỷ lệ",
    search: "Tìm cụm, xã, huyện",
    size: "Diện tích (ha)",
    source: "Nguồn",
    stated: "Theo QĐ",
    subregion: "Tiểu vùng",
    subregions: "Tiểu vùng",
    summary: "Tổng hợp",
    timeline: "Mốc thời gian",
    total: "Tổng cộng",
    untilNow: "Tại mốc {by}: {n}/{of} huyện, thị xã có cụm công nghiệp{rest}.",
    missingKey: "✗ Huyện, thị xã chưa có cụm",
    missing: "; còn thiếu {missing}",
    upTo: "Đến năm {by}",
    viewAll: "Xem toàn tỉnh",
    whole: "Toàn tỉnh",
    yes: "có",
    and: " và ",
  },
  en: {
    annexRow: "Row in the annex",
    area: "Area",
    borders: "Commune boundaries",
    closed: "Close",
    cluster: "Industrial cluster",
    clusters: "clusters",
    commune: "commune",
    communes: "Communes",
    copied: "Select the table and copy it to Excel, or download the CSV file.",
    covered: "Covered",
    data: "Data table",
    decision: "Decision {number} of {date}",
    dataDate: "Administrative boundaries as of {date}",
    district: "District",
    districtNames: "District names",
    districts: "districts",
    download: "Download CSV",
    expansion: "expansion",
    coveredBy: "Covered by {by}",
    faded: "Faded: outside of {name}.",
    found: "{n} found",
    founding: "founded",
    graticule: "Graticule",
    ha: "ha",
    hectares: "Hectares",
    indicative: "Indicative location: the commune's centroid, not the site.",
    labels: "Cluster names",
    layers: "Layers",
    legend: "Legend",
    location: "Place (as printed)",
    map: "Map of the industrial clusters",
    markers: "Industrial clusters",
    more: "… and {n} more; choose a district or search by name.",
    moreRows: "Show {n} more rows",
    name: "Name",
    network: "needs a network",
    no: "no",
    noneFound: "Nothing found",
    notPlaced: "Not located",
    north: "North",
    onePhase: "This phase alone",
    paper: "Paper",
    place: "Position on the map",
    play: "Play",
    pause: "Pause",
    print: "Print",
    printed: "Name as printed in the decision",
    ring: "The disc is the founding phase, rings around it are expansions; painted area is proportional to hectares.",
    ruleYes: "Target of clause {clause} met: by {by}, all {of} districts have a cluster.",
    ruleNo: "Target of clause {clause} not met: by {by}, {n} of {of} districts have a cluster; missing: {missing}.",
    scale: "Scale bar",
    search: "Find a cluster, commune, district",
    size: "Area (ha)",
    source: "Source",
    stated: "Stated",
    subregion: "Sub-region",
    subregions: "Sub-regions",
    summary: "Summary",
    timeline: "Timeline",
    total: "Total",
    untilNow: "As of {by}: {n} of {of} districts have a cluster{rest}.",
    missingKey: "✗ District without a cluster",
    missing: "; missing: {missing}",
    upTo: "By {by}",
    viewAll: "Show the whole province",
    whole: "Whole province",
    yes: "yes",
    and: " and ",
  },
};

// How a cluster was placed: the methods of the geocoder's ledger.
const METHODS = {
  vi: {
    exact: "tâm xã, tên khớp đúng",
    folded: "tâm xã, tên khớp (khác cách viết)",
    correction: "tâm xã, tên đã đính chính lỗi in",
    alias: "tâm xã, theo tên sau sáp nhập",
    fuzzy: "tâm xã, tên gần giống",
    between: "giữa tâm các xã",
  },
  en: {
    exact: "centroid of the commune, name matched exactly",
    folded: "centroid of the commune, name spelt differently",
    correction: "centroid of the commune, misprinted name corrected",
    alias: "centroid of the commune, by its name after a merger",
    fuzzy: "centroid of the commune, similar name",
    between: "midway between the communes' centroids",
  },
};

/** Words by key; `{name}` is filled from `values`. Text only: the result is never parsed as markup. */
export function say(lang, key, values = {}) {
  return WORDS[lang][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

export function methodWords(lang, method) {
  return METHODS[lang][method] || say(lang, "notPlaced");
}

const NUMBERS = {
  vi: new Intl.NumberFormat("vi", { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat("en", { maximumFractionDigits: 2 }),
};
// Britain's form serves both: day before month; browsers differ about the Vietnamese one.
const DATES = {
  vi: new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
};

/** 488.9 is "488,9" in Vietnamese and "488.9" in English; at most two decimals, none that are idle. */
export function formatNumber(lang, value) {
  return NUMBERS[lang].format(value.toFixed(2)); // rounded as Python does it
}

/** "2014-02-25" is "25/02/2014" in Vietnamese and "25 February 2014" in English. */
export function formatDate(lang, iso) {
  return DATES[lang].format(new Date(iso));
}

const I_FOR_Y = /(^| )(b|ch|d|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?= |$)/g;

/** What of a name search compares, letters without diacritics: "Cẩm Giàng" is "CAM GIANG" to it, "Mỹ" is "mi". */
export function searchKey(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d")
    .replace(/[\s-]+/g, " ").trim().replace(I_FOR_Y, "$1$2i");
}

/**
 * Rows as a file that Excel opens in its own language: in Vietnamese with semicolons and decimal commas.
 * Text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function toCsv(lang, rows) {
  const separator = lang === "vi" ? ";" : ",";
  const cell = (value) => {
    if (typeof value === "number") return lang === "vi" ? String(value).replace(".", ",") : String(value);
    const inert = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",;\r\n]/.test(inert) ? `"${inert.replace(/"/g, '""')}"` : inert;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(separator)).join("\r\n")}\r\n`;
}
