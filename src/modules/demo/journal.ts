/**
 * What the units of the demo did, for two periods: the last quarter and the one that runs. Invented, in the shape of what a
 * commune's half-year report consists of. `at` is a share of the period's days; figures are typed as people type them.
 */
export type DemoEntry = {
  by: string;
  period: "last" | "this";
  at: number;
  kind: string;
  name: string;
  place?: string;
  turns?: string;
  gifts?: string;
  money?: string;
  labour?: string;
  summary?: string;
  /** The kind's own fields. */
  details?: Record<string, string>;
  /** Names of units that joined in. */
  partners?: string[];
  planned?: true;
};

type Figures = Pick<DemoEntry, "turns" | "gifts" | "money" | "labour" | "summary" | "details" | "partners" | "planned">;
type Row = [period: "last" | "this", at: number, kind: string, name: string, place: string, figures?: Figures];

const of = (by: string, rows: Row[]): DemoEntry[] =>
  rows.map(([period, at, kind, name, place, figures = {}]) => ({ by, period, at, kind, name, place, ...figures }));

const women = "Hội Liên hiệp Phụ nữ xã Bình Lâm";
const youth = "Đoàn TNCS Hồ Chí Minh xã Bình Lâm";
const veterans = "Hội Cựu chiến binh xã Bình Lâm";
const board = "Ban Công tác Mặt trận thôn Lâm Trung";

const binhLam = of("tong.demo", [
  [
    "last",
    0.02,
    "document-study",
    "Quán triệt kế hoạch “Dân vận khéo” năm nay",
    "Hội trường xã",
    { details: { "party-members": "31" }, turns: "86" },
  ],
  ["last", 0.04, "briefing", "Giao ban công tác Mặt trận với các thôn", "Trụ sở xã", { details: { conclusions: "3" }, turns: "18" }],
  [
    "last",
    0.07,
    "propaganda",
    "Tuyên truyền phòng, chống cháy rừng",
    "Thôn Suối Vàng",
    { details: { sessions: "2", articles: "3" }, turns: "112" },
  ],
  [
    "last",
    0.1,
    "propaganda",
    "Tuyên truyền pháp luật về đất đai",
    "Thôn Đồng Mây",
    { details: { sessions: "1", articles: "1" }, turns: "hơn 90" },
  ],
  [
    "last",
    0.12,
    "gift-giving",
    "Trao quà hộ khó khăn dịp đầu vụ",
    "Bốn thôn",
    { details: { cases: "40" }, gifts: "40", money: "20 triệu", partners: [women] },
  ],
  [
    "last",
    0.16,
    "supervision",
    "Giám sát việc chi trả chế độ chính sách",
    "Ủy ban nhân dân xã",
    { details: { recommendations: "2", accepted: "2" }, turns: "9", summary: "Kiến nghị niêm yết danh sách tại nhà văn hóa thôn." },
  ],
  ["last", 0.2, "training", "Tập huấn kỹ năng hòa giải ở cơ sở", "Hội trường xã", { details: { classes: "1" }, turns: "52" }],
  ["last", 0.24, "mediation", "Hòa giải tranh chấp lối đi", "Thôn Lâm Hạ", { details: { cases: "1", settled: "1" }, turns: "11" }],
  [
    "last",
    0.27,
    "campaign-work",
    "Ngày thứ bảy sạch làng",
    "Thôn Lâm Trung",
    { details: { sessions: "1" }, turns: "64", labour: "64", partners: [youth, board] },
  ],
  [
    "last",
    0.32,
    "dialogue",
    "Đối thoại giữa lãnh đạo xã với Nhân dân về nước sạch",
    "Nhà văn hóa thôn Lâm Trung",
    { details: { opinions: "24", answered: "21" }, turns: "97", summary: "24 ý kiến; 21 ý kiến được trả lời tại chỗ." },
  ],
  [
    "last",
    0.36,
    "reception-day",
    "Tiếp công dân định kỳ",
    "Trụ sở xã",
    { details: { visits: "7", people: "9", letters: "4", qualified: "4", transferred: "3" }, turns: "7" },
  ],
  [
    "last",
    0.4,
    "charity-house",
    "Khởi công nhà Đại đoàn kết tại thôn Suối Vàng",
    "Thôn Suối Vàng",
    { details: { built: "1" }, money: "60 triệu", labour: "35", partners: [veterans] },
  ],
  ["last", 0.44, "visit", "Thăm gia đình chính sách", "Thôn Đồng Mây", { details: { cases: "12" }, gifts: "12", money: "6 triệu" }],
  ["last", 0.5, "branch-meeting", "Dự sinh hoạt chi bộ thôn Lâm Hạ", "Thôn Lâm Hạ", { details: { branches: "1" }, turns: "23" }],
  [
    "last",
    0.55,
    "meeting-people",
    "Họp dân bàn làm đường nội thôn",
    "Thôn Đồng Mây",
    { details: { households: "64", agreeing: "61", opinions: "19" }, turns: "78", summary: "Nhất trí hiến 420 m2 đất." },
  ],
  [
    "last",
    0.6,
    "supervision",
    "Giám sát công trình đường liên thôn",
    "Thôn Lâm Hạ",
    { details: { recommendations: "3", accepted: "1" }, turns: "6" },
  ],
  ["last", 0.64, "conference", "Hội nghị sơ kết quý", "Hội trường xã", { details: { delegates: "61" }, turns: "61" }],
  [
    "last",
    0.7,
    "relief",
    "Hỗ trợ hộ có nhà tốc mái",
    "Thôn Suối Vàng",
    { details: { households: "9" }, gifts: "9", money: "18.500.000", partners: [veterans] },
  ],
  ["last", 0.75, "propaganda", "Vận động tham gia bảo hiểm y tế", "Bốn thôn", { details: { sessions: "4" }, turns: "khoảng 150" }],
  ["last", 0.82, "inspection", "Kiểm tra việc xây dựng mô hình ở các thôn", "Bốn thôn", { turns: "8" }],
  ["this", 0.03, "briefing", "Giao ban công tác Mặt trận với các thôn", "Trụ sở xã", { turns: "17" }],
  [
    "this",
    0.08,
    "social-criticism",
    "Phản biện dự thảo đề án thu gom rác thải",
    "Hội trường xã",
    {
      details: { form: "conference", opinions: "13", accepted: "9" },
      turns: "44",
      summary: "13 ý kiến, 9 ý kiến được tiếp thu vào dự thảo.",
    },
  ],
  [
    "this",
    0.12,
    "campaign-work",
    "Trồng tre giữ bờ suối",
    "Thôn Suối Vàng",
    { details: { trees: "220" }, turns: "58", labour: "58", partners: [youth] },
  ],
  [
    "this",
    0.16,
    "gift-giving",
    "Tặng quà học sinh khó khăn đầu năm học",
    "Trường tiểu học Bình Lâm",
    { details: { cases: "35", scholarships: "5" }, gifts: "35", money: "14 triệu", partners: [women] },
  ],
  [
    "this",
    0.2,
    "reception-day",
    "Tiếp công dân định kỳ",
    "Trụ sở xã",
    { details: { visits: "5", people: "5", letters: "2", qualified: "2", transferred: "2" }, turns: "5" },
  ],
  [
    "this",
    0.24,
    "model-launch",
    "Ra mắt mô hình “Tuyến đường tự quản Lâm Trung”",
    "Thôn Lâm Trung",
    { details: { models: "1", households: "46" }, turns: "83", partners: [board] },
  ],
  [
    "this",
    0.28,
    "dialogue",
    "Đối thoại về đền bù giải phóng mặt bằng",
    "Nhà văn hóa thôn Lâm Hạ",
    { details: { opinions: "31", answered: "26" }, turns: "105" },
  ],
  ["this", 0.33, "charity-house", "Bàn giao nhà Đại đoàn kết tại thôn Suối Vàng", "Thôn Suối Vàng", { money: "60 triệu" }],
  ["this", 0.4, "mediation", "Hòa giải mâu thuẫn gia đình", "Thôn Đồng Mây", { details: { cases: "1", settled: "1" }, turns: "9" }],
  [
    "this",
    0.46,
    "voter-meeting",
    "Tiếp xúc cử tri trước kỳ họp",
    "Hội trường xã",
    { details: { opinions: "17", answered: "12" }, turns: "121" },
  ],
  [
    "this",
    0.52,
    "unity-day",
    "Ngày hội Đại đoàn kết thôn Lâm Trung",
    "Nhà văn hóa thôn Lâm Trung",
    { details: { areas: "1", families: "6" }, turns: "hơn 200", gifts: "15", money: "7,5 triệu", partners: [board] },
  ],
  ["this", 0.95, "conference", "Hội nghị tổng kết năm", "Hội trường xã", { planned: true }],
]);

const binhLamBodies = [
  ...of("luu.demo", [
    // The same giving as the Front's, written down by both: the question that the demo shows.
    [
      "last",
      0.12,
      "gift-giving",
      "Tặng quà hộ khó khăn cùng Mặt trận xã",
      "Bốn thôn",
      { details: { cases: "40" }, gifts: "40", money: "20 triệu" },
    ],
    ["last", 0.3, "training", "Tập huấn chăm sóc sức khỏe phụ nữ", "Hội trường xã", { details: { classes: "1" }, turns: "74" }],
    ["last", 0.66, "contest", "Hội thi gia đình hạnh phúc", "Hội trường xã", { details: { entries: "8", prizes: "5" }, turns: "130" }],
    ["this", 0.22, "propaganda", "Truyền thông phòng, chống bạo lực gia đình", "Thôn Lâm Hạ", { details: { sessions: "1" }, turns: "66" }],
    [
      "this",
      0.41,
      "gift-giving",
      "Trao sinh kế cho phụ nữ khó khăn",
      "Thôn Đồng Mây",
      { details: { livelihoods: "4", cases: "4" }, gifts: "4", money: "32 triệu" },
    ],
  ]),
  ...of("khai.demo", [
    ["last", 0.48, "campaign-work", "Ngày Chủ nhật xanh", "Thôn Lâm Trung", { turns: "45", labour: "45" }],
    ["this", 0.37, "training", "Tập huấn kỹ năng số cho đoàn viên", "Nhà văn hóa xã", { details: { classes: "1" }, turns: "38" }],
  ]),
  ...of("doan.demo", [
    [
      "last",
      0.34,
      "meeting-people",
      "Họp thôn bầu tổ tự quản",
      "Nhà văn hóa thôn Lâm Trung",
      { details: { households: "58", agreeing: "55" }, turns: "71" },
    ],
    [
      "this",
      0.18,
      "campaign-work",
      "Phát quang tuyến đường tự quản",
      "Thôn Lâm Trung",
      { details: { sessions: "1" }, turns: "42", labour: "21" },
    ],
  ]),
];

/** The other communes keep a shorter journal; each differs, so that totals are not multiples of one number. */
const others = (["sen.demo", "mai.demo", "phuoc.demo", "thang.demo", "ngoc.demo"] as const).flatMap((by, place) => {
  const many = (base: number, step: number) => String(base + place * step);
  return of(by, [
    [
      "last",
      0.05,
      "propaganda",
      "Tuyên truyền nghị quyết đại hội Mặt trận",
      "Hội trường",
      { details: { sessions: "3", articles: "2" }, turns: many(120, 17) },
    ],
    [
      "last",
      0.15,
      "supervision",
      "Giám sát thu chi các khoản đóng góp",
      "Các khu dân cư",
      { details: { recommendations: "1", accepted: "1" }, turns: many(6, 1) },
    ],
    [
      "last",
      0.25,
      "dialogue",
      "Đối thoại với Nhân dân",
      "Nhà văn hóa",
      { details: { opinions: many(14, 3), answered: many(11, 2) }, turns: many(70, 9) },
    ],
    ["last", 0.45, "gift-giving", "Trao quà hộ khó khăn", "Các khu dân cư", { gifts: many(20, 5), money: `${10 + place * 2} triệu` }],
    ["last", 0.65, "training", "Tập huấn công tác Mặt trận", "Hội trường", { details: { classes: "1" }, turns: many(35, 4) }],
    ["this", 0.1, "campaign-work", "Ra quân vệ sinh môi trường", "Các khu dân cư", { turns: many(80, 11), labour: many(40, 5) }],
    [
      "this",
      0.3,
      "social-criticism",
      "Hội nghị phản biện dự thảo kế hoạch của xã",
      "Hội trường",
      { details: { form: "conference", opinions: "8", accepted: "5" }, turns: many(30, 3) },
    ],
    ["this", 0.35, "propaganda", "Tuyên truyền ngày pháp luật", "Nhà văn hóa", { turns: many(90, 8) }],
  ]);
});

export const journal: DemoEntry[] = [...binhLam, ...binhLamBodies, ...others];
