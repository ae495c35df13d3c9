import { describe, expect, test } from "vitest";
import type { ReviewedPlan } from "./intake.ts";
import { demandsOwnPlan, demandsYearlyPlan, itemsFrom, periodFrom, recipientsFrom } from "./intake.ts";

const header = { number: "12/KH-MTTQ-BTT", date: "2026-02-10", docType: "Kế hoạch", issuer: null, subject: null, recipients: [] };

const plan: ReviewedPlan = {
  header,
  targets: [
    {
      quote: "chọn 01 mô hình",
      line: 20,
      metric: "mô hình",
      comparator: "=",
      value: 1,
      valueMax: null,
      unit: "mô hình",
      scope: "Mỗi xã, phường",
      frequency: "once",
      deadline: "2026-07-20",
    },
    {
      quote: "ít nhất 02 cuộc giám sát",
      line: 11,
      metric: "cuộc giám sát",
      comparator: ">=",
      value: 2,
      valueMax: null,
      unit: "cuộc",
      scope: "MTTQ cấp xã",
      frequency: "yearly",
      deadline: null,
      section: "II.3",
    },
  ],
  tasks: [
    {
      quote: "Mỗi xã, phường chọn 01 mô hình",
      line: 20,
      lead: ["Mỗi xã, phường", "mỗi  xã, phường"],
      coordinate: ["Văn phòng"],
      due: { kind: "date", date: "2026-07-20", rule: "before 2026-07-20", text: "trước ngày 20/7/2026" },
      section: "III.4",
    },
  ],
  reporting: [
    {
      who: "Mỗi xã, phường",
      to: "Ban Thường trực để tổng hợp, báo cáo Tỉnh ủy",
      via: "Văn phòng",
      what: "kết quả",
      due: { kind: "recurring", date: null, rule: "every 6 months and yearly" },
      line: 21,
    },
  ],
};

describe("itemsFrom", () => {
  const items = itemsFrom(plan);

  test("orders items as the document does and keeps numbers as decimal strings", () => {
    expect(items.map(({ kind, line }) => [kind, line])).toEqual([
      ["target", 11],
      ["target", 20],
      ["task", 20],
      ["report", 21],
    ]);
    expect(items[0]).toMatchObject({
      clause: "II.3",
      target: { value: "2", frequency: "yearly", cumulative: false },
      leads: ["MTTQ cấp xã"],
    });
  });

  test("a target's day is read with the word that stands before it elsewhere in the document", () => {
    expect(items[1]?.due).toMatchObject({ date: "2026-07-20", lastDay: "2026-07-19", text: "trước ngày 20/7/2026" });
    expect(items[1]?.clause).toBe("III.4");
  });

  test("one body written twice is one party", () => expect(items[2]?.leads).toEqual(["Mỗi xã, phường"]));

  test("a chain of receivers is taken apart", () =>
    expect(items[3]?.reporting).toEqual({ to: "Ban Thường trực", via: "Văn phòng", next: "Tỉnh ủy" }));
});

test.each([
  ["tỷ lệ cơ quan, đơn vị xây dựng kế hoạch công tác dân vận", "100% các cơ quan xây dựng kế hoạch", "%", "yearly", true],
  ["tỷ lệ xã xây dựng kế hoạch", "100% xã xây dựng kế hoạch thực hiện đợt cao điểm", "%", "once", true],
  ["tỷ lệ cấp ủy quán triệt", "100% cấp ủy tổ chức quán triệt", "%", "yearly", false],
  ["mô hình", "chọn 01 mô hình theo kế hoạch", "mô hình", "once", false],
])("demandsYearlyPlan: %s", (metric, quote, unit, frequency, expected) =>
  expect(demandsYearlyPlan({ metric, quote, unit, frequency })).toBe(expected),
);

test.each([
  ["Căn cứ Kế hoạch này, các xã xây dựng Kế hoạch tổ chức thực hiện ở cấp mình", true],
  ["Mỗi đơn vị xây dựng kế hoạch thực hiện phong trào", true],
  ["Căn cứ Kế hoạch này, các xã xây dựng kế hoạch của địa phương", true],
  ["Tuyên truyền kế hoạch đến hội viên", false],
  ["Xây dựng nông thôn mới theo kế hoạch", false],
])("demandsOwnPlan: %s", (text, expected) => expect(demandsOwnPlan(text)).toBe(expected));

test("recipientsFrom leaves out the filing line and remarks in brackets", () =>
  expect(recipientsFrom(["Thường trực Tỉnh ủy (báo cáo)", "Ban Thường trực MTTQ các xã, phường", "Lưu: VP, VT"])).toEqual([
    "Thường trực Tỉnh ủy",
    "Ban Thường trực MTTQ các xã, phường",
  ]));

test.each([
  ["Thực hiện phong trào thi đua giai đoạn 2026- 2030", "2026-02-10", "2026-02-10", "2030-12-31"],
  ["Thực hiện Đề án giai đoạn 2021-2025", null, "2021-01-01", "2025-12-31"],
  ["Công tác dân vận đến năm 2028", "2026-05-04", "2026-05-04", "2028-12-31"],
  ["Công tác Mặt trận năm 2026", "2025-12-20", "2026-01-01", "2026-12-31"],
  ["Tuyên truyền pháp luật", "2026-05-04", "2026-05-04", null],
  ["Đợt cao điểm từ tháng 11 năm 2026 đến tháng 2 năm 2027", "2026-11-10", "2026-11-10", "2027-02-28"],
])("periodFrom: %s", (subject, issued, from, to) => expect(periodFrom(subject, issued)).toEqual({ from, to }));

describe("a sentence that only reports", () => {
  const task = (text: string) => ({ ...plan.tasks[0]!, quote: text, text, line: 21, lead: ["Mỗi xã, phường"] });
  const kinds = (text: string) => itemsFrom({ ...plan, targets: [], tasks: [task(text)] }).map(({ kind }) => kind);
  test("is one duty", () => {
    expect(kinds("Mỗi xã, phường báo cáo kết quả về Ban Thường trực")).toEqual(["report"]);
    expect(kinds("Mỗi xã, phường định kỳ 6 tháng, 1 năm báo cáo kết quả về Ban Thường trực")).toEqual(["report"]);
    expect(kinds("Định kỳ 6 tháng báo cáo kết quả")).toEqual(["report"]);
  });
  test("stays two where something is to be done besides", () => {
    expect(kinds("Mỗi xã, phường chọn 01 mô hình và báo cáo về Ban Thường trực")).toEqual(["task", "report"]);
  });
  test("has words of its own when the document names nothing that is sent", () => {
    const [duty] = itemsFrom({
      ...plan,
      targets: [],
      tasks: [],
      reporting: [{ ...plan.reporting[0]!, what: "", quote: "gửi về Ban Thường trực (qua Văn phòng)" }],
    });
    expect(duty?.text).toBe("Gửi về Ban Thường trực (qua Văn phòng)");
  });
  test("speaks with the document's verb", () => {
    const said = (what: string, quote: string) =>
      itemsFrom({ ...plan, targets: [], tasks: [], reporting: [{ ...plan.reporting[0]!, what, quote }] })[0]?.text;
    expect(said("kết quả", "báo cáo kết quả về Ban Thường trực")).toBe("Báo cáo kết quả");
    expect(said("danh sách mô hình", "gửi danh sách mô hình về Ban Thường trực")).toBe("Gửi danh sách mô hình");
    expect(said("mô hình", "Đăng ký mô hình gửi về Ban Thường trực")).toBe("Đăng ký mô hình");
  });
  test("that only says where a task's result goes is no second duty", () => {
    const duty = { ...plan.reporting[0]!, what: "", quote: "gửi về Ban Thường trực" };
    const tasks = [task("Mỗi xã, phường lập danh sách, gửi về Ban Thường trực")];
    expect(itemsFrom({ ...plan, targets: [], tasks, reporting: [duty] }).map(({ kind }) => kind)).toEqual(["task"]);
  });
});

test("an item without a section stands where the outline says", () => {
  const outline = [
    { number: "II", level: 1, line: 5 },
    { number: "1", level: 2, line: 6 },
    { number: "1.1", level: 3, line: 7 },
    { number: "1.2", level: 3, line: 9 },
    { number: "a", level: 4, line: 10 },
    { number: "III", level: 1, line: 19 },
    { number: "2", level: 2, line: 20 },
  ];
  const clauses = itemsFrom({ ...plan, outline, tasks: [] }).map(({ kind, clause }) => `${kind} ${clause}`);
  expect(clauses).toEqual(["target II.3", "target III.2", "report III.2"]);
  expect(itemsFrom({ ...plan, outline, tasks: [], targets: [], reporting: [{ ...plan.reporting[0]!, line: 11 }] })[0]?.clause).toBe(
    "II.1.2.a",
  );
});
