import { expect, test } from "vitest";
import { facts } from "./facts.ts";

test.each<[(string | number | false | null | undefined)[], string]>([
  [["Kế hoạch 45", "MTTQ tỉnh"], "Kế hoạch 45\u00A0· MTTQ tỉnh"],
  [[null, "MTTQ tỉnh", undefined, "", false], "MTTQ tỉnh"],
  [["Mô hình", 0], "Mô hình\u00A0· 0"],
  [[], ""],
])("%j on one line: the sign never begins one", (parts, line) => {
  expect(facts(parts)).toBe(line);
  // A line may only break where there is an ordinary space.
  expect(line.split(" ").some((piece) => piece.startsWith("·"))).toBe(false);
});
