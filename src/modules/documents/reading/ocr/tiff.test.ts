import { expect, test } from "vitest";
import { encodeGroup4 } from "../fax/encode.ts";
import { readDocument } from "../read.ts";
import { withPdf } from "../pdf/open.ts";
import { drawPage, pdfCanvas } from "./pictures.ts";
import { pdfOfTiff, tiffPages } from "./tiff.ts";

/** A picture of 600 × 800, black left of the middle, in two strips, as the tags say. */
type Made = { tags?: [tag: number, value: number][]; strip: Uint8Array };
const [width, height] = [600, 800];

/** A TIFF file of these pages, with numbers in the order that Intel's or Motorola's machines have. */
function tiff(pages: Made[], little = true): Uint8Array {
  const file = Buffer.alloc(200_000);
  const [two, four] = [
    (value: number, at: number) => (little ? file.writeUInt16LE(value, at) : file.writeUInt16BE(value, at)),
    (value: number, at: number) => (little ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at)),
  ];
  file.write(little ? "II" : "MM", 0);
  two(42, 2);
  let [end, link] = [8, 4];
  for (const { tags = [], strip } of pages) {
    const from = end;
    file.set(strip, from);
    file.set(strip, from + strip.length);
    end += 2 * strip.length + (strip.length % 2 === 0 ? 0 : 2);
    four(from, end);
    four(from + strip.length, end + 4);
    four(strip.length, end + 8);
    four(strip.length, end + 12);
    const lists = end;
    end += 16;
    four(end, link);
    const entries = new Map<number, [count: number, value: number]>([
      [256, [1, width]],
      [257, [1, height]],
      [258, [1, 1]],
      [262, [1, 0]],
      [273, [2, lists]],
      [278, [1, height / 2]],
      [279, [2, lists + 8]],
    ]);
    for (const [tag, value] of tags) entries.set(tag, [1, value]);
    two(entries.size, end);
    for (const [at, [tag, [count, value]]] of [...entries].toSorted(([one], [other]) => one - other).entries()) {
      const place = end + 2 + at * 12;
      two(tag, place);
      two(4, place + 2);
      four(count, place + 4);
      four(value, place + 8);
    }
    link = end + 2 + entries.size * 12;
    four(0, link);
    end = link + 4;
  }
  return file.subarray(0, end);
}

const row = Array.from({ length: width }, (_, x) => x < width / 2);
const packedByFax = encodeGroup4(Array.from({ length: height / 2 }, () => row));
const plain = new Uint8Array((width / 8) * (height / 2)).map((_, at) => (at % (width / 8) < width / 16 ? 0xff : 0));
const grey = new Uint8Array((width * height) / 2).map((_, at) => (at % width < width / 2 ? 0 : 255));

async function shadesOf(bytes: Uint8Array): Promise<[number | undefined, number | undefined][]> {
  const CanvasFactory = await pdfCanvas();
  return withPdf(
    pdfOfTiff(tiffPages(bytes)),
    { pages: 9 },
    async (pdf) => {
      const shades: [number | undefined, number | undefined][] = [];
      for (let page = 1; page <= pdf.numPages; page += 1) {
        const { canvas } = await drawPage(await pdf.getPage(page));
        const at = (across: number, down: number) =>
          canvas.getContext("2d").getImageData(Math.round(canvas.width * across), Math.round(canvas.height * down), 1, 1).data[0];
        expect([at(0.2, 0.8), at(0.8, 0.8)]).toEqual([at(0.2, 0.2), at(0.8, 0.2)]);
        shades.push([at(0.2, 0.2), at(0.8, 0.2)]);
      }
      return shades;
    },
    { CanvasFactory },
  );
}

test.each([
  ["Group 4", tiff([{ tags: [[259, 4]], strip: packedByFax }])],
  ["Group 4, written by Motorola's order", tiff([{ tags: [[259, 4]], strip: packedByFax }], false)],
  ["not packed", tiff([{ strip: plain }])],
  [
    "grey",
    tiff([
      {
        tags: [
          [258, 8],
          [262, 1],
        ],
        strip: grey.subarray(0, 90_000),
      },
    ]),
  ],
])("is drawn as it was scanned: %s", async (name, bytes) => {
  if (name === "grey") expect(tiffPages(bytes)[0]?.more).toBe("/BitsPerComponent 8");
  else expect(await shadesOf(bytes)).toEqual([[0, 255]]);
});

test("several pages are read as so many pages", async () => {
  const bytes = tiff([{ strip: plain }, { tags: [[259, 4]], strip: packedByFax }, { strip: plain }]);
  const { kind, pages, needsRecognition } = await readDocument({ name: "quet.tif", bytes });
  expect([kind, pages.length, needsRecognition]).toEqual(["image", 3, true]);
  expect(await shadesOf(bytes)).toEqual([
    [0, 255],
    [0, 255],
    [0, 255],
  ]);
});

test("what is cut off, or made as no scanner does, is refused with what to do", async () => {
  const read = (bytes: Uint8Array) => readDocument({ name: "quet.tif", bytes });
  const whole = tiff([{ strip: plain }]);
  for (const length of [5, 9, 2000, whole.length - 30])
    await expect(read(whole.subarray(0, length))).rejects.toMatchObject({ code: "unsupported" });
  await expect(read(tiff([{ tags: [[322, 16]], strip: plain }]))).rejects.toMatchObject({ details: { reason: "tiff" } });
  await expect(read(tiff([{ tags: [[259, 50_000]], strip: plain }]))).rejects.toMatchObject({ details: { reason: "tiff" } });
  const circle = Buffer.from(whole);
  circle.writeUInt32LE(circle.readUInt32LE(4), circle.length - 4);
  await expect(read(circle)).rejects.toMatchObject({ details: { reason: "tiff" } });
});
