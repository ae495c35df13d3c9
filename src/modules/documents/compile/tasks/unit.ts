/** What the passes over one paragraph share: its sentences, its times, and the clauses that make one obligation. */
import type { TimeMention } from "../../../../kernel/time/index.ts";
import type { Sentence, Stretch } from "../paragraphs/clauses.ts";
import type { Node } from "../outline/document.ts";
import type { Paragraph } from "../paragraphs/paragraphs.ts";
import type { Due } from "../plan.ts";

/** Clauses that make one obligation. */
export type Group = {
  stretches: Stretch[];
  /** Why it stands alone: the item itself, a time signal, a sentence with its own body, a report. */
  kind: "main" | "signal" | "body" | "report";
  signals: TimeMention[];
  lead: string[];
  /** Partners named in a label of the item, beside those of "phối hợp với". */
  partners: string[];
  /** Whether the lead is said here, not carried over. */
  said: boolean;
};

/** One paragraph read as obligations. */
export type Unit = {
  node: Node;
  paragraph: Paragraph;
  low: string;
  body: Stretch;
  sentences: Sentence[];
  times: TimeMention[];
  /** What "tháng 3", "trước ngày 15/6" mean here: the year of the heading or of the plan. */
  year: number | null;
  groups: Group[];
  /** Whether it orders something; the rest may still tell who reports, or state a goal. */
  ordered: boolean;
  /** Deadline in the item's closing bracket. */
  closing: Due;
};

/** A paragraph before its clauses are put into groups. */
export type Reading = Omit<Unit, "groups" | "closing" | "ordered">;
