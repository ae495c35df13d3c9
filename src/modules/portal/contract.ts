import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { votesContract } from "./votes/contract.ts";
import { Choice, Day, id, Outlet, PublicationKind, StoryState, version, words } from "./shapes.ts";

export type * from "./shapes.ts";

const Instant = z.iso.datetime({ offset: true });
const page = z.coerce.number().int().min(1).max(10_000).default(1);
const thingId = z.string().min(1).max(60);
const Said = z.object({ vi: z.string(), en: z.string() });

/** One item that is public, or was. */
export const Publication = z.object({
  id,
  version: z.number().int(),
  kind: PublicationKind,
  thingId,
  title: z.string(),
  unitName: z.string(),
  /** Address in public, without the host. */
  path: z.string(),
  /** `hidden`: opened, but something inside keeps it off the public page at this moment (withdrawn, marked internal). */
  state: z.enum(["open", "hidden", "closed"]),
  openedBy: z.string(),
  openedAt: Instant,
  changedAt: Instant,
  reason: z.string(),
  closedBy: z.string().nullable(),
  closedAt: Instant.nullable(),
  closedReason: z.string().nullable(),
});
export type Publication = z.infer<typeof Publication>;

/** Something that could be public: accepted, in force, signed or ready. */
export const Candidate = z.object({
  kind: PublicationKind,
  thingId,
  title: z.string(),
  unitName: z.string(),
  note: Said,
  since: Day.nullable(),
});
export type Candidate = z.infer<typeof Candidate>;

/** One part that an editor may leave out or pick. */
export const Part = z.object({
  id: z.string(),
  group: z.enum(["content", "goal", "item", "picture"]),
  label: z.string(),
  text: z.string(),
  thumb: z.string().nullable(),
});
export type Part = z.infer<typeof Part>;

export const Preview = z.object({
  kind: PublicationKind,
  thingId,
  title: z.string(),
  unitName: z.string(),
  parts: z.array(Part),
  choice: Choice,
  /** Why it cannot be opened as it stands. */
  blocked: Said.nullable(),
  /** What the editor should look at: figures that are withheld, pictures that cannot be shown. */
  notes: z.array(Said),
  /** A person is named: the consent has to be recorded. */
  needsConsent: z.boolean(),
  /** Where the public page is shown as it would be; the choice goes into `choice` of its query. */
  page: z.string(),
  publication: Publication.nullable(),
  /** It is public, and the thing has changed since. */
  changed: z.boolean(),
});
export type Preview = z.infer<typeof Preview>;

export const StoryInput = z.object({
  exemplarId: id,
  month: Day,
  title: words(200, 1),
  lead: words(600).default(""),
  body: words(12_000).default(""),
  pictures: z.array(id).max(8).default([]),
  outlets: z.array(Outlet).default([]),
});
export type StoryInput = z.infer<typeof StoryInput>;

export const Story = z.object({
  id,
  version: z.number().int(),
  state: StoryState,
  month: Day,
  title: z.string(),
  lead: z.string(),
  body: z.string(),
  pictures: z.array(id),
  outlets: z.array(Outlet),
  exemplar: z.object({ id, name: z.string() }),
  unitName: z.string(),
  writtenBy: z.string(),
  /** Pictures of the exemplar that may be public, with the address of a small version inside. */
  choices: z.array(z.object({ id, caption: z.string(), thumb: z.string() })),
  published: z.boolean(),
});
export type Story = z.infer<typeof Story>;

const Slot = Story.pick({
  id: true,
  version: true,
  state: true,
  month: true,
  title: true,
  outlets: true,
  exemplar: true,
  writtenBy: true,
  published: true,
});
export type Slot = z.infer<typeof Slot>;

const open = { access: "publication:open", tag: "portal" } as const;
const read = { ...open, method: "GET" } as const;
const write = { ...open, method: "POST" } as const;
const thing = { kind: PublicationKind, thingId };
const reason = words(1000, 1);

/** The editor's side of the portal. What the public reads are pages (downloads.ts), not endpoints. */
export const portalContract = {
  list: endpoint({ ...read, path: "/publications", summary: "List what the units of one's line have made public" })
    .input(
      z.object({ state: z.enum(["open", "closed"]).default("open"), kind: PublicationKind.optional(), text: words(200).default(""), page }),
    )
    .output(z.object({ items: z.array(Publication), total: z.number().int(), pageSize: z.number().int() })),
  candidates: endpoint({ ...read, path: "/publications/candidates", summary: "List what could be made public and is not" })
    .input(z.object({ kind: PublicationKind, text: words(200).default(""), page }))
    .output(z.object({ items: z.array(Candidate), total: z.number().int(), pageSize: z.number().int() })),
  preview: endpoint({ ...write, path: "/publications/preview", summary: "See what would be public of a thing, part by part" })
    .input(z.object({ ...thing, choice: Choice.optional() }))
    .output(Preview),
  open: endpoint({ ...write, path: "/publications", summary: "Make a thing public, or state it anew", successStatus: 201 })
    .input(z.object({ ...thing, choice: Choice, reason, version: version.optional() }))
    .output(Publication),
  close: endpoint({ ...write, path: "/publications/{id}/close", summary: "Take a thing back from the public" })
    .input(z.object({ id, version, reason }))
    .output(Publication),

  votes: votesContract,

  calendar: endpoint({ ...read, path: "/stories/calendar", summary: "Read which month has which story" })
    .input(z.object({ year: z.coerce.number().int().min(2000).max(2100) }))
    .output(z.object({ months: z.array(z.object({ month: Day, stories: z.array(Slot), empty: z.boolean() })) })),
  story: endpoint({ ...read, path: "/stories/{id}", summary: "Read a story" })
    .input(z.object({ id }))
    .output(Story),
  write: endpoint({ ...write, path: "/stories", summary: "Begin a story about an exemplar", successStatus: 201 })
    .input(StoryInput.partial({ title: true }))
    .output(Story),
  rewrite: endpoint({ ...write, method: "PATCH", path: "/stories/{id}", summary: "Change a story" })
    .input(StoryInput.omit({ exemplarId: true }).partial().extend({ id, version, state: StoryState.optional() }))
    .output(Story),
};
