import type { BlurArea } from "../../../src/modules/exemplars/contract.ts";

/** Places and lengths are shares of the picture, 0 to 1. */
export type Place = { x: number; y: number };

/** Smaller than this is a slip of the finger, not an area. */
const least = 0.02;

const clamp = (value: number, most = 1) => Math.min(most, Math.max(0, value));
const round = (value: number) => Math.round(value * 10_000) / 10_000;

const inside = ({ shape, x, y, width, height }: BlurArea): BlurArea => {
  const [wide, high] = [clamp(Math.max(least, width)), clamp(Math.max(least, height))];
  return { shape, x: round(clamp(x, 1 - wide)), y: round(clamp(y, 1 - high)), width: round(wide), height: round(high) };
};

/** What was drawn from one place to another; null when that is hardly anything. */
export function areaBetween(shape: BlurArea["shape"], from: Place, to: Place): BlurArea | null {
  const [x, y] = [clamp(Math.min(from.x, to.x)), clamp(Math.min(from.y, to.y))];
  const [width, height] = [clamp(Math.max(from.x, to.x)) - x, clamp(Math.max(from.y, to.y)) - y];
  return width < least || height < least ? null : inside({ shape, x, y, width, height });
}

/** Where a new area begins for whoever does not draw. */
export const areaInMiddle = (shape: BlurArea["shape"]): BlurArea => ({ shape, x: 0.4, y: 0.35, width: 0.2, height: 0.25 });

export const moved = (area: BlurArea, by: Place): BlurArea => inside({ ...area, x: area.x + by.x, y: area.y + by.y });

/** Its upper left corner stays; it never grows beyond the picture. */
export const resized = (area: BlurArea, by: Place): BlurArea =>
  inside({ ...area, width: Math.min(1 - area.x, area.width + by.x), height: Math.min(1 - area.y, area.height + by.y) });

const steps: Record<string, Place> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What a key does to the chosen area; null when it is not for it. */
export function byKey(area: BlurArea, { key, shiftKey }: { key: string; shiftKey: boolean }): BlurArea | null {
  const step = steps[key];
  if (!step) return null;
  const by = { x: step.x * 0.02, y: step.y * 0.02 };
  return shiftKey ? resized(area, by) : moved(area, by);
}
