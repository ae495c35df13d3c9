import { createHash } from "node:crypto";

/** PDF files written by hand for tests: the least that a viewer opens. */
export type HandmadePage = {
  /** Drawing operators of the page; `/F` is the font. */
  content: string;
  /** Turned by the viewer, clockwise. */
  rotate?: 0 | 90 | 180 | 270;
};
export type HandmadePdf = {
  pages: readonly HandmadePage[];
  /** The font's name: letters are bytes in windows-1252, as old fonts have them. */
  font?: string;
  /** `open`: only printing is forbidden; `closed`: nobody opens it without a password. */
  encrypted?: "open" | "closed";
  /** A file attached to the document. */
  attached?: string;
};

export function handmadePdf({ pages, font = "Helvetica", encrypted, attached }: HandmadePdf): Uint8Array {
  const objects: string[] = [];
  const put = (content: string): number => objects.push(content);
  const lock = encrypted && lockOf(encrypted);
  const stream = (head: string, content: string, number: number): string => {
    const bytes = lock ? lock.cipher(number, content) : content;
    return `<<${head}/Length ${bytes.length}>>stream\n${bytes}\nendstream`;
  };
  const catalog = put("");
  const tree = put("");
  const letters = put(
    `<</Type/Font/Subtype/TrueType/BaseFont/${font}/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths[${"500 ".repeat(224)}]>>`,
  );
  const kids = pages.map(({ content, rotate = 0 }) => {
    const number = objects.length + 1;
    const drawn = put(stream("", content, number));
    return put(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Rotate ${rotate}/Contents ${drawn} 0 R/Resources<</Font<</F ${letters} 0 R>>>>>>`,
    );
  });
  objects[tree - 1] = `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]/Count ${kids.length}>>`;
  let names = "";
  if (attached !== undefined) {
    const number = objects.length + 1;
    const file = put(stream("/Type/EmbeddedFile", "x", number));
    const entry = put(`<</Type/Filespec/F(${attached})/UF(${attached})/EF<</F ${file} 0 R>>>>`);
    names = `/Names<</EmbeddedFiles<</Names[(${attached}) ${entry} 0 R]>>>>`;
  }
  objects[catalog - 1] = `<</Type/Catalog/Pages ${tree} 0 R${names}>>`;
  const encryption = lock ? `/Encrypt ${put(lock.dictionary)} 0 R/ID[<${hex(lock.id)}><${hex(lock.id)}>]` : "";

  let file = "%PDF-1.4\n";
  const places = objects.map((content, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${content}\nendobj\n`;
    return at;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer<</Size ${objects.length + 1}/Root ${catalog} 0 R${encryption}>>\nstartxref\n${table}\n%%EOF`;
  return Uint8Array.from(Buffer.from(file, "latin1"));
}

/** A line of print, its beginning at `x`, `y` from the lower left corner; `turned` runs up the sheet. */
export function drawnLine(text: string, x: number, y: number, { size = 12, turned = false } = {}): string {
  const matrix = turned ? "0 1 -1 0" : "1 0 0 1";
  return `BT /F ${size} Tf ${matrix} ${x} ${y} Tm (${text.replace(/[()\\]/g, "\\$&")}) Tj ET\n`;
}

const hex = (text: string): string => Buffer.from(text, "latin1").toString("hex");
const digest = (text: string): string => createHash("md5").update(Buffer.from(text, "latin1")).digest().toString("latin1");
/** What a password shorter than 32 letters is filled up with (ISO 32000-1, 7.6.3.3). */
const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex").toString("latin1");

/** The standard security handler with 40-bit keys; `closed` has a password that nobody is told. */
function lockOf(kind: "open" | "closed") {
  const id = "0123456789abcdef";
  const owner = rc4(digest(padding).slice(0, 5), padding);
  const user = kind === "open" ? padding : `geheim${padding}`.slice(0, 32);
  const key = digest(`${user}${owner}\xc0\xff\xff\xff${id}`).slice(0, 5);
  return {
    id,
    dictionary: `<</Filter/Standard/V 1/R 2/O<${hex(owner)}>/U<${hex(rc4(key, padding))}>/P -64>>`,
    cipher: (number: number, content: string): string => {
      const own = digest(`${key}${String.fromCharCode(number & 0xff, (number >> 8) & 0xff, 0)}\0\0`).slice(0, 10);
      return rc4(own, content);
    },
  };
}

function rc4(key: string, text: string): string {
  const state = Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number): void => {
    [state[one], state[other]] = [state[other] ?? 0, state[one] ?? 0];
  };
  for (let at = 0, mixed = 0; at < 256; at += 1) {
    mixed = (mixed + (state[at] ?? 0) + key.charCodeAt(at % key.length)) & 0xff;
    swap(at, mixed);
  }
  let [one, other] = [0, 0];
  return Array.from(text, (letter) => {
    one = (one + 1) & 0xff;
    other = (other + (state[one] ?? 0)) & 0xff;
    swap(one, other);
    return String.fromCharCode(letter.charCodeAt(0) ^ (state[((state[one] ?? 0) + (state[other] ?? 0)) & 0xff] ?? 0));
  }).join("");
}
