import { expect, test } from "vitest";
import { z } from "zod";
import { fieldMessage } from "./field-messages.ts";

const said = (schema: z.ZodType, value: unknown) => {
  const [issue] = schema.safeParse(value).error?.issues ?? [];
  return issue && { vi: fieldMessage(issue, "vi"), en: fieldMessage(issue, "en") };
};

test.each<[string, z.ZodType, unknown, string]>([
  ["an empty text", z.string().trim().min(1), " ", "Hãy điền mục này."],
  ["a short text", z.string().min(8), "abc", "Hãy viết ít nhất 8 ký tự."],
  ["a long text", z.string().max(3), "abcd", "Dài quá 3 ký tự. Hãy rút gọn."],
  ["nothing", z.string(), undefined, "Mục này chưa điền, hoặc điền chưa đúng."],
  ["a small number", z.number().min(1), 0, "Số phải từ 1 trở lên."],
  ["a large number", z.number().int().max(100), 101, "Số không được quá 100."],
  ["an empty list", z.array(z.string()).min(1), [], "Hãy chọn ít nhất 1 mục."],
  ["a long list", z.array(z.string()).max(1), ["a", "b"], "Không được quá 1 mục."],
  ["a day that is none", z.iso.date(), "2026-02-30", "Ngày chưa đúng. Hãy nhập đủ ngày, tháng, năm."],
])("%s", (_, schema, value, vi) => {
  expect(said(schema, value)?.vi).toBe(vi);
  expect(said(schema, value)?.en).toMatch(/^[A-Z]/);
});

test("a rule's own words stay as they are", () =>
  expect(
    said(
      z.string().refine(() => false, "Riêng"),
      "a",
    )?.vi,
  ).toBe("Riêng"));
