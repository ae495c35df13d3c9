/** Numbering and bullets at the head of a paragraph. */

export type Marker = {
  kind: "part" | "chapter" | "article" | "roman" | "decimal" | "bracket" | "letter" | "step" | "period" | "bullet";
  /** As printed, without the final dot or bracket: "II", "1.1", "a", "Bước 1"; "-" or "+" for bullets. */
  label: string;
  /** Outline level 1–4; 0 for bullets. */
  level: number;
  /** What stands under what: as the level, but parts and chapters hold sections and articles of their level. */
  rank: number;
  /** Characters of the clean text that the marker takes, spaces after it included. */
  length: number;
};

const forms: { kind: Marker["kind"]; find: RegExp; level: (label: string) => number }[] = [
  { kind: "bullet", find: /^([-–—+•*·▪◦‣●○]|o(?= \p{Lu}))\s*(?=[^\s\d-]|\d)/u, level: () => 0 },
  {
    kind: "chapter",
    find: /^((?:Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC)\s+(?:[IVX]+|\d{1,2}|thứ \p{Ll}+|THỨ \p{Lu}+))(?:[.:]\s*|\s+(?=\p{Lu})|$)/u,
    level: () => 1,
  },
  { kind: "article", find: /^((?:Điều|ĐIỀU)\s+\d{1,3})[.:]\s*/u, level: () => 1 },
  {
    kind: "roman",
    find: /^((?=[IVX])(?:X{0,2}(?:IX|IV|V?I{0,3})|Ii|Iii|Iv|Vi|Vii|Viii))(?:\s?\.|\s?[-–/)](?=\s))\s*(?=\S|$)/u,
    level: () => 1,
  },
  // Recognition reads the numeral I as a small l or a stroke.
  {
    kind: "roman",
    find: /^((?=[IVX]*[l|])(?:[Il|]{1,3}|[Il|][VX]|V[Il|]{1,3}|X[Il|]{1,3}))(?:\s?\.|\s?[-–)](?=\s))\s*(?=\p{Lu}{2})/u,
    level: () => 1,
  },
  { kind: "part", find: /^([A-HĐ])\s?(?:[.)](?:\s+(?=\p{Lu})|$)|[-–]\s+(?=\p{Lu}{2}))/u, level: () => 1 },
  { kind: "step", find: /^((?:Bước|BƯỚC|Đợt|ĐỢT|Vòng|VÒNG|Giai đoạn|GIAI ĐOẠN)\s+\d{1,2})(?:\s*[:.]\s*|\s+(?=\())/u, level: () => 4 },
  // "QUÝ I", "Tháng 3/2026:" alone on a line: what is planned for it follows.
  {
    kind: "period",
    find: /^((?:QUÝ|Quý|THÁNG|Tháng|TUẦN|Tuần|NĂM(?= \d{4})|Năm(?= \d{4}))\s+(?:[IVX]{1,3}|\d{1,4})(?:(?:\s?\/\s?|,?\s+(?:năm|NĂM)\s+)\d{4})?)(?:\s*[:.]\s*)?$/u,
    level: () => 2,
  },
  { kind: "bracket", find: /^(\(\d{1,2}\))\s*(?=\S)/u, level: () => 4 },
  {
    kind: "decimal",
    find: /^(\d{1,2}(?:\s?\.\s?\d{1,2}){1,3})(?:\s?[.)]\s*|\s?[-–]\s+|\s+)(?=[^\d\s/%.]|\d{1,3}\s?%|$)/u,
    level: (label) => (label.split(".").length > 2 ? 4 : 3),
  },
  { kind: "decimal", find: /^(\d{1,2})(?:\s?\.\s*|\s?[)]\s*|\s?[-/]\s+)(?=[^\d\s/%.,;]|\d{1,3}\s?%|\d+ \p{Ll}|$)/u, level: () => 2 },
  { kind: "letter", find: /^([a-zđ])\s?[.)]\s*(?=\S|$)/u, level: () => 4 },
];

/** "Phần", "Chương", "Mục": each holds the next. */
const chapterRanks: Readonly<Record<string, number>> = { phầ: 0.1, chư: 0.2, mục: 0.3 };

/** The marker that opens a clean text, if any. */
export function readMarker(text: string): Marker | null {
  for (const { kind, find, level } of forms) {
    const found = find.exec(text);
    if (found === null) continue;
    const printed = (found[1] ?? "").replace(/\s+/g, kind === "decimal" ? "" : " ");
    const label = kind === "roman" ? printed.replace(/[l|]/g, "I") : printed;
    const rank =
      kind === "part"
        ? 0.5
        : kind === "chapter"
          ? (chapterRanks[label.slice(0, 3).toLowerCase()] ?? 0.3)
          : level(label) === 4 && kind === "decimal"
            ? 3.5
            : level(label);
    return { kind, label, level: level(label), rank, length: found[0].length };
  }
  return null;
}
