import { describe, expect, test } from "vitest";
import { officialLines } from "../../documents/dispatch/compose.ts";
import { counted, inWords } from "./counts.ts";
import { checksOf, isComplete, type Dossier } from "./dossier.ts";
import { blankTexts } from "./papers/blank.ts";
import { countedWords, type Listed } from "./papers/head.ts";
import { decisionDraft, submissionDraft } from "./papers/letters.ts";
import { minutesDraft } from "./papers/minutes.ts";
import { reportDraft } from "./papers/report.ts";
import { excess, isFull, room } from "./quotas.ts";
import { campaignTakes, nextCampaign, nextCandidate } from "./states.ts";
import { difference, hasQuorum, isPassed, shareText } from "./votes.ts";

describe("counts as decisions write them", () => {
  test.each([
    [0, "00 (không)"],
    [1, "01 (một)"],
    [2, "02 (hai)"],
    [5, "05 (năm)"],
    [10, "10 (mười)"],
    [11, "11 (mười một)"],
    [15, "15 (mười lăm)"],
    [21, "21 (hai mươi mốt)"],
    [24, "24 (hai mươi tư)"],
    [35, "35 (ba mươi lăm)"],
    [40, "40 (bốn mươi)"],
    [100, "100 (một trăm)"],
    [105, "105 (một trăm linh năm)"],
    [110, "110 (một trăm mười)"],
    [1001, "1001 (một nghìn không trăm linh một)"],
  ])("%i", (value, words) => expect(counted(value)).toBe(words));

  test("what is no count stays as it is", () => expect([inWords(-1), inWords(1.5), inWords(10_000)]).toEqual(["-1", "1.5", "10000"]));
});

describe("votes", () => {
  const at = { members: 11, present: 9 };
  const most = { percent: 50, more: true, of: "members" as const };
  test("add up to those present", () => {
    expect(difference(at, { for: 7, against: 1, blank: 1 })).toBe(0);
    expect(difference(at, { for: 7, against: 1, blank: 0 })).toBe(-1);
    expect(difference(at, { for: 9, against: 1, blank: 0 })).toBe(1);
  });
  test.each([
    [6, most, true],
    [5, most, false],
    [5, { ...most, of: "present" as const }, true],
    [9, { percent: 80, more: false, of: "members" as const }, true],
    [8, { percent: 80, more: false, of: "members" as const }, false],
    [8, { percent: 80, more: false, of: "present" as const }, true],
  ])("%i for, needed %o: %s", (votes, needed, passes) =>
    expect(isPassed(at, { for: votes, against: 9 - votes, blank: 0 }, needed)).toBe(passes),
  );
  test("exactly half is not more than half", () =>
    expect(isPassed({ members: 10, present: 10 }, { for: 5, against: 5, blank: 0 }, most)).toBe(false));
  test("nobody there decides nothing", () => {
    expect(hasQuorum({ members: 9, present: 0 }, 0)).toBe(false);
    expect(isPassed({ members: 9, present: 0 }, { for: 0, against: 0, blank: 0 }, { percent: 0, more: false, of: "present" })).toBe(false);
    expect([hasQuorum({ members: 9, present: 6 }, 66.67), hasQuorum({ members: 9, present: 7 }, 66.67)]).toEqual([false, true]);
  });
  test("shares", () => expect([shareText(9, 11), shareText(1, 2), shareText(1, 0)]).toEqual(["81,8%", "50%", ""]));
});

describe("quotas", () => {
  const most = { collective: 2, individual: null };
  test("leave room, or have no limit", () => {
    expect(room(most, { collective: 1, individual: 7 }, "collective")).toBe(1);
    expect(room(most, { collective: 5, individual: 7 }, "collective")).toBe(0);
    expect(room(most, { collective: 5, individual: 7 }, "individual")).toBeNull();
    expect(isFull(most, { collective: 2, individual: 7 }, "collective")).toBe(true);
    expect(isFull({ collective: 0, individual: 0 }, { collective: 0, individual: 0 }, "individual")).toBe(true);
    expect(excess(most, { collective: 4, individual: 9 })).toEqual({ collective: 2, individual: 0 });
  });
});

test("what was voted on is moved by the council alone, and nothing leads out of the end", () => {
  expect([nextCandidate("draft", "propose"), nextCandidate("proposed", "return"), nextCandidate("passed", "withdraw")]).toEqual([
    "proposed",
    "returned",
    null,
  ]);
  expect([nextCampaign("draft", "council"), nextCampaign("open", "council"), nextCampaign("closed", "reopen")]).toEqual([
    null,
    "council",
    null,
  ]);
  expect([campaignTakes("council", "return"), campaignTakes("council", "propose")]).toEqual([true, false]);
});

describe("a dossier", () => {
  const person = {
    id: "a",
    name: "Y Mai",
    subject: "individual" as const,
    post: null,
    unitId: 1,
    results: false,
    consent: false,
    voted: false,
  };
  const empty: Dossier = { candidates: [person], papers: [], meetingClosed: false };
  test("says what is missing, and of whom", () => {
    const checks = checksOf(empty);
    expect(checks.filter(({ good }) => !good).map(({ need }) => need)).toEqual([
      "submission",
      "reports",
      "posts",
      "votes",
      "meeting",
      "minutes",
      "consent",
    ]);
    expect(checks[1]).toMatchObject({ missing: ["Y Mai"] });
  });
  test("is complete without signed scans and without consent, which only what is public needs", () => {
    const candidates = [{ ...person, post: "Chi hội trưởng", results: true, voted: true }];
    expect(isComplete(checksOf({ candidates, papers: [], meetingClosed: true }))).toBe(true);
    expect(isComplete(checksOf({ candidates: [{ ...candidates[0]!, results: false }], papers: [], meetingClosed: true }))).toBe(false);
    const report = [{ kind: "report" as const, unitId: 1, candidateId: "a" }];
    expect(isComplete(checksOf({ candidates: [{ ...candidates[0]!, results: false }], papers: report, meetingClosed: true }))).toBe(true);
  });
});

describe("papers", () => {
  const issuer = { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", areaName: "xã Bình Lâm", year: 2026 };
  const village: Listed = {
    subject: "collective",
    name: "Ban Công tác Mặt trận thôn Đoài",
    post: null,
    unit: "xã Bình Lâm",
    deed: "Vận động nhân dân phân loại rác tại nhà năm 2026",
    formName: "Giấy khen",
  };
  const mai: Listed = { ...village, subject: "individual", name: "Y Mai", post: "Chi hội trưởng" };

  test("count collectives and individuals", () => {
    expect(countedWords([village, village, mai])).toBe("02 (hai) tập thể và 01 (một) cá nhân");
    expect(countedWords([mai])).toBe("01 (một) cá nhân");
  });

  test("a submission names its receiver, counts by form, and carries the list", () => {
    const lines = officialLines(
      submissionDraft({
        issuer,
        to: "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang",
        campaign: "Dân vận khéo 2026",
        bases: ["Căn cứ Kế hoạch số 12/KH-MTTQ-BTT"],
        listed: [village, mai],
        council: false,
      }),
    );
    expect(lines).toEqual(
      expect.arrayContaining(["TỜ TRÌNH", "- Giấy khen: 01 (một) tập thể và 01 (một) cá nhân.", "Chi hội trưởng, xã Bình Lâm"]),
    );
    expect(lines.some((line) => line.startsWith("Số:") && line.endsWith("/TTr-MTTQ-BTT"))).toBe(true);
  });

  test("a signed decision bears its number, day and signer; a draft leaves room", () => {
    const of = { issuer, campaign: "Dân vận khéo 2026", bases: [], listed: [village, mai] };
    const signed = officialLines(decisionDraft({ ...of, signed: { number: "05/QĐ-MTTQ-BTT", day: "2026-11-18", signer: "Lê Thị Hạnh" } }));
    expect(signed).toEqual(expect.arrayContaining(["Số: 05/QĐ-MTTQ-BTT", "Bình Lâm, ngày 18 tháng 11 năm 2026", "Lê Thị Hạnh"]));
    const draft = officialLines(decisionDraft({ ...of, signed: null }));
    expect(draft).toEqual(
      expect.arrayContaining(["Số:       /QĐ-MTTQ-BTT", expect.stringMatching(/^Điều 1\. Khen thưởng 01 \(một\) tập thể/)]),
    );
  });

  test("minutes have the votes as numbers, the share, and two signatures", () => {
    const meeting = {
      heldOn: "2026-11-10",
      place: "Hội trường xã",
      members: 11,
      present: 9,
      attendance: "Lê Thị Hạnh, Chủ tịch",
      absent: "02 đồng chí đi công tác",
      opinions: "",
      chairName: "Lê Thị Hạnh",
      chairPost: "Chủ tịch",
      secretaryName: "Đỗ Quốc Bảo",
      secretaryPost: "Văn thư",
    };
    const needed = { percent: 50, more: true, of: "members" as const };
    const lines = officialLines(
      minutesDraft({
        issuer,
        campaign: "Dân vận khéo 2026",
        meeting,
        needed,
        rows: [{ candidate: mai, votes: { for: 9, against: 0, blank: 0 }, passed: true }],
      }),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        "- Tổng số thành viên hội đồng: 11 (mười một); có mặt: 09 (chín); vắng mặt: 02 (hai).",
        "81,8%",
        "Thông qua",
        "THƯ KÝ",
        "CHỦ TRÌ",
      ]),
    );
  });

  test("a report tells what was written and what the register holds, and invents nothing", () => {
    const candidate = {
      ...village,
      words: { results: "95 hộ phân loại rác." },
      otherAchievement: null,
      periodFrom: "2026-01-01",
      periodUntil: "2026-12-31",
    };
    const exemplar = {
      name: "Ngõ không rác",
      place: "thôn Đoài",
      contents: {},
      money: { value: "12000000", said: "hơn" },
      labour: null,
      turns: null,
      goals: [{ name: "hộ phân loại rác", unit: "hộ", baseline: "40", goal: "95", reached: null, on: null }],
      events: [{ kind: "launch", on: "2026-03-20", text: "Ra mắt tại nhà văn hóa thôn" }],
      recognitions: [],
      copies: 0,
    };
    const lines = officialLines(reportDraft({ issuer, granter: "Ban Thường trực", candidate, exemplar, before: [] }));
    expect(lines).toEqual(
      expect.arrayContaining([
        "95 hộ phân loại rác.",
        "- Huy động được: kinh phí hơn 12.000.000 đồng.",
        "chưa đo",
        "Đơn vị bổ sung khi hoàn thiện báo cáo.",
        "Chưa được khen thưởng./.",
      ]),
    );
    expect(lines.join(" ")).not.toMatch(/sinh ngày|năm sinh|xuất sắc/i);
  });
});

describe("what is printed on a blank", () => {
  const decision = {
    number: "05/QĐ-MTTQ-BTT",
    day: "2026-01-05" as const,
    place: "Tân Giang",
    signer: "Nguyễn Quang Vinh",
    post: "Chủ tịch",
  };
  const award = { name: "Y Mai", post: "Chi hội trưởng", unit: "xã Bình Lâm", deed: "Vận động nhân dân hiến đất" };

  test("holds the name, where, what for and the decision; the number in the book is left to the hand", () => {
    expect(blankTexts(award, decision)).toEqual({
      recipient: "Y Mai",
      address: "Chi hội trưởng, xã Bình Lâm",
      reason: "Đã có thành tích: vận động nhân dân hiến đất",
      number: "Quyết định số: 05/QĐ-MTTQ-BTT",
      day: "ngày 05 tháng 01 năm 2026",
      placeAndDay: "Tân Giang, ngày 05 tháng 01 năm 2026",
      post: "Chủ tịch",
      signer: "Nguyễn Quang Vinh",
      book: "Vào sổ khen thưởng số: ……",
    });
  });

  test.each([
    ["Có nhiều thành tích trong vận động", "Có nhiều thành tích trong vận động"],
    ["đã có thành tích xuất sắc", "Đã có thành tích xuất sắc"],
    ["MTTQ xã xây 12 nhà", "Đã có thành tích: MTTQ xã xây 12 nhà"],
  ])("%s", (deed, reason) => expect(blankTexts({ ...award, deed }, decision).reason).toBe(reason));
});
