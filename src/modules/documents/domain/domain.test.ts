import { describe, expect, test } from "vitest";
import type { CompiledPlan } from "../compile/plan.ts";
import { ItemState, type Item } from "../contract.ts";
import { decided, decisions } from "./decisions.ts";
import { completeDue, lastDayOf, printedDue, settleDue } from "./due.ts";
import { plainFileName } from "./file-name.ts";
import { headerFrom, isInside, itemsOf, quoteOf, reviewedPlan, wordsOf, type Proposal } from "./items.ts";
import { numberKey, sameDate } from "./number.ts";
import { mergeReading } from "./recompile.ts";

describe("a document's number", () => {
  test("is the same however it was typed", () => {
    const key = numberKey("130/KH-MTTQ-BTT");
    for (const typed of ["130 /KH-MTTQ-BTT", "130/KH–MTTQ–BTT", "0130/kh-mttq-btt", "130 / KH - MTTQ - BTT", "Số 130/KH-MTTQ-BTT"])
      expect(numberKey(typed)).toBe(key);
  });

  test("keeps different symbols apart, and a blank number identifies nothing", () => {
    expect(numberKey("11-QĐ/TW")).not.toBe(numberKey("11-QĐi/TW"));
    expect(numberKey("KH-UBND")).toBeNull();
    expect(numberKey(null)).toBeNull();
  });

  test("with another date is another document; without a day nothing is settled", () => {
    expect(sameDate("2013-06-03", "2013-06-03")).toBe("same");
    expect(sameDate("2013-06-03", "2003-03-12")).toBe("different");
    expect(sameDate("2022-12", "2022-12-30")).toBe("unsettled");
    expect(sameDate("2022-12", "2022-11-30")).toBe("different");
    expect(sameDate(null, "2022-11-30")).toBe("unsettled");
  });
});

describe("a deadline", () => {
  test("'trước ngày D' ends the day before; other words name their own last day", () => {
    expect(lastDayOf({ date: "2026-12-10", rule: "before 2026-12-10" })).toBe("2026-12-09");
    expect(lastDayOf({ date: "2026-06-15", rule: "before 2026-06-15; on event: sau khi có hướng dẫn" })).toBe("2026-06-14");
    expect(lastDayOf({ date: "2026-09-30", rule: "within quý III 2026" })).toBe("2026-09-30");
    expect(lastDayOf({ date: null, rule: "yearly" })).toBeNull();
    expect(lastDayOf({ date: "2026-13-45", rule: null })).toBeNull();
  });

  test("is shown in the document's words, also when another paragraph says them", () => {
    const due = { kind: "date", date: "2026-12-10", rule: "before 2026-12-10", recurrence: null } as const;
    expect(printedDue("gửi báo cáo trước ngày 10/12/2026.", due)).toBe("trước ngày 10/12/2026");
    const completed = completeDue(due, "gửi báo cáo", () => "Các việc trên xong trước ngày 10/12/2026.");
    expect(completed).toMatchObject({ text: "trước ngày 10/12/2026", lastDay: "2026-12-09" });
    expect(printedDue("gửi báo cáo trước ngày 10/12.", due)).toBe("trước ngày 10/12");
    expect(printedDue("không nói gì về ngày", due)).toBeNull();
    expect(printedDue("Tổ chức hội nghị.", { date: "2026-12-31", rule: 'within 2026 (heading "Năm 2026")' })).toBe("Năm 2026");
    expect(
      printedDue("đăng ký trước ngày 30/01 hằng năm, sau khi có hướng dẫn", {
        date: null,
        rule: "yearly before 01-30; on event: sau khi có hướng dẫn",
      }),
    ).toBe("trước ngày 30/01 hằng năm");
  });

  test("a person's date decides the last day, whatever the screen sent", () => {
    const due = { kind: "date", date: "2026-11-20", rule: null, recurrence: null, text: "ngày 20/11/2026", lastDay: "2001-01-01" } as const;
    expect(settleDue(due).lastDay).toBe("2026-11-20");
  });
});

const text = [
  "Số: 12/KH-MTTQ-BTT",
  "Tân Giang, ngày 05 tháng 01 năm 2026",
  "1. MTTQ các xã xây dựng 01 mô hình xong trước ngày 10/12/2026.",
  "Nơi nhận:",
];
const traced = (line: number, words: string) => {
  const start = text[line - 1]?.indexOf(words) ?? 0;
  return { id: `t-${line}`, line, quote: words, span: { line, start, end: start + words.length }, rule: "test", confidence: 0.9 };
};
const plan: CompiledPlan = {
  header: {
    docType: "Kế hoạch",
    number: "12/KH-MTTQ-BTT",
    symbol: null,
    issuer: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang",
    issuerParent: null,
    place: "Tân Giang",
    date: "2026-01-05",
    subject: null,
    signer: { role: "Phó Chủ tịch", name: "Lê Thị Hạnh" },
    recipients: ["Thường trực Tỉnh ủy", "Lưu: VT"],
  },
  citations: [],
  targets: [
    {
      ...traced(3, "xây dựng 01 mô hình xong trước ngày 10/12/2026"),
      metric: "mô hình",
      comparator: "=",
      value: 1,
      valueMax: null,
      unit: "mô hình",
      scope: "MTTQ các xã",
      frequency: "once",
      deadline: "2026-12-10",
      cumulative: null,
      section: "1",
    },
  ],
  tasks: [
    {
      ...traced(3, "MTTQ các xã xây dựng 01 mô hình xong trước ngày 10/12/2026."),
      lead: ["MTTQ các xã"],
      coordinate: [],
      due: { kind: "date", date: "2026-12-10", rule: "before 2026-12-10", recurrence: null },
      section: "1",
    },
  ],
  reporting: [],
  events: [],
  criteria: [],
  outline: [],
};

const asItem = (proposal: Proposal, state: Item["state"]): Item =>
  ({
    id: proposal.compiledId,
    kind: proposal.kind,
    state,
    line: proposal.line,
    quote: proposal.quote,
    span: proposal.span,
    value: proposal.value,
    original: proposal.value,
    confidence: proposal.confidence,
    version: 1,
    changedBy: null,
    changedAt: null,
  }) as Item;

describe("a plan cut into items", () => {
  const proposals = itemsOf(plan, text);

  test("has every header field, found or not, with its place where it stands in the text", () => {
    const header = proposals.filter(({ kind }) => kind === "header");
    expect(header).toHaveLength(11);
    expect(header.find(({ compiledId }) => compiledId === "header.number")).toMatchObject({ line: 1, quote: "12/KH-MTTQ-BTT" });
    expect(header.find(({ compiledId }) => compiledId === "header.date")).toMatchObject({ line: 2, quote: "ngày 05 tháng 01 năm 2026" });
    expect(header.find(({ compiledId }) => compiledId === "header.subject")).toMatchObject({ line: null, value: { text: null } });
  });

  test("carries words and last day of each deadline", () => {
    const task = proposals.find(({ kind }) => kind === "task");
    expect(task?.value).toMatchObject({ text: text[2]?.slice(3), due: { text: "trước ngày 10/12/2026", lastDay: "2026-12-09" } });
    const target = proposals.find(({ kind }) => kind === "target");
    expect(target?.value).toMatchObject({ deadlineText: "trước ngày 10/12/2026", lastDay: "2026-12-09" });
  });

  test("comes back as the same plan when all is accepted, and without what was dropped", () => {
    const whole = reviewedPlan(
      proposals.map((proposal) => asItem(proposal, "accepted")),
      plan,
    );
    expect(whole.header).toEqual(plan.header);
    expect(whole.tasks[0]).toMatchObject({ lead: ["MTTQ các xã"], line: 3 });
    const some = reviewedPlan(
      proposals.map((proposal) => asItem(proposal, proposal.kind === "task" ? "dropped" : "proposed")),
      plan,
    );
    expect(some.tasks).toEqual([]);
    expect(some.targets).toEqual([]);
  });

  test("a header that was not found is empty, not a guess", () => {
    expect(headerFrom([])).toMatchObject({ number: null, signer: null, recipients: [] });
  });
});

test("a file's name loses folders and control characters, and keeps its ending", () => {
  expect(plainFileName("C:\\Users\\Hạnh\\Kế hoạch.docx")).toBe("Kế hoạch.docx");
  expect(plainFileName("../../etc/passwd")).toBe("passwd");
  expect(plainFileName("kế\u0000hoạch\r\n.txt")).toBe("kế hoạch  .txt");
  expect(plainFileName(`${"a".repeat(400)}.docx`)).toHaveLength(200);
  expect(plainFileName(`${"a".repeat(400)}.docx`).endsWith(".docx")).toBe(true);
  expect(plainFileName("/")).toBe("van-ban");
});

describe("words of the text", () => {
  const lines = ["Một đoạn dài", "bị ngắt trang", "ở đây."];

  test("run on over lines when the span does", () => {
    expect(wordsOf(lines, { line: 1, start: 4, end: 12, endLine: 3 })).toBe("đoạn dài bị ngắt trang ở đây.");
    expect(wordsOf(lines, { line: 2, start: 3, end: 7 })).toBe("ngắt");
  });

  test("are quoted verbatim from their first line, cut at a word", () => {
    expect(quoteOf(["một hai ba bốn"], { line: 1, start: 0, end: 14 }, 9)).toBe("một hai");
    expect(quoteOf(lines, { line: 1, start: 0, end: 12, endLine: 3 })).toBe("Một đoạn dài");
  });

  test("must exist", () => {
    expect(isInside(lines, { line: 1, start: 0, end: 12 })).toBe(true);
    for (const span of [
      { line: 4, start: 0, end: 1 },
      { line: 1, start: 5, end: 5 },
      { line: 1, start: 0, end: 13 },
      { line: 1, start: -1, end: 3 },
      { line: 2, start: 0, end: 3, endLine: 9 },
    ])
      expect(isInside(lines, span)).toBe(false);
  });
});

describe("deciding", () => {
  test("every decision leads to a state that exists", () => {
    for (const state of ItemState.options) for (const next of Object.values(decisions[state])) expect(ItemState.options).toContain(next);
  });

  test("a dropped item comes back undecided, one that a person added comes back as added", () => {
    expect(decided({ state: "dropped", isAdded: false }, "restore")).toBe("proposed");
    expect(decided({ state: "dropped", isAdded: true }, "restore")).toBe("added");
    expect(decided({ state: "added", isAdded: true }, "restore")).toBeNull();
    expect(decided({ state: "dropped", isAdded: false }, "accept")).toBeNull();
  });
});

describe("reading again", () => {
  const proposal = (compiledId: string, line: number, quote: string): Proposal => ({
    kind: "task",
    position: 0,
    compiledId,
    line,
    quote,
    span: { line, start: 0, end: quote.length },
    confidence: 0.8,
    value: plan.tasks[0] as never,
  });
  const known = (id: string, compiledId: string | null, line: number, quote: string, state: Item["state"]) => ({
    id,
    kind: "task" as const,
    compiledId,
    line,
    quote,
    state,
    isAdded: compiledId === null,
  });

  test("what people decided stays; the undecided follows the new reading", () => {
    const merge = mergeReading(
      [
        known("a", "t1", 3, "Tổ chức hội nghị", "accepted"),
        known("b", "t2", 4, "Gửi báo cáo", "proposed"),
        known("c", "t3", 5, "Câu đọc nhầm", "proposed"),
        known("d", "t4", 6, "Việc đã bỏ", "dropped"),
      ],
      [
        proposal("t1", 3, "Tổ chức hội nghị quán triệt"),
        proposal("t2", 4, "Gửi báo cáo"),
        proposal("t4", 6, "Việc đã bỏ"),
        proposal("t9", 7, "Việc mới thấy"),
      ],
    );
    expect(merge.refresh.map(({ id }) => id)).toEqual(["b"]);
    expect(merge.remove).toEqual(["c"]);
    expect(merge.insert.map(({ quote }) => quote)).toEqual(["Việc mới thấy"]);
  });

  test("what a person added is not proposed beside it", () => {
    const merge = mergeReading([known("a", null, 7, "Việc mới thấy", "added")], [proposal("t9", 7, "Việc mới thấy")]);
    expect(merge).toEqual({ refresh: [], remove: [], insert: [] });
  });

  test("reading the same twice changes nothing but to refresh", () => {
    const once = [proposal("t1", 3, "Một việc"), proposal("t2", 3, "Một việc khác")];
    const rows = once.map(({ compiledId, line, quote }) => known(compiledId, compiledId, line ?? 0, quote ?? "", "proposed"));
    expect(mergeReading(rows, once)).toMatchObject({ remove: [], insert: [] });
  });
});
