import { expect, test } from "vitest";
import { decodeFax } from "./decode.ts";
import { encodeGroup4 } from "./encode.ts";

const rowsFrom = (...rows: string[]): boolean[][] => rows.map((row) => [...row].map((pixel) => pixel === "#"));
const bitsOf = ({ bits, rows }: { bits: Uint8Array; rows: number }, columns: number): string[] =>
  Array.from({ length: rows }, (_, y) =>
    Array.from({ length: columns }, (_x, x) => (((bits[y * ((columns + 7) >> 3) + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? "#" : ".")).join(
      "",
    ),
  );
const bytesOf = (bits: string): Uint8Array =>
  Uint8Array.from(bits.replace(/\s/g, "").match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
const group4 = { k: -1, byteAligned: false };

test.each([
  ["blank, black, blank", [".........", "#########", "........."]],
  ["strokes that move a little", ["..###....", ".###.....", "...###...", "..#####.."]],
  ["strokes that begin and end between others", ["#.#.#.#.#", ".........", "..##.....", "#.......#"]],
])("Group 4: %s", (_, drawn) => {
  const rows = rowsFrom(...drawn);
  expect(bitsOf(decodeFax(encodeGroup4(rows), { ...group4, columns: 9, rows: rows.length }), 9)).toEqual(drawn);
});

test("long runs and a whole page of noise", () => {
  let seed = 7;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const rows = Array.from({ length: 40 }, (_, y) => {
    let [isBlack, left] = [false, 0];
    return Array.from({ length: 3000 }, () => {
      if ((left -= 1) <= 0) [isBlack, left] = [!isBlack, Math.ceil(random() ** 4 * (y % 3 === 0 ? 2900 : 60))];
      return isBlack;
    });
  });
  const drawn = rows.map((row) => row.map((pixel) => (pixel ? "#" : ".")).join(""));
  expect(bitsOf(decodeFax(encodeGroup4(rows), { ...group4, columns: 3000, rows: 40 }), 3000)).toEqual(drawn);
});

test("Group 3: rows by themselves, and told by the row above", () => {
  const end = "000000000001";
  // 3 white, 2 black, 4 white.
  const row = "1000 11 1011";
  expect(
    bitsOf(decodeFax(bytesOf(`${end}${row}${end}${row}${end.repeat(6)}`), { k: 0, columns: 9, rows: 0, byteAligned: false }), 9),
  ).toEqual(["...##....", "...##...."]);
  // The second row: both changes straight below, the end too.
  expect(bitsOf(decodeFax(bytesOf(`${end}1${row}${end}0 1 1 1`), { k: 4, columns: 9, rows: 2, byteAligned: false }), 9)).toEqual([
    "...##....",
    "...##....",
  ]);
});

test("what is damaged ends the picture", () => {
  const bytes = encodeGroup4(rowsFrom("..###....", ".........", "#.#.#.#.#"));
  for (let length = 0; length <= bytes.length; length += 1)
    expect(decodeFax(bytes.subarray(0, length), { ...group4, columns: 9, rows: 3 }).rows).toBeLessThanOrEqual(3);
  expect(decodeFax(new Uint8Array(5000), { ...group4, columns: 9, rows: 3 }).rows).toBe(0);
});
