/** How outlines number their headings: "Phần thứ nhất", "I.", "1.", "1.2.", "a)", "A.", "Phụ lục 2", and dashes below them. */

/** `rank`: how deep a marker of this kind usually stands; a heading closes those of its own and of deeper ranks. */
export type Marker = {
  kind: "part" | "roman" | "letter" | "arabic" | "sub" | "small" | "annex" | "dash";
  number: string;
  rank: number;
  length: number;
};

const markers: { kind: Marker["kind"]; find: RegExp; rank: number }[] = [
  {
    kind: "annex",
    find: /^(phụ lục|biểu mẫu|biểu|mẫu|bảng)(?: số)?\s*:?\s*(?:\d{1,2}[A-Za-z]?|[IVX]{1,4})(?=[\s.:)–-]|$)[\s.:–-]*/iu,
    rank: 0,
  },
  { kind: "part", find: /^phần\s+(?:thứ\s+)?(?:nhất|hai|ba|tư|bốn|năm|[IVX]{1,4}|\d{1,2}|[A-D])(?=[\s.:/–-]|$)[\s.:/–-]*/iu, rank: 1 },
  { kind: "letter", find: /^[A-D]\s*[./)–-]+\s+/u, rank: 2 },
  { kind: "roman", find: /^(?=[IVX])(?:X{0,2}(?:IX|IV|V?I{0,3}))\s*[./)–-]+\s*(?=\S)/u, rank: 3 },
  { kind: "sub", find: /^\d{1,2}(?:\.\d{1,2}){1,3}[./)]*\s+(?=\S)/u, rank: 5 },
  { kind: "arabic", find: /^\d{1,2}\s*[./)–-]+\s*(?=\D)/u, rank: 4 },
  { kind: "small", find: /^[a-zđ]\s*[).]\s*(?=\S)/u, rank: 7 },
  { kind: "dash", find: /^[-–—+*•·▪►➢✓o]\s+(?=\S)|^[-–—+•·▪►➢](?=\S)/u, rank: 9 },
];

/** The marker that a line begins with; null for plain words. */
export function markerOf(line: string): Marker | null {
  const lead = line.length - line.trimStart().length;
  const text = line.trimStart();
  for (const { kind, find, rank } of markers) {
    const found = find.exec(text)?.[0];
    if (!found) continue;
    const number = found.replace(/[\s./):–-]+$/u, "").trim();
    const deeper = kind === "sub" ? number.split(".").length - 2 : 0;
    return { kind, number, rank: rank + deeper, length: lead + found.length };
  }
  return null;
}

/** The rank that a serial number of a table gives its row: "I" above "1" above "1.1" above "a" above "-" and nothing. */
export function rankOfSerial(text: string): number {
  const bare = text.trim();
  if (bare === "") return 9;
  if (/^[A-D]$/u.test(bare)) return 2;
  if (/^[IVX]{1,4}\.?$/u.test(bare)) return 3;
  if (/^\d{1,3}[.)]?$/u.test(bare)) return 4;
  if (/^\d{1,2}(?:\.\d{1,2})+\.?$/u.test(bare)) return 3 + bare.replace(/\.$/u, "").split(".").length;
  if (/^[a-zđ][.)]?$/u.test(bare)) return 7;
  return 9;
}
