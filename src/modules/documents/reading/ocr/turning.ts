import { greyOf, type Grey } from "./pixels.ts";

/** Turned by so many degrees, clockwise when positive, about its middle; what comes in from outside is white. */
export function rotated({ width, height, data }: Grey, degrees: number): Grey {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const out = greyOf(width, height);
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - middleX, y - middleY];
      const [fromX, fromY] = [cos * dx + sin * dy + middleX, -sin * dx + cos * dy + middleY];
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [alongX, alongY] = [fromX - left, fromY - top];
      const at = top * width + left;
      const upper = (data[at] ?? 255) * (1 - alongX) + (data[at + 1] ?? 255) * alongX;
      const lower = (data[at + width] ?? 255) * (1 - alongX) + (data[at + width + 1] ?? 255) * alongX;
      out.data[y * width + x] = upper * (1 - alongY) + lower * alongY;
    }
  }
  return out;
}

/** With a white border all round. */
export function padded({ width, height, data }: Grey, border: number): Grey {
  const out = greyOf(width + 2 * border, height + 2 * border);
  for (let y = 0; y < height; y += 1) out.data.set(data.subarray(y * width, (y + 1) * width), (y + border) * out.width + border);
  return out;
}
