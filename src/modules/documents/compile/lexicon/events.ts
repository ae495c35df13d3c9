/**
 * Occasions and issuing acts. `find` runs on lower-case text of a clause; `when` says what else must hold:
 * `schedule`: the clause stands under a dated heading; `recurring`: it has a rhythm; `opens`: it begins the clause.
 * Events of one `family` named in one breath ("gặp mặt, đối thoại") are one event; the first of the table wins.
 */
export type EventPattern = {
  kind: string;
  find: RegExp;
  when?: "schedule" | "recurring";
  family?: string;
  /** Printed without a capital: "giao ban", not "Giao Ban Tuyên giáo". */ lower?: boolean;
};

const HELD =
  "(?:tổ chức|mở|chuẩn bị|triệu tập|chủ trì|duy trì|định kỳ)(?: (?!việc|công tác|nội dung|biên bản|tài liệu|theo|để)[\\p{L},0-9-]+){0,4}? ";

export const eventPatterns: EventPattern[] = [
  {
    kind: "sơ kết, tổng kết",
    find: /(?:(?:định kỳ |tổ chức |hội nghị |các )*)(?:sơ kết,? (?:và )?tổng kết|sơ,? tổng kết)(?! \d| các chủ trương| chủ trương| việc thực hiện các chủ)/gu,
    family: "review",
  },
  { kind: "sơ kết", find: /(?:(?:định kỳ |tổ chức |hội nghị )*)sơ kết(?!,? (?:và )?tổng kết(?! \d))(?=[\s,.;]|$)/gu, family: "review-one" },
  {
    kind: "tổng kết",
    find: /(?<!sơ kết,? (?:và )?|sơ,? )(?:(?:định kỳ |tổ chức |hội nghị )*)tổng kết(?! và nhân| thực tiễn)(?=[\s,.;]|$)/gu,
    family: "review-one",
  },
  { kind: "tọa đàm", find: new RegExp(`(?:^|${HELD}|hội nghị )(?:hội nghị )?t[ọo][ạa] đàm`, "gu"), family: "meeting" },
  {
    kind: "tập huấn",
    find: new RegExp(`(?:^|${HELD})(?:hội nghị |các lớp |lớp )?(?:tập huấn|bồi dưỡng (?:nghiệp vụ|kiến thức|kỹ năng))`, "gu"),
    family: "meeting",
  },
  {
    kind: "tiếp xúc cử tri",
    find: new RegExp(`${HELD}(?:các |hội nghị |cuộc )*tiếp xúc (?:giữa )?(?:với )?cử tri`, "gu"),
    family: "meeting",
  },
  {
    kind: "đối thoại",
    find: new RegExp(`${HELD}(?:hội nghị |các cuộc )?đối thoại|đối thoại(?:,? trực tiếp)? định kỳ`, "gu"),
    family: "meeting",
  },
  { kind: "thăm hỏi", find: /(?:tổ chức|hoạt động)(?: (?:các|hoạt động))* (?:thăm hỏi|thăm,? (?:và )?tặng)/gu, family: "meeting" },
  { kind: "gặp mặt", find: new RegExp(`${HELD}(?:gặp mặt|gặp gỡ)`, "gu"), family: "meeting" },
  { kind: "hội thi", find: new RegExp(`(?:^|${HELD})(?:các )?(?:hội thi|cuộc thi|hội diễn)`, "gu"), family: "meeting" },
  {
    kind: "hội thao",
    find: new RegExp(`(?:^|${HELD})(?:các )?(?:hội thao|hội trại|liên hoan|giải (?:chạy|bóng|thể thao|thi đấu))`, "gu"),
    family: "meeting",
  },
  {
    kind: "lễ",
    find: new RegExp(
      `(?:^|${HELD})(?:lễ|mít tinh,?)(?= (?:kỷ niệm|ra quân|công bố|trao|khai|bế mạc|đón|ký|tuyên dương|tôn vinh|dâng|viếng|ra mắt|tưởng niệm|giao nhận|hưởng ứng|phát động|mít tinh))`,
      "gu",
    ),
    family: "meeting",
  },
  { kind: "đại hội", find: new RegExp(`${HELD}(?:thành công )?đại hội(?! đồng)(?! \\p{Ll}+ (?:họp|khóa trước))`, "gu"), family: "meeting" },
  { kind: "hội thảo", find: new RegExp(`(?:^|${HELD})hội thảo`, "gu"), family: "meeting" },
  {
    kind: "hội nghị",
    find: new RegExp(`${HELD}(?:các |\\d+ )*hội nghị(?! (?:sơ kết|tổng kết|t[oọ]|trực tiếp|hiệu quả|đảm bảo|bảo đảm))(?= \\p{L})`, "gu"),
    family: "meeting",
  },
  { kind: "hội nghị", find: /^hội nghị/gu, when: "schedule", family: "meeting" },
  { kind: "thẩm định", find: /tổ chức thẩm định/gu },
  {
    kind: "kiểm tra",
    find: /(?:định kỳ )?tổ chức(?: các)?(?: đoàn| cuộc| đợt)?(?: đi)? kiểm tra|thành lập (?:các )?đoàn kiểm tra/gu,
    family: "check",
  },
  { kind: "kiểm tra", find: /^kiểm tra/gu, when: "schedule", family: "check" },
  {
    kind: "tham quan học tập",
    find: /(?:tổ chức [^.;]{0,40})?(?:tham quan|thăm quan)(?:,? học tập|,? trao đổi)|đi học tập kinh nghiệm|tổ chức nghiên cứu, học tập kinh nghiệm/gu,
  },
  { kind: "ban hành", find: /^(?:xây dựng(?:,| và) )?ban hành/gu, when: "schedule", family: "issue" },
  {
    kind: "ban hành",
    find: /(?:ký kết ban hành|ban hành mới|ký kết|ban hành|ký) (?:các )?(?:quy chế|chương trình)(?: hoặc chương trình| và chương trình)? phối hợp/gu,
    family: "issue",
  },
  { kind: "phát động", find: /(?:tổ chức (?:lễ )?|lễ )phát động/gu },
  { kind: "ngày hội", find: /["“]?ngày hội/gu },
  { kind: "giao ban", find: /(?:chế độ |tổ chức |hội nghị |định kỳ )?giao ban/gu, lower: true },
  { kind: "làm việc", find: /(?:định kỳ|hằng|hàng|tổ chức)[^.;]{0,140}?làm việc với|làm việc với/gu, when: "recurring" },
  { kind: "dự họp", find: /(?:tham )?dự (?:họp|sinh hoạt)(?= (?:với|cùng|chi))/gu, when: "recurring" },
  {
    kind: "tiếp công dân",
    find: /(?:chế độ |lịch )?tiếp (?:công )?dân (?:thường xuyên,? )?định kỳ|(?:tham dự )?các buổi tiếp (?:công )?dân|tổ chức tiếp công dân/gu,
  },
  { kind: "tháng cao điểm", find: /(?:trọng tâm vào tháng \d+ [^.;]{0,20})?tháng cao điểm|đợt cao điểm/gu },
  { kind: "biểu dương, khen thưởng", find: /(?:định kỳ |tổ chức )+(?:hội nghị |lễ )?biểu dương/gu, family: "praise" },
  { kind: "biểu dương, khen thưởng", find: /(?<=và )(?:biểu dương|khen thưởng)/gu, when: "schedule", family: "praise" },
];
