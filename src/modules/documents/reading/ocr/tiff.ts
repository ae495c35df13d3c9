/**
 * TIFF files, as scanners of offices make them, one picture a page: wrapped as a PDF, whose pictures are packed the same ways
 * (TIFF 6.0 and its Group 3/4, JPEG and deflate; PDF 32000-1, 7.4). Nothing is decoded here.
 */
export type TiffPage = { width: number; height: number; dotsPerInch: number; colour: string; more: string; strips: Strip[] };
type Strip = { rows: number; bytes: Uint8Array };

/** Thrown for what is allowed in TIFF but no scanner makes: tiles, planes, sixteen bits. */
export class OtherTiff extends Error {}

const mostPages = 1000;
const mostStrips = 20_000;

export function tiffPages(bytes: Uint8Array): TiffPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(4, little); at !== 0;) {
    if (seen.has(at) || pages.length >= mostPages) throw new OtherTiff("directories in a circle");
    seen.add(at);
    const count = view.getUint16(at, little);
    const tags = new Map(Array.from({ length: count }, (_, index) => entryAt(view, at + 2 + index * 12, little)));
    // Small pictures of the pages, for browsing.
    if (((tags.get(254)?.[0] ?? 0) & 1) === 0) pages.push(pageOf(bytes, tags));
    at = view.getUint32(at + 2 + count * 12, little);
  }
  return pages;
}

/** Bytes that one value of each kind takes. */
const sizes: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1 };

function entryAt(view: DataView, at: number, little: boolean): [tag: number, values: number[]] {
  const [tag, kind, count] = [view.getUint16(at, little), view.getUint16(at + 2, little), view.getUint32(at + 4, little)];
  const size = sizes[kind] ?? 0;
  if (size === 0) return [tag, []];
  if (count * size > view.byteLength) throw new OtherTiff("more values than bytes");
  const from = count * size > 4 ? view.getUint32(at + 8, little) : at + 8;
  const valueAt = (place: number): number => {
    if (size === 8) return view.getUint32(place, little) / Math.max(1, view.getUint32(place + 4, little));
    return size === 1 ? view.getUint8(place) : size === 2 ? view.getUint16(place, little) : view.getUint32(place, little);
  };
  return [tag, Array.from({ length: count }, (_, index) => valueAt(from + index * size))];
}

function pageOf(bytes: Uint8Array, tags: ReadonlyMap<number, number[]>): TiffPage {
  const value = (tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise;
  const [width, height, deep, samples, packing] = [value(256, 0), value(257, 0), value(258, 1), value(277, 1), value(259, 1)];
  const isPlain = width > 0 && height > 0 && [1, 4, 8].includes(deep) && (samples === 1 || samples === 3);
  if (!isPlain || tags.has(322) || (samples > 1 && value(284, 1) !== 1)) throw new OtherTiff("tiles, planes or depths");
  const shown = value(262, 0);
  const [offsets, lengths] = [tags.get(273) ?? [], tags.get(279) ?? []];
  if (offsets.length === 0 || offsets.length !== lengths.length || offsets.length > mostStrips) throw new OtherTiff("strips");
  const perStrip = Math.min(height, value(278, height));
  const isFax = packing >= 2 && packing <= 4;
  const strips = offsets.map((offset, index): Strip => {
    const length = lengths[index] ?? 0;
    if (offset + length > bytes.length) throw new RangeError("the file is cut off");
    const strip = bytes.subarray(offset, offset + length);
    const packed =
      isFax && value(266, 1) === 2 ? strip.map((byte) => reversed(byte)) : packing === 7 ? withTables(strip, tags.get(347)) : strip;
    return { rows: Math.min(perStrip, height - index * perStrip), bytes: packed };
  });
  if (strips.some(({ rows }) => rows < 1)) throw new OtherTiff("strips");
  const perInch = value(296, 2) === 3 ? value(282, 0) * 2.54 : value(282, 0);
  return {
    width,
    height,
    dotsPerInch: perInch >= 72 && perInch <= 1200 ? perInch : 200,
    colour: colourOf(shown, samples, deep, tags.get(320)),
    more: `/BitsPerComponent ${deep}${isFax ? "" : shown === 0 ? "/Decode[1 0]" : ""}${filterOf(packing, { width, deep, samples, predictor: value(317, 1), k: value(292, 0) & 1, blackIsZero: shown === 1 })}`,
    strips,
  };
}

function colourOf(shown: number, samples: number, deep: number, palette: readonly number[] | undefined): string {
  if (samples === 3) return "/DeviceRGB";
  if (shown !== 3) return "/DeviceGray";
  const most = 2 ** deep;
  if (!palette || palette.length < 3 * most) throw new OtherTiff("palette");
  // All reds, then all greens, then all blues, of sixteen bits each.
  const hex = Array.from({ length: most }, (_, at) =>
    [0, 1, 2].map((part) => ((palette[part * most + at] ?? 0) >> 8).toString(16).padStart(2, "0")).join(""),
  );
  return `[/Indexed/DeviceRGB ${most - 1}<${hex.join("")}>]`;
}

type Packing = { width: number; deep: number; samples: number; predictor: number; k: number; blackIsZero: boolean };

function filterOf(packing: number, { width, deep, samples, predictor, k, blackIsZero }: Packing): string {
  const differences = predictor === 2 ? `/DecodeParms<</Predictor 2/Colors ${samples}/BitsPerComponent ${deep}/Columns ${width}>>` : "";
  const fax = (way: number, more = ""): string =>
    `/Filter/CCITTFaxDecode/DecodeParms<</K ${way}/Columns ${width}${more}${blackIsZero ? "/BlackIs1 true" : ""}>>`;
  switch (packing) {
    case 1:
      return "";
    case 2:
      return fax(0, "/EncodedByteAlign true");
    case 3:
      return fax(k === 1 ? 4 : 0);
    case 4:
      return fax(-1);
    case 5:
      return `/Filter/LZWDecode${differences}`;
    case 7:
      return "/Filter/DCTDecode";
    case 8:
    case 32_946:
      return `/Filter/FlateDecode${differences}`;
    case 32_773:
      return "/Filter/RunLengthDecode";
    default:
      throw new OtherTiff(`packing ${packing}`);
  }
}

const reversed = (byte: number): number => Number.parseInt(byte.toString(2).padStart(8, "0").split("").toReversed().join(""), 2);

/** A JPEG whose tables stand once for all strips: they go in after its first mark, without their own first and last. */
function withTables(strip: Uint8Array, tables: readonly number[] | undefined): Uint8Array {
  return tables === undefined || tables.length < 4
    ? strip
    : Buffer.concat([strip.subarray(0, 2), Uint8Array.from(tables.slice(2, -2)), strip.subarray(2)]);
}

/** The pages as a PDF, each strip a picture of its own under the one before. */
export function pdfOfTiff(pages: readonly TiffPage[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const places: number[] = [];
  let end = 9;
  const put = (number: number, head: string, stream?: Uint8Array): void => {
    places[number] = end;
    const body = stream ? [Buffer.from("stream\n"), stream, Buffer.from("\nendstream")] : [];
    const object = Buffer.concat([Buffer.from(`${number} 0 obj\n${head}`), ...body, Buffer.from("\nendobj\n")]);
    parts.push(object);
    end += object.length;
  };
  let next = 3;
  const kids: number[] = [];
  for (const { width, height, dotsPerInch, colour, more, strips } of pages) {
    const scale = 72 / dotsPerInch;
    let top = height;
    const drawing: string[] = [];
    const names = strips.map(({ rows, bytes }) => {
      put(next, `<</Type/XObject/Subtype/Image/Width ${width}/Height ${rows}/ColorSpace${colour}${more}/Length ${bytes.length}>>`, bytes);
      top -= rows;
      drawing.push(`q ${width * scale} 0 0 ${rows * scale} 0 ${top * scale} cm /I${next} Do Q`);
      return `/I${next} ${next++} 0 R`;
    });
    const content = Buffer.from(drawing.join("\n"));
    put(next, `<</Length ${content.length}>>`, content);
    const page = next + 1;
    put(
      page,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width * scale} ${height * scale}]/Contents ${next} 0 R/Resources<</XObject<<${names.join("")}>>>>>>`,
    );
    kids.push(page);
    next += 2;
  }
  put(1, "<</Type/Catalog/Pages 2 0 R>>");
  put(2, `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]/Count ${kids.length}>>`);
  const table = Array.from({ length: next - 1 }, (_, at) => `${String(places[at + 1] ?? 0).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(Buffer.from(`xref\n0 ${next}\n0000000000 65535 f \n${table}trailer<</Size ${next}/Root 1 0 R>>\nstartxref\n${end}\n%%EOF\n`));
  return Buffer.concat(parts);
}
