import type { z } from "zod";
import { describe, expect, test } from "vitest";
import { readDocument } from "../reading/read.ts";
import { type ChildPlan, childPlanDraft } from "./child-plan.ts";
import { officialLines } from "./compose.ts";
import { originMark, readOriginMarks } from "./origin.ts";
import { renderOfficial } from "./render.ts";

/** The province's Front asks; xã Bình Lâm, where Phạm Văn Tòng does everything, makes its own plan. */
const data: z.input<typeof ChildPlan> = {
  form: "front",
  issuer: {
    superior: ["Ủy ban MTTQ Việt Nam", "xã Bình Lâm"],
    name: ["Ban Thường trực"],
    called: "Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm",
  },
  area: "xã Bình Lâm",
  symbol: "MTTQ-BTT",
  place: "Bình Lâm",
  year: 2026,
  parent: {
    docType: "Kế hoạch",
    number: "10/KH-MTTQ-BTT",
    date: "2026-01-02",
    issuer: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang",
    subject: "Thực hiện phong trào thi đua “Dân vận khéo” năm 2026",
  },
  clauses: [
    { kind: "target", clause: "II.1", text: "100% khu dân cư đăng ký ít nhất 01 mô hình “Dân vận khéo”", role: "lead" },
    {
      kind: "task",
      clause: "III.2",
      text: "- tổ chức ra mắt mô hình;",
      role: "lead",
      partners: ["Hội Nông dân xã"],
      dueText: "trước ngày 18/11/2026",
    },
    {
      kind: "task",
      clause: "III.4",
      text: "Tuyên truyền trên loa truyền thanh trước ngày 30/6/2026",
      role: "partner",
      leads: ["Ủy ban nhân dân xã"],
      dueText: "trước ngày 30/6/2026",
    },
    {
      kind: "report",
      clause: "IV.2",
      text: "Báo cáo kết quả năm",
      role: "report",
      receiver: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh",
      via: "Văn phòng",
      dueText: "trước ngày 10/12 hằng năm",
    },
  ],
  recipients: ["Thường trực Đảng ủy xã"],
  archive: "VT, BTT",
  signature: { collective: "Ban Thường trực", title: "Chủ tịch" },
};

describe("a child plan's first draft", () => {
  const lines = officialLines(childPlanDraft(data));

  test("number and day stay open, the subject names the superior's plan", () => {
    expect(lines).toContain("Số:       /KH-MTTQ-BTT");
    expect(lines).toContain("Bình Lâm, ngày      tháng      năm 2026");
    expect(lines).toContain(
      "Thực hiện Kế hoạch số 10/KH-MTTQ-BTT ngày 02/01/2026 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang về thực hiện phong trào thi đua “Dân vận khéo” năm 2026",
    );
  });

  test("every clause that binds the unit, word for word, with its origin and what the sentence does not say itself", () => {
    const from = lines.indexOf("II. CHỈ TIÊU");
    expect(lines.slice(from, lines.indexOf("V. TỔ CHỨC THỰC HIỆN"))).toEqual([
      "II. CHỈ TIÊU",
      "1. 100% khu dân cư đăng ký ít nhất 01 mô hình “Dân vận khéo”. (mục II.1 Kế hoạch số 10/KH-MTTQ-BTT)",
      "III. NHIỆM VỤ",
      "1. Tổ chức ra mắt mô hình. (mục III.2 Kế hoạch số 10/KH-MTTQ-BTT)",
      "- Phối hợp: Hội Nông dân xã.",
      "- Thời hạn: trước ngày 18/11/2026.",
      "2. Tuyên truyền trên loa truyền thanh trước ngày 30/6/2026. (mục III.4 Kế hoạch số 10/KH-MTTQ-BTT)",
      "- Chủ trì: Ủy ban nhân dân xã.",
      "IV. CHẾ ĐỘ BÁO CÁO",
      "1. Báo cáo kết quả năm. (mục IV.2 Kế hoạch số 10/KH-MTTQ-BTT)",
      "- Nơi nhận báo cáo: Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh (qua Văn phòng).",
      "- Thời hạn: trước ngày 10/12 hằng năm.",
    ]);
    expect(lines).toContain("- Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang (để báo cáo);");
  });

  test.each(["1. tổ chức hội thi", "2.1. Tổ chức hội thi;", "a) Tổ chức hội thi", "đ) Tổ chức hội thi", "- **Tổ chức** hội thi."])(
    "the superior's label goes: %s",
    (text) => {
      expect(officialLines(childPlanDraft({ ...data, clauses: [{ kind: "task", clause: null, text, role: "lead" }] }))).toContain(
        "1. Tổ chức hội thi.",
      );
    },
  );

  test("what the unit adds of its own has no origin", () => {
    const added = officialLines(
      childPlanDraft({ ...data, clauses: [{ kind: "task", clause: null, text: "Tổ chức hội thi ở thôn", role: "lead" }] }),
    );
    expect(added).toContain("1. Tổ chức hội thi ở thôn.");
  });

  test("a chapter without clauses is left out", () => {
    const tasksOnly = officialLines(childPlanDraft({ ...data, clauses: data.clauses.slice(1, 2) }));
    expect(tasksOnly.filter((line) => /^[IVX]+\. /.test(line))).toEqual(["I. MỤC ĐÍCH, YÊU CẦU", "II. NHIỆM VỤ", "III. TỔ CHỨC THỰC HIỆN"]);
  });

  test("the State cites its ground in a line of its own, the Party in its number and marks", () => {
    const state = officialLines(childPlanDraft({ ...data, form: "state", symbol: "UBND" }));
    expect(state.some((line) => line.startsWith("Căn cứ Kế hoạch số 10/KH-MTTQ-BTT ngày 02/01/2026"))).toBe(true);
    const party = officialLines(childPlanDraft({ ...data, form: "party", symbol: "ĐU", parent: { ...data.parent, number: "48-KH/TU" } }));
    expect(party).toContain("Số       -KH/ĐU");
    expect(party.filter((line) => line.includes("(mục"))[0]).toMatch(/\(mục II\.1 Kế hoạch số 48-KH\/TU\)$/);
  });

  test("comes back from Word with its origins", async () => {
    const { lines: read } = await readDocument({ name: "a.docx", bytes: await renderOfficial(childPlanDraft(data)) });
    expect(read).toEqual(lines);
    expect(readOriginMarks(read).map(({ clause, number }) => [clause, number])).toEqual([
      ["II.1", "10/KH-MTTQ-BTT"],
      ["III.2", "10/KH-MTTQ-BTT"],
      ["III.4", "10/KH-MTTQ-BTT"],
      ["IV.2", "10/KH-MTTQ-BTT"],
    ]);
  });
});

test.each([
  [{ clause: "III.1.a", docType: "Kế hoạch", number: "48-KH/TU" }, "(mục III.1.a Kế hoạch số 48-KH/TU)"],
  [{ clause: "PL.II.3", docType: "Kế hoạch", number: "5/KH-UBND" }, "(mục 3 Phụ lục II Kế hoạch số 5/KH-UBND)"],
  [{ clause: "", docType: "Chương trình", number: "06-CTr/TU" }, "(Chương trình số 06-CTr/TU)"],
])("origin %j", (origin, mark) => {
  expect(originMark(origin)).toBe(mark);
  expect(readOriginMarks(["x", `Việc này. ${mark}`.normalize("NFD")])).toEqual([{ line: 2, ...origin }]);
});
