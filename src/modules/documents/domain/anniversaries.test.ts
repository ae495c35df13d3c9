import { describe, expect, test } from "vitest";
import { milestonesOf, periodOf, proposeReviews, readOccasion, yearsLater, type Known, type Ordered } from "./anniversaries.ts";

test.each([
  ["Kế hoạch thực hiện phong trào giai đoạn 2021 - 2025", 2021, 2025],
  ["Chương trình phối hợp nhiệm kỳ 2021-2026", 2021, 2026],
  ["Đề án giai đoạn từ năm 2022 đến năm 2027", 2022, 2027],
  ["Chiến lược phát triển đến năm 2030, tầm nhìn đến năm 2045", null, 2030],
  ["Kế hoạch công tác dân vận năm 2026", 2026, 2026],
])("%s is for %s–%s", (title, from, to) => {
  expect(periodOf(title)).toMatchObject({ from, to });
});

test.each(["Chỉ thị về công tác dân vận", "Tổng kết năm 2025 và phương hướng", null])("%s says no period", (title) => {
  expect(periodOf(title)).toBeNull();
});

test.each([
  ["2012-03-13", 10, "2022-03-13"],
  ["2016-02-29", 5, "2021-02-28"],
  ["2012-03", 10, "2022-03"],
  ["2012", 3, "2015"],
])("%s and %i years is %s", (date, years, day) => {
  expect(yearsLater(date, years)).toBe(day);
});

describe("what follows from a document alone", () => {
  test("a directive is reviewed after 3 and 5 years and finally after 10, 15, 20", () => {
    expect(
      milestonesOf({ type: "Chỉ thị", date: "2016-05-06", title: null }).map(({ occasion, years, day }) => [occasion, years, day]),
    ).toEqual([
      ["review", 3, "2019-05-06"],
      ["review", 5, "2021-05-06"],
      ["final", 10, "2026-05-06"],
      ["final", 15, "2031-05-06"],
      ["final", 20, "2036-05-06"],
    ]);
  });

  test("within a period the last review is its end", () => {
    const found = milestonesOf({ type: "Đề án", date: "2021-12-20", title: "Nâng cao chất lượng công tác dân vận giai đoạn 2021 - 2025" });
    expect(found.map(({ how, day }) => [how, day])).toEqual([
      ["interval", "2024-12-20"],
      ["period", "2025"],
    ]);
  });

  test.each([
    ["Kế hoạch", "2026-01-05", "Công tác dân vận năm 2026"],
    ["Công văn", "2016-05-06", "về việc báo cáo"],
    ["Báo cáo", "2016-05-06", "Tổng kết giai đoạn thi đua"],
    ["Quyết định", "2016-05-06", "Về việc khen thưởng các tập thể"],
    ["Chỉ thị", "2026-01-05", "Về việc tổ chức Tết năm 2026"],
    ["Chỉ thị", null, null],
  ])("%s of %s “%s” has none", (type, date, title) => {
    expect(milestonesOf({ type, date, title })).toEqual([]);
  });

  test("a plan for several years is reviewed at the end of them", () => {
    expect(milestonesOf({ type: "Kế hoạch", date: "2021-06-01", title: "Phong trào thi đua giai đoạn 2021-2025" })).toEqual([
      { occasion: "final", years: null, day: "2025", how: "period" },
    ]);
  });
});

test.each([
  ["sơ kết 3 năm", "review", 3],
  ["Tổng kết 10 năm thực hiện Chỉ thị 09-CT/TU", "final", 10],
  ["tổ chức tổng kết đánh giá 05 năm thực hiện", "final", 5],
  ["Tổng kết quả 10 năm thực hiện Kết luận", "final", 10],
  ["sơ kết ba năm thực hiện", "review", 3],
  ["sơ kết năm 2026", "review", null],
  ["Tổng kết đánh giá việc thực hiện Đề án", "final", null],
])("“%s” is a %s after %s years", (words, occasion, years) => {
  expect(readOccasion(words)).toEqual({ occasion, years });
});

test.each(["định kỳ tổ chức hội nghị", "rút kinh nghiệm 3 năm"])("“%s” orders no review", (words) => {
  expect(readOccasion(words)).toBeNull();
});

describe("proposals", () => {
  const directive: Known = { node: "9-ct/tu@2016-03-13", type: "Chỉ thị", date: "2016-03-13", title: null };
  const order = (more: Partial<Ordered> = {}): Ordered => ({
    document: "plan",
    planNode: "12/kh@2025-01-05",
    planDate: "2025-01-05",
    item: "item",
    line: 41,
    words: "Tổng kết 10 năm thực hiện Chỉ thị số 9-CT/TU",
    occasion: "final",
    years: 10,
    year: 2026,
    of: directive,
    ...more,
  });
  const propose = (known: Known[], ordered: Ordered[], ended: string[] = [], from = 2026, to = 2026) =>
    proposeReviews({ known, ordered, ended: new Set(ended) }, { from, to });

  test("what a plan orders and what the date says are one proposal with both bases", () => {
    const [only, ...more] = propose([directive], [order()]);
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      day: "2026-03-13",
      years: 10,
      bases: [
        { how: "ordered", line: 41 },
        { how: "interval", years: 10 },
      ],
    });
  });

  test("the year that the plan prints goes before the computed one, and then the day is not invented", () => {
    const found = propose([directive], [order({ year: 2025 })], [], 2025, 2026);
    expect(found).toMatchObject([{ day: "2025", bases: [{ how: "ordered" }] }]);
  });

  test("a review of the plan itself counts from the plan's date", () => {
    const found = propose([], [order({ of: null, year: null, years: 3, occasion: "review", words: "sơ kết 3 năm" })], [], 2028, 2028);
    expect(found).toMatchObject([{ day: "2028-01-05", of: null, bases: [{ from: "2025-01-05" }] }]);
  });

  test("nothing that has ended, nothing that an ended plan orders, nothing without a year", () => {
    expect(propose([directive], [order()], [directive.node])).toEqual([]);
    expect(propose([], [order()], ["12/kh@2025-01-05"])).toEqual([]);
    expect(propose([], [order({ years: null, year: null })], [], 2000, 2100)).toEqual([]);
  });

  test("two plans that order one review are two bases of one proposal", () => {
    const found = propose([], [order({ year: null }), order({ document: "other", planNode: "7/kh@2025-02-02" })]);
    expect(found).toHaveLength(1);
    expect(found[0]?.bases).toHaveLength(2);
  });

  test("the same number with another date is another document", () => {
    const other = { ...directive, node: "9-ct/tu@2021-03-13", date: "2021-03-13" };
    expect(propose([directive, other], []).map(({ key }) => key)).toEqual(["10|9-ct/tu@2016-03-13", "5|9-ct/tu@2021-03-13"]);
  });
});
