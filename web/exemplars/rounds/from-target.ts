import { fold } from "../../../src/kernel/text.ts";
import type { ExemplarKind } from "../../../src/modules/exemplars/contract.ts";
import type { Targets } from "../../../src/modules/plans/contract.ts";
import { newRound, type Level, type WrittenRound } from "./written.ts";

const kindWords: readonly (readonly [ExemplarKind, RegExp])[] = [
  ["friendly-government", /chinh quyen than thien/],
  ["works", /cong trinh|phan viec/],
  ["person", /(dien hinh|guong).*ca nhan|ca nhan dien hinh/],
  ["group", /dien hinh tap the|tap the dien hinh/],
  ["self-government", /tu quan/],
  ["model", /mo hinh/],
];

/** "được công nhận cấp tỉnh": how many are to be recognised, and by whom; null when the words ask for new ones. */
function recognisedBy(words: string): Level | null {
  if (!/cong nhan/.test(words)) return null;
  if (/trung uong|toan quoc/.test(words)) return "centre";
  return /cap tinh|tinh cong nhan|thanh pho cong nhan/.test(words) ? "province" : "commune";
}

/**
 * A round that carries a plan's target out, ready to be looked at: "đăng ký ít nhất 02 mô hình mới mỗi năm, không tính cộng dồn"
 * becomes the year, the units that the target binds and at least two new ones each. What the words do not say stays open.
 */
export function roundFromTarget(
  targets: Targets,
  { planId, itemId, label, day }: { planId: string; itemId: string; label: string | null; day: string },
): WrittenRound | null {
  const target = targets.targets.find((each) => each.itemId === itemId);
  if (!target) return null;
  const words = fold(`${target.text} ${target.metric} ${target.quote}`);
  const kinds = kindWords.filter(([, found]) => found.test(words)).map(([kind]) => kind);
  const count = target.value === null || !/^\d+$/.test(target.value) ? "" : target.value;
  const level = recognisedBy(fold(`${target.text} ${target.metric}`));
  const round = newRound(day);
  return {
    ...round,
    kinds: kinds.length > 0 ? kinds : round.kinds,
    clause: { planId, itemId, clause: target.clause, quote: target.quote.slice(0, 2000), label },
    units: targets.units
      .filter(({ cells }) => cells.some((cell) => cell.itemId === itemId))
      .map(({ unit }) => ({
        unit: { id: unit.id, name: unit.name },
        leastNew: level === null ? count : "",
        leastRecognised: level === null || count === "" ? {} : { [level]: count },
        allotted: [],
      })),
  };
}
