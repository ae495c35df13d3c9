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

/** Ink without the frame or ring round it: whatever hangs together, spans most of the picture and is mostly empty. */
export function withoutFrame(picture: Grey, level: number): Grey {
  const { width, height, data } = picture;
  const seen = new Uint8Array(data.length);
  const out: Grey = { width, height, data: data.slice() };
  for (let start = 0; start < data.length; start += 1) {
    if (seen[start] || (data[start] ?? 255) >= level) continue;
    const piece = pieceFrom(picture, start, level, seen);
    const [xs, ys] = [piece.map((at) => at % width), piece.map((at) => Math.floor(at / width))];
    const across = extent(xs);
    const down = extent(ys);
    if (across > width * 0.5 && down > height * 0.4 && piece.length < across * down * 0.35) for (const at of piece) paint(out, at);
  }
  return out;
}

function pieceFrom({ width, data }: Grey, start: number, level: number, seen: Uint8Array): number[] {
  const piece: number[] = [];
  const open = [start];
  seen[start] = 1;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    piece.push(at);
    for (const next of [at - 1, at + 1, at - width, at + width]) {
      if (next < 0 || next >= data.length || seen[next] || (data[next] ?? 255) >= level) continue;
      seen[next] = 1;
      open.push(next);
    }
  }
  return piece;
}

function extent(values: readonly number[]): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return most - least + 1;
}

/** The pixel and its fringe, which is paler than ink. */
function paint({ width, data }: Grey, at: number): void {
  for (const next of [at, at - 1, at + 1, at - width, at + width, at - 2, at + 2]) if (next >= 0 && next < data.length) data[next] = 255;
}
