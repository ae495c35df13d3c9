import { describe, expect, test } from "vitest";
import type { UnitId } from "../../../kernel/ids.ts";
import { officialLines } from "../../documents/dispatch/compose.ts";
import type { UnitRef } from "../../units/contract.ts";
import { BlockContent, type BlockDraft } from "../blocks.ts";
import type { Figure } from "../shapes.ts";
import { checksOf } from "./checks.ts";
import { officialOf } from "./document.ts";
import { headerFor } from "./header.ts";
import type { Live } from "./live.ts";
import { renderBlocks } from "./rendering.ts";

const figure = (ref: string, values: Partial<Figure>): [string, Figure] => [
  ref,
  {
    ref,
    title: "Cuộc giám sát",
    unit: "cuộc",
    approved: null,
    provisional: null,
    said: null,
    target: null,
    last: null,
    yearBefore: null,
    yearBeforeGiven: null,
    from: "units",
    refused: null,
    given: 2,
    asked: 3,
    ...values,
  },
];

const front = (id: number, area: string): UnitRef => ({
  id: id as UnitId,
  name: `Ủy ban MTTQ Việt Nam ${area.charAt(0).toLocaleLowerCase("vi")}${area.slice(1)}`,
  kind: "front",
  areaName: area,
});
const [binhLam, hoaPhu, dongKinh] = [front(1, "Xã Bình Lâm"), front(2, "Xã Hòa Phú"), front(3, "Phường Đông Kinh Bắc")];
const given = (approved: string | null, provisional: string | null) => new Map([["I039", { approved, provisional }]]);

const live: Live = {
  figures: new Map([
    figure("I039", { approved: "12", provisional: "15", yearBefore: "10", target: "20" }),
    figure("I040", { title: "Hội nghị phản biện xã hội", unit: "hội nghị" }),
    figure("I061", { title: "Nhà xây mới", unit: "căn nhà", approved: "2", provisional: "2" }),
  ]),
  units: [
    { unit: binhLam, values: given("12", "12") },
    { unit: hoaPhu, values: given(null, "3") },
    { unit: dongKinh, values: given(null, null) },
  ],
  missing: { draft: [dongKinh], official: [hoaPhu, dongKinh] },
  than: { yearBefore: "cùng kỳ năm 2025", last: "quý trước" },
  period: "quý III năm 2026",
};

const blocksOf = (contents: BlockDraft[]) =>
  contents.map((content, at) => ({ id: `b${at}`, version: 1, content: BlockContent.parse(content) }));
const header = {
  ...headerFor(front(9, "Tỉnh Tân Giang"), "report", {
    area: "Tỉnh Tân Giang",
    subject: "Kết quả công tác quý III năm 2026",
    addressees: [],
  }),
};
const words = (contents: BlockDraft[], mode: "draft" | "official") =>
  renderBlocks(blocksOf(contents), live, mode).map(({ paragraphs, out }) => [
    paragraphs.map((line) => line.map(({ text }) => text).join("")).join(" / "),
    out,
  ]);

describe("sentences", () => {
  const clauses: BlockDraft = {
    kind: "sentence",
    dash: true,
    text: "Phản biện {{I040}}; xây mới {{I061}}; giám sát {{I039}}{{I039|compare}}.",
  };

  test("a draft shows every place, official text only what is approved and known", () => {
    expect(words([clauses], "draft")).toEqual([
      ["- Phản biện …; xây mới 02 căn nhà; giám sát 15 cuộc, đạt 75% kế hoạch, tăng 5 cuộc (50%) so với cùng kỳ năm 2025.", null],
    ]);
    expect(words([clauses], "official")).toEqual([
      ["- Xây mới 02 căn nhà; giám sát 12 cuộc, đạt 60% kế hoạch, tăng 2 cuộc (20%) so với cùng kỳ năm 2025.", null],
    ]);
  });

  test("the last clause that is left ends the sentence", () => {
    expect(words([{ kind: "sentence", text: "Xây mới {{I061}}; phản biện {{I040}}." }], "official")).toEqual([
      ["Xây mới 02 căn nhà.", null],
    ]);
  });

  test("without any figure it is left out, dropped when the editor dropped it", () => {
    expect(words([{ kind: "sentence", text: "Phản biện {{I040}}." }], "official")[0]?.[1]).toBe("no-figure");
    expect(words([{ ...clauses, dropped: true }], "official")[0]?.[1]).toBe("dropped");
  });
});

describe("what units tell", () => {
  const piece = { key: "activity:1", unitName: "xã Bình Lâm", text: "- Tặng 20 suất quà;", state: "kept" } as const;
  test("pieces that are kept follow the editor's own words, the unit named", () => {
    const narrative: BlockDraft = {
      kind: "narrative",
      text: "Nổi bật là:\n\n* giám sát {{I039}}.",
      pieces: [piece, { ...piece, key: "activity:2", state: "dropped" }, { ...piece, key: "activity:3", named: false }],
    };
    expect(words([narrative], "official")).toEqual([
      ["Nổi bật là: / - giám sát 12 cuộc. / - Tặng 20 suất quà (xã Bình Lâm). / - Tặng 20 suất quà.", null],
    ]);
  });
  test("nothing kept and nothing written prints nothing", () => {
    expect(words([{ kind: "narrative", pieces: [{ ...piece, state: "dropped" }] }], "official")).toEqual([["", "empty"]]);
  });
});

describe("tables and annexes", () => {
  const table: BlockDraft = {
    kind: "table",
    title: "Kết quả",
    rows: [{ ref: "I039" }, { ref: "I040", label: "Phản biện" }],
    columns: ["value", "yearBefore", "change", "share"],
  };
  test("a figure a row, its unit in a column of its own", () => {
    const [rendered] = renderBlocks(blocksOf([table]), live, "official");
    expect(rendered?.table?.columns).toEqual([
      "TT",
      "Chỉ tiêu",
      "Đơn vị tính",
      "Quý III năm 2026",
      "Cùng kỳ năm 2025",
      "Tăng, giảm",
      "Tỷ lệ so với kế hoạch",
    ]);
    expect(rendered?.table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ["1", "Cuộc giám sát", "cuộc", "12", "10", "+2", "60%"],
      ["2", "Phản biện", "hội nghị", "", "", "", ""],
    ]);
  });
  test("a unit a row, called by its area, the total below; drafts mark what is provisional", () => {
    const annex: BlockDraft = { kind: "annex", title: "Theo đơn vị", columns: [{ ref: "I039" }] };
    const [official] = renderBlocks(blocksOf([annex]), live, "official");
    expect(official?.table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ["1", "Xã Bình Lâm", "12"],
      ["2", "Xã Hòa Phú", ""],
      ["3", "Phường Đông Kinh Bắc", ""],
      ["", "Tổng cộng", "12"],
    ]);
    const [draft] = renderBlocks(blocksOf([annex]), live, "draft");
    expect(draft?.table?.rows.map((row) => row[2])).toMatchObject([
      { text: "12", state: "approved" },
      { text: "03", state: "provisional" },
      { text: "…", state: "missing" },
      { text: "15", state: "provisional" },
    ]);
  });
});

describe("the document", () => {
  const blocks = blocksOf([
    { kind: "heading", level: 1, text: "Kết quả:" },
    { kind: "sentence", text: "Giám sát {{I039}}.", dash: true },
    { kind: "sentence", text: "Trên đây là Báo cáo." },
    { kind: "annex", title: "Theo đơn vị", columns: [{ ref: "I039" }] },
  ]);
  test("says whose figures are not in before it closes; an annex of its own", () => {
    const rendered = renderBlocks(blocks, live, "official");
    const draft = officialOf({
      header,
      blocks: rendered,
      coverage: "Số liệu tổng hợp từ 1/3 đơn vị.",
      number: "05",
      date: "2026-10-02",
      year: 2026,
      draft: false,
    });
    const lines = officialLines(draft);
    expect(lines).toContain("Số: 05/BC-MTTQ-BTT");
    expect(lines).toContain("Tân Giang, ngày 02 tháng 10 năm 2026");
    const from = lines.indexOf("I. KẾT QUẢ");
    expect(lines.slice(from, from + 4)).toEqual([
      "I. KẾT QUẢ",
      "- Giám sát 12 cuộc.",
      "Số liệu tổng hợp từ 1/3 đơn vị.",
      "Trên đây là Báo cáo./.",
    ]);
    expect(lines).toContain(
      "(Kèm theo Báo cáo số 05/BC-MTTQ-BTT ngày 02 tháng 10 năm 2026 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang)",
    );
  });
  test("a draft marks where figures are not final", () => {
    const { body } = officialOf({
      header,
      blocks: renderBlocks(blocks, live, "draft"),
      coverage: null,
      number: null,
      date: null,
      year: 2026,
      draft: true,
    });
    expect(body[1]).toMatchObject({ kind: "clause", label: "-", text: "Giám sát 15 cuộc.", marks: [[9, 16]] });
  });
});

describe("before it goes to the signer", () => {
  const checks = (contents: BlockDraft[]) => {
    const blocks = blocksOf(contents);
    return checksOf({ header, figuresFrom: "own", roundId: null }, blocks, renderBlocks(blocks, live, "official"), live);
  };
  test("a gap in a sentence stands in the way", () => {
    expect(checks([{ kind: "text", text: "Phản biện {{I040}} nội dung." }]).filter((check) => check.blocks)).toMatchObject([
      { blockId: "b0" },
    ]);
  });
  test("an empty document stands in the way", () => {
    expect(checks([{ kind: "heading", level: 1, text: "Kết quả" }]).some((check) => check.blocks)).toBe(true);
    const framed = checks([
      { kind: "sentence", text: "Ban Thường trực báo cáo kết quả như sau:" },
      { kind: "heading", level: 1, text: "Kết quả" },
      { kind: "sentence", text: "Trên đây là báo cáo." },
    ]);
    expect(framed.filter((check) => check.blocks).map(({ what }) => what.vi)).toEqual(["Văn bản chưa có nội dung."]);
  });
  test("figures that wait for approval and units that are not in are told, and do not stand in the way", () => {
    const told = checks([
      { kind: "sentence", text: "Giám sát {{I039}}." },
      { kind: "heading", level: 1, text: "Phương hướng" },
    ]);
    expect(told.filter((check) => check.blocks)).toEqual([]);
    expect(told.map(({ what }) => what.vi)).toEqual([
      "Mục này chưa có nội dung.",
      "1 chỉ tiêu còn số tạm tính; bản chính thức chỉ dùng số đã duyệt.",
      "Số liệu tổng hợp từ 1/3 đơn vị; chưa có số liệu của xã Hòa Phú và phường Đông Kinh Bắc.",
      "Chưa ghi họ tên người ký; khi ký sẽ lấy tên người ký.",
    ]);
  });
});
