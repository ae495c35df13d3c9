import { describe, expect, test } from "vitest";
import type { UnitId } from "../../../kernel/ids.ts";
import { isConflict } from "./conflicts.ts";
import { draw, type Lot } from "./lot.ts";

const judges = ["hanh", "vinh", "mai", "bao", "tong"];
const subjects = Array.from({ length: 20 }, (_, at) => ({ id: `s${String(at).padStart(2, "0")}`, has: [] as string[] }));
const lot = (more: Partial<Lot> = {}): Lot => ({ subjects, judges, load: {}, conflicts: {}, wanted: 2, ...more });

const loads = (given: Record<string, string[]>) =>
  judges.map((judge) => Object.values(given).filter((drawn) => drawn.includes(judge)).length);

describe("a drawing of lots", () => {
  test("comes again with the same seed, whatever the order, and not with another", () => {
    const first = draw("8f3a", lot());
    expect(draw("8f3a", lot({ subjects: subjects.toReversed(), judges: judges.toReversed() }))).toEqual(first);
    expect(draw("8f3b", lot()).given).not.toEqual(first.given);
  });

  test("shares the sheets out evenly: nobody has more than one above another", () => {
    for (const seed of ["a", "b", "c", "d"]) {
      const counts = loads(draw(seed, lot()).given);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
    }
  });

  test("gives nobody what they have a conflict with, or have already", () => {
    const conflicts = { s00: ["hanh", "vinh"], s01: ["mai"] };
    const { given, short } = draw("x", lot({ subjects: [{ id: "s00", has: ["bao"] }, ...subjects.slice(1)], conflicts }));
    expect(given["s00"]).toHaveLength(1);
    expect(["mai", "tong"]).toContain(given["s00"]?.[0]);
    expect(given["s01"]).not.toContain("mai");
    expect(short).toEqual([]);
  });

  test("counts what judges hold already, and names the subjects that come out short", () => {
    const busy = draw("x", lot({ subjects: subjects.slice(0, 3), load: { hanh: 9, vinh: 9, mai: 9 } }));
    expect(loads(busy.given).slice(0, 3)).toEqual([0, 0, 0]);
    expect(draw("x", lot({ judges: ["hanh"], subjects: subjects.slice(0, 1) })).short).toEqual(["s00"]);
  });

  test("is not the same judges together every time", () => {
    const pairs = new Set(Object.values(draw("y", lot()).given).map((pair) => pair.toSorted().join()));
    expect(pairs.size).toBeGreaterThan(4);
  });
});

describe("a conflict of interest", () => {
  const [province, front, board, commune, communeFront, village] = [1, 2, 3, 4, 5, 6] as UnitId[];
  const kin = {
    tree: new Set(["1 2", "1 3", "2 3", "1 4", "1 5", "1 6", "4 5", "4 6"]),
    line: new Set(["1 2", "1 3", "2 3", "1 4", "1 5", "1 6", "4 5", "4 6", "2 5", "2 6", "5 6"]),
  };
  test.each([
    ["one's own unit", communeFront, communeFront, true],
    ["the area one's unit lies in", communeFront, commune, true],
    ["a board below in the line", communeFront, village, true],
    ["the body that is above it in the line", village, communeFront, true],
    ["the office that holds the round may judge those below it", front, communeFront, false],
    ["and so may its boards", board, communeFront, false],
    ["a post over the whole area may not", province, communeFront, true],
  ])("%s", (_name, judge, subject, conflict) => {
    expect(isConflict(kin, { judge: judge as UnitId, subject: subject as UnitId, body: front as UnitId })).toBe(conflict);
  });
});
