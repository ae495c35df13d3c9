import { expect, test } from "vitest";
import type { IntakeProposal, IntakeRow } from "../../../src/modules/indicators/contract.ts";
import { decisionOf, startOf } from "./model.ts";

const row = (over: Partial<IntakeRow>): IntakeRow => ({
  id: "s1-r1",
  label: "Cuộc giám sát",
  unit: "cuộc",
  valueKind: "count",
  line: 2,
  start: 0,
  end: 1,
  quote: "",
  confidence: 0.9,
  candidates: [{ indicatorId: 39, member: "", code: "I039", name: "Cuộc giám sát", unit: "cuộc", own: false, score: 0.9 }],
  matched: true,
  repeats: null,
  ...over,
});

const guess = <T>(value: T) => ({ value, quote: "", line: 1, confidence: 0.9 });

const proposal: IntakeProposal = {
  fileName: null,
  lines: [],
  notes: [],
  title: guess("Báo cáo 6 tháng"),
  basis: null,
  period: guess({ calendar: "civil" as const, kind: "half" as const, code: "2026-H1", from: "2026-01-01", to: "2026-06-30" }),
  due: guess({ kind: "date" as const, text: "trước ngày 15/6/2026", date: "2026-06-15", before: true }),
  figures: null,
  receiver: guess("Ban Thường trực"),
  via: guess("Ban Phong trào"),
  addressees: guess(["MTTQ các xã"]),
  sections: [
    {
      id: "s1",
      number: "I",
      heading: "Kết quả",
      line: 1,
      narrative: true,
      guidance: "",
      rows: [
        row({}),
        row({ id: "s1-r2", label: "Buổi chiếu phim", unit: "buổi", matched: false, candidates: [] }),
        row({ id: "s1-r3", repeats: "s1-r1" }),
      ],
    },
  ],
};

test("what is sure is taken, what is unknown is new, what was asked above is left out", () => {
  expect(startOf(proposal).sections[0]?.rows.map(({ choice }) => choice.kind)).toEqual(["indicator", "new", "drop"]);
});

test("the decision says what the letter said", () => {
  const { due, receiverText, addressees, periods, sections } = decisionOf(startOf(proposal), proposal);
  expect(due).toEqual({ text: "trước ngày 15/6/2026", rule: { kind: "date", date: "2026-06-15", before: true } });
  expect(receiverText).toBe("Ban Thường trực (qua Ban Phong trào)");
  expect(addressees).toEqual(["MTTQ các xã"]);
  expect(periods).toEqual({ kind: "half", calendar: "civil", from: null, to: null });
  expect(sections[0]?.rows.map(({ indicator }) => indicator)).toEqual([
    { indicatorId: 39, member: "" },
    { create: { name: "Buổi chiếu phim", unit: "buổi", valueKind: "count" } },
  ]);
});

test("a day that comes back stays a rule until a day is set", () => {
  const yearly = {
    ...proposal,
    due: guess({ kind: "day-of-year" as const, text: "trước ngày 10/12 hằng năm", at: [{ month: 12, day: 10 }], before: true }),
  };
  expect(decisionOf(startOf(yearly), yearly).due?.rule).toEqual({ kind: "day-of-year", at: [{ month: 12, day: 10 }], before: true });
  expect(decisionOf({ ...startOf(yearly), dueDay: "2026-12-09" }, yearly).due?.rule).toMatchObject({ kind: "date", date: "2026-12-09" });
});
