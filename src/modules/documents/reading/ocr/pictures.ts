import { createCanvas, loadImage, type Canvas } from "@napi-rs/canvas";
import { createIsomorphicCanvasFactory } from "unpdf";
import type { PdfPage } from "../pdf/open.ts";
import { inksOf, skewOf, type Inks } from "./pixels.ts";

/** Print of 14 points is some 45 pixels high here: finer takes longer and reads no better. */
export const dotsPerInch = 220;
/** Bound of a drawn page: A3 at the resolution above. */
const mostPixels = 10_000_000;
/** Long side of the image that people see beside the text, and its largest size in bytes. */
const shown = { side: 1600, bytes: 500 * 1024 };

export type Drawn = { canvas: Canvas; dotsPerInch: number };

/** A PDF's page as a picture. */
export async function drawPage(page: PdfPage): Promise<Drawn> {
  const plain = page.getViewport({ scale: 1 });
  const wanted = dotsPerInch / 72;
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  // The library is made for a browser's canvas, of which this one has all that it uses.
  await page.render({ canvas, canvasContext: context, viewport } as unknown as Parameters<PdfPage["render"]>[0]).promise;
  return { canvas, dotsPerInch: scale * 72 };
}

export const pdfCanvas = () => createIsomorphicCanvasFactory(() => import("@napi-rs/canvas"));

/** A photograph or scan, upright as its camera says, taken for a sheet of A4. */
export async function drawPhotograph(bytes: Uint8Array): Promise<Drawn> {
  const image = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const long = Math.max(image.width, image.height);
  const target = Math.min(11.7 * dotsPerInch, Math.sqrt((mostPixels * long) / Math.min(image.width, image.height)));
  // Small pictures are enlarged: print needs some twenty pixels to be told apart.
  const scale = Math.min(3, target / long);
  const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return { canvas, dotsPerInch: Math.max(canvas.width, canvas.height) / 11.7 };
}

/** Turned by degrees, clockwise; by a quarter its sides change places. */
export function turned({ canvas, dotsPerInch: resolution }: Drawn, degrees: number): Drawn {
  const quarter = Math.abs(degrees % 180) === 90;
  const out = createCanvas(quarter ? canvas.height : canvas.width, quarter ? canvas.width : canvas.height);
  const context = out.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, out.width, out.height);
  context.translate(out.width / 2, out.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return { canvas: out, dotsPerInch: resolution };
}

export function inksIn({ canvas }: Drawn): Inks {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return inksOf(canvas.width, canvas.height, data);
}

/** With its lines of print level. */
export function levelled(drawn: Drawn): Drawn {
  const skew = skewOf(inksIn(drawn).text);
  return Math.abs(skew) < 0.15 ? drawn : turned(drawn, -skew);
}

/** The page as people see it. */
export async function shownImage({ canvas }: Drawn): Promise<Buffer> {
  const scale = Math.min(1, shown.side / Math.max(canvas.width, canvas.height));
  const small = createCanvas(Math.max(1, Math.round(canvas.width * scale)), Math.max(1, Math.round(canvas.height * scale)));
  const context = small.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(canvas, 0, 0, small.width, small.height);
  for (const quality of [80, 65, 50]) {
    const bytes = await small.encode("jpeg", quality);
    if (bytes.length <= shown.bytes) return bytes;
  }
  return small.encode("jpeg", 35);
}
