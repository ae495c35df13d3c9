import { zlibSync } from "fflate";
import { decodeFax } from "../fax/decode.ts";

/** A page of A3 at 600 dots per inch and more; larger is no page. */
const mostPixels = 80_000_000;

/**
 * A PDF's black and white pictures as fax machines pack them, packed anew in a way that the PDF library can draw: of itself
 * it draws them as nothing at all, and most scanners of offices pack so. The new pictures stand in an update at the end of
 * the file. `undrawable` when some are left (JBIG2, several packings in one, a locked file).
 */
export function withoutFax(bytes: Uint8Array): { bytes: Uint8Array; undrawable: boolean } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = file.toString("latin1");
  const named = text.match(/\/(?:CCITTFaxDecode|CCF|JBIG2Decode)\b/g)?.length ?? 0;
  if (named === 0) return { bytes, undrawable: false };
  const root = lastOf(text, /\/Root\s+(\d+\s+\d+\s+R)/g);
  const before = lastOf(text, /startxref\s+(\d+)/g);
  if (root === null || before === null || /\/Encrypt\s/.test(text)) return { bytes, undrawable: true };
  const parts: Buffer[] = [file, Buffer.from("\n")];
  const places = new Map<number, number>();
  let end = file.length + 1;
  let redrawn = 0;
  for (const found of text.matchAll(/(\d+)\s+0\s+obj\s*(<<(?:(?!\bendobj\b)[\s\S]){1,2000}?>>)\s*stream\r?\n/g)) {
    const [all, number = "", head = ""] = found;
    if (!/\/(?:CCITTFaxDecode|CCF)\b/.test(head)) continue;
    const from = found.index + all.length;
    const picture = redraw(head, file.subarray(from, endOf(text, head, from)));
    if (!picture) continue;
    const object = Buffer.concat([
      Buffer.from(`${number} 0 obj\n${picture.head}stream\n`),
      picture.bytes,
      Buffer.from("\nendstream\nendobj\n"),
    ]);
    places.set(Number(number), end);
    parts.push(object);
    end += object.length;
    redrawn += 1;
  }
  if (redrawn === 0) return { bytes, undrawable: true };
  const size = Math.max(...[...text.matchAll(/\/Size\s+(\d+)/g)].map(([, value]) => Number(value)), ...places.keys());
  const table = [...places].map(([number, place]) => `${number} 1\n${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(Buffer.from(`xref\n${table}trailer\n<</Size ${size + 1}/Root ${root}/Prev ${before}>>\nstartxref\n${end}\n%%EOF\n`));
  return { bytes: Buffer.concat(parts), undrawable: redrawn < named };
}

const lastOf = (text: string, pattern: RegExp): string | null => [...text.matchAll(pattern)].at(-1)?.[1] ?? null;

function endOf(text: string, head: string, from: number): number {
  const [, length, isElsewhere] = /\/Length\s+(\d+)(\s+\d+\s+R)?/.exec(head) ?? [];
  const given = isElsewhere ? new RegExp(String.raw`\b${length}\s+0\s+obj\s+(\d+)`).exec(text)?.[1] : length;
  const to = from + Number(given);
  if (given !== undefined && /^\s{0,2}endstream/.test(text.slice(to, to + 12))) return to;
  const found = text.indexOf("endstream", from);
  return found < 0 ? text.length : found;
}

function redraw(head: string, packed: Uint8Array): { head: string; bytes: Uint8Array } | null {
  const filter = /\/Filter\s*(?:\[\s*\/(\w+)\s*\]|\/(\w+))/.exec(head);
  const number = (name: string, otherwise: number): number =>
    Number(new RegExp(String.raw`/${name}\s+(-?\d+)`).exec(head)?.[1] ?? otherwise);
  const isSet = (name: string): boolean => new RegExp(String.raw`/${name}\s+true`).test(head);
  const [columns, rows] = [number("Columns", 1728), number("Height", number("Rows", 0))];
  if (!filter || columns < 1 || rows < 1 || columns * rows > mostPixels || columns !== number("Width", columns)) return null;
  const { bits, rows: read } = decodeFax(packed, { k: number("K", 0), columns, rows, byteAligned: isSet("EncodedByteAlign") });
  if (read === 0) return null;
  // What a damaged end leaves out is white.
  const whole = new Uint8Array(((columns + 7) >> 3) * rows);
  whole.set(bits);
  if (!isSet("BlackIs1")) for (let at = 0; at < whole.length; at += 1) whole[at] = ~(whole[at] ?? 0);
  const bytes = zlibSync(whole, { level: 1 });
  const rest = head
    .replace(filter[0], "")
    .replace(/\/DecodeParms\s*(?:\[[^\]]*\]|<<[^>]*>>)/, "")
    .replace(/\/Length\s+\d+(?:\s+\d+\s+R)?/, "")
    .replace(/>>$/, "");
  return { head: `${rest}/Filter/FlateDecode/Length ${bytes.length}>>`, bytes };
}
