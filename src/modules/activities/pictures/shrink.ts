import { createCanvas, loadImage, type Image } from "@napi-rs/canvas";
import { problem } from "../../../kernel/errors.ts";
import { say } from "../messages.ts";
import { dimensionsOf } from "../../../kernel/picture-size.ts";

/** Long side in pixels, size in bytes of what is kept. */
export const kept = { side: 1600, bytes: 400 * 1024, thumb: 320 } as const;
/** A phone's largest picture; decoded it takes four bytes a pixel. */
const mostPixels = 64_000_000;
const qualities = [82, 72, 62, 50];

export type Shrunk = { picture: Buffer; thumb: Buffer };

/** Decoding is heavy: one at a time, so that ten photographs at once do not take the memory of ten. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * A photograph as it is kept: upright (its EXIF orientation applied), 1,600 pixels at most, JPEG of 400 kB at most, and drawn
 * anew, so that nothing of its metadata (place, device, time, embedded thumbnail) is left.
 */
export function shrinkPicture(bytes: Uint8Array): Promise<Shrunk> {
  const turn = queue.then(
    () => shrink(bytes),
    () => shrink(bytes),
  );
  queue = turn.catch(() => {});
  return turn;
}

async function shrink(bytes: Uint8Array): Promise<Shrunk> {
  const size = dimensionsOf(bytes);
  if (!size || size.width === 0 || size.height === 0) throw problem("unsupported", say("notPicture"));
  if (size.width * size.height > mostPixels) throw problem("too_large", say("tooManyPixels"));
  const image = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(() => {
    throw problem("unsupported", say("brokenPicture"));
  });
  return { picture: await encoded(image), thumb: await drawn(image, kept.thumb).encode("jpeg", 75) };
}

async function encoded(image: Image): Promise<Buffer> {
  for (const side of [kept.side, 1200, 800]) {
    const canvas = drawn(image, side);
    for (const quality of qualities) {
      const bytes = await canvas.encode("jpeg", quality);
      if (bytes.length <= kept.bytes) return bytes;
    }
  }
  return drawn(image, 640).encode("jpeg", 50);
}

function drawn(image: Image, side: number) {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  // JPEG has no transparency; without a ground, transparent parts would turn black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}
