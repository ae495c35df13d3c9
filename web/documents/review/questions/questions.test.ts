import { describe, expect, test } from "vitest";
import type { Addressee, CorrectionOffer, Item, Unresolved } from "../../../../src/modules/documents/contract.ts";
import { alike, backEntries, bodiesEntries, dueEntries, everyDue, likest, offerEntries, usualLeads } from "../answers.ts";
import { optionsOf } from "../question-options.ts";
import { dividing, keeping, questionsOf, without, type Question } from "./index.ts";

const none = { kind: "none", text: null, date: null, rule: null, recurrence: null, lastDay: null } as const;
const periodic = { ...none, kind: "recurring", rule: "periodic (interval not stated)", text: "định kỳ" } as const;
const rest = { state: "proposed", quote: null, span: null, original: null, version: 1, changedBy: null, changedAt: null } as const;

type More = { lead?: string[]; due?: object; confidence?: number; state?: Item["state"]; section?: string };
const task = (
  id: string,
  line: number,
  { lead = ["mỗi xã"], due = none, confidence = 1, state = "proposed", section = "I.1" }: More = {},
): Item =>
  ({ ...rest, id, kind: "task", line, confidence, state, value: { text: id, lead, coordinate: [], due, section } }) as unknown as Item;
const field = (name: string, text: string | null): Item =>
  ({ ...rest, id: name, kind: "header", line: null, confidence: text === null ? null : 1, value: { field: name, text } }) as Item;

const unknown = (expression: string, more: Partial<Addressee> = {}): Addressee => ({
  expression,
  understood: null,
  units: [],
  left: [],
  unclear: [],
  uses: [],
  ...more,
});
const understood = { vi: "", en: "" };
const resolved = (addressees: Addressee[], more: Partial<Unresolved> = {}): Unresolved => ({
  issuerUnit: { id: 1 as never, name: "MTTQ tỉnh Tân Giang", kind: "front" },
  asOf: "2026-11-21",
  addressees,
  unknownLeads: [],
  withoutLead: [],
  dates: [],
  ...more,
});
const outline = [
  { number: "I", title: "Nội dung", level: 1, line: 1, kind: "heading" as const },
  { number: "1", title: "Tuyên truyền", level: 2, line: 2, kind: "heading" as const },
  { number: "2", title: "Vận động", level: 2, line: 10, kind: "heading" as const },
  { number: "II", title: "Tổ chức thực hiện", level: 1, line: 20, kind: "heading" as const },
];
const all = (items: Item[], more: Partial<Parameters<typeof questionsOf>[0]> = {}) =>
  questionsOf({ items, unresolved: resolved([]), offers: [], outline, kept: new Set(), divided: new Set(), ...more });
/** Besides what is certain and only looked over. */
const asked = (...given: Parameters<typeof all>) => all(...given).filter(({ kind }) => kind !== "glance");
const short = (questions: Question[]) => questions.map(({ kind, words, items }) => [kind, words, items.length]);

const one = (questions: Question[]): Question => {
  const [first] = questions;
  if (!first) throw new Error("nothing asked");
  return first;
};

describe("what is asked", () => {
  test.each<[string, Item[], Partial<Parameters<typeof questionsOf>[0]>, [string, string, number][]]>([
    ["nothing where all is read with certainty", [task("a", 3)], {}, []],
    [
      "one expression once, for all that use it",
      [task("a", 3, { lead: ["Ban Dân vận các xã"] }), task("b", 4, { lead: ["ban dân vận các xã"] }), task("c", 5)],
      { unresolved: resolved([unknown("Ban Dân vận các xã"), unknown("ban dân vận các xã"), unknown("mỗi xã", { understood })]) },
      [["who", "Ban Dân vận các xã", 2]],
    ],
    ["one heading whose tasks name nobody", [task("a", 3, { lead: [] }), task("b", 11, { lead: [] })], {}, [["lead", "I. Nội dung", 2]]],
    [
      "one wording of a deadline",
      [task("a", 3, { due: periodic }), task("b", 21, { due: periodic })],
      { unresolved: resolved([], { dates: ["a", "b"].map((item) => ({ item, printed: null, why: understood })) }) },
      [["date", "định kỳ", 2]],
    ],
    [
      "a section's doubtful passages",
      [task("a", 3, { confidence: 0.6 }), task("b", 4, { confidence: 0.7 })],
      {},
      [["read", "I. Nội dung", 2]],
    ],
    ["a field that every document has", [field("number", null), field("symbol", null)], {}, [["missing", "", 1]]],
    [
      "nothing about what is left out or decided",
      [task("a", 3, { state: "dropped", lead: [] }), task("b", 4, { state: "accepted", confidence: 0.2 })],
      {},
      [],
    ],
    ["nothing that is to stay as printed", [task("a", 3, { lead: [] })], { kept: new Set(["lead:a"]) }, []],
  ])("%s", (_what, items, more, expected) => {
    expect(short(asked(items, more))).toEqual(expected);
  });

  test("first what most depends on: the issuer, then an expression of forty items before one of one", () => {
    const many = Array.from({ length: 40 }, (_, index) => task(`m${index}`, 3 + index, { lead: ["Ban Dân vận các xã"] }));
    const items = [...many, task("one", 60, { lead: ["Tổ 35"] }), task("read", 61, { confidence: 0.8 })];
    const addressees = [unknown("Tổ 35"), unknown("Ban Dân vận các xã")];
    expect(asked(items, { unresolved: resolved(addressees) }).map(({ kind, words }) => kind + words)).toEqual([
      "whoBan Dân vận các xã",
      "whoTổ 35",
      "readII. Tổ chức thực hiện",
    ]);
    expect(asked(items, { unresolved: resolved(addressees, { issuerUnit: null }) })[0]?.kind).toBe("issuer");
  });

  test("what addresses many units, or has a deadline, before what does not", () => {
    const items = [task("plain", 3, { confidence: 0.6 }), task("wide", 21, { confidence: 0.6 })];
    const units = Array.from({ length: 100 }, (_, id) => ({ id: id as never, name: String(id), kind: "front" as const }));
    const unresolved = resolved([unknown("mỗi xã", { understood, units, uses: [{ item: "wide", as: "lead" }] })]);
    expect(asked(items, { unresolved }).map(({ items: [item] }) => item?.id)).toEqual(["wide", "plain"]);
    const dated = [
      task("plain", 3, { confidence: 0.6 }),
      task("dated", 21, { confidence: 0.6, due: { ...none, kind: "date", date: "2026-11-30" } }),
    ];
    expect(asked(dated).map(({ items: [item] }) => item?.id)).toEqual(["dated", "plain"]);
  });

  test("a long section in screens; deciding in one neither renames it nor moves the next one up", () => {
    const items = Array.from({ length: 20 }, (_, index) => task(`t${index}`, 21 + index, { confidence: 0.6 }));
    expect(asked(items).map((question) => question.items.length)).toEqual([7, 7, 6]);
    const later = items.map((item, index): Item => (index < 2 ? { ...item, state: "accepted" } : item));
    const [, second] = asked(items);
    expect(asked(later).find(({ key }) => key === second?.key)?.items).toEqual(second?.items);
    expect(asked(later).find(({ key }) => key === "read:t0")?.items.length).toBe(5);
  });

  test("one by one when that is wanted, or only what was taken out", () => {
    const items = Array.from({ length: 20 }, (_, index) => task(`t${index}`, 21 + index, { confidence: 0.6 }));
    const first = one(asked(items));
    const sizes = asked(items, { divided: new Set(dividing(first)) }).map((question) => question.items.length);
    expect(sizes.toSorted((one, other) => one - other)).toEqual([...Array.from({ length: 7 }, () => 1), 6, 7]);
    const out = first.items.slice(2, 3);
    expect(without(first, new Set(out.map(({ id }) => id))).items.length).toBe(6);
    const apart = asked(items, { divided: new Set(dividing(first, out)) });
    expect(apart.map((question) => question.items.length).toSorted((one, other) => one - other)).toEqual([1, 6, 6, 7]);
    expect(apart.find(({ key }) => key === first.key)?.items).not.toContain(out[0]);
  });

  test("who leads a chapter once it is sure that its passages are tasks, accepted ones included", () => {
    const items = [task("a", 3, { lead: [] }), task("b", 4, { lead: [], confidence: 0.6 })];
    expect(short(asked(items))).toEqual([["read", "I. Nội dung", 1]]);
    expect(short(asked([task("a", 3, { lead: [] }), task("b", 4, { lead: [], confidence: 0.6, state: "accepted" })]))).toEqual([
      ["lead", "I. Nội dung", 2],
    ]);
  });

  test("leads of a chapter by its parts, then one by one; a long one by its parts at once", () => {
    const items = [task("a", 3, { lead: [] }), task("b", 4, { lead: [] }), task("c", 11, { lead: [] })];
    const whole = one(asked(items));
    const divided = new Set(dividing(whole));
    const parts = [
      ["lead", "1. Tuyên truyền", 2],
      ["lead", "2. Vận động", 1],
    ];
    expect(short(asked(items, { divided }))).toEqual(parts);
    expect(keeping(whole)).toEqual(["lead:a", "lead:b", "lead:c"]);
    const long = [...Array.from({ length: 8 }, (_, index) => task(`l${index}`, 3, { lead: [] })), task("c", 11, { lead: [] })];
    expect(short(asked(long))).toEqual([["lead", "1. Tuyên truyền", 8], parts[1]]);
    const part = one(asked(items, { divided }));
    expect(short(asked(items, { divided: new Set([...divided, ...dividing(part, part.items.slice(0, 1))]) }))).toEqual([
      ["lead", "1. Tuyên truyền", 1],
      ["lead", "1. Tuyên truyền", 1],
      ["lead", "2. Vận động", 1],
    ]);
  });

  test("names that stand once and resemble nothing together; one that is taken out alone; one used often alone", () => {
    const names = ["Tổ 35", "Đội văn nghệ", "Ban quản lý chợ"];
    const items = names.map((name, index) => task(name, 3 + index, { lead: [name] }));
    const many = [1, 2, 3].map((index) => task(`m${index}`, 21 + index, { lead: ["Ban Dân vận các xã"] }));
    const unresolved = resolved([...names, "Ban Dân vận các xã"].map((name) => unknown(name)));
    const questions = asked([...items, ...many], { unresolved });
    expect(short(questions)).toEqual([
      ["who", "Ban Dân vận các xã", 3],
      ["names", "Tổ 35”, “Đội văn nghệ”, “Ban quản lý chợ", 3],
    ]);
    const together = questions[1];
    if (!together) throw new Error("no names");
    expect(keeping(together)).toEqual(["who:to 35", "who:doi van nghe", "who:ban quan ly cho"]);
    expect(keeping(without(together, new Set(["Tổ 35"])))).toEqual(["who:doi van nghe", "who:ban quan ly cho"]);
    const apart = asked([...items, ...many], { unresolved, divided: new Set(dividing(together, items.slice(0, 1))) });
    expect(short(apart).slice(1)).toEqual([
      ["who", "Tổ 35", 1],
      ["names", "Đội văn nghệ”, “Ban quản lý chợ", 2],
    ]);
    const understood = resolved([unknown("Tổ 35"), unknown("Tổ 36", { understood: { vi: "", en: "" } })]);
    expect(short(asked([task("a", 3, { lead: ["Tổ 35"] })], { unresolved: understood }))).toEqual([["who", "Tổ 35", 1]]);
  });

  const dated = { ...none, kind: "date", date: "2026-11-30", text: "30/11/2026", lastDay: "2026-11-30" } as const;
  test.each<[string, Item[], [string, string, number][]]>([
    [
      "of a section whose others all have one day",
      [task("a", 3, { due: dated }), task("b", 4, { due: dated }), task("c", 5)],
      [["sameDate", "1. Tuyên truyền", 1]],
    ],
    ["not from one alone", [task("a", 3, { due: dated }), task("c", 5)], []],
    ["not from another section", [task("a", 3, { due: dated }), task("b", 4, { due: dated }), task("c", 11)], []],
    ["not where days differ", [task("a", 3, { due: dated }), task("b", 4, { due: { ...dated, date: "2026-10-30" } }), task("c", 5)], []],
    [
      "not before it is sure to be a task",
      [task("a", 3, { due: dated }), task("b", 4, { due: dated }), task("c", 5, { confidence: 0.7 })],
      [["read", "I. Nội dung", 1]],
    ],
  ])("the missing deadline %s", (_what, items, expected) => {
    expect(short(asked(items))).toEqual(expected);
  });

  test("fields that were not found together", () => {
    const fields = [field("number", null), field("date", null)];
    expect(short(asked(fields))).toEqual([["missing", "", 2]]);
    expect(short(asked(fields, { divided: new Set(dividing(one(asked(fields)))) }))).toEqual([
      ["missing", "", 1],
      ["missing", "", 1],
    ]);
  });

  test("last, what is certain: kind by kind, a dozen at a glance, without what another question is about", () => {
    const sure = Array.from({ length: 20 }, (_, index) => task(`t${index}`, 3 + index));
    const items = [
      ...sure,
      task("doubt", 40, { confidence: 0.7 }),
      task("nobody", 41, { lead: [] }),
      task("done", 42, { state: "accepted" }),
    ];
    const questions = all(items);
    expect(short(questions)).toEqual([
      ["lead", "II. Tổ chức thực hiện", 1],
      ["read", "II. Tổ chức thực hiện", 1],
      ["glance", "", 11],
      ["glance", "", 9],
    ]);
    expect(questions.flatMap(({ kind, items: list }) => (kind === "glance" ? list : [])).every(({ confidence }) => confidence === 1)).toBe(
      true,
    );
  });

  test("what was corrected before is offered in place of the question it answers", () => {
    const items = [task("a", 3, { lead: ["Ban Dân vận các xã"] }), task("b", 4, { lead: [] })];
    const offer = {
      remembered: { id: "r", correction: { aspect: "body", from: "ban Dân vận các xã", to: ["Đảng ủy các xã"] } },
      here: false,
      items: [{ item: "a", value: { ...items[0]?.value, lead: ["Đảng ủy các xã"] } }],
    } as unknown as CorrectionOffer;
    const unresolved = resolved([unknown("Ban Dân vận các xã")]);
    const [first, ...others] = asked(items, { unresolved, offers: [offer] });
    expect([first?.kind, ...others.map(({ kind }) => kind)]).toEqual(["offer", "lead"]);
    expect(first && offerEntries(first)).toMatchObject([{ to: "proposed", value: { lead: ["Đảng ủy các xã"] } }]);
    expect(asked(items, { unresolved, offers: [offer], kept: new Set(["offer:r"]) }).map(({ kind }) => kind)).toEqual(["who", "lead"]);
    const taken = [task("a", 3, { lead: ["Đảng ủy các xã"] })];
    expect(asked(taken, { unresolved: resolved([]), offers: [offer] })).toEqual([]);
  });
});

describe("what an answer makes of the items", () => {
  const question = (items: Item[], words: string): Question => ({ key: "", kind: "who", items, words, value: 0, divisible: false });

  test("other bodies, wherever the expression stands; undecided items stay undecided, decided ones decided", () => {
    const items = [task("a", 1, { lead: ["Ban Dân vận", "MTTQ"] }), task("b", 2, { lead: ["Ban dân vận"], state: "accepted" })];
    expect(bodiesEntries(question(items, "Ban Dân vận"), ["Đảng ủy", "MTTQ"])).toMatchObject([
      { to: "proposed", value: { lead: ["Đảng ủy", "MTTQ"] } },
      { to: "accepted", value: { lead: ["Đảng ủy", "MTTQ"] } },
    ]);
    expect(bodiesEntries(question(items, "Ban Dân vận"), [])[0]?.value).toMatchObject({ lead: ["MTTQ"] });
  });

  test("a rhythm, with the deadline's own words kept", () => {
    const [entry] = dueEntries(question([task("a", 1, { due: periodic })], "định kỳ"), everyDue("quarter"));
    expect(entry?.value).toMatchObject({ due: { text: "định kỳ", rule: "quarterly", recurrence: { every: ["quarter"] } } });
  });

  test("taken back, everything is as it was", () => {
    const states = (["proposed", "accepted", "corrected", "added", "dropped"] as const).map((state) => task(state, 1, { state }));
    expect(backEntries(states).map(({ to }) => to)).toEqual(["proposed", "accepted", "accepted", "accepted", "dropped"]);
  });
});

test("names that are offered: alike, understood, and not the same", () => {
  expect(alike("Ban Dân vận các xã", "các xã")).toBe(0.4);
  expect(alike("Văn phòng Huyện uỷ", "Ban Dân vận Huyện ủy")).toBeLessThan(0.5);
  expect(alike("Nhân dân", "Đảng ủy các xã")).toBe(0);
  const known = [unknown("Ban Dân vận Tỉnh ủy", { understood }), unknown("Ban Dân vận Huyện ủy"), unknown("Sở Nội vụ", { understood })];
  expect(likest("Ban Dân vận", known, ["Ban dân vận Đảng ủy xã Bình Lâm"])).toEqual([
    "Ban Dân vận Tỉnh ủy",
    "Ban dân vận Đảng ủy xã Bình Lâm",
  ]);
});

test("who usually leads: most of the same chapter", () => {
  const items = [
    task("a", 1, { lead: ["A"], section: "II.1" }),
    task("b", 2, { lead: ["A"], section: "II.2" }),
    task("c", 3, { lead: ["B"], section: "I.1" }),
  ];
  const asking: Question = { key: "", kind: "lead", items: [task("d", 4, { lead: [] })], words: "", value: 0, divisible: false };
  expect(usualLeads(asking, items)).toEqual(["B", "A"]);
});

test("one answer leaves every lead open that the document does not name, those that are asked about later included", () => {
  const items = [
    task("a", 3, { lead: [] }),
    task("b", 21, { lead: [], confidence: 0.6 }),
    task("c", 22),
    task("d", 23, { lead: [], state: "dropped" }),
  ];
  const leads = asked(items).find(({ kind }) => kind === "lead");
  if (!leads) throw new Error("no lead is asked for");
  const known = { items, unresolved: resolved([]), units: [] };
  const all = optionsOf(leads, known).flatMap(({ answer }) => (answer.act === "keep" && answer.keys ? [answer.keys] : []));
  expect(all).toEqual([["lead:a", "lead:b"]]);
  const alone = { ...known, items: items.slice(0, 1) };
  expect(optionsOf(leads, alone).some(({ answer }) => answer.act === "keep" && answer.keys)).toBe(false);
});
