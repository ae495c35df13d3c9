import { black, modes, white } from "./codes.ts";

/** Packs rows of pixels (true for black) as Group 4, for tests: the decoder is held against it, and it against other viewers. */
export function encodeGroup4(rows: readonly (readonly boolean[])[]): Uint8Array {
  const codeOf = new Map([...modes].map(([code, mode]) => [mode, code]));
  let bits = "";
  let above: readonly boolean[] = rows[0]?.map(() => false) ?? [];
  for (const row of rows) {
    const width = row.length;
    const at = (line: readonly boolean[], x: number): boolean => x >= 0 && (line[x] ?? false);
    const change = (line: readonly boolean[], from: number): number => {
      let x = from;
      while (x < width && at(line, x) === at(line, x - 1)) x += 1;
      return x;
    };
    for (let a0 = -1, isBlack = false; a0 < width;) {
      let b1 = change(above, a0 + 1);
      while (b1 < width && at(above, b1) === isBlack) b1 = change(above, b1 + 1);
      const b2 = b1 < width ? change(above, b1 + 1) : width;
      let a1 = Math.max(0, a0);
      while (a1 < width && at(row, a1) === isBlack) a1 += 1;
      if (b2 < a1) {
        bits += codeOf.get("pass");
        a0 = b2;
      } else if (Math.abs(a1 - b1) <= 3) {
        bits += codeOf.get(a1 - b1);
        [a0, isBlack] = [a1, !isBlack];
      } else {
        let a2 = a1;
        while (a2 < width && at(row, a2) !== isBlack) a2 += 1;
        bits += `${codeOf.get("horizontal")}${runOf(a1 - Math.max(0, a0), isBlack)}${runOf(a2 - a1, !isBlack)}`;
        a0 = a2;
      }
    }
    above = row;
  }
  bits += "000000000001000000000001";
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, "0"), 2));
}

function runOf(length: number, isBlack: boolean): string {
  const codes = new Map([...(isBlack ? black : white)].map(([code, run]) => [run, code]));
  let [left, bits] = [length, ""];
  for (; left >= 64; left -= Math.min(2560, left - (left % 64))) bits += codes.get(Math.min(2560, left - (left % 64)));
  return bits + codes.get(left);
}
