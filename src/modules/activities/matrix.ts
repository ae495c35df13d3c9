import { createCanvas } from "@napi-rs/canvas";
import type { Example, Input, Matrix, MatrixCaller, MatrixWorld } from "../../../test/support/matrix.ts";
import { unit } from "../../../test/support/units.ts";
import type { ActivityId, UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import type { ActivityInput } from "./contract.ts";
import { createTemplate, recordActivity } from "./index.ts";
import { noDuties } from "./service/duties.ts";
import { askDoubles } from "./store/doubles.ts";
import { insertEntry } from "./store/entries.ts";

type Wish = { state?: "planned" | "done"; files?: File[] };

/** Somebody who may record for both communes; the matrix's maker keeps the installation and records nothing. */
const recorder = (world: MatrixWorld) => ({
  ...world.maker.actor,
  permissions: new Set([...world.maker.actor.permissions, "activity:record" as const]),
});

const servicesOf = ({ app }: MatrixWorld) => ({ db: app.db, files: app.services.files, clock: app.services.clock, duties: noDuties });

const entry = (lead: UnitId): ActivityInput => ({
  kind: "training",
  name: "Tập huấn công tác Mặt trận",
  onDate: "2026-02-20",
  leadId: lead,
});

async function entryAt(world: MatrixWorld, lead: UnitId, { state = "done", files = [] }: Wish = {}) {
  return recordActivity(servicesOf(world), recorder(world), { ...entry(lead), state, files });
}

const note = () => new File(["Biên bản"], "bien-ban.txt", { type: "text/plain" });

/** A call on an entry of the one commune and of the other, which does not exist for the caller. */
function onEntry(wish: Wish, body: Input = {}, { version = true } = {}): Example {
  const on = (at: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const { id } = await entryAt(world, at(world), wish);
    return { id, ...(version ? { version: 1 } : {}), ...body };
  };
  return { inside: on(({ inside }) => inside), outside: on(({ outside }) => outside), beyond: "hidden" };
}

let bodies = 0;

/** Two entries of two bodies of the commune that look like one activity. */
async function questionIn(world: MatrixWorld, commune: UnitId): Promise<Input> {
  const { db, services } = world.app;
  const leads = [
    await unit(db, { name: `Hội Nông dân ${(bodies += 1)}`, kind: "farmers-union", parentId: commune }),
    await unit(db, { name: `Hội Cựu chiến binh ${bodies}`, kind: "veterans", parentId: commune }),
  ];
  return transaction(db, async (tx) => {
    let last: ActivityId | null = null;
    for (const lead of leads)
      last = await insertEntry(
        tx,
        {
          facts: {
            kind: "gift-giving",
            name: `Tặng quà Tết cho ${lead}`,
            onDate: "2026-02-10",
            untilDate: null,
            startTime: null,
            place: null,
            leadId: lead,
            partners: [],
            figures: { turns: null, gifts: { value: "53", said: null }, money: null, labour: null },
            summary: "",
            details: {},
            source: "self",
          },
          state: "done",
          serves: null,
          typedBy: world.maker.id,
          typedAt: lead,
          typedFor: null,
        },
        services.clock(),
      );
    if (last) await askDoubles(tx, last);
    const { id } = await tx.selectFrom("activity_double").select("id").where("later_id", "=", last).executeTakeFirstOrThrow();
    return { id, answer: "same" };
  });
}

const rule = (lead: UnitId): Input => ({
  kind: "branch-meeting",
  name: "Sinh hoạt định kỳ",
  rhythm: { every: "month", day: 5 },
  from: "2026-03-01",
  leadId: lead,
});

function onTemplate(body: (lead: UnitId) => Input): Example {
  const on = (at: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const { id } = await createTemplate(servicesOf(world), recorder(world), { ...rule(at(world)), partners: [] } as never);
    return { id, version: 1, ...body(at(world)) };
  };
  return { inside: on(({ inside }) => inside), outside: on(({ outside }) => outside), beyond: "hidden" };
}

async function feedOf(world: MatrixWorld, { person }: MatrixCaller): Promise<Input> {
  const { id } = await world.app.db
    .insertInto("calendar_feed")
    .values({
      token_hash: Buffer.from(`${Math.random()}`),
      person_id: (person ?? world.maker).id,
      unit_id: world.inside,
      label: "Lịch",
      created_at: world.app.services.clock(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id };
}

/** There is an entry in the other commune, and the caller asks for just that unit. */
const besideEntry = (input: (unit: UnitId) => Input) => async (world: MatrixWorld) => {
  await entryAt(world, world.outside);
  return input(world.outside);
};

const rowsOf = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);

/** How each endpoint is called in the permission matrix. */
export const matrix: Matrix = {
  kinds: { inside: () => ({}), why: "the kinds are the same for everybody" },
  list: {
    inside: () => ({}),
    outside: besideEntry((unitId) => ({ unitId })),
    beyond: { without: (body: { items: { id: string }[] }) => rowsOf(body).length === 0 },
  },
  calendar: {
    inside: () => ({ from: "2026-02-01", to: "2026-03-31" }),
    outside: besideEntry((unitId) => ({ from: "2026-02-01", to: "2026-03-31", unitId })),
    beyond: { without: (body: { items: { id: string }[] }) => rowsOf(body).length === 0 },
  },
  duties: {
    inside: (world) => ({ leadId: world.inside }),
    outside: (world) => ({ leadId: world.outside }),
    beyond: "forbidden",
  },
  binder: {
    inside: () => ({}),
    outside: besideEntry((unitId) => ({ unitId })),
    beyond: { without: (body: { activities: number }) => body.activities === 0 },
  },
  get: onEntry({}, {}, { version: false }),
  record: {
    inside: (world) => ({ ...entry(world.inside), "photos[0]": picture() }),
    outside: (world) => entry(world.outside),
    beyond: "forbidden",
  },
  edit: onEntry({}, { turns: "hơn 120" }),
  carryOut: onEntry({ state: "planned" }, { turns: "45" }),
  cancel: onEntry({}, { reason: "Ghi nhầm" }),
  addFiles: onEntry({}, { "files[0]": note() }, { version: false }),
  removeFile: {
    inside: async (world) => {
      const { id, attached } = await entryAt(world, world.inside, { files: [note()] });
      return { id, file: attached[0]?.id };
    },
    outside: async (world) => {
      const { id, attached } = await entryAt(world, world.outside, { files: [note()] });
      return { id, file: attached[0]?.id };
    },
    beyond: "hidden",
  },
  "doubles.list": { inside: () => ({}), why: "questions of one's own units" },
  "doubles.answer": {
    inside: (world) => questionIn(world, world.inside),
    outside: (world) => questionIn(world, world.outside),
    beyond: "hidden",
  },
  "templates.list": { inside: () => ({}), why: "recurring activities of one's own units" },
  "templates.create": { inside: (world) => rule(world.inside), outside: (world) => rule(world.outside), beyond: "forbidden" },
  "templates.edit": onTemplate((lead) => ({ ...rule(lead), name: "Sinh hoạt chi hội" })),
  "templates.end": onTemplate(() => ({})),
  "feeds.list": { inside: () => ({}), why: "one's own addresses" },
  "feeds.create": { inside: () => ({}), why: "the calendar of one's own post" },
  "feeds.revoke": {
    inside: feedOf,
    outside: (world) => feedOf(world, { ...world.maker, person: null } as MatrixCaller),
    beyond: "hidden",
  },
};

/** A small photograph. */
function picture(): File {
  const canvas = createCanvas(40, 30);
  canvas.getContext("2d").fillRect(0, 0, 20, 30);
  return new File([new Uint8Array(canvas.toBuffer("image/png"))], "anh.png", { type: "image/png" });
}
