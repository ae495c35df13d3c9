import { sql, type RawBuilder } from "kysely";
import type { UnitId } from "../../../kernel/ids.ts";
import type { CalendarDate } from "../../../kernel/time/index.ts";
import type { ExemplarFilter } from "../contract.ts";
import type { Reach } from "./reach.ts";

/** As a person gave it; `unitId` of the filter and the reader's own unit are looked up before it is asked. */
export type Filter = Partial<Omit<ExemplarFilter, "text" | "page" | "quiet">> & {
  /** News of this day or before is silence. */
  quietUntil?: CalendarDate;
  /** Unit of the reader's post: what is visible follows from it. */
  reader: UnitId;
  /** Without marks and signs; each must occur, the last one may be the beginning of a word. */
  words?: readonly string[];
};

/** How many of the newest tell how common something is, and how many a stretch of months holds that is gathered on its own. */
export type Pace = { looked: number; sizes: readonly number[] };

/** `endings`: the words that the last of `filter.words` may be; null: it stands for itself. */
export type Asked = { filter: Filter; reader: Reach; unit: Reach | null; endings: readonly string[] | null; pace: Pace };

/** Where words are looked for. */
export type Where = "name" | "text";

/** What is looked for, as `exemplar_entry.said` splits words; null: nothing. */
export function queryOf(words: readonly string[], endings: readonly string[] | null, where: Where): string | null {
  const last = words.at(-1);
  if (last === undefined) return null;
  const said = (word: string): string => (where === "name" ? `'/${word}'` : `'${word}'`);
  const end = endings === null ? `${said(last)}${last.length > 2 ? ":*" : ""}` : `(${endings.map(said).join(" | ")})`;
  return [...words.slice(0, -1).map(said), end].join(" & ");
}

/** A few thousand units are looked up one by one; more are hashed, since the planner would weigh each of them. */
const hashedFrom = 2000;
type Units = Reach["own"];
const among = (column: RawBuilder<unknown>, { ids, count }: Units): RawBuilder<unknown> =>
  // "is true": as a condition of its own it would be joined, with a guess how many it finds.
  count > hashedFrom ? sql`(${column} in (select unnest(${ids}::int[])) is true)` : sql`${column} = any(${ids}::int[])`;

/** The reader has a part in it: it leads, typed, takes part, reviews by a round or from above in the line. */
const partOf = ({ own, line }: Reach): RawBuilder<unknown> =>
  sql`(${among(sql`e.lead_id`, line)} or ${among(sql`e.typed_at`, own)}
    or e.round_id = any(array(select r.id from exemplar_round r where ${among(sql`r.body_id`, own)}))
    or e.id = any(array(select p.exemplar_id from exemplar_partner p where ${among(sql`p.unit_id`, own)})))`;

/**
 * Rows of `exemplar_entry e` that this reader may see, in one piece. `open`: those that everybody sees, the bulk of the register;
 * `few`: what one's own units prepare, little enough to be gathered before anything else is asked of it.
 */
export type Part = {
  where: RawBuilder<unknown>;
  kind: "open" | "few" | "many";
  /** The same, less narrowly, as the index of words and marks has it: beside words it leaves out what is open. */
  marked?: RawBuilder<unknown>;
};

const open = sql`e.state in ('accepted', 'stopped')`;
/** As `mayView` of the policy has it: what is being prepared is seen by the sides that have a part in it, a draft by its lead and its writer. */
const drafts = ({ own }: Reach): RawBuilder<unknown> =>
  sql`e.state = 'draft' and (${among(sql`e.lead_id`, own)} or ${among(sql`e.typed_at`, own)})`;
function prepared(states: readonly string[], reach: Reach): Part {
  const where = sql`e.state in ('draft', 'registered', 'returned', 'withdrawn') and e.state = any(${[...states]}::text[]) and ${partOf(reach)}`;
  if (reach.line.count <= hashedFrom) return { where, kind: "few" };
  return { where, kind: "many", marked: sql`e.marks && ${states.map((state) => `s:${state}`)}::text[]` };
}

/** The parts of a list that the wanted state leaves. */
export function parts({ filter: { state }, reader }: Asked): Part[] {
  switch (state) {
    case undefined:
      return [{ where: open, kind: "open" }, { where: drafts(reader), kind: "few" }, prepared(["registered", "returned"], reader)];
    case "accepted":
    case "stopped":
      return [{ where: sql`${open} and e.state = ${state}::text`, kind: "open" }];
    case "draft":
      return [{ where: drafts(reader), kind: "few" }];
    default:
      return [prepared([state], reader)];
  }
}

/** What `exemplar_entry.marks` has of it. */
function marksOf({ kind, field, stream, step, year, theme, result, level, next, state }: Filter): string[] {
  const marks: [string, string | number | undefined][] = [
    ["k", kind],
    ["f", field],
    ["w", stream],
    ["n", step],
    ["y", year],
    ["t", theme],
    ["r", result],
    ["l", level],
    ["g", next],
    // Of the others the parts say it.
    ["s", state === "stopped" ? state : undefined],
  ];
  return marks.flatMap(([letter, value]) => (value === undefined || value === "" ? [] : [`${letter}:${value}`]));
}

/** `indexed`: by the index of words and marks, in whose order a page does not come. */
export type Narrowed = { where: RawBuilder<unknown>; indexed: boolean };

export function narrowed({ filter, reader, unit, endings }: Asked, where: Where): Narrowed {
  const all: RawBuilder<unknown>[] = [];
  const marks = marksOf(filter);
  const query = queryOf(filter.words ?? [], endings, where);
  if (marks.length > 0) all.push(sql`e.marks @> ${marks}::text[]`);
  if (query !== null) all.push(sql`e.said @@ ${query}::tsquery`);
  if (filter.roundId) all.push(sql`e.round_id = ${filter.roundId}::uuid`);
  if (filter.moneyFrom !== undefined) all.push(sql`e.money >= ${filter.moneyFrom}::bigint`);
  if (filter.moneyUntil !== undefined) all.push(sql`e.money <= ${filter.moneyUntil}::bigint`);
  // A grade is read by those who have a part in it; that one is worth replicating is there for all to learn from.
  if (filter.next && filter.next !== "replicate") all.push(partOf(reader));
  if (unit) all.push(among(sql`e.lead_id`, unit.line));
  if (filter.own) all.push(among(sql`e.lead_id`, reader.line));
  if (filter.quietUntil) all.push(sql`e.quiet_since <= ${filter.quietUntil}::date and ${among(sql`e.lead_id`, reader.line)}`);
  return { where: all.length === 0 ? sql`true` : sql.join(all, sql` and `), indexed: marks.length > 0 || query !== null };
}
