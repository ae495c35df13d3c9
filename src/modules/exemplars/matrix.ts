import { randomUUID } from "node:crypto";
import type { Example, Input, Matrix, MatrixWorld } from "../../../test/support/matrix.ts";
import type { ExemplarId, UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import type { ExemplarState, RoundState } from "./contract.ts";
import { recognitionMatrix } from "./recognition/matrix.ts";
import { boardsMatrix } from "./figures/matrix.ts";
import { factsFrom } from "./domain/facts.ts";
import { picturesMatrix } from "./pictures/matrix.ts";
import { learningMatrix } from "./learning/matrix.ts";
import { lifeMatrix } from "./life/matrix.ts";
import { likenessMatrix } from "./likeness/matrix.ts";
import { registrationMatrix } from "./registration/matrix.ts";
import { insertExemplar, updateExemplar } from "./store/exemplars.ts";
import { insertRound, updateRound } from "./store/rounds.ts";

const whole = { field: "economy", contents: { situation: "Đường hẹp.", goals: "Hiến 300 m2 đất.", area: "Cả thôn." } } as const;
const model = (leadId: UnitId): Input => ({ kind: "model", name: "Hiến đất làm đường", leadId, ...whole });

/** A guidance that everybody here may read. */
async function guidanceIn({ app, province, maker }: MatrixWorld): Promise<string> {
  const hash = randomUUID().replaceAll("-", "").repeat(2);
  const { id } = await app.db
    .insertInto("document")
    .values({
      unit_id: province,
      state: "reviewed",
      file_hash: hash,
      file_name: "huong-dan.txt",
      file_size: 1,
      file_type: "text/plain",
      internal: false,
      audience: "installation",
      uploaded_by: maker.id,
      uploaded_at: app.services.clock(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

type Wish = { state: ExemplarState; typedAt?: UnitId };

/** An exemplar of the unit in the state that the act needs; what is reviewed has a round of the unit itself. */
async function exemplarAt(world: MatrixWorld, lead: UnitId, { state }: Wish): Promise<ExemplarId> {
  const { db, services } = world.app;
  const now = services.clock();
  const facts = factsFrom(
    null,
    { kind: "model", name: "Hiến đất làm đường", ...whole, contents: { ...whole.contents } },
    { lead, localFields: [] },
  );
  const round = (await roundAt(world, lead, "open")).id;
  return transaction(db, async (tx) => {
    const id = await insertExemplar(
      tx,
      { facts, roundId: round as never, typedBy: world.maker.id, typedAt: lead, typedFor: null, movedOn: "2026-03-01" },
      now,
    );
    const days =
      state === "draft"
        ? {}
        : { registeredOn: "2026-03-01", ...(state === "accepted" || state === "stopped" ? { acceptedOn: "2026-03-01" } : {}) };
    await updateExemplar(tx, id, { state, ...days }, { now, movedOn: "2026-03-01" });
    return id;
  });
}

async function roundAt(world: MatrixWorld, body: UnitId, state: RoundState): Promise<{ id: string; input: Input }> {
  const { db, services } = world.app;
  const guidance = await guidanceIn(world);
  return transaction(db, async (tx) => {
    const id = await insertRound(
      tx,
      {
        facts: {
          title: "Đăng ký năm 2026",
          period_from: "2026-01-01",
          period_until: "2026-12-31",
          opens_on: "2026-01-01",
          closes_on: "2026-12-31",
          kinds: ["model"],
          asked: ["field"],
          local_fields: [],
          totals: [],
          sum_note: null,
          guidance_document_id: guidance,
          plan_id: null,
          plan_item_id: null,
          clause: null,
          quote: null,
          plan_label: null,
          note: "",
        },
        bodyId: body,
        units: [{ unitId: body, leastNew: null, leastRecognised: {}, allotted: [] }],
        createdBy: world.maker.id,
      },
      services.clock(),
    );
    await updateRound(tx, id, { state });
    return { id, input: roundInput(body, guidance) };
  });
}

const roundInput = (unitId: UnitId, guidanceDocumentId: string | null): Input => ({
  title: "Đăng ký năm 2026",
  periodFrom: "2026-01-01",
  periodUntil: "2026-12-31",
  opensOn: "2026-01-01",
  closesOn: "2026-12-31",
  kinds: ["model"],
  guidanceDocumentId,
  units: [{ unitId }],
});

/** A call on an exemplar of the one commune and of the other, which does not exist for the caller. */
function onExemplar(state: ExemplarState, body: Input = {}, { version = true } = {}): Example {
  const on = (at: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => ({
    id: await exemplarAt(world, at(world), { state }),
    ...(version ? { version: 2 } : {}),
    ...body,
  });
  return { inside: on(({ inside }) => inside), outside: on(({ outside }) => outside), beyond: "hidden" };
}

function onRound(state: RoundState, body: (input: Input) => Input = () => ({}), { version = true } = {}): Example {
  const on = (at: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
    const { id, input } = await roundAt(world, at(world), state);
    return { id, ...(version ? { version: 2 } : {}), ...body(input) };
  };
  return { inside: on(({ inside }) => inside), outside: on(({ outside }) => outside), beyond: "hidden" };
}

const idsOf = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id);

/** How each endpoint is called in the permission matrix. */
export const matrix: Matrix = {
  ...registrationMatrix((world, lead) => exemplarAt(world, lead, { state: "registered" })),
  words: { inside: () => ({}), why: "the words of the form are the same for everybody" },
  list: {
    inside: () => ({}),
    outside: async (world) => {
      await exemplarAt(world, world.outside, { state: "registered" });
      return { unitId: world.outside, state: "registered" };
    },
    beyond: { without: (body: { items: { id: string }[] }) => idsOf(body).length === 0 },
  },
  get: onExemplar("registered", {}, { version: false }),
  create: { inside: (world) => model(world.inside), outside: (world) => model(world.outside), beyond: "forbidden" },
  edit: onExemplar("registered", { name: "Hiến đất mở đường" }),
  register: onExemplar("draft"),
  withdraw: onExemplar("registered", { reason: "Nhập nhầm" }),
  // What was accepted everybody sees, so beyond reach the act is refused instead of hidden.
  stop: { ...onExemplar("accepted", { reason: "Đã xong" }), beyond: "forbidden" },
  resume: { ...onExemplar("stopped"), beyond: "forbidden" },
  accept: onExemplar("registered"),
  return: onExemplar("registered", { reason: "Thiếu mục tiêu" }),
  ...lifeMatrix((world, lead) => exemplarAt(world, lead, { state: "accepted" })),
  ...picturesMatrix((world, lead) => exemplarAt(world, lead, { state: "registered" })),
  ...recognitionMatrix((world, lead) => exemplarAt(world, lead, { state: "accepted" })),
  ...likenessMatrix(
    (world, lead) => exemplarAt(world, lead, { state: "registered" }),
    (world, lead) => exemplarAt(world, lead, { state: "accepted" }),
  ),
  ...learningMatrix(
    (world, lead) => exemplarAt(world, lead, { state: "registered" }),
    (world, lead) => exemplarAt(world, lead, { state: "accepted" }),
  ),
  "rounds.list": { inside: () => ({}), why: "rounds that concern one's own units" },
  "rounds.get": onRound("open", () => ({}), { version: false }),
  "rounds.create": {
    inside: (world) => roundInput(world.inside, null),
    outside: (world) => roundInput(world.outside, null),
    beyond: { status: 400 },
  },
  "rounds.edit": onRound("open", (input) => input),
  "rounds.open": onRound("draft"),
  "rounds.close": onRound("open"),
  "rounds.cancel": onRound("open", () => ({ reason: "Gộp vào đợt sau" })),
  ...boardsMatrix,
};
