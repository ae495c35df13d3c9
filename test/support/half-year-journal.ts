/**
 * What six organisations of a made-up commune wrote down in half a year, as numbers: a test types them in as people do and adds
 * them up by itself. Nothing of it is in any real report.
 */
export type Body = "front" | "village" | "youth" | "women" | "veterans" | "union";

export type Entry = {
  by: Body;
  on: string;
  kind: string;
  name: string;
  turns?: number;
  gifts?: number;
  /** Đồng. */
  money?: number;
  labour?: number;
  /** The kind's own fields: numbers and options. */
  more?: Record<string, number | string>;
  /** Figures that were said with "hơn" or "khoảng". */
  said?: Record<string, string>;
  /** Why it is not counted. */
  out?: "planned" | "cancelled" | "outside" | "elsewhere";
};

type Row = [on: string, kind: string, name: string, figures?: Omit<Entry, "by" | "on" | "kind" | "name">];
const of = (by: Body, rows: Row[]): Entry[] =>
  rows.map(([on, kind, name, figures = {}]) => ({ by, on: `2026-${on}`, kind, name, ...figures }));

const million = 1_000_000;
const hơn = "hơn";

export const journal: Entry[] = [
  ...of("front", [
    [
      "01-01",
      "propaganda",
      "Tuyên truyền đầu năm qua loa của thôn",
      { turns: 1240, more: { sessions: 31, articles: 12 }, said: { turns: hơn } },
    ],
    ["01-06", "document-study", "Quán triệt chương trình phối hợp năm", { turns: 88, more: { "party-members": 27 } }],
    ["01-09", "document-study", "Học tập điều lệ sửa đổi", { turns: 61 }],
    ["01-13", "training", "Tập huấn ghi sổ công tác cho trưởng ban", { turns: 96, more: { classes: 3 } }],
    ["01-16", "inspection", "Kiểm tra nền nếp sinh hoạt ở các thôn", { turns: 7 }],
    ["01-20", "party-front-session", "Cấp ủy làm việc với Mặt trận", { turns: 24, more: { conclusions: 4 } }],
    ["01-22", "gift-giving", "Chợ Tết không đồng", { gifts: 415, money: 187.5 * million, more: { cases: 402 }, said: { money: hơn } }],
    ["01-27", "gift-giving", "Tặng quà học trò xa nhà", { gifts: 36, money: 10.8 * million, more: { cases: 36, scholarships: 6 } }],
    ["02-03", "visit", "Thăm các cơ sở thờ tự nhân năm mới", { gifts: 9, money: 4.5 * million, more: { whom: "religious" } }],
    ["02-04", "visit", "Thăm chức việc họ đạo", { gifts: 3, money: 1.5 * million, more: { whom: "religious" } }],
    ["02-10", "dialogue", "Đối thoại về chợ tạm", { turns: 74, gifts: 12, more: { level: "party-secretary", opinions: 23, answered: 20 } }],
    [
      "03-12",
      "dialogue",
      "Đối thoại về nước tưới",
      { turns: 67, more: { level: "chairman", opinions: 18, answered: 11 }, said: { turns: "khoảng" } },
    ],
    ["03-16", "reception-day", "Tiếp công dân tháng ba", { more: { visits: 8, groups: 1, letters: 5, qualified: 4, transferred: 3 } }],
    ["04-15", "reception-day", "Tiếp công dân tháng tư", { more: { visits: 5, letters: 2, qualified: 2, transferred: 1 } }],
    ["03-19", "voter-meeting", "Tiếp xúc cử tri trước kỳ họp giữa năm", { turns: 143, more: { opinions: 29, answered: 24 } }],
    [
      "03-24",
      "supervision",
      "Giám sát việc thu gom rác",
      { more: { form: "team", by: "front", recommendations: 6, accepted: 4, cases: 1 } },
    ],
    ["04-02", "supervision", "Xem xét hồ sơ bình xét hộ nghèo", { more: { form: "documents", recommendations: 3, accepted: 3 } }],
    ["04-07", "supervision", "Ban Thanh tra nhân dân xem các khoản thu", { more: { form: "inspection-boards", by: "people-inspection", recommendations: 2, cases: 2, recovered: 8_400_000 } }], // prettier-ignore
    ["04-21", "supervision", "Ban Giám sát đầu tư xem cống hộp", { more: { form: "inspection-boards", by: "community-investment", accepted: 1, recommendations: 1 } }], // prettier-ignore
    [
      "04-24",
      "social-criticism",
      "Phản biện dự thảo quy chế nghĩa trang",
      { turns: 39, more: { form: "conference", opinions: 15, accepted: 9 } },
    ],
    ["05-05", "social-criticism", "Góp ý bằng văn bản cho đề án bến bãi", { more: { form: "written", opinions: 4 } }],
    ["05-08", "party-government-opinion", "Góp ý cho cán bộ đứng đầu", { turns: 52, more: { opinions: 17 } }],
    ["05-12", "meeting-people", "Dân bàn việc mở rộng sân bóng", { turns: 92, more: { households: 81, agreeing: 78 } }],
    ["05-14", "mediation", "Hòa giải ranh vườn", { more: { cases: 2, settled: 1 } }],
    [
      "05-18",
      "fund-raising",
      "Vận động quỹ Vì người nghèo đợt một",
      { money: 64.25 * million, more: { fund: "poor", "in-kind": 9_700_000 } },
    ],
    ["05-25", "fund-raising", "Vận động quỹ Vì người nghèo ở chợ", { money: 5.5 * million, more: { fund: "poor" } }],
    ["05-27", "fund-raising", "Vận động quỹ Đền ơn đáp nghĩa", { money: 21 * million, more: { fund: "gratitude" } }],
    ["06-02", "charity-house", "Trao nhà cho ba hộ", { money: 195 * million, labour: 84, more: { built: 2, repaired: 1 } }],
    ["06-04", "relief", "Giúp hộ bị lốc", { gifts: 17, money: 25.5 * million, more: { households: 17, "in-kind": 3_300_000 } }],
    ["06-09", "model-launch", "Ra mắt tổ liên gia giữ đường", { turns: 58, money: 6 * million, more: { models: 2, households: 73 } }],
    ["06-11", "review", "Sơ kết nửa năm", { turns: 66, more: { collectives: 5, individuals: 14 } }],
    // The same evening as the trade union's: written down by both.
    ["04-28", "propaganda", "Nói chuyện về cháy nổ ở dãy trọ", { turns: 83, gifts: 45, money: 4.5 * million, more: { topic: "security" } }],
    ["06-30", "propaganda", "Tuyên truyền bầu cử ở các xóm", { turns: 205, more: { sessions: 5, topic: "election" } }],
    ["06-26", "conference", "Hội nghị dự kiến dời sang quý sau", { turns: 70, out: "planned" }],
    ["06-18", "training", "Lớp học bị hoãn vì mưa", { turns: 48, more: { classes: 2 }, out: "cancelled" }],
    ["07-01", "propaganda", "Tuyên truyền sang kỳ sau", { turns: 999, out: "outside" }],
  ]),
  ...of("village", [
    ["02-12", "meeting-people", "Họp xóm bàn đèn đường", { turns: 44, more: { households: 40, agreeing: 40 } }],
    ["03-03", "campaign-work", "Đắp lại bờ mương", { turns: 63, labour: 41.5, more: { land: 312.5, roads: 0.75, contributed: 7_200_000 } }],
    ["05-29", "visit", "Thăm người cao tuổi trong xóm", { gifts: 11, money: 2.2 * million }],
  ]),
  ...of("youth", [
    [
      "01-15",
      "campaign-work",
      "Thứ bảy dọn bến sông",
      { turns: 172, labour: 90, more: { sessions: 4, trees: 60 }, said: { turns: hơn, trees: hơn } },
    ],
    ["03-26", "campaign-work", "Sơn lại tường trường", { turns: 37, labour: 18.5, more: { works: 1 } }],
    ["02-26", "member-admission", "Lễ kết nạp đoàn viên", { more: { members: 57, outstanding: 8, party: 3 } }],
    ["03-05", "training", "Lớp kỹ năng số buổi tối", { turns: 46, more: { classes: 2 } }],
    ["04-10", "gift-giving", "Tặng xe đạp cũ sửa lại", { gifts: 14, money: 11.9 * million, more: { cases: 14 } }],
    ["05-20", "propaganda", "Hành trình phòng đuối nước", { turns: 231, more: { sessions: 3, articles: 4 } }],
    ["06-24", "gift-giving", "Quà hè dự định", { gifts: 50, money: 5 * million, out: "planned" }],
  ]),
  ...of("women", [
    ["01-30", "gift-giving", "Gói bánh tặng người neo đơn", { gifts: 120, money: 9.6 * million, more: { cases: 60 } }],
    ["03-07", "training", "Lớp nấu ăn dinh dưỡng", { turns: 53 }],
    ["03-09", "propaganda", "Nói chuyện bình đẳng giới", { turns: 118, more: { sessions: 2 } }],
    ["04-17", "model-launch", "Ra mắt tổ tiết kiệm", { turns: 29, money: 14 * million, more: { households: 29 } }],
    ["05-22", "loan-support", "Ủy thác vay vốn đợt hai", { more: { households: 43, outstanding: 1_290_000_000, insured: 12 } }],
    ["06-16", "campaign-work", "Trồng hoa ven lộ", { turns: 41, labour: 20.5 }],
  ]),
  ...of("veterans", [
    ["02-24", "propaganda", "Kể chuyện truyền thống ở trường", { turns: 264, more: { sessions: 6 }, said: { sessions: "khoảng" } }],
    ["03-30", "visit", "Thăm hội viên ốm", { gifts: 6, money: 1.8 * million, more: { whom: "members" } }],
    ["04-29", "member-admission", "Kết nạp hội viên", { more: { members: 9 } }],
    ["06-05", "mediation", "Hòa giải lối đi chung", { more: { cases: 1, settled: 1 } }],
  ]),
  ...of("union", [
    ["01-25", "gift-giving", "Quà Tết công nhân", { gifts: 210, money: 63 * million, more: { cases: 210 } }],
    ["05-11", "member-admission", "Lập công đoàn cơ sở", { more: { members: 132, branches: 4 } }],
    ["05-16", "propaganda", "Tháng Công nhân", { turns: 340, more: { sessions: 4 } }],
  ]),
];

/** What the trade union wrote of the evening that the Front had written down already. */
export const repeated: Entry = {
  by: "union",
  on: "2026-04-28",
  kind: "gift-giving",
  name: "Quà cho đoàn viên ở dãy trọ",
  gifts: 45,
  money: 2 * million,
  more: { cases: 5 },
};

/** The same organisation of the commune beside. */
export const neighbours: Entry = {
  by: "front",
  on: "2026-03-02",
  kind: "propaganda",
  name: "Tuyên truyền ở xã bên",
  turns: 777,
  out: "elsewhere",
};
