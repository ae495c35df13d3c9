import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { unitIdIn, UnitRef } from "../units/contract.ts";

const Day = z.iso.date();
const Instant = z.iso.datetime({ offset: true });

/** What somebody can owe with a day: an item of work (a child plan too), or the figures of a round. */
export const ThingKind = z.enum(["work", "round", "exemplar-round"]);
export type ThingKind = z.infer<typeof ThingKind>;

export const Thing = z.object({ kind: ThingKind, id: z.uuid(), unitId: unitIdIn });
export type Thing = z.infer<typeof Thing>;

/** Something that became of what a unit waited for: recognised, awarded, returned. Told once, nothing is owed. */
export const NewsKind = z.enum(["recognition", "award", "returned", "accepted"]);
export type NewsKind = z.infer<typeof NewsKind>;

export const ExtensionState = z.enum(["asked", "granted", "refused", "withdrawn"]);
export type ExtensionState = z.infer<typeof ExtensionState>;

export const Extension = z.object({
  id: z.uuid(),
  thing: Thing,
  unit: UnitRef,
  title: z.string(),
  /** Where the thing is shown, inside the staff application. */
  path: z.string(),
  fromDay: Day,
  untilDay: Day,
  reason: z.string(),
  state: ExtensionState,
  askedBy: z.string(),
  askedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  grantedUntil: Day.nullable(),
  answer: z.string().nullable(),
  version: z.number().int(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type Extension = z.infer<typeof Extension>;

/** One thing of today's list. `daysLeft` is negative once the day has gone by. */
export const Line = z.object({
  thing: Thing,
  unit: UnitRef,
  askedBy: UnitRef,
  title: z.string(),
  path: z.string(),
  due: z.object({ text: z.string(), lastDay: Day }),
  daysLeft: z.number().int(),
  /** True only for what a superior assigned: what was requested is never late. */
  late: z.boolean(),
  extension: z.object({ id: z.uuid(), state: ExtensionState, untilDay: Day }).nullable(),
  mayAskForTime: z.boolean(),
  /** Sent by a person with a click, newest first. */
  reminders: z.array(z.object({ from: UnitRef, by: z.string(), text: z.string(), at: Instant })),
});
export type Line = z.infer<typeof Line>;

export const NewsLine = z.object({
  kind: NewsKind,
  id: z.uuid(),
  unit: UnitRef,
  text: z.object({ vi: z.string(), en: z.string() }),
  path: z.string(),
  on: Day,
});
export type NewsLine = z.infer<typeof NewsLine>;

const reason = z.string().trim().min(1).max(2000);
const read = { method: "GET", access: "work:view", tag: "notices" } as const;

export const noticesContract = {
  today: endpoint({
    ...read,
    path: "/notices/today",
    summary: "Read the one list of what one's units owe within a week, or owed already, and the news of what they waited for",
  }).output(
    z.object({
      day: Day,
      lines: z.array(Line),
      /** Of the last days, the newest first. */ news: z.array(NewsLine),
      mail: z.object({ configured: z.boolean(), address: z.boolean(), on: z.boolean() }),
    }),
  ),
  seen: endpoint({ ...read, method: "POST", path: "/notices/seen", summary: "Say that today's list was read" }).output(z.object({})),
  mail: endpoint({ ...read, method: "PUT", path: "/notices/mail", summary: "Choose whether the list comes by mail as well" })
    .input(z.object({ on: z.boolean() }))
    .output(z.object({ on: z.boolean() })),

  draftReminder: endpoint({
    ...read,
    method: "POST",
    access: "work:confirm",
    path: "/notices/reminders/draft",
    summary: "Write a polite reminder to copy or send, naming only what is still owed",
  })
    .input(z.object({ things: z.array(Thing).min(1).max(500) }))
    .output(z.object({ text: z.string(), owing: z.array(Thing) })),
  remind: endpoint({
    ...read,
    method: "POST",
    access: "work:confirm",
    path: "/notices/reminders",
    summary: "Send a reminder to those of the units that still owe",
    description: "To a superior or a partner nothing is ever sent without this act of a person.",
    successStatus: 201,
  })
    .input(z.object({ things: z.array(Thing).min(1).max(500), text: reason }))
    .output(z.object({ reminded: z.number().int(), left: z.number().int() })),

  extensions: endpoint({ ...read, path: "/extensions", summary: "List requests for more time: one's own and those to decide" })
    .input(z.object({ state: z.enum(["asked", "any"]).default("asked") }))
    .output(z.object({ items: z.array(Extension) })),
  ask: endpoint({
    ...read,
    method: "POST",
    access: "work:answer",
    path: "/extensions",
    summary: "Ask for more time, with a reason",
    successStatus: 201,
  })
    .input(z.object({ thing: Thing, untilDay: Day, reason }))
    .output(Extension),
  decide: endpoint({
    ...read,
    method: "POST",
    access: "work:confirm",
    path: "/extensions/{id}/decision",
    summary: "Grant more time or refuse it, with a reason",
  })
    .input(
      z
        .object({
          id: z.uuid(),
          version: z.number().int(),
          grant: z.boolean(),
          untilDay: Day.nullable().default(null),
          answer: z.string().trim().max(2000),
        })
        .refine(({ grant, answer }) => grant || answer !== "", {
          path: ["answer"],
          message: "Hãy ghi lý do chưa đồng ý. / Say why it is refused.",
        }),
    )
    .output(Extension),
  withdrawRequest: endpoint({
    ...read,
    method: "POST",
    access: "work:answer",
    path: "/extensions/{id}/withdrawal",
    summary: "Withdraw one's unit's request for more time",
  })
    .input(z.object({ id: z.uuid(), version: z.number().int() }))
    .output(Extension),
};
