import { randomUUID } from "node:crypto";
import type { Example, Input, Matrix, MatrixWorld } from "../../../../test/support/matrix.ts";
import { unit } from "../../../../test/support/units.ts";
import type { Role } from "../../../kernel/permissions.ts";
import type { PersonId, SubmissionId, UnitId } from "../../../kernel/ids.ts";
import { transaction } from "../../../platform/database/index.ts";
import { beginSteps, waitingAt } from "../domain/approval.ts";
import { insertSubmission, updateSubmission } from "../store/submissions.ts";
import { insertParts } from "../store/submissions-parts.ts";
import { insertSending } from "../store/submissions-sendings.ts";
import { roundOf } from "./rounds.ts";

type Wish = { state?: "draft" | "submitted" | "approved"; correction?: boolean; otherPart?: boolean };
type Made = { id: SubmissionId; version: number; roundId: string; asked: UnitId; partOf: UnitId };

/** What a village of the commune sends in a round of the commune, put into the state that the act needs. */
async function submissionIn(
  world: MatrixWorld,
  commune: UnitId,
  { state = "draft", correction = false, otherPart = false }: Wish,
): Promise<Made> {
  const { app, maker } = world;
  const now = app.services.clock();
  const { id: roundId, asked } = await roundOf(world, commune);
  const partOf = otherPart ? await unit(app.db, { kind: "school", name: `Trường ${randomUUID()}`, parentId: asked }) : asked;
  const begin = (tx: Parameters<typeof insertSubmission>[0], rev: number, prev: SubmissionId | null, by: PersonId) =>
    insertSubmission(tx, { roundId, unitId: asked, rev, prev: prev && { id: prev, reason: "Sai", firstSentAt: now }, openedBy: by }, now);
  return transaction(app.db, async (tx) => {
    const first = await begin(tx, 1, null, maker.id);
    if (!first) throw new Error("nothing was opened");
    await insertParts(tx, first, [{ sectionId: "a", unitId: partOf }]);
    const sent = state !== "draft" || correction;
    if (sent) {
      const steps = beginSteps([{ step: "receiver" }], { sender: asked, owner: commune, colleagues: "others", documentAttached: false });
      const done = state === "approved" || correction;
      await insertSending(tx, {
        submissionId: first,
        n: 1,
        key: randomUUID(),
        payloadHash: "0".repeat(64),
        contentHash: "0".repeat(64),
        sentBy: maker.id,
        sentAt: now,
        late: false,
        content: { parts: [{ sectionId: "a", unitId: partOf, narrative: "Đã làm.", cells: {} }], merged: {}, oddities: [] },
      });
      await updateSubmission(
        tx,
        first,
        {
          state: done ? "approved" : "submitted",
          submitted: { by: maker.id, at: now },
          firstSentAt: now,
          steps: done ? [] : steps,
          waiting: done ? null : waitingAt(steps),
          ...(done ? { approvedAt: now } : {}),
        },
        now,
      );
    }
    if (!correction) return { id: first, version: sent ? 2 : 1, roundId, asked, partOf };
    const next = await begin(tx, 2, first, maker.id);
    if (!next) throw new Error("no correction was begun");
    await insertParts(tx, next, [{ sectionId: "a", unitId: partOf }]);
    return { id: next, version: 1, roundId, asked, partOf };
  });
}

/** The same act on a report in the caller's commune, and on one in the commune beside it, which does not exist for the caller. */
function on(wish: Wish, input: (made: Made) => Input, more: Partial<Example> = {}): Example {
  const at = (commune: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) =>
    input(await submissionIn(world, commune(world), wish));
  return { inside: at(({ inside }) => inside), outside: at(({ outside }) => outside), beyond: "hidden", ...more };
}

const which = ({ id, version }: Made): Input => ({ id, version });
const part = ({ id, partOf }: Made): Input => ({ id, sectionId: "a", unitId: partOf });
const attachers: readonly Role[] = ["reporter", "approver", "coordinator", "clerk"];

const opening = (commune: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => {
  const { id, asked } = await roundOf(world, commune(world));
  return { roundId: id, unitId: asked };
};
const oddestIn = (commune: (world: MatrixWorld) => UnitId) => async (world: MatrixWorld) => ({
  roundId: (await roundOf(world, commune(world))).id,
});

export const matrix: Matrix = {
  open: { inside: opening(({ inside }) => inside), outside: opening(({ outside }) => outside), beyond: "hidden" },
  get: on({}, ({ id }) => ({ id })),
  savePart: on({}, (made) => ({ ...part(made), version: 1, narrative: "Đã làm." })),
  doneWithPart: on({ otherPart: true }, (made) => ({ ...part(made), version: 1, done: true })),
  submit: on({}, ({ id, partOf }) => ({ id, key: randomUUID(), seen: [{ sectionId: "a", unitId: partOf, version: 1 }] })),
  takeBack: on({ state: "submitted" }, which),
  correct: on({ state: "approved" }, (made) => ({ ...which(made), reason: "Sai số" })),
  discard: on({ correction: true }, which),
  attachDocument: on(
    {},
    (made) => ({ ...which(made), number: "15/BC-MTTQ-BTT", date: "2026-03-01", file: new File([new Uint8Array([1])], "bao-cao.png") }),
    { roles: attachers },
  ),
  approve: on({ state: "submitted" }, which),
  approveMany: {
    ...on({ state: "submitted" }, ({ id, version }) => ({ items: [{ id, version }] })),
    beyond: { without: (body: { approved: number }) => body.approved === 0 },
  },
  return: on({ state: "submitted" }, (made) => ({ ...which(made), reason: "Chưa khớp" })),
  records: {
    ...on({}, (made) => ({ ...part(made), key: "1" })),
    why: "the form of the matrix asks no figures",
    answers: 404,
  },
  proposals: on({}, part),
  sending: on({ state: "submitted" }, ({ id }) => ({ id, n: 1 })),
  waiting: { inside: () => ({}), why: "what waits at one's own units" },
  partsOwed: { inside: () => ({}), why: "what one's own units fill" },
  oddest: { inside: oddestIn(({ inside }) => inside), outside: oddestIn(({ outside }) => outside), beyond: "hidden" },
};
