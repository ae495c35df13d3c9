import type { Rule } from "../pages/page.ts";

/** A grey picture: one byte a pixel, 0 black, 255 white. */
export type Grey = { width: number; height: number; data: Uint8Array };

export const greyOf = (width: number, height: number, fill = 255): Grey => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(fill),
});

const count = (counts: Uint32Array | Float64Array, at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

/** Red ink of stamps and seals, apart from what is printed; both are looked at, each without the other. */
export type Inks = { text: Grey; red: Grey; redShare: number };

/** Splits a colour picture (RGBA) into what is printed and what is stamped in red. */
export function inksOf(width: number, height: number, rgba: Uint8ClampedArray | Uint8Array): Inks {
  const [text, red] = [greyOf(width, height), greyOf(width, height)];
  let reds = 0;
  for (let at = 0, from = 0; at < text.data.length; at += 1, from += 4) {
    const [r, g, b] = [rgba[from] ?? 255, rgba[from + 1] ?? 255, rgba[from + 2] ?? 255];
    // Pressed over black it stays dark and belongs to the print.
    if (r - Math.max(g, b) > 45 && r > 110) {
      red.data[at] = Math.max(0, Math.min(g, b) - 40);
      reds += 1;
    } else text.data[at] = (r * 77 + g * 150 + b * 29) >> 8;
  }
  return { text, red, redShare: reds / Math.max(1, text.data.length) };
}

/**
 * The paper made white, however the light falls on it: each place is measured against the brightest around it. What a
 * photograph has in shadow is as readable afterwards as the rest.
 */
export function evened({ width, height, data }: Grey): Grey {
  const cell = 24;
  const [across, down] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const paper = new Float32Array(across * down);
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      // The ninth tenth: lighter than print, darker than a speck of glare.
      const counts = new Uint32Array(256);
      let seen = 0;
      for (let y = row * cell; y < Math.min(height, (row + 1) * cell); y += 2) {
        for (let x = column * cell; x < Math.min(width, (column + 1) * cell); x += 2) {
          count(counts, data[y * width + x] ?? 255);
          seen += 1;
        }
      }
      let value = 255;
      for (let left = seen * 0.1; value > 0 && left > 0; value -= 1) left -= counts[value] ?? 0;
      paper[row * across + column] = value;
    }
  }
  const ground = widest(widest(paper, across, down), across, down);
  const out = greyOf(width, height);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(down - 1, Math.floor(y / cell));
    for (let x = 0; x < width; x += 1) {
      const white = Math.max(40, ground[row * across + Math.min(across - 1, Math.floor(x / cell))] ?? 255);
      out.data[y * width + x] = Math.min(255, ((data[y * width + x] ?? 255) * 250) / white);
    }
  }
  return out;
}

/** The brightest of each cell's neighbours, evened out: a cell full of print knows the paper from beside it. */
function widest(cells: Float32Array, across: number, down: number): Float32Array {
  const out = new Float32Array(cells.length);
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      let best = 0;
      for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y += 1)
        for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x += 1)
          best = Math.max(best, cells[y * across + x] ?? 0);
      out[row * across + column] = best;
    }
  }
  return out;
}

/** Below it a pixel is ink (Otsu: the value that parts dark and light best). */
export function inkLevel({ data }: Grey): number {
  const counts = new Float64Array(256);
  for (let at = 0; at < data.length; at += 3) count(counts, data[at] ?? 255);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const weighted = counts.reduce((sum, count, value) => sum + count * value, 0);
  let [best, level, below, sumBelow] = [-1, 128, 0, 0];
  for (let value = 0; value < 255; value += 1) {
    below += counts[value] ?? 0;
    sumBelow += (counts[value] ?? 0) * value;
    if (below === 0 || below === total) continue;
    const difference = sumBelow / below - (weighted - sumBelow) / (total - below);
    const between = below * (total - below) * difference * difference;
    if (between > best) [best, level] = [between, value];
  }
  return Math.max(60, Math.min(200, level));
}

/**
 * How far the lines of print fall from the level, in degrees, positive when the right end is lower; 0 when nothing is
 * told. Rows of ink are sharpest at the angle that the lines have.
 */
export function skewOf(picture: Grey, most = 15): number {
  const small = halved(picture, 900);
  const level = inkLevel(small);
  const dark: [number, number][] = [];
  for (let y = 0; y < small.height; y += 1)
    for (let x = 0; x < small.width; x += 1) if ((small.data[y * small.width + x] ?? 255) < level) dark.push([x, y]);
  if (dark.length < 500 || dark.length > small.data.length * 0.5) return 0;
  const every = Math.max(1, Math.floor(dark.length / 60_000));
  const points = dark.filter((_, index) => index % every === 0);
  const sharpness = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const rows = new Float64Array(small.height * 2 + 2);
    for (const [x, y] of points) count(rows, Math.max(0, Math.round(y - x * slope + small.height / 2)));
    return rows.reduce((sum, count) => sum + count * count, 0);
  };
  const best = (from: number, to: number, step: number): number => {
    let [at, value] = [0, sharpness(0) * 1.005];
    for (let degrees = from; degrees <= to; degrees += step) {
      const sharp = sharpness(degrees);
      if (sharp > value) [at, value] = [degrees, sharp];
    }
    return at;
  };
  const coarse = best(-most, most, 0.5);
  if (Math.abs(coarse) >= most - 0.01) return 0;
  return best(coarse - 0.5, coarse + 0.5, 0.1);
}

/** Half as large, again and again, until it is no wider than `width`. */
function halved(picture: Grey, width: number): Grey {
  let one = picture;
  while (one.width > width * 1.5) {
    const next = greyOf(one.width >> 1, one.height >> 1);
    for (let y = 0; y < next.height; y += 1) {
      for (let x = 0; x < next.width; x += 1) {
        const at = 2 * y * one.width + 2 * x;
        next.data[y * next.width + x] =
          ((one.data[at] ?? 255) + (one.data[at + 1] ?? 255) + (one.data[at + one.width] ?? 255) + (one.data[at + one.width + 1] ?? 255)) >>
          2;
      }
    }
    one = next;
  }
  return one;
}

/**
 * Straight strokes longer than any letter's: borders and underlines, in pixels. They are painted over in the picture,
 * since a border that touches a letter is read as part of it.
 */
export function takeRules(picture: Grey, dotsPerInch: number): Rule[] {
  const level = inkLevel(picture);
  const flat = strokes(picture, level, dotsPerInch * 0.42, false);
  const upright = strokes(picture, level, dotsPerInch * 0.3, true);
  for (const rule of [...flat, ...upright]) erase(picture, rule);
  return [...flat, ...upright];
}

function strokes({ width, height, data }: Grey, level: number, shortest: number, upright: boolean): Rule[] {
  const [length, breadth] = upright ? [height, width] : [width, height];
  const ink = (along: number, across: number): boolean =>
    across >= 0 && across < breadth && (data[upright ? along * width + across : across * width + along] ?? 255) < level;
  const thickest = Math.max(6, Math.round(shortest / 10));
  const found: { from: number; to: number; first: number; last: number }[] = [];
  const open: { from: number; to: number; first: number; last: number }[] = [];
  for (let across = 0; across < breadth; across += 1) {
    let start = -1;
    let missed = 0;
    const close = (end: number): void => {
      if (start >= 0 && end - start >= shortest) {
        const run = { from: start, to: end, first: across, last: across };
        const same = open.find(({ from, to, last }) => across - last <= 3 && Math.min(to, end) - Math.max(from, start) > shortest * 0.2);
        if (same) [same.from, same.to, same.last] = [Math.min(same.from, run.from), Math.max(same.to, run.to), across];
        else open.push(run);
      }
      start = -1;
    };
    for (let along = 0; along < length; along += 1) {
      // A neighbour's ink counts, so that a stroke that is not quite straight is one stroke.
      if (ink(along, across) || ink(along, across + 1)) {
        if (start < 0) start = along;
        missed = 0;
      } else if (start >= 0 && (missed += 1) > 2) close(along - missed + 1);
    }
    close(length);
    for (const run of open.filter(({ last }) => across - last > 3)) {
      open.splice(open.indexOf(run), 1);
      found.push(run);
    }
  }
  return [...found, ...open]
    .filter(({ first, last }) => last - first < thickest)
    .map(({ from, to, first, last }) =>
      upright ? { left: first, right: last + 1, top: from, bottom: to } : { left: from, right: to, top: first, bottom: last + 1 },
    );
}

function erase({ width, height, data }: Grey, { left, right, top, bottom }: Rule): void {
  for (let y = Math.max(0, top - 2); y < Math.min(height, bottom + 2); y += 1)
    data.fill(255, y * width + Math.max(0, left - 2), y * width + Math.min(width, right + 2));
}

/** Share (0–1) of a box that is ink. */
export function inkIn({ width, data }: Grey, box: Rule, level: number): number {
  let dark = 0;
  for (let y = box.top; y < box.bottom; y += 1)
    for (let x = box.left; x < box.right; x += 1) if ((data[y * width + x] ?? 255) < level) dark += 1;
  return dark / Math.max(1, (box.right - box.left) * (box.bottom - box.top));
}

/** The box of all ink in a picture, or null when there is next to none. */
export function inkBox({ width, height, data }: Grey, level: number): Rule | null {
  let [left, right, top, bottom] = [width, 0, height, 0];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[y * width + x] ?? 255) >= level) continue;
      [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x + 1), Math.min(top, y), Math.max(bottom, y + 1)];
    }
  }
  return right > left ? { left, right, top, bottom } : null;
}

export function cropped({ width, data }: Grey, { left, right, top, bottom }: Rule): Grey {
  const out = greyOf(right - left, bottom - top);
  for (let y = 0; y < out.height; y += 1) out.data.set(data.subarray((top + y) * width + left, (top + y) * width + right), y * out.width);
  return out;
}

/** Pictures one under the other with white between them, and where each begins. */
export function stacked(pictures: readonly Grey[], gap: number): { picture: Grey; tops: number[] } {
  const width = Math.max(...pictures.map((one) => one.width)) + 2 * gap;
  const tops: number[] = [];
  let height = gap;
  for (const one of pictures) {
    tops.push(height);
    height += one.height + gap;
  }
  const picture = greyOf(width, height);
  for (const [index, one] of pictures.entries())
    for (let y = 0; y < one.height; y += 1)
      picture.data.set(one.data.subarray(y * one.width, (y + 1) * one.width), ((tops[index] ?? 0) + y) * width + gap);
  return { picture, tops };
}

/** The plainest picture format that there is; the recogniser reads it without decoding. */
export function asPgm({ width, height, data }: Grey): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
}
