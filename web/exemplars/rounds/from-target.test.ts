import { expect, test } from "vitest";
import type { Targets } from "../../../src/modules/plans/contract.ts";
import { roundFromTarget } from "./from-target.ts";

const target = (text: string, value: string | null) =>
  ({
    targets: [{ itemId: "one", clause: "II.3", quote: text, text, metric: "", value }],
    units: [
      { unit: { id: 7, name: "Ủy ban MTTQ Việt Nam xã Bình Lâm" }, cells: [{ itemId: "one" }] },
      { unit: { id: 8, name: "Ủy ban MTTQ Việt Nam xã Hòa Phú" }, cells: [{ itemId: "other" }] },
    ],
  }) as unknown as Targets;

const made = (text: string, value: string | null) =>
  roundFromTarget(target(text, value), { planId: "plan", itemId: "one", label: "05/KH", day: "2026-03-16" });

test("new ones each year become what each bound unit owes in the year", () => {
  expect(made("Đăng ký ít nhất 02 mô hình mới mỗi năm, không tính cộng dồn", "2")).toMatchObject({
    periodFrom: "2026-01-01",
    periodUntil: "2026-12-31",
    kinds: ["model"],
    clause: { planId: "plan", itemId: "one", clause: "II.3", label: "05/KH" },
    units: [{ unit: { id: 7 }, leastNew: "2", leastRecognised: {} }],
  });
});

test("what is to be recognised is asked of its level, and is no new one", () => {
  const round = made("Có ít nhất 05 mô hình được công nhận cấp tỉnh", "5");
  expect(round?.units).toMatchObject([{ leastNew: "", leastRecognised: { province: "5" } }]);
});

test("what the words do not say stays open; a target that is gone is none", () => {
  expect(made("Nhân rộng các mô hình hiệu quả", null)?.units).toMatchObject([{ leastNew: "", leastRecognised: {} }]);
  expect(roundFromTarget(target("x", "1"), { planId: "plan", itemId: "gone", label: null, day: "2026-03-16" })).toBeNull();
});
