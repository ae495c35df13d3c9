import type { Text } from "../../../../kernel/language.ts";
import { socioPoliticalKinds, type AreaKind, type UnitKind } from "../../contract.ts";

export type Level = AreaKind;

/** What kind of body a phrase means. `bound`: it exists at that level only, so no other level said nearby is its own. */
export type Body = {
  label: Text;
  /** `counterpart`: the body of the issuer's own kind ("mỗi xã" in a plan of the Front is the Front there). */
  kinds: readonly UnitKind[] | "counterpart";
  bound?: Level;
  /** The name must have these words (in the spelling of `wording`). */
  named?: string;
  /** Said without a place, it means all levels ("cấp ủy, chính quyền"), the issuer's own, or the level below. */
  placeless?: "all" | "own" | "below";
  /** Kinds that a reader may also have meant: shown as near misses. */
  near?: { kinds: readonly UnitKind[]; why: Text };
};

const label = (vi: string, en: string): Text => ({ vi, en });

const alsoCouncil = {
  kinds: ["peoples-council"],
  why: label(
    "“Chính quyền” được hiểu là UBND. Nếu văn bản muốn nói cả HĐND thì chọn thêm.",
    "“Chính quyền” was taken for the People's Committee. Add the People's Council if it is meant too.",
  ),
} as const;
const alsoForces = {
  kinds: ["armed-force"],
  why: label(
    "Công an, quân sự thường được tính trong “ban, ngành”. Nếu văn bản muốn nói cả các đơn vị này thì chọn thêm.",
    "Police and military often count among “ban, ngành”. Add them if they are meant too.",
  ),
} as const;

const front: Body = { label: label("Mặt trận Tổ quốc", "the Fatherland Front"), kinds: ["front"] };
const party: Body = { label: label("cấp ủy", "the Party committee"), kinds: ["party-committee"], placeless: "all" };
const partyHere: Body = { ...party, placeless: "own" };
const committee: Body = { label: label("UBND", "the People's Committee"), kinds: ["peoples-committee"] };
const government: Body = {
  label: label("chính quyền (UBND)", "the government (People's Committee)"),
  kinds: ["peoples-committee"],
  placeless: "all",
  near: alsoCouncil,
};
const council: Body = { label: label("HĐND", "the People's Council"), kinds: ["peoples-council"] };
const unions: Body = {
  label: label("năm tổ chức chính trị - xã hội", "the five socio-political organisations"),
  kinds: socioPoliticalKinds,
};
const departments: Body = { label: label("sở, ban, ngành", "the departments"), kinds: ["department"], near: alsoForces };
const provincial = { bound: "province" } as const;
const counterpart: Body = {
  label: label("đơn vị cùng hệ thống", "the issuer's own organisation"),
  kinds: "counterpart",
  placeless: "below",
};

/**
 * Phrases for bodies, in the spelling of `wording`; each gives one or several. The longest that fits is taken, so the order
 * here does not matter.
 */
export const bodies: [pattern: string, meant: Body[]][] = [
  ["mttq|mặt trận", [front]],
  [
    "ban công tác (?:mttq|mặt trận)",
    [
      {
        label: label("Ban Công tác Mặt trận", "the Front's board in residential areas"),
        kinds: ["front"],
        bound: "residential-area",
        placeless: "below",
      },
    ],
  ],
  ["(?:các )?cấp ủy(?: đảng)?|tổ chức đảng|cấp ủy, tổ chức đảng|đảng bộ", [party]],
  ["đảng ủy", [{ ...partyHere, placeless: "below" }]],
  ["chi bộ", [{ ...party, label: label("chi bộ", "the Party cell"), bound: "residential-area" }]],
  ["tỉnh ủy|thành ủy", [{ ...partyHere, label: label("Tỉnh ủy", "the province's Party committee"), ...provincial }]],
  ["huyện ủy|quận ủy|thị ủy", [{ ...partyHere, label: label("Huyện ủy", "the district's Party committee"), bound: "district" }]],
  ["ubnd", [committee]],
  ["hđnd", [council]],
  ["chính quyền(?: địa phương)?|cơ quan hành chính", [government]],
  ["cơ quan hành chính và chính quyền", [government]],
  ["công đoàn", [{ label: label("Công đoàn", "the trade union"), kinds: ["trade-union"] }]],
  ["hội nông dân", [{ label: label("Hội Nông dân", "the farmers' union"), kinds: ["farmers-union"] }]],
  ["hội phụ nữ", [{ label: label("Hội Liên hiệp Phụ nữ", "the women's union"), kinds: ["womens-union"] }]],
  ["đoàn thanh niên", [{ label: label("Đoàn Thanh niên", "the youth union"), kinds: ["youth-union"] }]],
  ["tỉnh đoàn|thành đoàn", [{ label: label("Tỉnh Đoàn", "the province's youth union"), kinds: ["youth-union"], ...provincial }]],
  [
    "huyện đoàn|quận đoàn|thị đoàn",
    [{ label: label("Huyện Đoàn", "the district's youth union"), kinds: ["youth-union"], bound: "district" }],
  ],
  ["hội cựu chiến binh", [{ label: label("Hội Cựu chiến binh", "the veterans' association"), kinds: ["veterans"] }]],
  [
    "(?:tổ chức|tổ chức, đoàn thể|đoàn thể, tổ chức) chính trị-xã hội|đoàn thể(?: chính trị-xã hội)?|(?:0?5|năm) (?:tổ chức|đoàn thể) chính trị-xã hội",
    [unions],
  ],
  [
    "tổ chức thành viên(?: của mttq)?",
    [{ ...unions, label: label("tổ chức thành viên của Mặt trận", "the Front's member organisations") }],
  ],
  ["sở", [{ ...departments, label: label("sở", "the departments"), ...provincial }]],
  ["sở,? ban,? ngành", [{ ...departments, ...provincial }]],
  [
    "sở,? ban,? ngành(?:,| và)? (?:các )?(?:đoàn thể|tổ chức chính trị-xã hội)(?: chính trị-xã hội)?",
    [
      { ...departments, ...provincial },
      { ...unions, ...provincial },
    ],
  ],
  [
    "ban,? ngành|cơ quan chuyên môn|phòng,? ban(?:,? ngành)?|phòng, ban, ngành",
    [{ ...departments, label: label("ban, ngành", "the departments") }],
  ],
  ["ban,? ngành(?:,| và)? (?:các )?đoàn thể", [{ ...departments, label: label("ban, ngành", "the departments") }, unions]],
  ["cơ quan,? đơn vị", [{ ...departments, label: label("cơ quan, đơn vị", "the offices"), placeless: "own" }]],
  [
    "cơ quan, đơn vị,? (?:các )?địa phương",
    [
      { ...departments, label: label("cơ quan, đơn vị", "the offices"), placeless: "own" },
      { ...committee, label: label("địa phương (UBND)", "the localities (People's Committees)"), placeless: "below" },
    ],
  ],
  ["(?:các )?cấp,? (?:các )?ngành", [government, { ...departments, placeless: "own" }]],
  ["địa phương|đơn vị", [counterpart]],
  ["lực lượng vũ trang", [{ label: label("lực lượng vũ trang", "the armed forces"), kinds: ["armed-force"] }]],
  ["công an", [{ label: label("Công an", "the police"), kinds: ["armed-force"], named: "công an" }]],
  ["quân sự", [{ label: label("Quân sự", "the military command"), kinds: ["armed-force"], named: "quân sự" }]],
  ["(?:trường học|nhà trường|trường|cơ sở giáo dục)", [{ label: label("trường học", "the schools"), kinds: ["school"], placeless: "all" }]],
  [
    "khối dân vận(?: cơ sở)?",
    [
      {
        label: label("Khối dân vận", "the mass-mobilisation bloc"),
        kinds: ["other-body", "board", "steering-committee"],
        named: "khối dân vận",
        bound: "commune",
        placeless: "below",
      },
    ],
  ],
  ["ban chỉ đạo", [{ label: label("Ban Chỉ đạo", "the steering committee"), kinds: ["steering-committee"] }]],
];

/** Parts and heads of a body that stand for it: "Ban Thường trực Ủy ban MTTQ", "Chủ tịch UBND". */
export const organs =
  "ban thường trực|thường trực|ban thường vụ|ban chấp hành|tập thể lãnh đạo|lãnh đạo|người đứng đầu|thủ trưởng|(?:phó )?chủ tịch|(?:phó )?bí thư|giám đốc|trưởng ban|cơ quan(?= (?:mttq|ubnd|hđnd|hội|công đoàn|đoàn|đảng|tỉnh ủy|huyện ủy))";

/** Words before a noun that take all of them; "100%" is how targets say it. */
export const quantifiers = "các|mỗi|từng|tất cả(?: các)?|toàn thể|100 ?%(?: số)?(?: các)?|mọi";

/** Kinds of areas by the word before their name. A "thành phố" is a province or, before July 2025, part of one. */
export const forms: [pattern: string, level: Level | "city"][] = [
  ["tỉnh", "province"],
  ["huyện", "district"],
  ["quận", "district"],
  ["thị xã", "district"],
  ["thành phố", "city"],
  ["xã", "commune"],
  ["phường", "commune"],
  ["thị trấn", "commune"],
  ["đặc khu", "commune"],
  ["thôn", "residential-area"],
  ["bản", "residential-area"],
  ["ấp", "residential-area"],
  ["buôn", "residential-area"],
  ["làng", "residential-area"],
  ["xóm", "residential-area"],
  ["khóm", "residential-area"],
  ["tổ dân phố", "residential-area"],
  ["khu phố", "residential-area"],
];

export const levels: [pattern: string, level: Level][] = [
  ["trung ương|cấp trung ương", "country"],
  ["cấp tỉnh", "province"],
  ["cấp huyện", "district"],
  ["cấp xã|cấp cơ sở|cơ sở", "commune"],
  ["khu dân cư|cấp thôn|cộng đồng dân cư|cụm dân cư", "residential-area"],
];

/** People and things that plans address but that are no units of the directory. */
export const outside =
  "cán bộ|công chức|viên chức|đảng viên|đồng chí|cấp ủy viên|nhân dân|người dân|hộ gia đình|doanh nghiệp|hợp tác xã|cơ sở thờ tự|tổ chức tôn giáo|hội viên|đoàn viên";

export const levelNames: Record<Level, Text> = {
  country: label("trung ương", "the country"),
  province: label("cấp tỉnh", "province level"),
  district: label("cấp huyện", "district level"),
  commune: label("cấp xã", "commune level"),
  "residential-area": label("khu dân cư", "residential areas"),
};

/**
 * Bodies that were merged everywhere, for documents that still name them although the directory may never have held them.
 * Ban Dân vận and Ban Tuyên giáo became one board at the Centre on 3/2/2025 and at the provinces after it.
 */
export const merged: { was: string; now: string }[] = [
  { was: "ban dân vận", now: "ban tuyên giáo và dân vận" },
  { was: "ban tuyên giáo", now: "ban tuyên giáo và dân vận" },
];

/** From this day there is no district level. */
export const districtsEnded = "2025-07-01";
