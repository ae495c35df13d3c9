import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { Problem } from "../../../kernel/errors.ts";
import { readDocument } from "./read.ts";

const page = (): Canvas => {
  const canvas = createCanvas(900, 1200);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, 900, 1200);
  context.fillStyle = "#000";
  for (let y = 40; y < 1160; y += 30) context.fillRect(60, y, 400 + ((y * 37) % 380), 14);
  return canvas;
};
const [png, jpeg, webp] = (["image/png", "image/jpeg", "image/webp"] as const).map(
  (type) => new Uint8Array(page().toBuffer(type as "image/png")),
);
/** Small pictures stand whole in a photograph's head, before the picture itself. */
const withThumbnail = (bytes: Uint8Array): Uint8Array => {
  const small = createCanvas(16, 16).toBuffer("image/jpeg");
  return Uint8Array.from([
    ...bytes.subarray(0, 2),
    0xff,
    0xe1,
    (small.length + 2) >> 8,
    (small.length + 2) & 0xff,
    ...small,
    ...bytes.subarray(2),
  ]);
};
const bmp = ((): Uint8Array => {
  const bytes = Buffer.alloc(54 + 600 * 3 * 600);
  bytes.write("BM", "latin1");
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeInt32LE(600, 18);
  bytes.writeInt32LE(600, 22);
  return new Uint8Array(bytes);
})();
const gif = ((): Uint8Array => {
  const bytes = Buffer.from(`GIF89a${"\0".repeat(200)};`, "latin1");
  bytes.writeUInt16LE(800, 6);
  bytes.writeUInt16LE(900, 8);
  return new Uint8Array(bytes);
})();
const scan = new Uint8Array(readFileSync(resolve(import.meta.dirname, "../../../../test/fixtures/formats/front-province-1.jpg")));

async function outcome(name: string, bytes: Uint8Array): Promise<string> {
  try {
    return (await readDocument({ name, bytes })).needsRecognition ? "to be recognised" : "read";
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.text.vi).toMatch(/[Hh]ãy/);
    return String(error.details["reason"]);
  }
}

const whole: [name: string, bytes: Uint8Array][] = [
  ["a.png", png as Uint8Array],
  ["a.jpg", jpeg as Uint8Array],
  ["exif.jpg", withThumbnail(jpeg as Uint8Array)],
  ["a.webp", webp as Uint8Array],
  ["a.bmp", bmp],
  ["a.gif", gif],
  ["scan.jpg", scan],
];

describe("a picture that was cut off is not taken for the page", () => {
  test.each(whole)("%s", async (name, bytes) => {
    expect(await outcome(name, bytes)).toBe("to be recognised");
    for (const share of [0.3, 0.6, 0.9, 0.99]) {
      expect([share, await outcome(name, bytes.slice(0, Math.floor(bytes.length * share)))]).toEqual([share, "damaged"]);
    }
  });

  test("what cameras and mail programs put behind the end is no damage", async () => {
    for (const [name, bytes] of whole) {
      if (name === "a.gif") continue;
      expect([name, await outcome(name, Uint8Array.from([...bytes, ...new Uint8Array(300)]))]).toEqual([name, "to be recognised"]);
    }
  });

  test("a .png with other bytes in its middle", async () => {
    const bytes = (png as Uint8Array).slice();
    bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 8);
    expect(await outcome("a.png", bytes)).toBe("damaged");
  });

  test("under the name of another kind of picture, and of a document", async () => {
    for (const name of ["a.png", "a.pdf", "a.docx", "a"]) expect(await outcome(name, jpeg as Uint8Array)).toBe("to be recognised");
  });
});
