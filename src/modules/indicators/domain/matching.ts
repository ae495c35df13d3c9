/**
 * Which indicator of the dictionary a row of an outline asks for. Folded words are compared, rare ones weigh more, a unit
 * of another kind speaks against it. Scores 0–1; the best at or above `sure` is proposed, the others are offered.
 */
import { fold } from "../../../kernel/text.ts";
import type { OutlineValueKind } from "./outline-shapes.ts";
import { isMoney, isShare } from "./outline-words.ts";

export const sure = 0.6;
export const possible = 0.35;
const offered = 5;

/** An indicator as matching sees it. `aliases`: other wordings ("HN phản biện"), `members`: those of its dimension. */
export type MatchIndicator = {
  id: number;
  name: string;
  unit: string;
  valueKind: string;
  topic: string;
  own: boolean;
  members: { key: string; label: string }[];
};

export type Candidate = { indicatorId: number; member: string; score: number };

type Asked = { label: string; unit: string; valueKind: OutlineValueKind; context: string };

/** Words that every label has. */
const empty = new Set(
  "so tong cac nhung cua va voi duoc da co la trong ve cho tu den tai o theo do khi luong ket qua thuc hien to chuc nguoi dan nhan tham".split(
    " ",
  ),
);

/** Wordings of one thing, longest first: both sides are brought to the same words before they are compared. */
const wordings: [RegExp, string][] = [
  [/\b(?:can nha|ngoi nha|nha o) dai doan ket\b/g, "nha dai doan ket"],
  [/\b(?:nha tinh thuong|nha tinh nghia)\b/g, "nha dai doan ket"],
  [/\blam moi\b|\bxay moi\b|\bxay dung moi\b/g, "xay_moi"],
  [/\bsua chua\b/g, "sua_chua"],
  [/\bvan dong duoc\b|\bhuy dong\b|\bquyen gop\b|\bung ho\b/g, "van_dong"],
  [/\bvan dong\b/g, "van_dong"],
  [/\b(?:phan bien xa hoi|phan bien)\b/g, "phan_bien"],
  [/\bgiam sat dau tu(?: cua)? cong dong\b|\bgsdtcd\b/g, "ban_gsdtcd"],
  [/\bthanh tra nhan dan\b|\bttnd\b/g, "ban_ttnd"],
  [/\bgiam sat\b/g, "giam_sat"],
  [/\btiep xuc cu tri\b|\btxct\b/g, "tiep_xuc cu_tri"],
  [/\bdoi thoai\b/g, "doi_thoai"],
  [/\b(?:ngay hoi dai doan ket(?: toan dan(?: toc)?)?)\b/g, "ngay_hoi_ddk"],
  [/\bvi nguoi ngheo\b/g, "vi_nguoi_ngheo"],
  [/\bden on dap nghia\b/g, "den_on_dap_nghia"],
  [/\bdan van kheo\b/g, "dan_van_kheo mo hinh"],
  [/\btap huan\b|\bboi duong\b/g, "tap_huan"],
  [/\btuyen truyen\b|\bpho bien\b|\bquan triet\b/g, "tuyen_truyen"],
  [/\bluot nguoi\b|\bluot hoi vien\b|\bluot can bo\b/g, "luot_nguoi"],
  [/\b(?:tham du|tham gia|du hoi nghi)\b/g, "tham_du"],
  [/\b(?:suat qua tang|phan qua tang|suat qua|phan qua|tang qua|qua tang)\b/g, "qua_tang"],
  [/\bcuoc hop\b/g, "hop"],
  [/\bhoa giai\b/g, "hoa_giai"],
  [/\bgia dinh van hoa\b/g, "gia_dinh_van_hoa"],
  [/\bkhu dan cu van hoa\b|\bthon van hoa\b/g, "kdc_van_hoa"],
  [/\bdang ky moi\b|\bdang ky\b/g, "dang_ky"],
  [/\bcong nhan\b/g, "cong_nhan"],
  [/\bkien nghi\b/g, "kien_nghi"],
  [/\btiep cong dan\b|\btiep dan\b/g, "tiep_dan"],
  [/\bmttq\b/g, "mat tran"],
  [/\bkinh phi\b|\bso tien\b|\bgia tri\b|\btri gia\b/g, "tien"],
];

const counters = /^(?:cuoc|buoi|hoi|nghi|dot|lan|lop|vu|can|ngoi|cai|phan|suat|ty|le)$/;

/** Folded words of a label in their common wording; what merely counts weighs little. */
export function wordsOf(text: string): string[] {
  let folded = ` ${fold(text).replace(/[^\p{L}\d_]+/gu, " ")} `;
  for (const [find, common] of wordings) folded = folded.replace(find, common);
  return folded.split(" ").filter((word) => word.length > 1 && !empty.has(word));
}

type Prepared = MatchIndicator & { words: Set<string> };

/** A dictionary ready to be asked: its words are weighed once. */
export function matcher(dictionary: readonly MatchIndicator[]): (row: Asked) => Candidate[] {
  const prepared: Prepared[] = dictionary.map((indicator) => ({ ...indicator, words: new Set(wordsOf(indicator.name)) }));
  const frequency = new Map<string, number>();
  for (const { words } of prepared) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weight = (word: string): number =>
    counters.test(word) ? 0.25 : Math.log(1 + (prepared.length + 1) / ((frequency.get(word) ?? 0) + 0.5));
  const sum = (words: Iterable<string>): number => [...words].reduce((total, word) => total + weight(word), 0);

  return ({ label, unit, valueKind, context }) => {
    const words = new Set(wordsOf(label));
    const around = new Set(wordsOf(context));
    // What a colon announces says of what; what follows it is what is asked.
    const after = new Set(wordsOf(label.slice(label.lastIndexOf(": ") + 1)));
    const asked = sum(after.size > 0 ? after : words) + 0.4 * sum([...words].filter((word) => after.size > 0 && !after.has(word)));
    if (asked === 0) return [];
    return prepared
      .map((indicator): Candidate => {
        const shared = [...indicator.words].filter((word) => words.has(word));
        const fromContext = [...indicator.words].filter((word) => !words.has(word) && around.has(word));
        const common = sum(shared);
        const whole = sum(indicator.words);
        if (common === 0 || whole === 0) return { indicatorId: indicator.id, member: "", score: 0 };
        // The heading may supply what the row leaves unsaid, at a discount.
        const held = (common + 0.4 * sum(fromContext)) / whole;
        const said = Math.min(1, common / asked);
        const alike = (0.65 * held + 0.35 * said) * agreement(indicator, unit, valueKind);
        return { indicatorId: indicator.id, member: memberFor(indicator, words), score: Math.min(1, alike + (indicator.own ? 0.01 : 0)) };
      })
      .filter(({ score }) => score >= possible)
      .toSorted((a, b) => b.score - a.score || a.indicatorId - b.indicatorId)
      .slice(0, offered)
      .map((candidate) => ({ ...candidate, score: Math.round(candidate.score * 100) / 100 }));
  };
}

/** "… trong lĩnh vực kinh tế" asks for one member of the dimension. */
function memberFor({ members, words: named }: Prepared, words: Set<string>): string {
  const found = members.filter(({ label }) => {
    const own = wordsOf(label).filter((word) => !named.has(word));
    return own.length > 0 && own.every((word) => words.has(word));
  });
  return found.length === 1 ? (found[0]?.key ?? "") : "";
}

/** How far unit and kind of value agree: 1 the same, less when one of them speaks of something else. */
function agreement(indicator: MatchIndicator, unit: string, valueKind: OutlineValueKind): number {
  const [theirs, ours] = [fold(indicator.unit), fold(unit)];
  const money = indicator.valueKind === "money" || isMoney(indicator.unit);
  if (money !== (valueKind === "money")) return unit === "" ? 0.9 : 0.45;
  if (money) return 1;
  const share = indicator.valueKind === "ratio" || isShare(indicator.unit);
  if (share !== (valueKind === "ratio")) return unit === "" ? 0.9 : 0.6;
  if (share || ours === "" || theirs === "") return 1;
  const turns = (text: string): boolean => text.startsWith("luot");
  if (turns(theirs) !== turns(ours)) return 0.55;
  if (theirs === ours || theirs.includes(ours) || ours.includes(theirs)) return 1;
  return alike(theirs, ours) ? 0.97 : 0.85;
}

/** Units that name the same act ("cuộc", "buổi", "hội nghị") or the same thing. */
const families = [
  "cuoc|buoi|hoi nghi|dot|lan|lop|ngay",
  "can|can nha|ngoi nha|nha|ngoi",
  "suat|suat qua|phan qua|phan",
  "nguoi|hoi vien|doan vien|can bo|dai bieu|hoc vien",
  "ho|ho gia dinh|ho ngheo",
  "vu|vu viec|truong hop|don",
].map((family) => new Set(family.split("|")));
const alike = (a: string, b: string): boolean => families.some((family) => family.has(a) && family.has(b));
