/**
 * What a plan document says, annotated by reading it: the shape of `kheo compile --json` without ids and rules, plus
 * what an annotator may leave open. Rules of annotation: docs/compiler-accuracy.md.
 */
import type { CompiledPlan, Due } from "../../../src/modules/documents/compile/index.ts";

export const kinds = ["citations", "targets", "tasks", "reporting", "events", "outline"] as const;
export type Kind = (typeof kinds)[number];

export type GoldDue = Partial<Pick<Due, "kind" | "date" | "rule">>;

/** One annotated item of any kind; each kind uses its own fields. */
export type GoldItem = {
  line: number;
  quote?: string;
  /** A hard-wrapped passage, joined. */
  joined?: string;
  paraLine?: number;
  valueLine?: number;
  titleLine?: number;
  numberLine?: number;
  alsoLines?: number[];
  /** Finding it is right, missing it is not wrong. */
  optional?: boolean;
  type?: string;
  number?: string | null;
  date?: string | null;
  issuer?: string | null;
  title?: string | null;
  titleFull?: string;
  metric?: string;
  comparator?: string;
  value?: number | null;
  valueMax?: number | null;
  unit?: string;
  scope?: string;
  frequency?: string;
  deadline?: string | null;
  lead?: string[];
  leadAlt?: string[];
  coordinate?: string[];
  due?: GoldDue;
  dueAlt?: GoldDue;
  who?: string;
  to?: string;
  via?: string | null;
  kind?: string;
  year?: number | null;
  refers?: string | null;
  level?: number;
};

export type Gold = { [kind in Kind]?: GoldItem[] } & {
  header?: Partial<CompiledPlan["header"]>;
  /** An extra item of that kind on that line is no false alarm. */
  neutral?: { line: number; as: Kind; why?: string }[];
};
