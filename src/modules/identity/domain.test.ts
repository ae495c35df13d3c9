import { describe, expect, test } from "vitest";
import {
  borrowedPermissions,
  deviceOf,
  lendable,
  lendingFault,
  loginKey,
  passwordFault,
  sessionAlive,
  sessionEnd,
  termState,
  waitAfter,
} from "./domain.ts";

describe("what somebody types as login", () => {
  test.each([
    ["0912 345 678", "0912345678"],
    ["+84 912.345.678", "0912345678"],
    ["84912345678", "0912345678"],
    ["Hạnh.Lê@TânGiang.example", "hanh.le@tangiang.example"],
    ["Văn thư Bình Lâm", "vanthubinhlam"],
    ["vanthubinhlam", "vanthubinhlam"],
  ])("%s is compared as %s", (typed, key) => {
    expect(loginKey(typed)).toBe(key);
  });
});

describe("passwords", () => {
  const hanh = { name: "Lê Thị Hạnh", login: "hanh.le@tangiang.example" };

  test.each([
    ["sáng nay họp giao ban", null],
    ["ngắn quá", "short"],
    ["mật khẩu 123", "common"],
    ["1234567890", "common"],
    ["aaaaaaaaaaaaaa", "uniform"],
    ["lethihanh2026", "personal"],
    ["hanh.le@tangiang.example", "personal"],
    ["Vietnam quê hương tôi đẹp", null],
    ["x".repeat(201), "long"],
  ])("%s", (password, fault) => {
    expect(passwordFault(password, hanh)).toBe(fault);
  });
});

describe("sessions", () => {
  const at = (text: string) => new Date(text);
  const created = at("2026-03-02T01:00:00Z");

  test("an officer's own telephone stays signed in while it is used at least monthly, half a year at most", () => {
    const session = { createdAt: created, seenAt: at("2026-03-20T01:00:00Z"), shared: false };
    expect(sessionAlive(session, false, at("2026-04-18T01:00:00Z"))).toBe(true);
    expect(sessionAlive(session, false, at("2026-04-19T01:00:01Z"))).toBe(false);
    const used = { ...session, seenAt: at("2026-08-28T01:00:00Z") };
    expect(sessionAlive(used, false, at("2026-08-29T00:59:00Z"))).toBe(true);
    expect(sessionAlive(used, false, at("2026-08-29T01:00:01Z"))).toBe(false);
  });

  test("an administrator's ends after half a day of rest, a shared machine's after the working day", () => {
    const session = { createdAt: created, seenAt: created, shared: false };
    expect(sessionEnd(session, true)).toEqual(at("2026-03-02T13:00:00Z"));
    expect(sessionEnd({ ...session, shared: true }, false)).toEqual(at("2026-03-02T05:00:00Z"));
    expect(sessionEnd({ ...session, shared: true, seenAt: at("2026-03-02T12:30:00Z") }, false)).toEqual(at("2026-03-02T13:00:00Z"));
  });

  test("the machine is kept as a kind, not as a fingerprint", () => {
    expect(deviceOf("Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36")).toBe(
      "android/chrome",
    );
    expect(deviceOf("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0")).toBe(
      "windows/edge",
    );
    expect(deviceOf("")).toBe("other/other");
  });
});

test("guessing is free five times, then waits double up to a quarter of an hour", () => {
  expect([1, 4, 5, 6, 7, 11, 40].map(waitAfter)).toEqual([0, 0, 15_000, 30_000, 60_000, 900_000, 900_000]);
});

test("a post is future, current or past by the day in Vietnam; ended is past at once", () => {
  const term = { from: "2026-03-01", until: "2026-06-30", endedAt: null };
  expect(["2026-02-28", "2026-03-01", "2026-06-30", "2026-07-01"].map((today) => termState(term, today))).toEqual([
    "future",
    "current",
    "current",
    "past",
  ]);
  expect(termState({ ...term, endedAt: new Date(0) }, "2026-04-01")).toBe("past");
});

describe("lending", () => {
  const post = { role: "approver" as const, until: null, personId: "hạnh" };
  const wish = { permissions: ["work:report" as const], from: "2026-03-02", until: "2026-03-20", borrowerId: "tòng" };

  test("lending itself is never lent, and roles without it lend nothing", () => {
    expect(lendable("approver")).not.toContain("post:lend");
    expect(lendable("administrator")).toEqual([]);
    expect(lendable("viewer")).toEqual([]);
  });

  test.each([
    ["as stated", {}, null],
    ["lending on", { permissions: ["post:lend" as const] }, "notLendable"],
    ["what the post does not have", { permissions: ["dispatch:sign" as const] }, "notLendable"],
    ["nothing", { permissions: [] }, "notLendable"],
    ["backwards", { from: "2026-03-21" }, "dates"],
    ["in the past", { from: "2026-01-02", until: "2026-01-03" }, "dates"],
    ["for ever", { until: "2027-04-01" }, "tooLong"],
    ["to oneself", { borrowerId: "hạnh" }, "oneself"],
  ])("%s", (_what, change, fault) => {
    expect(lendingFault({ ...wish, ...change }, post, "2026-03-01")).toBe(fault);
  });

  test("not beyond the end of the post", () => {
    expect(lendingFault(wish, { ...post, until: "2026-03-19" }, "2026-03-01")).toBe("beyondPost");
  });

  test("the borrower may do what was lent and read what it is about, as far as the lender still may", () => {
    expect(borrowedPermissions("reporter", ["work:report", "plan:issue"])).toEqual([
      "unit:view",
      "document:view",
      "activity:view",
      "plan:view",
      "work:view",
      "indicator:view",
      "report:view",
      "exemplar:view",
      "work:report",
    ]);
  });
});
