import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { Problem } from "../../../kernel/errors.ts";
import { dimensionsOf } from "../../../kernel/picture-size.ts";
import { kept, shrinkPicture } from "./shrink.ts";

/** Noise does not compress: the largest a photograph of this size can be. */
function noise(width: number, height: number) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const picture = context.createImageData(width, height);
  let seed = 7;
  for (let at = 0; at < picture.data.length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    picture.data[at] = at % 4 === 3 ? 255 : seed >> 16;
  }
  context.putImageData(picture, 0, 0);
  return canvas;
}

test.each(["jpeg", "png", "webp"] as const)("the size of a %s is read from its head", (type) => {
  const bytes = createCanvas(61, 43).toBuffer(`image/${type}` as "image/png");
  expect(dimensionsOf(bytes)).toEqual({ type, width: 61, height: 43 });
});

test("what is no picture, or ends before its size, has none", () => {
  const jpeg = createCanvas(61, 43).toBuffer("image/jpeg");
  for (const bytes of [new Uint8Array(0), new TextEncoder().encode("Không phải ảnh, chỉ là chữ"), jpeg.subarray(0, 20)])
    expect(dimensionsOf(bytes)).toBeNull();
});

test("even noise fits into what is kept", async () => {
  const { picture, thumb } = await shrinkPicture(noise(1800, 1300).toBuffer("image/jpeg", 95));
  expect(picture.length).toBeLessThanOrEqual(kept.bytes);
  const small = await loadImage(thumb);
  expect(Math.max(small.width, small.height)).toBe(kept.thumb);
});

test("a small picture is not blown up; transparent parts become white", async () => {
  const { picture } = await shrinkPicture(createCanvas(30, 20).toBuffer("image/png"));
  const image = await loadImage(picture);
  expect([image.width, image.height]).toEqual([30, 20]);
  const canvas = createCanvas(30, 20);
  canvas.getContext("2d").drawImage(image, 0, 0);
  expect([...canvas.getContext("2d").getImageData(3, 3, 1, 1).data]).toEqual([255, 255, 255, 255]);
});

test("one that fails does not hold up the next", async () => {
  const broken = shrinkPicture(new Uint8Array([1, 2, 3]));
  const good = shrinkPicture(createCanvas(30, 20).toBuffer("image/png"));
  await expect(broken).rejects.toBeInstanceOf(Problem);
  await expect(good).resolves.toHaveProperty("picture");
});
