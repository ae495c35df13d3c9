import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { deskUnits, type DeskSource } from "../../work/index.ts";
import type { CellKey, Submission, SubmissionRow as ShownRow } from "../contract/submissions.ts";
import { afterApproving, nextState, waitingAt } from "../domain/approval.ts";
import { mayJudge, whyNotApprove } from "../domain/submissions-policy.ts";
import { say } from "../messages/submissions.ts";
import { findRounds } from "../store/rounds.ts";
import { findSubmission, lockSubmission, updateSubmission } from "../store/submissions.ts";
import { insertEntry, waitingAtUnits, waitingHeads } from "../store/submissions-sendings.ts";
import { unitsOfRounds } from "../store/rounds-units.ts";
import { approveWhole, takeOut } from "./approval-effects.ts";
import { headsOf } from "./rounds-heads.ts";
import { roundAsks } from "./rounds-reading.ts";
import { hold, lookAt, type Opened } from "./submissions-access.ts";
import { isLate, current, namesFor, shown } from "./submissions-view.ts";
import type { SubmissionSources } from "./submissions-sources.ts";

export type Which = { id: string; version: number };

/** Held at the step that waits, for a person who may decide there and did not make it. */
async function holdToJudge(
  tx: Transaction,
  actor: Actor,
  { id, version }: Which,
  act: "approve" | "return",
  sources: SubmissionSources,
): Promise<Opened> {
  const opened = await hold(tx, actor, id);
  const { row, sides, judged } = opened;
  const reached = sides.sender || sides.owner;
  authorise(may(actor, "submission:approve") && reached, "submission:approve");
  if (row.version !== version) throw problem("conflict", say("changed"), { current: await shown(tx, actor, opened, sources) });
  if (nextState(row.state, act) === null || !judged.newest) throw problem("wrong_state", say("notNow"), { state: row.state });
  authorise(mayJudge(actor, sides, judged), "submission:approve");
  const why = whyNotApprove(actor, judged);
  if (why !== null) throw problem("forbidden", say(why), { permission: "submission:approve" });
  return opened;
}

/** One step. With the last one the figures are approved, and a corrected revision is replaced. */
async function approveStep(tx: Transaction, actor: Actor, { row }: Opened, text: string, now: Date): Promise<void> {
  const step = waitingAt(row.steps);
  if (step === null) throw problem("wrong_state", say("notNow"), { state: row.state });
  const steps = afterApproving(row.steps, actor.personId, now);
  const next = waitingAt(steps);
  if (next) await updateSubmission(tx, row.id, { steps, waiting: next }, now);
  else await approveWhole(tx, { ...row, steps }, null, null, now);
  await insertEntry(tx, row.id, {
    act: "approve",
    step: step.step,
    unitId: step.unitId,
    personId: actor.personId,
    at: now,
    text: text || null,
  });
  await recordAct(tx, actor, {
    act: "submission:approve",
    thing: { kind: "submission", id: row.id },
    unitId: row.unitId,
    before: { submissionState: row.state },
    after: { submissionState: next ? row.state : "approved", step: step.step, rev: row.rev },
  });
}

export function approveSubmission(
  db: Database,
  actor: Actor,
  { text, ...which }: Which & { text: string },
  now: Date,
  sources: SubmissionSources,
): Promise<Submission> {
  return transaction(db, async (tx) => {
    const opened = await holdToJudge(tx, actor, which, "approve", sources);
    await approveStep(tx, actor, opened, text, now);
    return current(tx, actor, (await findSubmission(tx, opened.row.id)) ?? opened.row, sources);
  });
}

/** A round of a hundred communes: one click. Whoever wants a look of its own stays. */
export function approveMany(db: Database, actor: Actor, items: readonly Which[], now: Date): Promise<{ approved: number; left: number }> {
  return transaction(db, async (tx) => {
    const versions = new Map(items.map(({ id, version }) => [id, version]));
    let approved = 0;
    // In one order, whoever approves: two people with the same list wait for each other and do not lock each other out.
    for (const [id, version] of [...versions].toSorted(([a], [b]) => a.localeCompare(b))) {
      const row = await lockSubmission(tx, id);
      const opened = row ? await lookAt(tx, actor, row) : null;
      if (!opened) continue;
      const { sides, judged } = opened;
      const fit = opened.row.version === version && opened.row.state === "submitted" && judged.newest;
      if (!fit || !mayJudge(actor, sides, judged) || whyNotApprove(actor, judged) !== null) continue;
      await approveStep(tx, actor, opened, "", now);
      approved += 1;
    }
    return { approved, left: versions.size - approved };
  });
}

/** Back to the sender with the reason, for the whole and for single cells. It leaves the totals until it is sent again. */
export function returnSubmission(
  db: Database,
  actor: Actor,
  { reason, cells, ...which }: Which & { reason: string; cells: readonly { key: CellKey; reason: string }[] },
  now: Date,
  sources: SubmissionSources,
): Promise<Submission> {
  return transaction(db, async (tx) => {
    const opened = await holdToJudge(tx, actor, which, "return", sources);
    const { row } = opened;
    const step = waitingAt(row.steps);
    await updateSubmission(tx, row.id, { state: "returned", steps: [], waiting: null }, now);
    await takeOut(tx, row);
    await insertEntry(tx, row.id, {
      act: "return",
      step: step?.step ?? null,
      unitId: step?.unitId ?? actor.unitId,
      personId: actor.personId,
      at: now,
      text: reason,
      cells: [...cells],
    });
    await recordAct(tx, actor, {
      act: "submission:return",
      thing: { kind: "submission", id: row.id },
      unitId: row.unitId,
      before: { submissionState: row.state },
      after: { submissionState: "returned", step: step?.step ?? null, cells: cells.length },
    });
    return current(tx, actor, (await findSubmission(tx, row.id)) ?? row, sources);
  });
}

const pageSize = 50;

/** What waits for this person's units, the oldest first, each with how much it raises to ask about. */
export async function waitingSubmissions(
  db: Database,
  actor: Actor,
  { roundId, page }: { roundId?: string | undefined; page: number },
): Promise<{ items: ShownRow[]; total: number; pageSize: number }> {
  const units = await deskUnits(db, actor);
  const { rows, total } = await waitingAtUnits(db, { units, roundId: roundId ?? null, offset: (page - 1) * pageSize, limit: pageSize });
  const rounds = await findRounds(db, [...new Set(rows.map((row) => row.roundId))]);
  const [heads, duties, asks] = await Promise.all([
    headsOf(db, rounds),
    unitsOfRounds(
      db,
      rounds.map(({ id }) => id),
    ),
    Promise.all(rounds.map(({ id }) => roundAsks(db, id))),
  ]);
  const names = await namesFor(
    db,
    rows.map(({ unitId }) => unitId),
    rows.map(({ submittedBy }) => submittedBy),
  );
  const items = rows.flatMap((row): ShownRow[] => {
    const head = heads.find(({ id }) => id === row.roundId);
    const ask = asks.find(({ id }) => id === row.roundId);
    const due = duties.find(({ roundId: id, unitId }) => id === row.roundId && unitId === row.unitId);
    if (!head || !ask || !due) return [];
    return [
      {
        id: row.id,
        version: row.version,
        rev: row.rev,
        state: row.state,
        roundId: row.roundId,
        title: head.title,
        period: head.period,
        unit: names.unit(row.unitId),
        step: row.waitingStep,
        sentAt: row.submittedAt?.toISOString() ?? null,
        sentBy: names.person(row.submittedBy),
        late: isLate({ row, asks: ask, due }),
        document: row.document !== null,
        questions: row.questions,
        oddest: row.oddest?.question ?? null,
        ownWork: whyNotApprove(actor, row) !== null,
      },
    ];
  });
  return { items, total, pageSize };
}

/** On the desk: what waits before it leaves, one by one; what was received, one card per round. */
export const submissionsOnDesk: DeskSource = async (db, actor) => {
  if (!may(actor, "submission:approve")) return [];
  const units = await deskUnits(db, actor);
  const mine = (await waitingHeads(db, units, 1000)).filter((row) => whyNotApprove(actor, row) === null);
  const heads = new Map(
    (await headsOf(db, await findRounds(db, [...new Set(mine.map(({ roundId }) => roundId))]))).map((head) => [head.id, head]),
  );
  const names = await namesFor(
    db,
    mine.map(({ unitId }) => unitId),
    [],
  );
  const titleOf = (roundId: string): string => {
    const head = heads.get(roundId);
    return head ? `${head.title}, ${head.period.label.vi}` : "";
  };
  const since = (all: readonly { submittedAt: Date | null }[]): string =>
    all.map(({ submittedAt }) => submittedAt?.toISOString() ?? "").toSorted()[0] ?? "";
  const own = mine.filter(({ waitingStep }) => waitingStep === "own");
  const received = Map.groupBy(
    mine.filter(({ waitingStep }) => waitingStep === "receiver"),
    ({ roundId }) => roundId,
  );
  return [
    ...own.map((row) => ({
      kind: "submission-own",
      id: row.id,
      what: say("cardOwn"),
      title: titleOf(row.roundId),
      path: `/approvals/${row.id}`,
      since: since([row]),
      from: names.person(row.submittedBy) ?? names.unit(row.unitId).name,
    })),
    ...[...received].map(([roundId, all]) => ({
      kind: "submissions-received",
      id: roundId,
      what: say("cardReceived", { count: String(all.length) }),
      title: titleOf(roundId),
      path: "/approvals",
      since: since(all),
      from: all.length === 1 && all[0] ? names.unit(all[0].unitId).name : null,
    })),
  ];
};

/** Where the staff application shows what a unit sends in a round. */
export const submissionPath = (roundId: string, unitId: UnitId): string => `/rounds/${roundId}/units/${unitId}`;
