import { createCanvas, loadImage, type Image } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { photograph, scene, traces } from "../../../../test/support/photograph.ts";
import { difference, greySide, likenessOf } from "./likeness.ts";
import { paperType } from "./papers.ts";
import { renderBlurred, renderSizes } from "./render.ts";

const pixels = (image: Image, at: { x: number; y: number; width: number; height: number }): Uint8ClampedArray => {
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(at.x, at.y, at.width, at.height).data;
};

describe("the likeness of a picture", () => {
  test("stays when it is made smaller, saved again, made brighter; another picture is far", async () => {
    const large = scene(1600, 1200);
    const { likeness } = await renderSizes(large.toBuffer("image/jpeg", 92));
    if (likeness === null) throw new Error("no likeness");
    const small = createCanvas(400, 300);
    small.getContext("2d").drawImage(large, 0, 0, 400, 300);
    const bright = createCanvas(800, 600);
    const context = bright.getContext("2d");
    context.drawImage(large, 0, 0, 800, 600);
    context.fillStyle = "rgb(255 255 255 / 15%)";
    context.fillRect(0, 0, 800, 600);
    for (const again of [small.toBuffer("image/jpeg", 40), bright.toBuffer("image/webp")]) {
      const other = (await renderSizes(again)).likeness;
      expect(difference(likeness, other ?? ~likeness)).toBeLessThanOrEqual(6);
    }
    for (const seed of [2, 3, 4]) {
      const other = (await renderSizes(scene(800, 600, seed).toBuffer("image/jpeg", 92))).likeness;
      expect(difference(likeness, other ?? likeness), `scene ${seed}`).toBeGreaterThan(12);
    }
  });

  test("a wall in one colour has none; what is kept fits into 64 bits with a sign", () => {
    expect(likenessOf(new Uint8Array(greySide * greySide).fill(120))).toBeNull();
    const half = Uint8Array.from({ length: greySide * greySide }, (_, at) => (at % greySide < 16 ? 20 : 220));
    const likeness = likenessOf(half);
    expect(likeness === null ? null : BigInt.asIntN(64, likeness)).toBe(likeness);
    expect(difference(0n, -1n)).toBe(64);
    expect(difference(5n, 5n)).toBe(0);
  });
});

describe("sizes of a photograph", () => {
  test("are upright, small enough for a weak line, and hold nothing that the telephone wrote", async () => {
    const came = photograph({ width: 3000, height: 2000, turned: true, quality: 95 });
    expect(came.includes(traces.device) && came.includes(traces.latitude)).toBe(true);
    const sizes = await renderSizes(came);
    expect([sizes.width, sizes.height]).toEqual([1600, 2400]);
    expect(sizes.web.length).toBeLessThanOrEqual(40 * 1024);
    expect(sizes.thumb.length).toBeLessThanOrEqual(16 * 1024);
    for (const bytes of [sizes.print, sizes.web, sizes.thumb]) {
      const image = await loadImage(bytes);
      expect(image.height).toBeGreaterThan(image.width);
      for (const trace of ["Exif", ...Object.values(traces)]) expect(bytes.includes(trace)).toBe(false);
    }
  });

  test("what was under a covered area is not in the result", async () => {
    const area = { shape: "rectangle", x: 0.25, y: 0.25, width: 0.25, height: 0.25 } as const;
    const stripes = (from: string, to: string) => {
      const canvas = createCanvas(800, 800);
      const context = canvas.getContext("2d");
      context.fillStyle = "#777";
      context.fillRect(0, 0, 800, 800);
      for (let at = 0; at < 40; at++) {
        context.fillStyle = at % 2 ? from : to;
        context.fillRect(200 + at * 5, 200, 5, 200);
      }
      return canvas.toBuffer("image/png");
    };
    const inner = { x: 210, y: 210, width: 180, height: 180 };
    const one = await loadImage((await renderBlurred(stripes("#000", "#fff"), [area])).print);
    const data = pixels(one, inner);
    const greys = Array.from({ length: data.length / 4 }, (_, at) => data[at * 4] ?? 0);
    // Twenty black and twenty white stripes: one grey is left of them.
    expect(Math.max(...greys) - Math.min(...greys)).toBeLessThan(40);
    const { print, web } = await renderBlurred(stripes("#000", "#fff"), [{ ...area, shape: "ellipse" }]);
    const corner = pixels(await loadImage(print), { x: 200, y: 200, width: 20, height: 8 });
    const corners = Array.from({ length: corner.length / 4 }, (_, at) => corner[at * 4] ?? 0);
    expect(Math.max(...corners) - Math.min(...corners), "beyond the ellipse nothing is covered").toBeGreaterThan(150);
    expect(web.length).toBeLessThanOrEqual(40 * 1024);
  });
});

test("a paper is what its ending says, by its first bytes", () => {
  const bytes = (text: string) => Uint8Array.from(text, (each) => each.codePointAt(0) ?? 0);
  expect(paperType("Biên bản.PDF", bytes("%PDF-1.7"))).toEqual({ type: "application/pdf" });
  expect(paperType("ke-hoach.docx", bytes("PK\u0003\u0004"))).toHaveProperty("type");
  expect(paperType("danh-sach.txt", new TextEncoder().encode("Danh sách hộ hiến đất"))).toHaveProperty("type");
  expect(paperType("ke-hoach.docx", bytes("%PDF-1.7"))).toEqual({ wrong: "content" });
  expect(paperType("ghi-chu.txt", bytes("a\0b"))).toEqual({ wrong: "content" });
  expect(paperType("tro-choi.exe", bytes("MZ"))).toEqual({ wrong: "ending" });
  expect(paperType("anh.jpg", bytes("\u00ff\u00d8"))).toEqual({ wrong: "ending" });
});
