/**
 * Characters of the symbol fonts, which live in the private area U+F000–F0FF (or as plain letters of the font) and
 * would otherwise read as boxes or as stray letters. Only what official documents use; the rest becomes a bullet.
 */
const symbol: Record<number, string> = {
  0x2d: "-",
  0xa3: "≤",
  0xb0: "°",
  0xb1: "±",
  0xb3: "≥",
  0xb4: "×",
  0xb7: "•",
  0xb8: "÷",
  0xb9: "≠",
  0xae: "→",
  0xde: "⇒",
};

const wingdings: Record<number, string> = {
  0x6c: "•",
  0x6e: "▪",
  0x6f: "☐",
  0x71: "☐",
  0x72: "☐",
  0xa7: "▪",
  0xa8: "☐",
  0xe0: "→",
  0xe8: "→",
  0xf0: "⇒",
  0xfb: "☒",
  0xfc: "✓",
  0xfd: "☒",
  0xfe: "☑",
};

/** `code` as in w:sym, with or without the F000 of the private area. */
export function symbolText(font: string | undefined, code: number): string {
  const at = code & 0xff;
  const name = font?.toLowerCase() ?? "";
  if (name === "symbol") return symbol[at] ?? "•";
  if (name.startsWith("wingdings") || name.startsWith("webdings")) return wingdings[at] ?? "•";
  return code >= 0xf000 && code <= 0xf0ff ? "•" : String.fromCodePoint(code);
}

/** A list's bullet: dashes and plus signs carry rank in these documents and stay, any picture becomes "•". */
export function bulletText(pattern: string, font: string | undefined): string {
  const bullet = pattern.trim();
  if (bullet === "") return "";
  if (/^[-–—+*]$/u.test(bullet)) return bullet;
  const code = bullet.codePointAt(0) ?? 0;
  if (/^(symbol|wingdings|webdings)/i.test(font ?? "") || (code >= 0xe000 && code <= 0xf8ff)) {
    return symbolText(font ?? "symbol", code) === "-" ? "-" : "•";
  }
  // Courier New's "o" is a small circle, not a letter.
  return bullet === "o" ? "•" : bullet;
}

/** Text typed in a private-area character of a symbol font. */
export function readableSymbols(text: string, font: string | undefined): string {
  return text.replace(/[\uf020-\uf0ff]/g, (letter) => symbolText(font ?? "symbol", letter.charCodeAt(0)));
}
