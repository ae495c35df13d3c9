import type { Example, Input, Matrix, MatrixWorld } from "../../../../test/support/matrix.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { transaction, type Transaction } from "../../../platform/database/index.ts";
import { defaultRule } from "./kinds.ts";
import { insertEvent, moveExemplar } from "./store/events.ts";
import { addEntry, findingsOf, insertFindings } from "./store/findings.ts";
import { proposeGrades } from "./store/grades.ts";

type Make = (world: MatrixWorld, lead: UnitId) => Promise<ExemplarId>;
type More = (tx: Transaction, id: ExemplarId, world: MatrixWorld, lead: UnitId) => Promise<Input>;

const day = "2026-02-01";
const year = 2025;
const scale = defaultRule.grades.map((grade) => ({ ...grade }));

/** How each endpoint of the life is called in the permission matrix. `make`: an accepted exemplar, with version 2. */
export function lifeMatrix(make: Make): Matrix {
  const on = (at: (world: MatrixWorld) => UnitId, more: More) => async (world: MatrixWorld) => {
    const id = await make(world, at(world));
    return { id, ...(await transaction(world.app.db, (tx) => more(tx, id, world, at(world)))) };
  };
  // What was accepted everybody sees, so beyond reach the act is refused instead of hidden.
  const example = (more: More): Example => ({
    inside: on(({ inside }) => inside, more),
    outside: on(({ outside }) => outside, more),
    beyond: "forbidden",
  });
  const simple = (input: Input) => example(() => Promise.resolve(input));

  const event = (tx: Transaction, id: ExemplarId, { app, maker }: MatrixWorld, unitId: UnitId) =>
    insertEvent(tx, id, { kind: "visit", onDate: day, unitId, text: "Đến thăm.", typedBy: maker.id }, app.services.clock());
  const finding =
    (state: "open" | "answered" | "settled"): More =>
    async (tx, id, world, lead) => {
      await insertFindings(tx, id, await event(tx, id, world, lead), [{ text: "Chưa có sổ.", recommendation: "", mendDays: 30 }], day);
      const [made] = await findingsOf(tx, id);
      const findingId = made?.id ?? "";
      if (state !== "open")
        await addEntry(
          tx,
          findingId,
          state,
          { kind: state === "settled" ? "settled" : "answer", onDate: day, text: "Đã lập.", unitId: lead, by: world.maker.id },
          world.app.services.clock(),
        );
      return { findingId, text: "Đã lập sổ." };
    };
  const goal = async (tx: Transaction, id: ExemplarId): Promise<string> =>
    (
      await tx
        .insertInto("exemplar_goal")
        .values({ exemplar_id: id, position: 1, name: "Hộ hiến đất", unit: "hộ", baseline: "0", goal: "10" })
        .returning("id")
        .executeTakeFirstOrThrow()
    ).id;
  const list = (what: "grade" | "decide") => ({
    inside: async (world: MatrixWorld) => graded(world, world.inside, what),
    outside: async (world: MatrixWorld) => graded(world, world.outside, what),
    beyond: "forbidden" as const,
  });
  const graded = async (world: MatrixWorld, lead: UnitId, what: "grade" | "decide"): Promise<Input> => {
    const id = await make(world, lead);
    const [good] = scale;
    if (what === "decide" && good)
      await transaction(world.app.db, (tx) =>
        proposeGrades(
          tx,
          year,
          [{ id, version: 0, grade: good, reason: "" }],
          { unitId: lead, by: world.maker.id },
          world.app.services.clock(),
        ),
      );
    return { year, items: [{ id, version: what === "decide" ? 1 : 0, grade: "good" }] };
  };

  return {
    "life.get": {
      inside: on(
        ({ inside }) => inside,
        () => Promise.resolve({}),
      ),
      why: "accepted exemplars are seen by everybody who signs in; what is inside is left out",
    },
    "life.addEvent": simple({ kind: "survey", onDate: day, text: "Hỏi 120 hộ." }),
    "life.strikeEvent": example(async (tx, id, world, lead) => ({ eventId: await event(tx, id, world, lead), reason: "Nhầm mô hình" })),
    "life.pass": simple({
      version: 2,
      reasons: { "goal-with-baseline": "Chưa đếm được.", survey: "Đã hỏi từ trước." },
    }),
    "life.back": example(async (tx, id, { app }) => {
      await moveExemplar(tx, id, { step: 2 }, app.services.clock());
      return { version: 3, reason: "Khảo sát lại" };
    }),
    "life.pause": simple({ version: 2, reason: "Mùa lũ" }),
    "life.goOn": example(async (tx, id, { app }) => {
      await moveExemplar(tx, id, { paused: true }, app.services.clock());
      return { version: 3 };
    }),
    "life.sustain": simple({ version: 2, year, text: "Tổ tự quản vẫn giữ." }),
    "life.addReading": example(async (tx, id) => ({ goalId: await goal(tx, id), onDate: day, value: "hơn 6" })),
    "life.correctReading": example(async (tx, id, { app, maker }) => {
      const reading = await tx
        .insertInto("exemplar_reading")
        .values({ goal_id: await goal(tx, id), on_date: day, value: "6", typed_by: maker.id, typed_at: app.services.clock() })
        .returning("id")
        .executeTakeFirstOrThrow();
      return { readingId: reading.id, value: "7", reason: "Đếm sót một hộ" };
    }),
    "life.answerFinding": example(finding("open")),
    "life.settleFinding": example(finding("answered")),
    "life.reopenFinding": example(finding("settled")),
    "life.grades": {
      inside: (world) => ({ unitId: world.inside, year }),
      outside: (world) => ({ unitId: world.outside, year }),
      beyond: "forbidden",
    },
    "life.proposeGrades": list("grade"),
    "life.decideGrades": list("decide"),
    "life.rule": {
      inside: (world) => ({ unitId: world.inside }),
      outside: (world) => ({ unitId: world.outside }),
      beyond: "forbidden",
    },
    "life.setRule": {
      // Each role that may decides anew, so the version is the one that stands.
      inside: async (world) => ({ unitId: world.inside, version: await ruleVersion(world), quietDays: 120, grades: scale }),
      outside: (world) => ({ unitId: world.outside, version: 0, quietDays: 120, grades: scale }),
      beyond: "forbidden",
    },
  };
}

async function ruleVersion({ app, inside }: MatrixWorld): Promise<number> {
  const rule = await app.db.selectFrom("exemplar_life_rule").select("version").where("body_id", "=", inside).executeTakeFirst();
  return rule?.version ?? 0;
}
