import { createCanvas, loadImage, type Canvas, type Image } from "@napi-rs/canvas";
import { problem } from "../../kernel/errors.ts";
import { phrasebook } from "../../kernel/language.ts";
import { dimensionsOf } from "../../kernel/picture-size.ts";

/** A phone's largest picture; decoded it takes four bytes a pixel. */
const mostPixels = 64_000_000;

const say = phrasebook(
  {
    notPicture: "Tệp này không phải ảnh JPG, PNG hoặc WEBP. Hãy chọn ảnh khác; ảnh HEIC của iPhone cần đổi sang JPG trước.",
    brokenPicture: "Ảnh này bị hỏng nên không đọc được. Hãy chụp hoặc chọn lại ảnh khác.",
    tooManyPixels: "Ảnh này lớn hơn 64 triệu điểm ảnh. Hãy giảm cỡ ảnh rồi gửi lại.",
  },
  {
    notPicture: "This file is no JPG, PNG or WEBP picture. Choose another; HEIC pictures of an iPhone must be converted to JPG first.",
    brokenPicture: "This picture is damaged and cannot be read. Take it again or choose another.",
    tooManyPixels: "This picture has more than 64 million pixels. Make it smaller and send again.",
  },
);

/** Why a picture cannot be read, in the details of its problem. */
export type PictureFault = "not-picture" | "broken" | "too-many-pixels";

const fault = (code: "unsupported" | "too_large", text: ReturnType<typeof say>, why: PictureFault) => problem(code, text, { fault: why });

/** Refuses, from its head alone, what is no picture of the three kinds or would unpack to more than memory should take. */
export function checkPicture(bytes: Uint8Array): void {
  const size = dimensionsOf(bytes);
  if (!size || size.width === 0 || size.height === 0) throw fault("unsupported", say("notPicture"), "not-picture");
  if (size.width * size.height > mostPixels) throw fault("too_large", say("tooManyPixels"), "too-many-pixels");
}

/** Decoding is heavy: one at a time, so that ten photographs at once do not take the memory of ten. */
let queue: Promise<unknown> = Promise.resolve();

export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work, work);
  queue = turn.catch(() => {});
  return turn;
}

/** The picture, upright (its EXIF orientation applied). Throws a `Problem` whose details name the fault. Within `oneAtATime`. */
export async function decodePicture(bytes: Uint8Array): Promise<Image> {
  checkPicture(bytes);
  return loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).catch(() => {
    throw fault("unsupported", say("brokenPicture"), "broken");
  });
}

/** Drawn anew with this long side at most; nothing of a file's metadata (place, device, time, embedded thumbnail) comes along. */
export function drawn(image: Image | Canvas, side: number): Canvas {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))];
  let from: Image | Canvas = image;
  // By halves: drawn at a tenth at once, most pixels would be skipped instead of mixed in.
  while (from.width > 2 * width && from.height > 2 * height) from = redrawn(from, Math.ceil(from.width / 2), Math.ceil(from.height / 2));
  return redrawn(from, width, height);
}

function redrawn(image: Image | Canvas, width: number, height: number): Canvas {
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

/** Long sides in pixels and JPEG qualities to try, best first, and the bytes it may take. */
export type Fit = { sides: readonly number[]; qualities: readonly number[]; bytes: number };

/** The best JPEG that fits; when nothing does, the smallest that was tried. */
export async function jpegWithin(image: Image | Canvas, { sides, qualities, bytes }: Fit): Promise<Buffer> {
  let last: Buffer | null = null;
  for (const side of sides) {
    const canvas = drawn(image, side);
    for (const quality of qualities) {
      last = await canvas.encode("jpeg", quality);
      if (last.length <= bytes) return last;
    }
  }
  if (!last) throw new Error("no size to try");
  return last;
}
