import { legacyDecoder } from "../legacy-fonts.ts";

export type Font = { name: string; charset: number | undefined };

/** Windows character sets by the number in \fcharset; what is absent is in the file's own code page. */
const encodings: Record<number, string> = {
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gbk",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};

const codePages: Record<number, string> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  65001: "utf-8",
};

/** Bytes of a font as text. Old Vietnamese fonts and symbol fonts keep a character for each byte, decoded afterwards. */
export function decodeBytes(bytes: readonly number[], font: Font | undefined, ansiCodePage: number): string {
  if (font?.charset === 2) return bytes.map((code) => String.fromCharCode(code < 0x20 ? code : 0xf000 + code)).join("");
  if (legacyDecoder(font?.name)) return String.fromCharCode(...bytes);
  const own = encodings[font?.charset ?? -1];
  const page = codePages[ansiCodePage] ?? (ansiCodePage >= 1250 && ansiCodePage <= 1258 ? `windows-${ansiCodePage}` : "windows-1252");
  const encoding = own ?? page;
  const text = new TextDecoder(encoding).decode(Uint8Array.from(bytes));
  // The Vietnamese code page writes tones after their vowels; composed is what was typed.
  return encoding === "windows-1258" ? text.normalize("NFC") : text;
}
