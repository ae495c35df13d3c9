import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePeriod } from "../../../kernel/time/period.ts";
import { BlockContent, type Block } from "../blocks.ts";
import { addUp, single } from "./adding.ts";
import { canonicalJson } from "./canonical.ts";
import { changedBlocks } from "./changing.ts";
import { filled, symbolOf, titleOf } from "./header.ts";
import { numberAfter, seriesFor } from "../../documents/dispatch/numbering.ts";
import { moved } from "./states.ts";
import { piecesOf } from "./telling.ts";
import { builtIns } from "./templates.ts";

describe("adding up as declared", () => {
  const value = (text: string | null) => ({ value: text });
  const ratio = (numerator: string, denominator: string) => ({ value: null, numerator, denominator });
  test.each([
    ["sums", "sum", [value("5"), value("7.5"), value(null)], "12.5", 2],
    ["nobody gave one", "sum", [value(null)], null, 0],
    ["no unit at all", "sum", [], null, 0],
    ["ratios by their numbers, never averaged", "ratio", [ratio("1", "2"), ratio("90", "100")], "89.2", 2],
    ["a ratio of nothing", "ratio", [ratio("0", "0")], null, 1],
    ["the share that says yes", "share", [value("1"), value("0"), value("1"), value(null)], "66.7", 3],
    ["of one unit there is nothing to add", "none", [value("40")], "40", 1],
  ] as const)("%s", (_name, adds, cells, sum, given) => {
    expect(addUp([...cells], adds)).toEqual({ value: sum, given, refused: null });
  });
  test("distinct people are refused with the reason", () => {
    expect(addUp([value("5"), value("7")], "none")).toMatchObject({ value: null, given: 2, refused: { vi: expect.any(String) } });
  });
  test("one unit's ratio is a percentage", () => expect(single(ratio("24061", "24801"), "ratio")).toBe("97"));
});

describe("canonical JSON", () => {
  test("key order does not matter, undefined is not there", () => {
    expect(canonicalJson({ b: [1, "á"], a: { d: null, c: undefined } })).toBe('{"a":{"d":null},"b":[1,"á"]}');
    expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
  });
  test("what JSON reads back has the same text", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });
  test("no number without an end", () => expect(() => canonicalJson([Number.NaN])).toThrow(TypeError));
});

describe("changing blocks", () => {
  const text = (words: string) => BlockContent.parse({ kind: "text", text: words });
  const before: Block[] = ["a", "b", "c"].map((id) => ({ id, version: 1, content: text(id) }));
  const order = (changes: Parameters<typeof changedBlocks>[1]) => {
    const result = changedBlocks(before, changes);
    return result.ok ? result.blocks.map(({ id, version }) => `${id}${version}`).join(" ") : `${result.why} ${result.id}`;
  };
  test.each([
    ["put", [{ act: "put", id: "b", version: 1, content: text("B") }], "a1 b2 c1"],
    ["add first", [{ act: "add", id: "x", after: null, content: text("x") }], "x1 a1 b1 c1"],
    ["add last", [{ act: "add", id: "x", after: "c", content: text("x") }], "a1 b1 c1 x1"],
    ["move down", [{ act: "move", id: "a", after: "c" }], "b1 c1 a1"],
    ["move up", [{ act: "move", id: "c", after: null }], "c1 a1 b1"],
    ["remove", [{ act: "remove", id: "b", version: 1 }], "a1 c1"],
    ["somebody was faster", [{ act: "put", id: "b", version: 2, content: text("B") }], "stale b"],
    ["not there", [{ act: "remove", id: "x", version: 1 }], "gone x"],
    ["there already", [{ act: "add", id: "a", after: null, content: text("a") }], "taken a"],
    ["after itself", [{ act: "move", id: "a", after: "a" }], "gone a"],
    ["all or none", [{ act: "remove", id: "a", version: 1 }, { act: "put", id: "a", version: 1, content: text("A") }], "gone a"], // prettier-ignore
  ] as const)("%s", (_name, changes, result) => expect(order(changes)).toBe(result));
});

describe("numbers and series", () => {
  test.each([
    ["state", "2026-11-21", null, "2026"],
    ["front", "2027-01-02", "2026", "2027"],
    ["party", "2026-11-21", null, "2025-2030"],
    ["party", "2030-02-01", null, "2030-2035"],
    ["party", "2024-02-01", null, "2020-2025"],
    ["party", "2026-11-21", "XX (2025-2030)", "XX (2025-2030)"],
  ] as const)("%s on %s after %s: %s", (form, date, last, series) => expect(seriesFor(form, date, last)).toBe(series));
  test.each([
    [0, "01"],
    [8, "09"],
    [99, "100"],
  ])("after %s comes %s", (last, next) => expect(numberAfter(last)).toBe(next));
  test.each([
    ["front", "BC", "MTTQ-BTT", "/BC-MTTQ-BTT"],
    ["state", null, "UBND", "/UBND"],
    ["party", "BC", "ĐU", "-BC/ĐU"],
    ["party", null, "ĐU", "-CV/ĐU"],
  ] as const)("%s %s %s: %s", (form, typeSymbol, issuerSymbol, symbol) =>
    expect(symbolOf({ form, typeSymbol, issuerSymbol })).toBe(symbol),
  );
});

describe("words of the head", () => {
  test.each([
    ["Báo cáo", "Kết quả công tác", "Báo cáo kết quả công tác"],
    ["Báo cáo", "MTTQ các cấp", "Báo cáo MTTQ các cấp"],
    [null, "Đôn đốc", "Công văn đôn đốc"],
    ["TỜ TRÌNH", "Về việc\ncông nhận", "Tờ trình về việc công nhận"],
  ])("%s %s", (type, subject, title) => expect(titleOf({ type, subject })).toBe(title));
  const period = parsePeriod("civil", "2026-Q3");
  test.each([
    ["Kết quả {period}, nhiệm vụ {next}", "Kết quả quý III năm 2026, nhiệm vụ quý IV năm 2026"],
    ["{called} báo cáo {title}", "Ban Thường trực báo cáo Báo cáo"],
  ])("%s", (text, words) => expect(filled(text, { period, called: "Ban Thường trực", title: "Báo cáo" })).toBe(words));
  test("without a period", () => {
    expect(filled("Đôn đốc {period} và {next}", { period: null, called: "", title: "" })).toBe("Đôn đốc và thời gian tới");
  });
});

test("nothing leads back from a signature", () => {
  expect(
    (["ready", "reopen", "sign", "sign-on-paper"] as const).map((move) => [moved("signed", move), moved("sent", move)]).flat(),
  ).toEqual(Array(8).fill(null));
});

test.each([
  ["", []],
  ["Một ý.", ["Một ý."]],
  ["- Ý một\n- Ý hai", ["Ý một", "Ý hai"]],
  ["Trong đó:\n- nhà: 02\n- quà: 10", ["Trong đó: nhà: 02", "quà: 10"]],
  ["Đầu.\n\nHai:", ["Đầu.", "Hai:"]],
])("a narrative in pieces: %j", (text, pieces) => expect(piecesOf(text)).toEqual(pieces));

test("every built-in outline has its form's parts and names figures of the catalogue", () => {
  for (const { kind, blocks, id } of builtIns) {
    expect(blocks.length, id).toBeGreaterThan(0);
    if (kind === "report")
      expect(blocks.filter((block) => block.kind === "heading" && block.level === 1).length, id).toBeGreaterThanOrEqual(4);
  }
});
