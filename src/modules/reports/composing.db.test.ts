import { expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import { openFiles } from "../../platform/files.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDocument } from "../documents/reading/read.ts";
import { composeReport, periodCalled, unitCalled } from "./service/composing.ts";

const { app: db } = await testDatabase();
const unit = await tanGiang(db);
const data = mkdtempSync(join(tmpdir(), "kheo-report-"));
const tools = {
  db,
  files: await openFiles(data),
  clock: () => new Date("2026-10-02T09:00:00+07:00"),
  sources: { measures: [], narratives: [], targets: null },
};
process.on("exit", () => rmSync(data, { recursive: true, force: true }));

test.each([
  ["Ủy ban MTTQ Việt Nam xã Bình Lâm", "front", "KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "Số:       /BC-MTTQ-BTT"],
  ["Tỉnh ủy Tân Giang", "party", "KẾT QUẢ CÔNG TÁC DÂN VẬN", "Số       -BC/TU"],
  ["UBND xã Hòa Phú", "state", "KẾT QUẢ THỰC HIỆN", "Số:       /BC-UBND"],
])("%s: a draft in its own form, from its own outline, without one invented figure", async (name, _form, part, number) => {
  const { bytes, what } = await composeReport(tools, {
    unit: await unitCalled(db, name),
    period: periodCalled("civil", "2026-Q3"),
    templateId: null,
  });
  expect(what).toBe("new");
  const { lines } = await readDocument({ name: "bao-cao.docx", bytes });
  expect(lines).toContain(`II. ${part}`);
  expect(lines.map((line) => line.replaceAll("\u00a0", " ").trim())).toContain(number);
  // Sentences without a figure are left out, so no digit stands in the body but in headings and periods.
  expect(lines.filter((line) => line.startsWith("- ") && /\d/.test(line))).toEqual([]);
});

test("a unit is called by number or name; what is not clear is told", async () => {
  const id = unit("Ủy ban MTTQ Việt Nam xã Hòa Phú");
  expect((await unitCalled(db, String(id))).id).toBe(id);
  expect((await unitCalled(db, "uy ban mttq viet nam xa hoa phu")).id).toBe(id);
  await expect(unitCalled(db, "không có đơn vị nào như thế")).rejects.toMatchObject({ code: "not_found" });
  await expect(unitCalled(db, "Ủy ban MTTQ")).rejects.toMatchObject({ code: "not_found" });
  expect(() => periodCalled("civil", "2026-Q7")).toThrow();
});
