import { strFromU8, unzipSync } from "fflate";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../reading/read.ts";
import { officialLines } from "./compose.ts";
import type { OfficialDraft } from "./official.ts";
import { renderOfficial } from "./render.ts";

const plan: OfficialDraft = {
  form: "state",
  issuer: { superior: ["Ủy ban nhân dân tỉnh Tân Giang"], name: ["Sở Nội vụ"], called: "Sở Nội vụ" },
  number: { value: null, type: "KH", issuer: "SNV" },
  place: "Tân Giang",
  date: { year: 2026, month: 11, day: null },
  type: "Kế hoạch",
  subject: "Thực hiện dân chủ ở cơ sở",
  bases: ["Căn cứ Luật Thực hiện dân chủ ở cơ sở"],
  body: [
    { kind: "clause", level: 1, text: "Nhiệm vụ" },
    { kind: "clause", level: 2, text: "Tập huấn", title: true },
    { kind: "clause", level: 3, text: "Cho trưởng thôn.", origin: "(mục II.1 Kế hoạch số 10/KH-UBND)" },
    { kind: "clause", level: 4, text: "Quý II." },
    {
      kind: "table",
      columns: [
        { title: "TT", width: 1 },
        { title: "Việc", width: 5 },
      ],
      rows: [["1", "Mở lớp"], ["2"]],
    },
    { kind: "prose", text: "Trên đây là Kế hoạch." },
  ],
  recipients: ["UBND tỉnh"],
  archive: "VT",
  signature: { deputyFor: "Giám đốc", title: "Phó Giám đốc", name: "Đỗ Quốc Bảo" },
  annexes: [
    { label: "Phụ lục I", title: "Biểu", landscape: true, body: [{ kind: "table", columns: [{ title: "A", width: 1 }], rows: [["x"]] }] },
    { label: "Phụ lục II", title: "Danh sách", body: [{ kind: "prose", text: "Hết." }] },
  ],
};

const readBack = async (draft: OfficialDraft) => readDocument({ name: "ke-hoach.docx", bytes: await renderOfficial(draft) });

describe("a written document read back", () => {
  test.each(["state", "party", "front"] as const)("%s: the same lines, without a note", async (form) => {
    const { lines, notes, tables } = await readBack({ ...plan, form });
    expect(lines).toEqual(officialLines({ ...plan, form }));
    expect(notes).toEqual([]);
    expect(tables.map(({ role }) => role)).toEqual(["letterhead", "data", "signature", "data"]);
  });

  const words = fc.stringMatching(/^[A-Za-zĐđạảếệươừựÀỹ0-9“”()%/&<>"'.,;:-][A-Za-zđạảếệươừựÀỹ0-9 “”()%/&<>"'.,;:-]{0,60}[a-zạếự0-9]$/u);
  const block = fc.oneof(
    fc.record({
      kind: fc.constant("clause" as const),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      text: words,
      title: fc.boolean(),
    }),
    fc.record({ kind: fc.constant("prose" as const), text: words }),
    fc.record({
      kind: fc.constant("table" as const),
      columns: fc.array(fc.record({ title: words, width: fc.constant(1) }), { minLength: 2, maxLength: 2 }),
      rows: fc.array(fc.tuple(words, words), { maxLength: 3 }),
    }),
  );
  const draft = fc.record({
    form: fc.constantFrom("state" as const, "party" as const, "front" as const),
    subject: words,
    body: fc.array(block, { maxLength: 12 }),
    recipients: fc.array(words, { maxLength: 3 }),
    addressees: fc.array(words, { maxLength: 3 }),
    bases: fc.array(words, { maxLength: 3 }),
    urgency: fc.constantFrom(null, "HỎA TỐC" as const),
  });

  test("whatever it says", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(draft, async (some) => {
        const document = { ...plan, ...some };
        expect((await readBack(document)).lines).toEqual(officialLines(document));
      }),
      { numRuns: 60, seed: 2026 },
    );
  });
});

describe("the page", () => {
  const parts = async (draft: OfficialDraft): Promise<Record<string, string>> =>
    Object.fromEntries(Object.entries(unzipSync(await renderOfficial(draft))).map(([name, bytes]) => [name, strFromU8(bytes)]));

  test("A4 with the decree's margins, a first page without number, annexes numbered on their own", async () => {
    const { "word/document.xml": xml = "" } = await parts(plan);
    const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
    expect(sections).toHaveLength(3);
    expect(sections[0]).toContain('w:w="11906"');
    expect(sections[0]).toContain('w:h="16838"');
    for (const section of sections) {
      expect(section).toContain("<w:titlePg/>");
      expect(section).toContain('<w:pgNumType w:start="1"/>');
      expect(section).toMatch(/w:left="1701"/);
    }
    expect(sections[1]).toContain('w:orient="landscape"');
  });

  test("no list of Word's own: labels are text", async () => {
    const { "word/document.xml": xml = "" } = await parts(plan);
    expect(xml).not.toContain("<w:numPr>");
    expect(xml).toContain("a) Cho trưởng thôn.");
  });

  const paragraphs = (xml: string, text: string): string[] => (xml.match(/<w:p>.*?<\/w:p>/gs) ?? []).filter((one) => one.includes(text));

  test("the last lines stay with the signature, and a table's head comes again on every page", async () => {
    const { "word/document.xml": xml = "" } = await parts(plan);
    expect(paragraphs(xml, "Trên đây là Kế hoạch./.")[0]).toContain("<w:keepNext/>");
    expect(paragraphs(xml, "Tập huấn")[0]).toContain("<w:keepNext/>");
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });

  test("room for a hand runs to the margin, whatever the font", async () => {
    const { "word/document.xml": xml = "" } = await parts({ ...plan, body: [{ kind: "prose", text: "…".repeat(34) }] });
    const [dots = ""] = paragraphs(xml, 'w:leader="dot"');
    expect(dots).toContain('w:pos="9354"');
    expect(dots).toContain("<w:tab/>");
    expect(xml).not.toContain("……");
  });

  test("numbers of a table stand right, its total is bold", async () => {
    const columns = [
      { title: "Đơn vị", width: 3 },
      { title: "Cuộc", width: 1, align: "right" as const },
    ];
    const table = { kind: "table" as const, title: "Kết quả", columns, rows: [["Xã Bình Lâm", "12"], ["Tổng cộng", "30"]], total: true }; // prettier-ignore
    const { "word/document.xml": xml = "" } = await parts({ ...plan, body: [table] });
    expect(paragraphs(xml, ">12<")[0]).toContain('<w:jc w:val="right"/>');
    expect(paragraphs(xml, ">12<")[0]).not.toContain("<w:b/>");
    expect(paragraphs(xml, ">30<")[0]).toContain("<w:b/>");
  });

  test("a draft says so, and only in it what is not final stands on a coloured ground", async () => {
    const body = [{ kind: "prose" as const, text: "Giám sát 15 cuộc.", marks: [[9, 16]] as [number, number][] }];
    const { "word/document.xml": xml = "" } = await parts({ ...plan, body, draft: true });
    expect(xml).toContain("DỰ THẢO");
    expect(xml.match(/<w:highlight w:val="yellow"\/>/g)).toHaveLength(1);
    expect((await parts(plan))["word/document.xml"]).not.toContain("w:highlight");
  });

  test("the Party underlines its list of recipients, the others slant it", async () => {
    const label = async (form: "party" | "front") =>
      paragraphs((await parts({ ...plan, form }))["word/document.xml"] ?? "", "Nơi nhận:")[0];
    expect(await label("party")).toContain("<w:u ");
    expect(await label("front")).toContain("<w:i/>");
  });
});
