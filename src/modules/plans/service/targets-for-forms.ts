import { shifted } from "../../../kernel/decimals.ts";
import type { TargetCell, TargetSource } from "../../../platform/measure.ts";
import { moneyScale, needOf, windowOf } from "../domain/targets.ts";
import { targetsBinding, type BindingTarget } from "../store/targets-for-forms.ts";

const sameNames = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((name) => b.includes(name));

const counts = (target: BindingTarget, cell: TargetCell): boolean =>
  target.indicatorId === null
    ? sameNames(target.measures, cell.names ?? [])
    : target.indicatorId === cell.indicatorId && target.member === cell.member;

/**
 * What plans in force ask of a unit, beside the cells of a form that count the same: what must be there by the end of the
 * target's own days (mostly the year), in đồng where it is money. The newest plan speaks.
 */
export const planTargets: TargetSource = {
  async targets(db, { unit, cells, period }) {
    const found = await targetsBinding(db, {
      unit,
      indicators: cells.map(({ indicatorId }) => indicatorId),
      measures: [...new Set(cells.flatMap(({ names = [] }) => names))],
      from: period.from,
      to: period.to,
    });
    const needs = new Map<string, string>();
    for (const cell of cells) {
      const target = found.find((one) => counts(one, cell));
      const window = target && windowOf(target, target, Number(period.to.slice(0, 4)));
      const need = target && window ? needOf(target, window) : null;
      if (target && need !== null) needs.set(cell.key, shifted(String(need), moneyScale(target.unit)));
    }
    return needs;
  },
};
