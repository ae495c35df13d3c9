import type { Example, Input, Matrix, MatrixWorld } from "../../../../test/support/matrix.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import type { ContestState, EntryState } from "./shapes.ts";
import { insertContest, updateContest } from "./store/contests.ts";
import { insertEntry, updateEntry } from "./store/entries.ts";
import { insertPaper } from "./store/results.ts";

const contestInput = (unitId: UnitId): Input => ({
  title: "Hội thi Dân vận khéo",
  kinds: ["team", "work"],
  prizes: ["Giải Nhất"],
  rounds: [
    {
      name: "Chung khảo",
      entriesFrom: "2026-01-01",
      entriesUntil: "2026-12-30",
      judgingFrom: "2026-01-01",
      judgingUntil: "2026-12-31",
      way: "stage",
    },
  ],
  units: [unitId],
});

const entryInput = (unitId: UnitId): Input => ({ unitId, kind: "work", title: "Tiểu phẩm", text: "Nội dung." });

async function contestAt({ app, maker }: MatrixWorld, body: UnitId, state: ContestState, way: "stage" | "appraisal" = "stage") {
  return transaction(app.db, async (tx) => {
    const id = await insertContest(
      tx,
      {
        facts: { title: "Hội thi", rules: "", kinds: ["team", "work"], prizes: ["Giải Nhất"], most_entries: null },
        bodyId: body,
        rounds: [
          {
            position: 1,
            name: "Chung khảo",
            entries_from: "2020-01-01",
            entries_until: "2020-12-31",
            judging_from: "2020-01-01",
            judging_until: "2020-12-31",
            way,
          },
        ],
        units: [body],
        createdBy: maker.id,
      },
      app.services.clock(),
    );
    await updateContest(tx, { id, round: 1 }, { state });
    return id;
  });
}

async function entryAt(world: MatrixWorld, unit: UnitId, state: EntryState, contestState: ContestState = "open") {
  const { app, maker } = world;
  const contest = await contestAt(world, unit, contestState);
  return transaction(app.db, async (tx) => {
    const facts = { kind: "team" as const, title: "Đội thi", text: "Chào hỏi.", team: "Y Mai", exemplar_id: null };
    const id = await insertEntry(
      tx,
      { contestId: contest, unitId: unit, quotaUnitId: unit, facts, typedBy: maker.id },
      app.services.clock(),
    );
    await updateEntry(tx, id, { state, sent_on: "2020-06-01" });
    return { contest, entry: id };
  });
}

async function paperAt(world: MatrixWorld, unit: UnitId): Promise<string> {
  const { app, maker } = world;
  const { contest, entry } = await entryAt(world, unit, "draft");
  const file = { file_hash: "0".repeat(64), file_name: "bai.pdf", file_type: "application/pdf", file_size: 1 };
  return transaction(app.db, (tx) =>
    insertPaper(tx, { ...file, contest_id: contest, entry_id: entry, round: null, attached_by: maker.id }, app.services.clock()),
  );
}

/** The same at the one commune and at the other, which does not exist for the caller. */
const both = (make: (world: MatrixWorld, unit: UnitId) => Promise<Input>): Example => ({
  inside: (world) => make(world, world.inside),
  outside: (world) => make(world, world.outside),
  beyond: "hidden",
});

const onEntry = (state: EntryState, more: Input = {}): Example =>
  both(async (world, unit) => ({ id: (await entryAt(world, unit, state)).entry, version: 2, ...more }));

const reason = { reason: "Gửi nhầm" };
const picture = () => new File([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])], "bai.png", { type: "image/png" });

export const matrix: Matrix = {
  list: { inside: () => ({}), why: "contests that concern one's own units" },
  get: both(async (world, unit) => ({ id: await contestAt(world, unit, "open") })),
  create: { inside: (world) => contestInput(world.inside), outside: (world) => contestInput(world.outside), beyond: { status: 400 } },
  edit: both(async (world, unit) => ({ ...contestInput(unit), id: await contestAt(world, unit, "open"), version: 2 })),
  move: both(async (world, unit) => ({ id: await contestAt(world, unit, "draft"), version: 2, act: "open" })),
  taking: both(async (world, unit) => ({ id: await contestAt(world, unit, "judging", "appraisal") })),
  appraise: {
    ...both(async (world, unit) => ({
      id: await contestAt(world, unit, "judging", "appraisal"),
      version: 2,
      appraisalRoundId: "019a0000-0000-7000-8000-000000000000",
    })),
    why: "there is no such appraisal round",
    answers: 400,
  },
  take: both(async (world, unit) => ({ id: await contestAt(world, unit, "judging", "appraisal"), version: 2 })),
  results: both(async (world, unit) => {
    const { contest, entry } = await entryAt(world, unit, "sent", "judging");
    return { id: contest, version: 2, lines: [{ entryId: entry, goesOn: false, prize: "Giải Nhất" }] };
  }),
  entries: both(async (world, unit) => ({ id: (await entryAt(world, unit, "sent")).contest })),
  entry: both(async (world, unit) => ({ id: (await entryAt(world, unit, "sent")).entry })),
  enter: both(async (world, unit) => ({ ...entryInput(unit), contestId: await contestAt(world, unit, "open") })),
  change: onEntry("draft", { kind: "team", title: "Đội thi", team: "Y Mai" }),
  send: onEntry("draft"),
  takeBack: onEntry("sent", reason),
  return: onEntry("sent", reason),
  eraseTeam: onEntry("sent", reason),
  attach: both(async (world, unit) => {
    const { contest, entry } = await entryAt(world, unit, "draft");
    return { contestId: contest, entryId: entry, file: picture() };
  }),
  takeOff: both(async (world, unit) => ({ id: await paperAt(world, unit) })),
};
