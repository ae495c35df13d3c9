import type { PlanItem, PlanUnit, Target } from "../shapes.ts";
import { noDue } from "./deadlines.ts";

/** Plans of a fictional province for the tables of this folder's tests. */
export const target = (metric: string, value: string, more: Partial<Target> = {}): Target => ({
  metric,
  comparator: ">=",
  value,
  valueMax: null,
  unit: "cuộc",
  frequency: "yearly",
  cumulative: false,
  ...more,
});

export const item = (id: string, text: string, more: Partial<PlanItem> = {}): PlanItem => ({
  id,
  kind: "task",
  position: 1,
  clause: "III.1",
  line: 1,
  quote: text,
  text,
  target: null,
  figure: null,
  reporting: null,
  due: noDue,
  leads: [],
  partners: [],
  opensPlan: false,
  splitFrom: null,
  version: 1,
  ...more,
});

export const party = (expressionId: string) => ({ expressionId, printed: expressionId });

export const unit = (id: number, name: string, kind = "front"): PlanUnit => ({ id, name, kind, areaName: null });
