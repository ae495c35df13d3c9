import type { Extracted, Limits, Note, ReadableKind } from "./extracted.ts";
import { decodeTcvn3, decodeViscii, decodeVni } from "./legacy-fonts.ts";
import { commonWords } from "./legacy-text.ts";
import { say } from "./messages.ts";
import { refuse } from "./refusals.ts";

export type Decoded = { text: string; notes: Note[] };

/**
 * Plain text as it stands: only the byte order mark goes and line ends become "\n", so that line n of the file is
 * line n here. Markdown keeps its marks.
 */
export function readPlainText(kind: ReadableKind, bytes: Uint8Array, limits: Limits): Extracted {
  const decoded = decodeText(bytes);
  const text = unixLines(decoded.text);
  if (text.trim() === "") throw refuse.empty();
  const lines = text.split("\n");
  if (lines.length > limits.lines || text.length > limits.characters) throw refuse.tooLong();
  return { kind, text, lines, tables: [], footnotes: [], margins: [], pages: [], needsRecognition: false, notes: decoded.notes };
}

/** A lone CR is a line end only in a file that has no other (old Macintosh). */
function unixLines(text: string): string {
  const unix = text.replaceAll("\r\n", "\n");
  return unix.includes("\n") ? unix : unix.replaceAll("\r", "\n");
}

/** Text in whatever encoding an office's machines have left it, as Unicode. */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: readable(new TextDecoder(utf16).decode(bytes)), notes: [] };
  const strict = strictUtf8(bytes);
  if (strict !== undefined) return { text: readable(strict), notes: [] };
  const loose = new TextDecoder("utf-8").decode(bytes);
  // A few broken bytes in text that is otherwise UTF-8: cut or patched files; showing where is better than refusing.
  const broken = loose.split("\ufffd").length - 1;
  if (vietnameseLetters(loose) > 20 * broken) {
    return { text: readable(loose), notes: [{ code: "unreadable_characters", text: say("noteUnreadable") }] };
  }
  return readable8bit(bytes);
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By its mark, or by the zero bytes that the Latin letters of any Vietnamese text leave on one side. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.02) return "utf-16le";
  if (even > half * 0.4 && odd < half * 0.02) return "utf-16be";
  return undefined;
}

/** Eight-bit Vietnamese: the reading that yields more of the commonest words wins; none at all means this is not text. */
function readable8bit(bytes: Uint8Array): Decoded {
  const latin1 = Buffer.from(bytes).toString("latin1");
  const candidates = [
    // windows-1258 writes tones as combining marks after the vowel; composed is the form its authors typed.
    { encoding: "windows-1258", text: new TextDecoder("windows-1258").decode(bytes).normalize("NFC") },
    { encoding: "TCVN3 (ABC)", text: decodeTcvn3(latin1) },
    { encoding: "VNI", text: decodeVni(latin1) },
    { encoding: "VISCII", text: decodeViscii(latin1) },
  ];
  const scored = candidates.map((candidate) => ({ ...candidate, score: commonWords(candidate.text) }));
  const best = scored.toSorted((one, other) => other.score - one.score)[0];
  if (!best || best.score === 0) throw refuse.notText();
  return {
    text: readable(best.text),
    notes: [{ code: "encoding", text: say("noteEncoding", { encoding: best.encoding }) }],
  };
}

function vietnameseLetters(text: string): number {
  return text.match(/[\u00c0-\u1ef9]/g)?.length ?? 0;
}

/** Control characters that no text has mean a program, a picture or a wrong encoding. */
function readable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  const controls = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  if (controls > text.length / 1000 || text.includes("\0")) throw refuse.notText();
  return text;
}
