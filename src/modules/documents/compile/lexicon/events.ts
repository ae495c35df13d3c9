/**
 * Occasions and issuing acts. `find` runs on lower-case text of a clause; `when` says what else must hold:
 * `schedule`: a heading, a label or a table cell dates the clause; `recurring`: it has a rhythm; `timed`: either of
 * them or a date of its own. `opens`: only where the clause, or what its subject does, begins.
 * Of the events of one `family` in one breath ("gặp gỡ, thăm hỏi") only contacts are one event; of two readings of the
 * same words ("hội nghị tọa đàm") the first of the table wins.
 */
export type EventPattern = {
  kind: string;
  find: RegExp;
  when?: "schedule" | "recurring" | "timed";
  opens?: boolean;
  family?: "review" | "review-one" | "occasion" | "contact" | "check" | "issue" | "praise";
  /** Printed without a capital: "giao ban", not "Giao Ban Tuyên giáo". */ lower?: boolean;
};

const HELD =
  "(?:tổ chức|mở|chuẩn bị|triệu tập|chủ trì|duy trì|định kỳ)(?: (?!việc|công tác|nội dung|biên bản|tài liệu|theo|để|hội nghị|hội thảo|hội thi|cuộc thi|tập huấn|tọa đàm)[\\p{L},0-9-]+){0,4}? ";

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
  { kind: "tọa đàm", find: new RegExp(`(?:^|${HELD}|hội nghị )(?:hội nghị )?t[ọo][ạa] đàm`, "gu"), family: "occasion" },
  {
    kind: "tập huấn",
    find: new RegExp(`(?:^|${HELD})(?:hội nghị |các lớp |lớp )?(?:tập huấn|bồi dưỡng (?:nghiệp vụ|kiến thức|kỹ năng))`, "gu"),
    family: "occasion",
  },
  {
    kind: "tiếp xúc cử tri",
    find: new RegExp(`${HELD}(?:các |hội nghị |cuộc )*tiếp xúc (?:giữa )?(?:với )?cử tri`, "gu"),
    family: "contact",
  },
  {
    kind: "đối thoại",
    find: new RegExp(`${HELD}(?:hội nghị |các cuộc )?đối thoại|đối thoại(?:,? trực tiếp)? định kỳ`, "gu"),
    family: "contact",
  },
  {
    kind: "tiếp xúc cử tri",
    find: /(?:phối hợp )?(?:tổ chức )?(?:các )?(?:hội nghị |cuộc |đợt )?(?:tiếp xúc (?:với )?cử tri|txct)/uy,
    opens: true,
    when: "timed",
    family: "contact",
  },
  { kind: "thăm hỏi", find: /(?:tổ chức|hoạt động)(?: (?:các|hoạt động))* (?:thăm hỏi|thăm,? (?:và )?tặng)/gu, family: "contact" },
  { kind: "gặp mặt", find: new RegExp(`${HELD}(?:gặp mặt|gặp gỡ)`, "gu"), family: "contact" },
  {
    kind: "gặp mặt",
    find: /(?<=, |^)gặp (?:mặt|gỡ) (?=các|những|cán bộ|người|đại biểu|nguyên|thân|gia đình|hội viên|đoàn viên|chức sắc|già làng|doanh nghiệp|lão thành|tân binh|\d)/gu,
    family: "contact",
  },
  {
    kind: "thăm hỏi",
    find: /(?:(?<=, |^)|(?<= (?:đến|đi) ))(?:thăm hỏi|thăm,? (?:và )?tặng quà|thăm,? chúc)(?=,? (?:và |tặng |động |chúc |các |gia |người |đối |thương |bệnh |mẹ |cán |hộ |hội |\d|thân |chức |tân |đồng |những |nguyên |quà))/gu,
    when: "timed",
    family: "contact",
  },
  { kind: "hội thi", find: new RegExp(`(?:^|${HELD})(?:các )?(?:hội thi|cuộc thi|hội diễn)`, "gu"), family: "occasion" },
  {
    kind: "hội thao",
    find: new RegExp(`(?:^|${HELD})(?:các )?(?:hội thao|hội trại|liên hoan|giải (?:chạy|bóng|thể thao|thi đấu))`, "gu"),
    family: "occasion",
  },
  {
    kind: "lễ",
    find: new RegExp(
      `(?:^|${HELD})(?:lễ|mít tinh,?)(?= (?:kỷ niệm|ra quân|công bố|trao|khai|bế mạc|đón|ký|tuyên dương|tôn vinh|dâng|viếng|ra mắt|tưởng niệm|giao nhận|hưởng ứng|mít tinh))`,
      "gu",
    ),
    family: "occasion",
  },
  {
    kind: "đại hội",
    find: new RegExp(`${HELD}(?:thành công )?đại hội(?! đồng)(?! \\p{Ll}+ (?:họp|khóa trước))`, "gu"),
    family: "occasion",
  },
  { kind: "hội nghị hiệp thương", find: /tổ chức (?:các |thành công )*(?:hội nghị )?hiệp thương/gu, family: "occasion" },
  { kind: "hội thảo", find: new RegExp(`(?:^|${HELD})hội thảo`, "gu"), family: "occasion" },
  {
    kind: "hội nghị",
    find: new RegExp(`${HELD}(?:các |\\d+ )*hội nghị(?! (?:sơ kết|tổng kết|t[oọ]|trực tiếp|hiệu quả|đảm bảo|bảo đảm))(?=,? \\p{L})`, "gu"),
    family: "occasion",
  },
  { kind: "hội nghị", find: /hội nghị/uy, opens: true, when: "schedule", family: "occasion" },
  { kind: "thẩm định", find: /tổ chức thẩm định/gu },
  { kind: "thẩm định", find: /(?:khảo sát, |rà soát, |đánh giá, )?thẩm định/uy, opens: true, when: "timed" },
  {
    kind: "kiểm tra",
    find: /(?:định kỳ )?tổ chức(?: các)?(?: cuộc| đợt)?(?: đi)? kiểm tra|(?:tổ chức|thành lập)(?: các)? đoàn (?:đi )?kiểm tra(?!, giám sát)/gu,
    family: "check",
  },
  {
    kind: "kiểm tra",
    find: /(?:phối hợp |định kỳ |đi )?kiểm tra(?!,? (?:và )?(?:đôn đốc|giám sát|hướng dẫn|theo dõi))/uy,
    opens: true,
    when: "timed",
    family: "check",
  },
  {
    kind: "kiểm tra",
    find: /(?:đoàn|đợt|cuộc) kiểm tra(?= (?:liên ngành|về|công tác|việc|tình hình|chuyên đề|đột xuất|định kỳ))/uy,
    opens: true,
    when: "schedule",
    family: "check",
  },
  {
    kind: "tham quan học tập",
    find: /(?:tổ chức [^.;]{0,40})?(?:tham quan|thăm quan)(?:,? học tập|,? trao đổi)|đi học tập kinh nghiệm|tổ chức nghiên cứu, học tập kinh nghiệm/gu,
  },
  { kind: "tham quan học tập", find: /(?:nghiên cứu, |trao đổi, |giao lưu, )?học tập kinh nghiệm/uy, opens: true },
  { kind: "ban hành", find: /(?:(?:xây dựng|tham mưu)(?:,| và) )?ban hành/uy, opens: true, when: "schedule", family: "issue" },
  {
    kind: "ban hành",
    find: /(?:ký kết ban hành|ban hành mới|ký kết|ban hành|ký) (?:các )?(?:quy chế|chương trình)(?: hoặc chương trình| và chương trình)? phối hợp/gu,
    family: "issue",
  },
  { kind: "phát động", find: /(?:tổ chức (?:lễ )?|lễ )phát động/gu },
  {
    kind: "phát động",
    find: /phát động(?= (?:tuần|tháng|đợt|phong trào|cuộc thi|cuộc vận động|chiến dịch|hưởng ứng|thi đua|ngày|và))/uy,
    opens: true,
  },
  { kind: "đối thoại", find: /(?:tổ chức )?đối thoại/uy, opens: true, when: "timed", family: "contact" },
  { kind: "ngày hội", find: /["“]?ngày hội/gu },
  { kind: "giao ban", find: /(?:chế độ |tổ chức |hội nghị |định kỳ )?giao ban/gu, lower: true },
  {
    // "…, thẩm định trong tháng 3, công nhận vào tháng 11": what a list dates one by one.
    kind: "thẩm định",
    find: /(?<=[,;] )thẩm định(?= (?:trong|vào|trước|xong|từ) (?:ngày|tháng|quý|năm|tuần|\d))/gu,
  },
  { kind: "làm việc", find: /(?:tổ chức |trực tiếp |đi )?làm việc với/uy, opens: true, when: "schedule" },
  { kind: "làm việc", find: /(?:định kỳ|hằng|hàng|tổ chức)[^.;]{0,140}?làm việc với|làm việc với/gu, when: "recurring" },
  { kind: "dự họp", find: /(?:tham )?dự (?:họp|hội nghị|sinh hoạt|giao ban)(?= \p{L})/uy, opens: true, when: "schedule" },
  { kind: "dự họp", find: /(?:tham )?dự (?:họp|sinh hoạt)(?= (?:với|cùng|chi))/gu, when: "recurring" },
  {
    kind: "tiếp công dân",
    find: /(?:chế độ |lịch )?tiếp (?:công )?dân (?:thường xuyên,? )?định kỳ|(?:(?:tham )?dự )?(?:các )?(?:buổi|phiên) tiếp (?:công )?dân|tổ chức tiếp công dân/gu,
  },
  { kind: "tiếp công dân", find: /(?:trực tiếp )?tiếp (?:công )?dân/uy, opens: true, when: "recurring" },
  { kind: "tháng cao điểm", find: /(?:trọng tâm vào tháng \d+ [^.;]{0,20})?tháng cao điểm|đợt cao điểm/gu },
  { kind: "biểu dương, khen thưởng", find: /(?:định kỳ |tổ chức )+(?:hội nghị |lễ )?biểu dương/gu, family: "praise" },
  {
    kind: "biểu dương, khen thưởng",
    find: /(?:biểu dương|khen thưởng)(?:,| và| \p{L})/uy,
    opens: true,
    when: "schedule",
    family: "praise",
  },
  { kind: "biểu dương, khen thưởng", find: /(?<=và )(?:biểu dương|khen thưởng)/gu, when: "schedule", family: "praise" },
];

/** What a list of occasions goes on with ("tổ chức hội nghị, hội thảo, các lớp tập huấn"): each is an event of its own. */
export const listedOccasion =
  /(?:,|;| và| hoặc) (?:các |những |cuộc |lớp |buổi )*(?<kind>hội nghị|hội thảo|t[ọo][ạa] đàm|tập huấn|hội thi|cuộc thi|hội diễn|hội thao|ngày hội)(?!\p{L}|(?: sơ kết| tổng kết))/uy;

/** The kind that a listed noun names, when it is not its own name. */
export const kindOfNoun: Record<string, string> = { "cuộc thi": "hội thi", "hội diễn": "hội thi" };

/** "Thời gian kiểm tra …", "Thời điểm tổng kết …": a caption that dates an occasion. */
export const datedCaption =
  /^(?:thời gian|thời điểm|ngày) (?:tổ chức )?(?:hội nghị |lễ )?(?<kind>kiểm tra|sơ kết|tổng kết|hội nghị|tập huấn|hội thi|phát động|tọa đàm|đối thoại|thẩm định|hội thao)(?!\p{L})/u;
