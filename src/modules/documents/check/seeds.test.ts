/** The anomalies that annotators wrote down for real plans are found; without the shared folder there is nothing to read. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { compilePlan } from "../compile/index.ts";
import type { CheckContext } from "./context.ts";
import type { Finding } from "./finding.ts";
import { checkDocument } from "./index.ts";

const folder = join(process.env.KHEO_SHARED ?? resolve(import.meta.dirname, "../../../../../shared"), "seeds");
const files = existsSync(folder) ? readdirSync(folder).sort() : [];

const textOf = (number: string): string => readFileSync(join(folder, files.find((name) => name.startsWith(number)) ?? ""), "utf8");

function checked(number: string, context: CheckContext = {}): Finding[] {
  const text = textOf(number);
  return checkDocument({ text, plan: compilePlan(text), context });
}

/** What is to be found: rule, and words of the question or of its place (folding spaces). */
const anomalies: Record<string, readonly [rule: string, words: RegExp][]> = {
  "000": [
    ["format/head-missing", /số, ký hiệu.*ngày tháng/u],
    ["format/closing-missing", /phần ký/u],
  ],
  "001": [
    ["format/number-form", /130 \/KH/u],
    ["format/tone-placement", /Uỷ/u],
    ["format/body-names", /Ủy ban MTTQ VN/u],
  ],
  "002": [
    ["reference/two-dates", /25-NQ\/TW/u],
    ["obligation/interval", /989-QĐ\/TU/u],
    ["reference/two-issuers", /02-ĐA\/TU/u],
    ["format/slip", /Cùng cố/u],
    ["format/slip", /đôi thoại/u],
    ["format/slip", /Tổng kết quả/u],
    ["format/slip", /Ban Dân/u],
    ["obligation/wider-scope", /trên địa bàn tỉnh/u],
    ["obligation/no-lead", /không nêu ai chủ trì/u],
  ],
  "003": [
    ["format/blank", /để trống/u],
    ["format/quotation-marks", /Cả đoạn/u],
    ["format/quotation-marks", /không thấy mở/u],
    ["obligation/left-to-other", /tiêu chí/u],
    ["obligation/report-twice", /Sở Nội vụ/u],
  ],
  "004": [
    ["format/sequence", /“III”/u],
    ["format/head-missing", /số, ký hiệu.*ngày tháng.*Huyện ủy/u],
    ["reference/type-symbol", /160-KL\/TW/u],
  ],
};

describe("anomalies of the seeds", () => {
  test.each(Object.entries(anomalies))("%s", (number, wanted) => {
    if (files.length === 0) return;
    const findings = checked(number);
    for (const [rule, words] of wanted)
      expect(
        findings.some((finding) => finding.rule === rule && words.test(`${finding.reason.vi} ${finding.quote ?? ""}`)),
        `${rule} ${words.source}`,
      ).toBe(true);
  });

  test("an issuer that another document of the register prints otherwise", () => {
    if (files.length === 0) return;
    const elsewhere = compilePlan(textOf("000")).citations.flatMap(({ number, date, issuer }) =>
      number === null ? [] : [{ number, date, issuer, in: "một kế hoạch khác" }],
    );
    const asked = checked("002", { elsewhere }).filter(({ rule }) => rule === "reference/elsewhere");
    expect(asked.map(({ reason }) => reason.vi).join("\n")).toContain("124-QĐ/TW");
  });
});
