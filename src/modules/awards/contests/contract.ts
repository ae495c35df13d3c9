import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { unitIdIn, UnitRef } from "../../units/contract.ts";
import { Day, id, page, version, words } from "../shapes.ts";
import { ContestState, EntryKind, EntryState, Way } from "./shapes.ts";

export * from "./shapes.ts";
export type { ContestAct, EntryAct, Lack } from "./domain.ts";

const RoundInput = z.object({
  name: words(120, 1),
  entriesFrom: Day,
  entriesUntil: Day,
  judgingFrom: Day,
  judgingUntil: Day,
  way: Way,
});
export type RoundInput = z.infer<typeof RoundInput>;

export const ContestInput = z.object({
  title: words(300, 1),
  rules: words(20_000).default(""),
  kinds: z.array(EntryKind).min(1).max(3),
  /** From the first down. */
  prizes: z.array(words(120, 1)).max(20).default([]),
  mostEntries: z.number().int().min(1).max(100).nullish(),
  rounds: z.array(RoundInput).min(1).max(10),
  /** None: everybody in the body's line. */
  units: z.array(unitIdIn).max(2000).default([]),
});
export type ContestInput = z.infer<typeof ContestInput>;

export const ContestRow = z.object({
  id,
  version: z.number().int(),
  title: z.string(),
  state: ContestState,
  body: UnitRef,
  /** The round that is running. */
  round: z.object({ position: z.number().int(), name: z.string(), of: z.number().int(), entriesFrom: Day, entriesUntil: Day }),
  /** Entries that were sent. */
  entries: z.number().int(),
});
export type ContestRow = z.infer<typeof ContestRow>;

export const ContestPaper = z.object({ id, fileName: z.string(), attachedAt: z.string() });
export type ContestPaper = z.infer<typeof ContestPaper>;

/** Never a person: a unit, its work or its team under the work's title. */
export const ResultLine = z.object({
  entryId: id,
  title: z.string(),
  unit: UnitRef,
  late: z.boolean(),
  /** Decimal strings; null where the jury gave none. */
  points: z.string().nullable(),
  pointsOf: z.string().nullable(),
  goesOn: z.boolean(),
  prize: z.string().nullable(),
  /** False: nothing is written down for it yet. */
  given: z.boolean(),
});
export type ResultLine = z.infer<typeof ResultLine>;

export const ContestRound = RoundInput.extend({
  position: z.number().int(),
  /** The appraisal round in which its judges score. */
  appraisalRoundId: id.nullable(),
  publishedOn: Day.nullable(),
  /** Null until they are published, but for the organiser. */
  results: z.array(ResultLine).nullable(),
  minutes: z.array(ContestPaper),
});
export type ContestRound = z.infer<typeof ContestRound>;

export const ContestDetail = ContestRow.extend({
  rules: z.string(),
  kinds: z.array(EntryKind),
  prizes: z.array(z.string()),
  mostEntries: z.number().int().nullable(),
  cancelReason: z.string().nullable(),
  rounds: z.array(ContestRound),
  units: z.array(UnitRef),
  can: z.array(z.enum(["edit", "open", "judge", "reopen", "results", "advance", "decide", "correct", "close", "cancel"])),
  /** What is missing before the round's results can be published; for the organiser. */
  lacks: z.array(z.enum(["entries", "minutes", "appraisal", "results", "nobody-on"])),
  mayEnter: z.boolean(),
  manages: z.boolean(),
});
export type ContestDetail = z.infer<typeof ContestDetail>;

export const EntryInput = z.object({
  /** Absent: the own unit. */
  unitId: unitIdIn.optional(),
  kind: EntryKind,
  title: words(300, 1),
  text: words(20_000).default(""),
  /** Names as the list prints them; of a team only. */
  team: words(2000).nullish(),
  exemplarId: id.nullish(),
});
export type EntryInput = z.infer<typeof EntryInput>;

export const EntryRow = z.object({
  id,
  version: z.number().int(),
  contest: z.object({ id, title: z.string(), state: ContestState }),
  unit: UnitRef,
  kind: EntryKind,
  title: z.string(),
  state: EntryState,
  round: z.number().int(),
  late: z.boolean(),
  sentOn: Day.nullable(),
});
export type EntryRow = z.infer<typeof EntryRow>;

export const EntryDetail = EntryRow.extend({
  text: z.string(),
  team: z.string().nullable(),
  exemplar: z.object({ id, name: z.string() }).nullable(),
  reason: z.string().nullable(),
  sentBy: z.string().nullable(),
  papers: z.array(ContestPaper),
  can: z.array(z.enum(["edit", "send", "take-back", "return"])),
  mayErase: z.boolean(),
});
export type EntryDetail = z.infer<typeof EntryDetail>;

const at = { id, version };
const tag = "awards";
const reason = words(1000, 1);
const read = { method: "GET", access: "exemplar:view", tag } as const;
const manage = { method: "POST", access: "round:open", tag } as const;
const enter = { method: "POST", access: "award:propose", tag } as const;
const paged = { total: z.number().int(), pageSize: z.number().int() };

/** A file of a contest, of what one may see: GET /files/awards/contests/papers/{id}. A vote of the public, if an editor opens one, is the portal's. */
export const contestsContract = {
  list: endpoint({ ...read, path: "/contests", summary: "List contests that concern one's units, newest first" })
    .input(z.object({ page }))
    .output(z.object({ items: z.array(ContestRow), ...paged })),
  get: endpoint({ ...read, path: "/contests/{id}", summary: "Read a contest with its rounds and published results" })
    .input(z.object({ id }))
    .output(ContestDetail),
  create: endpoint({ ...manage, path: "/contests", summary: "Prepare a contest", successStatus: 201 })
    .input(ContestInput)
    .output(ContestDetail),
  edit: endpoint({ ...manage, method: "PUT", path: "/contests/{id}", summary: "Change a contest; rounds that are over stay as they were" })
    .input(ContestInput.extend(at))
    .output(ContestDetail),
  move: endpoint({
    ...manage,
    path: "/contests/{id}/move",
    summary: "Open, judge, reopen, go on to the next round, decide, correct, close or cancel",
  })
    .input(
      z.object({
        ...at,
        act: z.enum(["open", "judge", "reopen", "advance", "decide", "correct", "close", "cancel"]),
        reason: reason.optional(),
      }),
    )
    .output(ContestDetail),
  taking: endpoint({
    ...read,
    access: "round:open",
    path: "/contests/{id}/appraisal-rounds",
    summary: "List appraisal rounds that may judge it",
  })
    .input(z.object({ id }))
    .output(z.object({ items: z.array(z.object({ id, title: z.string(), rubric: z.string() })) })),
  appraise: endpoint({ ...manage, path: "/contests/{id}/appraise", summary: "Hand the round's entries to an appraisal round" })
    .input(z.object({ ...at, appraisalRoundId: id }))
    .output(ContestDetail),
  take: endpoint({ ...manage, path: "/contests/{id}/take", summary: "Take the points of the closed appraisal round" })
    .input(z.object(at))
    .output(ContestDetail),
  results: endpoint({ ...manage, path: "/contests/{id}/results", summary: "Write down the results of the running round; ties are allowed" })
    .input(
      z.object({
        ...at,
        lines: z
          .array(
            z.object({
              entryId: id,
              points: z.number().min(0).max(100_000).nullish(),
              goesOn: z.boolean(),
              prize: words(120, 1).nullish(),
            }),
          )
          .max(2000),
      }),
    )
    .output(ContestDetail),
  entries: endpoint({ ...read, path: "/contests/{id}/entries", summary: "List entries of a contest that one may see" })
    .input(z.object({ id, page }))
    .output(z.object({ items: z.array(EntryRow), ...paged })),
  entry: endpoint({ ...read, path: "/contest-entries/{id}", summary: "Read an entry" })
    .input(z.object({ id }))
    .output(EntryDetail),
  enter: endpoint({ ...enter, path: "/contests/{contestId}/entries", summary: "Begin an entry as a draft", successStatus: 201 })
    .input(EntryInput.extend({ contestId: id }))
    .output(EntryDetail),
  change: endpoint({ ...enter, method: "PUT", path: "/contest-entries/{id}", summary: "Change an entry that is not sent" })
    .input(EntryInput.omit({ unitId: true }).extend(at))
    .output(EntryDetail),
  send: endpoint({ ...enter, path: "/contest-entries/{id}/send", summary: "Send an entry; after the last day it is marked late" })
    .input(z.object(at))
    .output(EntryDetail),
  takeBack: endpoint({ ...enter, path: "/contest-entries/{id}/take-back", summary: "Take an entry back" })
    .input(z.object({ ...at, reason }))
    .output(EntryDetail),
  return: endpoint({ ...manage, path: "/contest-entries/{id}/return", summary: "Send an entry back with what is to be done" })
    .input(z.object({ ...at, reason }))
    .output(EntryDetail),
  eraseTeam: endpoint({ ...enter, path: "/contest-entries/{id}/erase-team", summary: "Erase the names of a team" })
    .input(z.object({ ...at, reason }))
    .output(EntryDetail),
  attach: endpoint({
    ...enter,
    path: "/contest-papers",
    summary: "Attach a file to an entry, or the jury's minutes to the running round",
    successStatus: 201,
  })
    .input(z.object({ contestId: id, entryId: id.optional(), file: z.file().max(25 * 1024 * 1024) }))
    .output(ContestPaper),
  takeOff: endpoint({ ...enter, path: "/contest-papers/{id}/take-off", summary: "Take a file off while it may be changed" })
    .input(z.object({ id }))
    .output(z.object({ id })),
};
