import { createCanvas, type Canvas, type Image, type SKRSContext2D } from "@napi-rs/canvas";
import { decodePicture, drawn, jpegWithin, oneAtATime } from "../../../platform/pictures/index.ts";
import type { BlurArea } from "./contract.ts";
import { greySide, likenessOf } from "./likeness.ts";

/** For print and to work on; for the web, where a page has many; beside a line. */
const print = { sides: [2400, 1800], qualities: [88, 80, 70], bytes: 2 * 1024 * 1024 };
const web = { sides: [1200, 1000, 800, 640, 480, 360], qualities: [74, 64, 54], bytes: 40 * 1024 };
const thumb = { sides: [320, 240], qualities: [72, 60], bytes: 16 * 1024 };

export type Sizes = { print: Buffer; web: Buffer; thumb: Buffer; width: number; height: number; likeness: bigint | null };

/** The sizes of a photograph, each drawn anew. Throws a `Problem` with the fault when it is none. */
export function renderSizes(bytes: Uint8Array): Promise<Sizes> {
  return oneAtATime(async () => {
    const image = await decodePicture(bytes);
    // The large one first; the others from it, which is less work than from a phone's 12 million pixels.
    const master = drawn(image, 2400);
    return {
      print: await jpegWithin(master, print),
      web: await jpegWithin(master, web),
      thumb: await jpegWithin(master, thumb),
      width: master.width,
      height: master.height,
      likeness: likenessOf(greyOf(image)),
    };
  });
}

/** Grey values of the whole picture pressed into a square; by halves, so that no pixel is skipped. */
function greyOf(image: Image): Uint8Array {
  let from: Canvas = drawn(image, 512);
  for (const side of [256, 128, 64, greySide]) {
    const next = createCanvas(side, side);
    const context = next.getContext("2d");
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = "high";
    context.drawImage(from, 0, 0, side, side);
    from = next;
  }
  const { data } = from.getContext("2d").getImageData(0, 0, greySide, greySide);
  return Uint8Array.from(
    { length: greySide * greySide },
    (_, at) => 0.299 * (data[at * 4] ?? 0) + 0.587 * (data[at * 4 + 1] ?? 0) + 0.114 * (data[at * 4 + 2] ?? 0),
  );
}

export type Blurred = { print: Buffer; web: Buffer };

/**
 * The picture with areas made unrecognisable for good: of each, no more than a handful of colours is left, drawn softly. What
 * was under it is not in the result.
 */
export function renderBlurred(bytes: Uint8Array, areas: readonly BlurArea[]): Promise<Blurred> {
  return oneAtATime(async () => {
    const canvas = drawn(await decodePicture(bytes), 2400);
    for (const area of areas) cover(canvas, area);
    return { print: await jpegWithin(canvas, print), web: await jpegWithin(canvas, web) };
  });
}

/** Colours that are left along the shorter and at most along the longer side of an area. */
const shorter = 4;
const longer = 8;

function cover(canvas: Canvas, { shape, ...share }: BlurArea): void {
  const x = Math.min(canvas.width - 1, Math.floor(share.x * canvas.width));
  const y = Math.min(canvas.height - 1, Math.floor(share.y * canvas.height));
  const width = Math.max(1, Math.min(canvas.width - x, Math.ceil(share.width * canvas.width)));
  const height = Math.max(1, Math.min(canvas.height - y, Math.ceil(share.height * canvas.height)));
  const block = Math.min(width, height) / shorter;
  const context = canvas.getContext("2d");
  const few = mixed(
    context,
    { x, y, width, height },
    Math.min(longer, Math.ceil(width / block)),
    Math.min(longer, Math.ceil(height / block)),
  );
  context.save();
  context.beginPath();
  if (shape === "ellipse") context.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  else context.rect(x, y, width, height);
  context.clip();
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.drawImage(few, 0, 0, few.width, few.height, x, y, width, height);
  context.restore();
}

type Box = { x: number; y: number; width: number; height: number };

/** The area as few pixels, each the mean of all that it stands for: scaling would pick single ones out of a face. */
function mixed(context: SKRSContext2D, box: Box, columns: number, rows: number): Canvas {
  const few = createCanvas(Math.min(columns, box.width), Math.min(rows, box.height));
  const { data } = context.getImageData(box.x, box.y, box.width, box.height);
  const into = few.getContext("2d").createImageData(few.width, few.height);
  const sums = new Float64Array(few.width * few.height * 4);
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const cell = (Math.floor((y * few.height) / box.height) * few.width + Math.floor((x * few.width) / box.width)) * 4;
      const pixel = (y * box.width + x) * 4;
      for (let part = 0; part < 3; part++) sums[cell + part] = (sums[cell + part] ?? 0) + (data[pixel + part] ?? 0);
      sums[cell + 3] = (sums[cell + 3] ?? 0) + 1;
    }
  }
  for (let at = 0; at < sums.length; at++)
    into.data[at] = at % 4 === 3 ? 255 : Math.round((sums[at] ?? 0) / (sums[at - (at % 4) + 3] || 1));
  few.getContext("2d").putImageData(into, 0, 0);
  return few;
}
