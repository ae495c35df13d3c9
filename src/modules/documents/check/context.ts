import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { Comparator } from "../compile/plan.ts";

/**
 * What a text alone does not say: how the register knows the documents it cites, what its parent plan asks of its
 * issuer, which places the tree of units no longer has. Everything is optional; without it the rules that need it are
 * silent.
 */
export type CheckContext = {
  /** The day of reading: a draft without a date is judged by it. */
  today?: CalendarDate;
  /** Cited documents as other documents of the register print them. */
  elsewhere?: readonly CitedElsewhere[];
  /** Documents that the text cites and another replaced or repealed. */
  superseded?: readonly { number: string; date: string | null; by: string; words: string }[];
  /** What the documents that it carries out ask of this issuer. */
  parents?: readonly ParentPlan[];
  /** Names of places in the text that the tree no longer has on its day. */
  endedPlaces?: readonly { name: string; until: CalendarDate }[];
};

export type CitedElsewhere = { number: string; date: string | null; issuer: string | null; in: string };

export type ParentPlan = {
  /** "Kế hoạch 12/KH-MTTQ-BTT". */
  label: string;
  duties: readonly { text: string }[];
  quotas: readonly { metric: string; comparator: Comparator; value: number; unit: string }[];
};
