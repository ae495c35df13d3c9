import { describe, expect, test } from "vitest";
import type { Item, Unresolved } from "../../../src/modules/documents/contract.ts";
import { doubtsOf, isCertain, matches, ordered } from "./order.ts";

const none = { kind: "none", text: null, date: null, rule: null, recurrence: null, lastDay: null } as const;
const rest = { state: "proposed", quote: null, span: null, original: null, version: 1, changedBy: null, changedAt: null } as const;

const task = (id: string, line: number, confidence: number | null = 1, more: Partial<Item> = {}): Item =>
  ({
    ...rest,
    id,
    kind: "task",
    line,
    confidence,
    value: { text: id, lead: ["mỗi xã"], coordinate: [], due: none, section: "" },
    ...more,
  }) as Item;
const field = (id: string, name: string, text: string | null): Item =>
  ({ ...rest, id, kind: "header", line: null, confidence: text === null ? null : 1, value: { field: name, text } }) as Item;

const unresolved = (more: Partial<Unresolved>): Unresolved => ({
  issuerUnit: null,
  asOf: "2026-11-21",
  addressees: [],
  unknownLeads: [],
  withoutLead: [],
  dates: [],
  ...more,
});

describe("what needs a look", () => {
  test("comes first: a body nobody understood before a missing day before a doubtful reading", () => {
    const items = [task("sure", 1), task("unsure", 2, 0.4), task("no day", 3), task("who", 4)];
    const doubts = doubtsOf(
      items,
      unresolved({
        unknownLeads: [{ item: "who", expressions: ["các đồng chí"] }],
        dates: [{ item: "no day", printed: null, why: { vi: "", en: "" } }],
      }),
    );
    expect(ordered(items, "doubt", doubts).map(({ id }) => id)).toEqual(["who", "no day", "unsure", "sure"]);
    expect(ordered(items, "text", doubts).map(({ id }) => id)).toEqual(["sure", "unsure", "no day", "who"]);
    expect(doubts.get("sure")).toBeUndefined();
  });

  test("is over once a person has decided how it was read, not when nobody knows who is meant", () => {
    const accepted = task("who", 4, 0.3, { state: "accepted" });
    const doubts = doubtsOf([accepted], unresolved({ unknownLeads: [{ item: "who", expressions: ["các đồng chí"] }] }));
    expect(doubts.get("who")).toEqual([{ kind: "unknown", words: "các đồng chí" }]);
    expect(matches(accepted, "doubt", doubts)).toBe(false);
  });
});

test("only what is surely read and raises no question is accepted together", () => {
  const items = [
    task("sure", 1, 0.95),
    task("unsure", 2, 0.5),
    task("asked", 3, 0.99),
    field("no number", "number", null),
    field("no symbol", "symbol", null),
  ];
  const doubts = doubtsOf(items, unresolved({ withoutLead: ["asked"] }));
  expect(items.filter((item) => isCertain(item, doubts)).map(({ id }) => id)).toEqual(["sure", "no symbol"]);
});

test("the header stands before everything else, wherever its words are", () => {
  const signer = { ...field("signer", "signerName", "Lê Thị Hạnh"), line: 90 } as Item;
  expect(ordered([task("first", 2), signer], "text", new Map()).map(({ id }) => id)).toEqual(["signer", "first"]);
});
