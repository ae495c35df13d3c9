import type { ContestState, EntryState, Way } from "./shapes.ts";

export const contestActs = ["edit", "open", "judge", "reopen", "results", "advance", "decide", "correct", "close", "cancel"] as const;
export type ContestAct = (typeof contestActs)[number];

/** Which act leads where. `advance` opens the next round; `correct` takes published results back, with a reason. */
const contests = {
  draft: { edit: "draft", open: "open", cancel: "cancelled" },
  open: { edit: "open", judge: "judging", cancel: "cancelled" },
  judging: { reopen: "open", results: "judging", advance: "open", decide: "decided", cancel: "cancelled" },
  decided: { correct: "judging", close: "closed" },
  closed: {},
  cancelled: {},
} as const satisfies Record<ContestState, Partial<Record<ContestAct, ContestState>>>;

/** From the last round there is nowhere to go on to, and prizes are decided in the last round only. */
export function nextContest(state: ContestState, act: ContestAct, { last }: { last: boolean }): ContestState | null {
  if ((act === "advance" && last) || (act === "decide" && !last)) return null;
  const from: Partial<Record<ContestAct, ContestState>> = contests[state];
  return from[act] ?? null;
}

export const entryActs = ["edit", "send", "take-back", "return"] as const;
export type EntryAct = (typeof entryActs)[number];

const entries = {
  draft: { edit: "draft", send: "sent", "take-back": "withdrawn" },
  sent: { "take-back": "withdrawn", return: "returned" },
  returned: { edit: "returned", send: "sent", "take-back": "withdrawn" },
  withdrawn: { edit: "withdrawn", send: "sent" },
} as const satisfies Record<EntryState, Partial<Record<EntryAct, EntryState>>>;

export function nextEntry(state: EntryState, act: EntryAct): EntryState | null {
  const from: Partial<Record<EntryAct, EntryState>> = entries[state];
  return from[act] ?? null;
}

/** Entries move while their round takes them; one that did not go on stays as it is. */
export const contestTakes = ({ state, round }: { state: ContestState; round: number }, entry: { round: number }, act: EntryAct): boolean =>
  entry.round === round && (state === "open" || (state === "judging" && act === "return"));

/** Days are calendar dates. `late`: it is taken, and says so, as long as the organiser has not begun to judge. */
export const arrival = (today: string, { from, until }: { from: string; until: string }): "early" | "in-time" | "late" =>
  today < from ? "early" : today > until ? "late" : "in-time";

export type RoundResult = { goesOn: boolean; points: string | null };
export type Lack = "entries" | "minutes" | "appraisal" | "results" | "nobody-on";

/**
 * What is missing before the results of a round are published: for a jury on a stage its minutes, for judges their points,
 * a line for each entry, and in a round that is not the last somebody who goes on.
 */
export function lacksOf(
  entryIds: readonly string[],
  results: ReadonlyMap<string, RoundResult>,
  { way, minutes, last }: { way: Way; minutes: boolean; last: boolean },
): Lack[] {
  if (entryIds.length === 0) return ["entries"];
  const lines = entryIds.map((id) => results.get(id));
  return [
    ...(way === "stage" && !minutes ? (["minutes"] as const) : []),
    ...(way === "appraisal" && lines.some((line) => (line?.points ?? null) === null) ? (["appraisal"] as const) : []),
    ...(lines.includes(undefined) ? (["results"] as const) : []),
    ...(!last && !lines.some((line) => line?.goesOn) ? (["nobody-on"] as const) : []),
  ];
}
