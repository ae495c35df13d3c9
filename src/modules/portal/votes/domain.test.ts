import { describe, expect, test } from "vitest";
import { networkOf, stateOf, sumOf, summaryOf } from "./domain.ts";

describe("the network of an address", () => {
  test.each([
    ["10.0.0.7", "10.0.0.7"],
    ["::ffff:10.0.0.7", "10.0.0.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s is %s", (address, network) => expect(networkOf(address)).toBe(network));
});

test("a sum is of two numbers from 1 to 9, the same for the same seal", () => {
  expect(sumOf("0000ffff00")).toEqual({ a: 1, b: 1 + (0xffff % 9) });
  for (let n = 0; n < 200; n++) {
    const { a, b } = sumOf((n * 7919).toString(16).padStart(8, "0"));
    expect(Math.min(a, b)).toBeGreaterThanOrEqual(1);
    expect(Math.max(a, b)).toBeLessThanOrEqual(9);
  }
});

test("a vote is open in its window and counted after it", () => {
  const vote = { opensAt: new Date("2026-03-01"), closesAt: new Date("2026-03-10"), closedAt: null };
  const at = (day: string) => stateOf(vote, new Date(day));
  expect([at("2026-02-28"), at("2026-03-01"), at("2026-03-09"), at("2026-03-10")]).toEqual(["coming", "open", "open", "counting"]);
  expect(stateOf({ ...vote, closedAt: new Date("2026-03-05") }, new Date("2026-03-06"))).toBe("closed");
});

test("a long text is cut between words", () => {
  expect(summaryOf(" Một   việc\nnhỏ ")).toBe("Một việc nhỏ");
  expect(summaryOf("chữ ".repeat(100))).toMatch(/chữ …$/);
  expect(summaryOf("chữ ".repeat(100)).length).toBeLessThan(165);
});
