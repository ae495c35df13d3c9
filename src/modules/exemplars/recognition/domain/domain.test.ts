import { describe, expect, test } from "vitest";
import type { UnitId } from "../../../../kernel/ids.ts";
import { officialLines } from "../../../documents/dispatch/compose.ts";
import type { UnitKind, UnitRef } from "../../../units/contract.ts";
import type { PrintedItem, RecognitionLevel } from "../shapes.ts";
import { cannotBe, lowerLevel, standsInTheWay, type Standing } from "./candidates.ts";
import { certificateCode, readCode } from "./code.ts";
import { articlesOf, headerFor, officialOf, symbolOf, titleOf } from "./document.ts";
import { levelOf, ruleFor, type RuleFacts } from "./rules.ts";
import { moved } from "./states.ts";
import { counted, countedKinds, inWords } from "./words.ts";

describe("counts in words", () => {
  test.each([
    [1, "một"],
    [5, "năm"],
    [10, "mười"],
    [15, "mười lăm"],
    [21, "hai mươi mốt"],
    [24, "hai mươi tư"],
    [25, "hai mươi lăm"],
    [100, "một trăm"],
    [105, "một trăm linh năm"],
    [111, "một trăm mười một"],
    [274, "hai trăm bảy mươi tư"],
    [1000, "một nghìn"],
    [1005, "một nghìn không trăm linh năm"],
    [1210, "một nghìn hai trăm mười"],
  ])("%i is %s", (count, words) => expect(inWords(count)).toBe(words));
  test("stand beside the figure", () => expect([counted(2), counted(12)]).toEqual(["02 (hai)", "12 (mười hai)"]));
  test("kinds are counted apart, people last", () => {
    expect(countedKinds(["person", "model", "self-government", "works", "person"])).toBe(
      "02 (hai) mô hình, 01 (một) công trình và 02 (hai) cá nhân điển hình",
    );
    expect(countedKinds(["group"])).toBe("01 (một) tập thể điển hình");
  });
});

describe("who may recognise", () => {
  const id = (value: number) => value as UnitId;
  const rule = (more: Partial<RuleFacts>): RuleFacts => ({
    unitId: null,
    level: "commune",
    bodyKinds: ["front"],
    from: null,
    until: null,
    ...more,
  });
  const [board, front, province] = [id(3), id(2), id(1)];
  const at = (rules: RuleFacts[], kind: UnitKind = "front", day = "2026-11-20") =>
    ruleFor(rules, { kind, level: "commune", above: [board, front, province], day });
  test("what the nearest unit set takes the place of what stands above", () => {
    const own = rule({ unitId: front, bodyKinds: ["board"] });
    const above = rule({ unitId: province, bodyKinds: ["front"] });
    expect(at([rule({}), above, own], "board")).toBe(own);
    expect(at([rule({}), above, own])).toBeUndefined();
    expect(at([rule({}), above])).toBe(above);
    expect(at([rule({ bodyKinds: ["board"] })])).toBeUndefined();
  });
  test("each from and until its day, both within", () => {
    const before = rule({ unitId: front, until: "2026-06-30" });
    const after = rule({ from: "2026-07-01" });
    expect(at([before, after], "front", "2026-06-30")).toBe(before);
    expect(at([before, after], "front", "2026-07-01")).toBe(after);
    expect(at([rule({ from: "2027-01-01" })])).toBeUndefined();
  });
  test.each<[UnitKind[], RecognitionLevel | null]>([
    [["front", "commune", "province", "country"], "commune"],
    [["front", "residential-area", "commune", "province"], null],
    [["board", "party-committee", "province", "country"], "province"],
    [["front", "country"], "centre"],
    [["department"], null],
  ])("%j stands at %s", (kinds, level) => expect(levelOf(kinds)).toBe(level));
});

describe("what stands in the way", () => {
  const good: Standing = {
    state: "accepted",
    kind: "model",
    paused: false,
    step: 3,
    sameAs: false,
    within: true,
    leadLevel: "commune",
    recognised: [],
    inDraft: null,
    appraised: false,
  };
  const rule = { exemplarKinds: ["model" as const], leastStep: 3, needsLower: false, needsAppraisal: false };
  const asked = { level: "province" as const, year: 2026, rule };
  const commune = { level: "commune" as const, year: 2025, number: "05/QĐ-MTTQ-BTT" };
  const why = (one: Partial<Standing>, more: Partial<typeof rule> = {}) =>
    standsInTheWay({ ...good, ...one }, { ...asked, rule: { ...rule, ...more } }).map(({ vi }) => vi.split(/[.;(]/u)[0]?.trim());
  test.each<[string, Partial<Standing>, Partial<typeof rule>, string[]]>([
    ["nothing", {}, {}, []],
    ["not accepted", { state: "registered" }, {}, ["Chưa được chấp nhận đăng ký"]],
    ["stopped", { state: "stopped" }, {}, ["Đã dừng"]],
    ["counted elsewhere", { sameAs: true }, {}, ["Đã xác định là trùng với một mô hình khác"]],
    ["beyond the body", { within: false }, {}, ["Ngoài địa bàn và ngành dọc của đơn vị công nhận"]],
    ["another kind", { kind: "person" }, {}, ["Loại này đơn vị không công nhận theo quy định đang có hiệu lực"]],
    ["paused, in step 2", { paused: true, step: 2 }, {}, ["Đang tạm dừng", "Mới ở bước 2"]],
    ["recognised this year", { recognised: [{ ...commune, level: "province", year: 2026 }] }, {}, ["Đã được công nhận ở cấp này năm 2026"]],
    ["recognised last year: may be again", { recognised: [{ ...commune, level: "province" }] }, {}, []],
    ["on another draft", { inDraft: "Quyết định A" }, {}, ["Đang có trong một dự thảo khác: Quyết định A"]],
    ["not recognised below", {}, { needsLower: true }, ["Chưa được công nhận ở cấp dưới"]],
    ["recognised below", { recognised: [commune] }, { needsLower: true }, []],
    ["recognised by a former district", { recognised: [{ ...commune, level: "district" }] }, { needsLower: true }, []],
    ["led at the level itself", { leadLevel: "province" }, { needsLower: true }, []],
    ["not appraised", {}, { needsAppraisal: true }, ["Chưa có kết quả chấm điểm đạt"]],
    ["appraised", { appraised: true }, { needsAppraisal: true }, []],
  ])("%s", (_name, one, more, reasons) => expect(why(one, more)).toEqual(reasons));
  test("no rule, no recognition", () => expect(standsInTheWay(good, { ...asked, rule: null })).toHaveLength(1));
  test("a decision on paper is past: only what cannot be is refused", () => {
    expect(cannotBe({ ...good, state: "stopped" }, asked)).toEqual([]);
    expect(cannotBe({ ...good, recognised: [{ ...commune, level: "province", year: 2026 }] }, asked)).toHaveLength(1);
    expect(cannotBe({ ...good, state: "withdrawn" }, asked)).toHaveLength(1);
  });
  test("the province follows the commune", () =>
    expect([lowerLevel("province"), lowerLevel("centre"), lowerLevel("commune")]).toEqual(["commune", "province", null]));
});

describe("a decision", () => {
  test("is not edited while it lies before the signer, and never after", () => {
    expect([moved("draft", "edit"), moved("presented", "edit"), moved("signed", "edit"), moved("signed", "cancel")]).toEqual([
      "draft",
      null,
      null,
      null,
    ]);
    expect([moved("draft", "sign"), moved("presented", "sign"), moved("draft", "signOnPaper")]).toEqual([null, "signed", "signed"]);
  });

  const unit = (name: string, kind: UnitKind): UnitRef => ({ id: 1 as UnitId, name, kind, areaName: "xã Bình Lâm" });
  const list: PrintedItem[] = [
    {
      exemplarId: "1",
      name: "Ngõ không rác",
      kind: "model",
      field: "culture-society",
      unit: "Ban Công tác Mặt trận thôn Đoài, xã Bình Lâm",
    },
    { exemplarId: "2", name: "Ông Tô Văn Đoàn", kind: "person", field: "economy", unit: "Hội Nông dân xã Bình Lâm" },
  ];
  const lines = (name: string, kind: UnitKind) => {
    const header = headerFor(unit(name, kind), { area: "xã Bình Lâm", year: 2026 });
    return { header, printed: officialLines(officialOf({ header, list, year: 2026, number: "5", day: "2026-11-20", draft: false })) };
  };
  test("of the Front", () => {
    const { header, printed } = lines("Ủy ban MTTQ Việt Nam xã Bình Lâm", "front");
    expect(symbolOf(header)).toBe("/QĐ-MTTQ-BTT");
    expect(titleOf(header)).toBe("Quyết định về việc công nhận mô hình, điển hình “Dân vận khéo” năm 2026");
    expect(printed).toEqual(
      expect.arrayContaining([
        "Số: 05/QĐ-MTTQ-BTT",
        "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ BÌNH LÂM",
        "QUYẾT ĐỊNH:",
        "Điều 1. Công nhận 01 (một) mô hình và 01 (một) cá nhân điển hình “Dân vận khéo” năm 2026 (có danh sách kèm theo).",
        "DANH SÁCH",
        "(Kèm theo Quyết định số 05/QĐ-MTTQ-BTT ngày 20 tháng 11 năm 2026 của Ban Thường trực Ủy ban MTTQ Việt Nam xã Bình Lâm)",
        "I. Mô hình, điển hình tập thể",
        "II. Điển hình cá nhân",
        "Văn hóa - xã hội",
        "TM. BAN THƯỜNG TRỰC",
      ]),
    );
  });
  test("of the Party and of the State", () => {
    const party = lines("Đảng ủy xã Bình Lâm", "party-committee").printed;
    expect(party).toEqual(expect.arrayContaining(["Số 05-QĐ/ĐU", "BAN THƯỜNG VỤ ĐẢNG ỦY XÃ BÌNH LÂM QUYẾT ĐỊNH", "T/M BAN THƯỜNG VỤ"]));
    const state = lines("Ủy ban nhân dân xã Bình Lâm", "peoples-committee").printed;
    expect(state).toEqual(expect.arrayContaining(["Số: 05/QĐ-UBND", "ỦY BAN NHÂN DÂN XÃ BÌNH LÂM", "QUYẾT ĐỊNH:"]));
  });
  test("says nothing where nothing is listed yet", () => {
    const { header } = lines("Đảng ủy xã Bình Lâm", "party-committee");
    expect(articlesOf(header, [], 2026)[0]).toBe("Công nhận … “Dân vận khéo” năm 2026 (có danh sách kèm theo).");
  });
});

describe("a code", () => {
  const code = certificateCode(Uint8Array.from({ length: 15 }, (_, at) => at * 17 + 3));
  test("has 75 bits in letters that are read one way", () => expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/u));
  test("is read however it is typed", () => {
    expect(readCode(code.toLowerCase().replaceAll("-", " "))).toBe(code);
    expect(readCode("OIL00-00000-00000")).toBe("01100-00000-00000");
    expect(readCode("7K3M9")).toBeNull();
    expect(readCode("UUUUU-UUUUU-UUUUU")).toBeNull();
  });
});
