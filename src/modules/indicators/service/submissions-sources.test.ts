import { describe, expect, test } from "vitest";
import { unitId } from "../../../kernel/ids.ts";
import type { MeasuredFigure } from "../../../platform/measure.ts";
import type { MeasureLink } from "../contract/dictionary.ts";
import { computedFrom } from "./submissions-sources.ts";

const binhLam = unitId(10);
const figures =
  (known: Record<string, MeasuredFigure>) =>
  (name: string): MeasuredFigure | undefined =>
    known[name];
const link = (names: string[], part: MeasureLink["part"] = "value"): MeasureLink => ({ member: "", part, names });

describe("what records give for a cell", () => {
  const journal = figures({
    "activity/training/turns": { value: "120", records: 3, approximate: 1 },
    "activity/conference/turns": { value: "80.5", records: 1, approximate: 0 },
    "activity/visit/turns": { value: null, records: 2, approximate: 0 },
    "activity/contest/turns": { value: "0", records: 0, approximate: 0 },
    "activity/relief/turns": { value: "0", records: 2, approximate: 0 },
  });
  test.each<[string, MeasureLink[], ReturnType<typeof computedFrom>]>([
    ["nothing names it", [], null],
    ["a measure that nothing installed computes", [link(["funds/appeal/total"])], null],
    [
      "several measures add up",
      [link(["activity/training/turns", "activity/conference/turns"])],
      { value: "200.5", records: 4, approximate: 1 },
    ],
    ["records without the number say nothing", [link(["activity/visit/turns"])], null],
    ["no records are no zero", [link(["activity/contest/turns"])], null],
    ["records that say zero are a zero", [link(["activity/relief/turns"])], { value: "0", records: 2, approximate: 0 }],
    [
      "a ratio has two numbers",
      [link(["activity/training/turns"], "numerator"), link(["activity/conference/turns"], "denominator")],
      { value: null, numerator: "120", denominator: "80.5", records: 4, approximate: 1 },
    ],
  ])("%s", (_what, links, expected) => expect(computedFrom(links, binhLam, journal)).toEqual(expected));
});
