import { expect, test } from "vitest";
import { areaBetween, areaInMiddle, byKey, moved, resized } from "./areas.ts";

test("an area is what was drawn, in whichever direction; a slip of the finger is none", () => {
  const area = { shape: "ellipse", x: 0.2, y: 0.3, width: 0.4, height: 0.2 };
  expect(areaBetween("ellipse", { x: 0.2, y: 0.3 }, { x: 0.6, y: 0.5 })).toEqual(area);
  expect(areaBetween("ellipse", { x: 0.6, y: 0.5 }, { x: 0.2, y: 0.3 })).toEqual(area);
  expect(areaBetween("rectangle", { x: 0.9, y: 0.9 }, { x: 1.4, y: 1.2 })).toMatchObject({ x: 0.9, y: 0.9, width: 0.1, height: 0.1 });
  expect(areaBetween("rectangle", { x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 })).toBeNull();
});

test("moved and resized it stays within the picture", () => {
  const middle = areaInMiddle("rectangle");
  expect(moved(middle, { x: 2, y: -2 })).toMatchObject({ x: 0.8, y: 0, width: 0.2, height: 0.25 });
  expect(resized(middle, { x: 5, y: 5 })).toMatchObject({ x: 0.4, y: 0.35, width: 0.6, height: 0.65 });
  expect(resized(middle, { x: -5, y: -5 })).toMatchObject({ width: 0.02, height: 0.02 });
});

test("arrow keys move, with Shift they resize, others are not for it", () => {
  const middle = areaInMiddle("ellipse");
  expect(byKey(middle, { key: "ArrowLeft", shiftKey: false })).toMatchObject({ x: 0.38, width: 0.2 });
  expect(byKey(middle, { key: "ArrowDown", shiftKey: true })).toMatchObject({ y: 0.35, height: 0.27 });
  expect(byKey(middle, { key: "Enter", shiftKey: false })).toBeNull();
});
