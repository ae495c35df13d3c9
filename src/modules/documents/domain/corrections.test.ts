import { describe, expect, test } from "vitest";
import type { ItemKind } from "../contract.ts";
import type { CitationValue, Due, HeaderField, TargetValue } from "../values.ts";
import { applied, correctionsFrom, headingRole, keyOf, offersOf, type Correctable, type Correction } from "./corrections.ts";
import type { AnyValue } from "./items.ts";

const none: Due = { kind: "none", date: null, rule: null, recurrence: null, text: null, lastDay: null };
const now = (text: string): Due => ({ ...none, kind: "recurring", rule: "periodic (interval not stated)", text });
const quarterly = {
  kind: "recurring",
  date: null,
  rule: "quarterly",
  recurrence: { every: ["quarter"], at: [], before: false, on: null },
} as const;

const task = (lead: string[], more: { coordinate?: string[]; due?: Due } = {}): AnyValue => ({
  text: "Hướng dẫn cơ sở thực hiện.",
  lead,
  coordinate: more.coordinate ?? [],
  due: more.due ?? none,
  section: "III.1",
});
const target = (scope: string): AnyValue => ({
  metric: "mô hình",
  comparator: ">=",
  value: 1,
  valueMax: null,
  unit: "mô hình",
  scope,
  frequency: "yearly",
  deadline: null,
  deadlineText: null,
  lastDay: null,
  cumulative: null,
  section: "II",
});
const report = (who: string, to: string, due = none): AnyValue => ({ who, to, via: null, what: "kết quả", due });
const field = (name: HeaderField, text: string | null): AnyValue => ({ field: name, text });
const by = (deadlineText: string | null, deadline: string | null): AnyValue => ({
  ...(target("mỗi xã") as TargetValue),
  deadlineText,
  deadline,
  lastDay: deadline,
});
const citation = (more: Partial<CitationValue> = {}): AnyValue => ({
  type: "Chỉ thị",
  number: "05-CT/TU",
  date: null,
  issuer: null,
  title: null,
  ...more,
});
const event = (kind: string, recurrence: string | null = null): AnyValue => ({ kind, year: 2026, refers: null, recurrence });

const thing = (kind: ItemKind, value: AnyValue, more: Partial<Correctable> = {}): Correctable => ({
  kind,
  value,
  quote: "Hướng dẫn cơ sở thực hiện.",
  heading: "Tổ chức thực hiện",
  ...more,
});
const learnt = (kind: ItemKind, original: AnyValue, value: AnyValue, heading: string | null = "Tổ chức thực hiện") =>
  correctionsFrom({ ...thing(kind, value, { heading }), original, state: "corrected" });

describe("what is learnt from a change", () => {
  test.each<[string, ItemKind, AnyValue, AnyValue, Correction[]]>([
    ["nothing from no change", "task", task(["MTTQ các xã"]), task(["MTTQ các xã"]), []],
    ["another spelling is no change", "task", task(["Đảng uỷ các xã"]), task(["đảng ủy các xã"]), []],
    [
      "a lead that means another",
      "task",
      task(["Ban Dân vận các xã"]),
      task(["Đảng ủy các xã"]),
      [{ aspect: "body", from: "Ban Dân vận các xã", to: ["Đảng ủy các xã"] }],
    ],
    [
      "one that means two",
      "task",
      task(["MTTQ và đoàn thể", "UBND tỉnh"]),
      task(["MTTQ tỉnh", "các đoàn thể tỉnh", "UBND tỉnh"]),
      [{ aspect: "body", from: "MTTQ và đoàn thể", to: ["MTTQ tỉnh", "các đoàn thể tỉnh"] }],
    ],
    ["one that is no body", "task", task(["Nhân dân"], {}), task([]), [{ aspect: "body", from: "Nhân dân", to: [] }]],
    ["not which of two became which of three", "task", task(["A tỉnh", "B tỉnh"]), task(["C tỉnh", "D tỉnh", "E tỉnh"]), []],
    [
      "who leads under a heading that names nobody",
      "task",
      task([]),
      task(["Ban Tuyên giáo tỉnh"]),
      [{ aspect: "lead", from: "Tổ chức thực hiện", to: ["Ban Tuyên giáo tỉnh"] }],
    ],
    [
      "the scope of a target",
      "target",
      target("mỗi đơn vị"),
      target("mỗi xã, phường"),
      [{ aspect: "body", from: "mỗi đơn vị", to: ["mỗi xã, phường"] }],
    ],
    [
      "who reports to whom",
      "reporting",
      report("các đơn vị", "Ban Thường trực"),
      report("các xã", "Ban Thường trực"),
      [{ aspect: "body", from: "các đơn vị", to: ["các xã"] }],
    ],
    [
      "a wording without its interval",
      "task",
      task(["A tỉnh"], { due: now("định kỳ") }),
      task(["A tỉnh"], { due: { ...now("định kỳ"), ...quarterly, recurrence: { ...quarterly.recurrence, every: ["quarter"], at: [] } } }),
      [{ aspect: "due", from: "định kỳ", to: { ...quarterly, recurrence: { ...quarterly.recurrence, every: ["quarter"], at: [] } } }],
    ],
    [
      "no day for words that do not say its year",
      "task",
      task(["A tỉnh"], { due: now("cuối năm") }),
      task(["A tỉnh"], { due: { ...none, kind: "date", date: "2026-12-31", text: "cuối năm" } }),
      [],
    ],
    [
      "the issuer as printed",
      "header",
      field("issuer", "BAN THƯỜNG TRỰC"),
      field("issuer", "Ủy ban MTTQ Việt Nam tỉnh Tân Giang"),
      [{ aspect: "header", field: "issuer", from: "BAN THƯỜNG TRỰC", to: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang" }],
    ],
    [
      "a target's deadline whose words say the year",
      "target",
      by("đến năm 2027", "2026-12-31"),
      by("đến năm 2027", "2027-12-31"),
      [{ aspect: "due", from: "đến năm 2027", to: { kind: "date", date: "2027-12-31", rule: null, recurrence: null } }],
    ],
    ["not one whose words do not", "target", by("cuối năm", null), by("cuối năm", "2026-12-31"), []],
    [
      "what was wrong about a cited document",
      "citation",
      citation({ issuer: "Tỉnh ủy" }),
      citation({ issuer: "Ban Thường vụ Tỉnh ủy", date: "2026-01-15" }),
      [{ aspect: "citation", from: "Chỉ thị 05-CT/TU", to: { issuer: "Ban Thường vụ Tỉnh ủy", date: "2026-01-15" } }],
    ],
    ["nothing about one without a number", "citation", citation({ number: null }), citation({ number: null, issuer: "Tỉnh ủy" }), []],
    [
      "the kind of an event",
      "event",
      event("họp"),
      event("sơ kết", "yearly"),
      [{ aspect: "event", from: "Hướng dẫn cơ sở thực hiện.", to: { kind: "sơ kết", recurrence: "yearly" } }],
    ],
    ["not its year", "event", { ...event("sơ kết"), year: 2025 } as AnyValue, event("sơ kết"), []],
    ["never a person's name", "header", field("signerName", "Le Thi Hanh"), field("signerName", "Lê Thị Hạnh"), []],
    ["never a number, new in each document", "header", field("number", "1"), field("number", "12/KH"), []],
  ])("%s", (_what, kind, original, value, expected) => {
    expect(learnt(kind, original, value)).toEqual(expected);
  });

  test("a paragraph left out is known again by how it begins, whatever its numbers", () => {
    const dropped = {
      ...thing("task", task([]), { quote: "Trên đây là Kế hoạch số 12 của tỉnh." }),
      original: task([]),
      state: "dropped",
    } as const;
    const [correction] = correctionsFrom(dropped);
    expect(correction).toEqual({ aspect: "opening", kind: "task", from: "Trên đây là Kế hoạch số 12 của" });
    expect(correctionsFrom({ ...dropped, quote: "Thực hiện tốt." })).toEqual([]);
    expect(correctionsFrom({ ...dropped, original: null })).toEqual([]);
  });

  test("three left out under one heading say what the heading is; two, or of two headings, do not", () => {
    const aim = thing("task", task([]), { heading: "Mục đích, yêu cầu" });
    expect(headingRole([aim, aim, aim])).toEqual([{ aspect: "heading", kind: "task", from: "Mục đích, yêu cầu" }]);
    expect(headingRole([aim, aim])).toEqual([]);
    expect(headingRole([aim, aim, thing("task", task([]))])).toEqual([]);
    expect(headingRole([aim, aim, { ...aim, heading: null }])).toEqual([]);
  });
});

describe("what a remembered correction makes of another item", () => {
  const body: Correction = { aspect: "body", from: "Ban Dân vận các xã", to: ["Đảng ủy các xã"] };
  test.each<[string, Correction, Correctable, AnyValue | "dropped" | null]>([
    ["the same expression, spelt otherwise", body, thing("task", task(["ban Dân vận các xã;"])), task(["Đảng ủy các xã"])],
    ["not one that only looks like it", body, thing("task", task(["Ban Dân vận các huyện"])), null],
    [
      "a partner who leads now is no partner any more",
      body,
      thing("task", task(["Ban Dân vận các xã"], { coordinate: ["Đảng ủy các xã"] })),
      task(["Đảng ủy các xã"]),
    ],
    ["what is no body disappears", { ...body, to: [] }, thing("task", task(["Ban Dân vận các xã", "UBND xã"])), task(["UBND xã"])],
    ["a target's scope", body, thing("target", target("Ban Dân vận các xã")), target("Đảng ủy các xã")],
    ["who reports", body, thing("reporting", report("Ban Dân vận các xã", "Tỉnh ủy")), report("Đảng ủy các xã", "Tỉnh ủy")],
    [
      "the lead of a section, only where nobody is named",
      { aspect: "lead", from: "Tổ chức thực hiện", to: ["MTTQ tỉnh"] },
      thing("task", task([]), { heading: "TỔ CHỨC THỰC HIỆN:" }),
      task(["MTTQ tỉnh"]),
    ],
    [
      "and not over one that is",
      { aspect: "lead", from: "Tổ chức thực hiện", to: ["MTTQ tỉnh"] },
      thing("task", task(["UBND tỉnh"])),
      null,
    ],
    [
      "the beginning of a sentence with other numbers",
      { aspect: "opening", kind: "task", from: "Trên đây là Kế hoạch 12" },
      thing("task", task([]), { quote: "Trên đây là Kế hoạch 31" }),
      "dropped",
    ],
    [
      "of another kind it says nothing",
      { aspect: "opening", kind: "task", from: "Trên đây là Kế hoạch 12" },
      thing("event", { kind: "review", year: null, refers: null, recurrence: null }, { quote: "Trên đây là Kế hoạch 31" }),
      null,
    ],
    [
      "everything under a heading",
      { aspect: "heading", kind: "task", from: "Mục đích" },
      thing("task", task([]), { heading: "MỤC ĐÍCH" }),
      "dropped",
    ],
    [
      "a target's deadline in the same words",
      { aspect: "due", from: "Đến năm 2027", to: { kind: "date", date: "2027-12-31", rule: null, recurrence: null } },
      thing("target", by("đến năm 2027", "2026-12-31")),
      by("đến năm 2027", "2027-12-31"),
    ],
    [
      "no rhythm for a target",
      { aspect: "due", from: "định kỳ", to: { ...quarterly, recurrence: { ...quarterly.recurrence, every: ["quarter"], at: [] } } },
      thing("target", by("định kỳ", null)),
      null,
    ],
    [
      "the same document cited, its other fields as they are",
      { aspect: "citation", from: "Chỉ thị 05-CT/TU", to: { issuer: "Ban Thường vụ Tỉnh ủy" } },
      thing("citation", citation({ title: "về dân vận" })),
      citation({ title: "về dân vận", issuer: "Ban Thường vụ Tỉnh ủy" }),
    ],
    [
      "not one of another number",
      { aspect: "citation", from: "Chỉ thị 05-CT/TU", to: { issuer: "Ban Thường vụ Tỉnh ủy" } },
      thing("citation", citation({ number: "06-CT/TU" })),
      null,
    ],
    [
      "an event that begins so, its year as it is",
      { aspect: "event", from: "Họp đánh giá quý 1", to: { kind: "sơ kết" } },
      thing("event", event("họp"), { quote: "Họp đánh giá quý 2" }),
      event("sơ kết"),
    ],
    [
      "nothing where it is so already",
      { aspect: "event", from: "Họp đánh giá quý 1", to: { kind: "sơ kết" } },
      thing("event", event("sơ kết"), { quote: "Họp đánh giá quý 2" }),
      null,
    ],
    [
      "a header field",
      { aspect: "header", field: "issuer", from: "BAN THƯỜNG TRỰC", to: "MTTQ tỉnh" },
      thing("header", field("issuer", "Ban Thường trực")),
      field("issuer", "MTTQ tỉnh"),
    ],
  ])("%s", (_what, correction, item, expected) => {
    expect(applied(correction, item)).toEqual(expected);
  });

  test("a wording keeps its words and gets what was decided", () => {
    const to = { ...quarterly, recurrence: { ...quarterly.recurrence, every: ["quarter" as const], at: [] } };
    const due = applied({ aspect: "due", from: "Định kỳ", to }, thing("reporting", report("A", "B", now("định kỳ"))));
    expect(due).toMatchObject({ due: { text: "định kỳ", rule: "quarterly", lastDay: null } });
    expect(applied({ aspect: "due", from: "Định kỳ", to }, thing("reporting", due as AnyValue))).toBeNull();
  });
});

test("offers: what is left out needs no other correction; the one that settles most comes first", () => {
  const items = [
    thing("task", task(["Ban Dân vận các xã"]), { heading: "Mục đích" }),
    thing("task", task(["Ban Dân vận các xã"])),
    thing("task", task(["Ban Dân vận các xã"])),
  ];
  const remembered: { correction: Correction }[] = [
    { correction: { aspect: "body", from: "Ban Dân vận các xã", to: ["Đảng ủy các xã"] } },
    { correction: { aspect: "heading", kind: "task", from: "Mục đích" } },
    { correction: { aspect: "body", from: "không có trong văn bản", to: [] } },
  ];
  expect(offersOf(remembered, items).map(({ correction, items: found }) => [correction.correction.aspect, found.length])).toEqual([
    ["body", 2],
    ["heading", 1],
  ]);
});

test("the key of an opening holds its first words and no numbers", () => {
  expect(keyOf({ aspect: "opening", kind: "task", from: "Trên đây là Kế hoạch 12/KH của tỉnh ủy" })).toBe(
    "trên đây là kế hoạch #/kh của tỉnh",
  );
});
