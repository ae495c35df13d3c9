import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePeriod, type Period } from "../../../kernel/time/period.ts";
import type { Figure } from "../shapes.ts";
import { changeCell, changeWords, shareOf, targetWords, type Said } from "./comparing.ts";
import { minus, order, plain, plus, quotient, shifted } from "../../../kernel/decimals.ts";
import { difference, grouped, money, type Weight, withUnit } from "./numbers.ts";
import { justBefore, nextWords, periodWords, sameAYearBefore } from "./periods.ts";
import { coverageSentence, sentenceOf } from "./sentence.ts";
import { refsIn } from "./tokens.ts";

const said = (value: string, weight: Weight | null = null): Said => ({ value, said: weight });

describe("numbers as offices write them", () => {
  test.each([
    ["0", "cuộc", "0 cuộc"],
    ["5", "cuộc", "05 cuộc"],
    ["9", "lượt người", "09 lượt người"],
    ["10", "cuộc", "10 cuộc"],
    ["1234", "lượt người", "1.234 lượt người"],
    ["40156", "lượt người", "40.156 lượt người"],
    ["1234567.50", "m2", "1.234.567,5 m2"],
    ["5", "km", "5 km"],
    ["82.6", "%", "82,6%"],
    ["5", "%", "5%"],
    ["3", "", "03"],
    ["-4", "cuộc", "-4 cuộc"],
    ["553", "triệu đồng", "553 triệu đồng"],
    ["10760", "triệu đồng", "10,76 tỷ đồng"],
    ["5", "triệu đồng", "5 triệu đồng"],
    ["553000000", "đồng", "553 triệu đồng"],
    ["10760000000", "đồng", "10,76 tỷ đồng"],
    ["900000", "đồng", "900.000 đồng"],
    ["6500000", "đồng", "6,5 triệu đồng"],
    ["107591000", "đồng", "107,591 triệu đồng"],
    ["107591250", "đồng", "107.591.250 đồng"],
    ["10763451000", "đồng", "10.763,451 triệu đồng"],
    ["10763451250", "đồng", "10.763.451.250 đồng"],
    ["0", "đồng", "0 đồng"],
    ["1000000000", "đồng", "1 tỷ đồng"],
    ["999999000", "đồng", "999,999 triệu đồng"],
  ])("%s %s → %s", (value, unit, printed) => {
    expect(withUnit(value, unit)).toBe(printed);
  });

  test.each<[string, string, Weight, string]>([
    ["100", "lượt người", "hơn", "hơn 100 lượt người"],
    ["50000000", "đồng", "khoảng", "khoảng 50 triệu đồng"],
    ["2300000000", "đồng", "hơn", "hơn 2,3 tỷ đồng"],
  ])("%s %s said %s", (value, unit, weight, printed) => {
    expect(withUnit(value, unit, weight)).toBe(printed);
  });

  test("shortened money can be found again", () => {
    const dong = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(dong, (value) => {
        const [, number = "", scale = ""] = /^(\S+) (.+)$/.exec(money(String(value))) ?? [];
        const zeros = { "tỷ đồng": 9, "triệu đồng": 6, đồng: 0 }[scale] ?? Number.NaN;
        expect(shifted(number.replaceAll(".", "").replace(",", "."), zeros)).toBe(String(value));
      }),
    );
  });
});

describe("arithmetic", () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 4 }))
    .map(([units, scale]) => shifted(String(units), -scale));
  test("what is taken away and added again is the same", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(plus(minus(a, b), b)).toBe(plain(a));
      }),
    );
  });
  test("order and difference agree", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(order(a, b)).toBe(order(minus(a, b), "0"));
      }),
    );
  });
  test.each([
    ["1", "3", "33.3"],
    ["2", "3", "66.7"],
    ["-1", "3", "-33.3"],
    ["1", "8", "12.5"],
    ["0.05", "100", "0.1"],
  ])("%s of %s is %s %%", (a, b, share) => {
    expect(quotient(a, b, { factor: 100n })).toBe(share);
  });
  test("nothing is divided by nothing", () => expect(quotient("1", "0")).toBeNull());
  test("numbers that are none are refused", () => expect(() => plain("1,5")).toThrow(RangeError));
  test.each([
    ["1234.5", "1.234,5"],
    ["0.5", "0,5"],
    ["-1000", "-1.000"],
    ["0012.50", "12,5"],
    ["-0", "0"],
  ])("%s is grouped as %s", (value, printed) => expect(grouped(value)).toBe(printed));
});

describe("against the same period a year before", () => {
  const than = "cùng kỳ năm 2025";
  test.each<[string, Said | null, Said | null, string, string]>([
    ["more", said("23"), said("20"), "cuộc", ", tăng 3 cuộc (15%) so với cùng kỳ năm 2025"],
    ["a crooked share", said("38"), said("33"), "cuộc", ", tăng 5 cuộc (15,2%) so với cùng kỳ năm 2025"],
    ["fewer", said("1500"), said("2000"), "lượt người", ", giảm 500 lượt người (25%) so với cùng kỳ năm 2025"],
    ["down to none", said("0"), said("4"), "cuộc", ", giảm 4 cuộc (100%) so với cùng kỳ năm 2025"],
    ["as many", said("7"), said("7.0"), "cuộc", ", bằng cùng kỳ năm 2025"],
    ["none both times", said("0"), said("0"), "cuộc", ", bằng cùng kỳ năm 2025"],
    ["none before: no share of nothing", said("5"), said("0"), "cuộc", ", tăng 5 cuộc so với cùng kỳ năm 2025"],
    ["many times as many", said("26"), said("6"), "cuộc", ", gấp 4,3 lần cùng kỳ năm 2025 (tăng 20 cuộc)"],
    ["too little for a share", said("10001"), said("10000"), "lượt người", ", tăng 1 lượt người so với cùng kỳ năm 2025"],
    ["money", said("553000000"), said("500000000"), "đồng", ", tăng 53 triệu đồng (10,6%) so với cùng kỳ năm 2025"],
    ["a share has points", said("96.5"), said("95"), "%", ", tăng 1,5 điểm phần trăm so với cùng kỳ năm 2025"],
    ["a share that falls", said("90"), said("95"), "%", ", giảm 5 điểm phần trăm so với cùng kỳ năm 2025"],
    ["nothing to compare with", said("5"), null, "cuộc", ""],
    ["no figure", null, said("5"), "cuộc", ""],
    [
      "more than a hundred against ninety",
      said("100", "hơn"),
      said("90"),
      "người",
      ", tăng hơn 10 người (khoảng 11,1%) so với cùng kỳ năm 2025",
    ],
    ["about a hundred", said("100", "khoảng"), said("90"), "người", ", tăng khoảng 10 người (khoảng 11,1%) so với cùng kỳ năm 2025"],
    [
      "more than a hundred against more",
      said("100", "hơn"),
      said("120"),
      "người",
      ", giảm khoảng 20 người (khoảng 16,7%) so với cùng kỳ năm 2025",
    ],
    ["rounded before too", said("100", "hơn"), said("90", "hơn"), "người", ", tăng khoảng 10 người (khoảng 11,1%) so với cùng kỳ năm 2025"],
    ["rounded and the same", said("100", "hơn"), said("100"), "người", ", tương đương cùng kỳ năm 2025"],
  ])("%s", (_name, now, before, unit, words) => {
    expect(changeWords(now, before, unit, than)).toBe(words);
  });

  test("“so với” never stands beside a missing figure", () => {
    const figure = fc.option(fc.record({ value: fc.nat().map(String), said: fc.constantFrom<Weight | null>(null, "hơn", "khoảng") }));
    fc.assert(
      fc.property(figure, figure, fc.constantFrom("cuộc", "%", "đồng"), (now, before, unit) => {
        const words = changeWords(now, before, unit, than);
        if (now === null || before === null) expect(words).toBe("");
        else expect(words.startsWith(", ")).toBe(true);
      }),
    );
  });

  test.each([
    ["23", "20", "+3"],
    ["20", "23.5", "-3,5"],
    ["5", "5", "0"],
    [null, "5", ""],
    ["5", null, ""],
  ])("in a table: %s against %s is %s", (now, before, cell) => expect(changeCell(now, before)).toBe(cell));
});

describe("against the target", () => {
  test.each<[string, Said | null, string | null, string, string]>([
    ["above", said("56"), "50", "cuộc", ", đạt 112% kế hoạch"],
    ["just there", said("50"), "50", "cuộc", ", đạt 100% kế hoạch"],
    ["short of it is never a hundred", said("9999"), "10000", "hộ", ", đạt 99,9% kế hoạch"],
    ["below", said("1"), "3", "cuộc", ", đạt 33,3% kế hoạch"],
    ["none yet", said("0"), "2", "cuộc", ", đạt 0% kế hoạch"],
    ["no target", said("5"), null, "cuộc", ""],
    ["a target of nothing", said("5"), "0", "cuộc", ""],
    ["no figure", null, "5", "cuộc", ""],
    ["more than", said("56", "hơn"), "50", "người", ", đạt hơn 112% kế hoạch"],
    ["a share above", said("96.5"), "95", "%", ", vượt 1,5 điểm phần trăm so với kế hoạch"],
    ["a share below", said("90"), "95", "%", ", thấp hơn 5 điểm phần trăm so với kế hoạch"],
    ["a share that is met", said("95"), "95", "%", ", đạt kế hoạch"],
  ])("%s", (_name, now, target, unit, words) => {
    expect(targetWords(now, target, unit)).toBe(words);
  });
  test.each([
    ["56", "50", "112%"],
    ["9999", "10000", "99,9%"],
    [null, "50", ""],
    ["5", null, ""],
  ])("share of %s in %s: %s", (value, target, cell) => expect(shareOf(value, target)).toBe(cell));
  test("differences have no leading zero", () => expect(difference("-3", "cuộc")).toBe("3 cuộc"));
});

describe("periods in words", () => {
  const period = (code: string): Period => parsePeriod("civil", code) as Period;
  test.each([
    ["2026-W07", "tuần 7 năm 2026", "tuần 8 năm 2026", "cùng kỳ năm 2025", "tuần trước"],
    ["2026-02", "tháng 02 năm 2026", "tháng 3 năm 2026", "cùng kỳ năm 2025", "tháng trước"],
    ["2026-11", "tháng 11 năm 2026", "tháng 12 năm 2026", "cùng kỳ năm 2025", "tháng trước"],
    ["2026-12", "tháng 12 năm 2026", "tháng 01 năm 2027", "cùng kỳ năm 2025", "tháng trước"],
    ["2026-Q3", "quý III năm 2026", "quý IV năm 2026", "cùng kỳ năm 2025", "quý trước"],
    ["2026-H1", "6 tháng đầu năm 2026", "6 tháng cuối năm 2026", "cùng kỳ năm 2025", "6 tháng cuối năm 2025"],
    ["2026-H2", "6 tháng cuối năm 2026", "năm 2027", "cùng kỳ năm 2025", "6 tháng đầu năm 2026"],
    ["2026-9M", "9 tháng đầu năm 2026", "quý IV năm 2026", "cùng kỳ năm 2025", undefined],
    ["2026", "năm 2026", "năm 2027", "năm 2025", undefined],
    ["2026-05-01..2026-05-19", "từ ngày 01/5/2026 đến ngày 19/5/2026", null, undefined, undefined],
  ])("%s", (code, words, next, before, last) => {
    const one = period(code);
    expect([periodWords(one), nextWords(one), sameAYearBefore(one)?.words, justBefore(one)?.words]).toEqual([words, next, before, last]);
  });
});

describe("a standing sentence", () => {
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
      given: 1,
      asked: 1,
      ...values,
    },
  ];
  const than = { yearBefore: "cùng kỳ năm 2025", last: "quý trước" };
  const figures = new Map([
    figure("I039", { approved: "56", provisional: "57", target: "50", yearBefore: "38", last: "60" }),
    figure("I040", { approved: "5", provisional: "5" }),
    figure("I041", {}),
    figure("I015", { approved: "1200", unit: "lượt người", said: "hơn" }),
  ]);
  const words = (text: string, mode: "draft" | "official" = "official") => {
    const { segments, known, places } = sentenceOf(text, figures, than, mode);
    return [segments.map((segment) => segment.text).join(""), known, places];
  };
  test.each([
    [
      "Tổ chức {{I039}} giám sát{{I039|compare}}.",
      "Tổ chức 56 cuộc giám sát, đạt 112% kế hoạch, tăng 18 cuộc (47,4%) so với cùng kỳ năm 2025.",
      1,
      1,
    ],
    ["Tổ chức {{I039|number}} cuộc giám sát{{I039|last}}.", "Tổ chức 56 cuộc giám sát, giảm 4 cuộc (6,7%) so với quý trước.", 1, 1],
    ["Phản biện {{I040}}{{I040|compare}}.", "Phản biện 05 cuộc.", 1, 1],
    ["Góp ý {{I041}}{{I041|compare}}.", "Góp ý ….", 0, 1],
    ["Có {{I015}} dự {{I041|number}} lớp.", "Có hơn 1.200 lượt người dự … lớp.", 1, 2],
    ["Không có số: {{gì đó}} {{I039|khác}}", "Không có số: {{gì đó}} {{I039|khác}}", 0, 0],
    ["{{ I040 | number }}", "05", 1, 1],
    ["{{I999}}", "…", 0, 1],
  ])("%s", (text, printed, known, places) => {
    expect(words(text)).toEqual([printed, known, places]);
  });
  test("a draft shows what was sent last, and marks it", () => {
    const { segments } = sentenceOf("{{I039}}, {{I040}}, {{I041}}", figures, than, "draft");
    expect(segments.filter(({ ref }) => ref)).toEqual([
      { text: "57 cuộc", ref: "I039", state: "provisional" },
      { text: "05 cuộc", ref: "I040", state: "approved" },
      { text: "…", ref: "I041", state: "missing" },
    ]);
  });
  test("figures asked for, each once", () => {
    expect(refsIn("{{I039}} {{I039|compare}} {{I001:economy}} {{activity/training/turns}}")).toEqual([
      "I039",
      "I001:economy",
      "activity/training/turns",
    ]);
  });
  test.each([
    [130, [], null],
    [130, ["xã Bình Lâm"], "Số liệu tổng hợp từ 129/130 đơn vị; chưa có số liệu của xã Bình Lâm."],
    [3, ["xã Bình Lâm", "xã Hòa Phú"], "Số liệu tổng hợp từ 1/3 đơn vị; chưa có số liệu của xã Bình Lâm và xã Hòa Phú."],
    [130, Array.from({ length: 13 }, (_, at) => `xã ${at}`), "Số liệu tổng hợp từ 117/130 đơn vị; chưa có số liệu của 13 đơn vị."],
  ])("whose figures are in: %s units", (units, missing, sentence) => expect(coverageSentence(units, missing)).toBe(sentence));
});
