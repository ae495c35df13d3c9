import { authorise, may, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { AppraisalRoundId, ExemplarId } from "../../../../kernel/ids.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { addSubjects, ratesOf, resultsOf, roundsTaking, type AppraisalResult } from "../../../appraisal/index.ts";
import { getVisible } from "../../service/view.ts";
import type { ExemplarRecord } from "../../store/exemplars.ts";
import { mayRegister, type Sides } from "../../policy.ts";
import { say } from "../messages.ts";
import type { AppraisalShown } from "../shapes.ts";
import type { Recognising } from "./access.ts";

const stages: Partial<Record<AppraisalResult["state"], AppraisalShown["stage"]>> = { self: "self", returned: "self" };

/** What appraisals said of exemplars, by id, the last first. Points are told once a round is closed. */
export async function appraisalsOf(db: Database, ids: readonly string[]): Promise<Map<string, AppraisalShown[]>> {
  const results = await resultsOf(db, "exemplar", ids);
  return new Map(
    [...results].map(([id, list]) => [
      id,
      list.map(({ subjectId, round, state, result, concludedOn }) => ({
        subjectId,
        round: round.title,
        stage: round.state === "closed" ? "closed" : (stages[state] ?? "panel"),
        on: concludedOn,
        points: result?.points ?? null,
        of: result?.of ?? null,
        outcome: result?.outcome ?? null,
        good: result?.counts ?? false,
      })),
    ]),
  );
}

const mayPut = (actor: Actor, sides: Sides, { state }: Pick<ExemplarRecord, "state">): boolean =>
  state === "accepted" && may(actor, "exemplar:register") && mayRegister(actor, sides);

const ratedAs = ({ kind }: Pick<ExemplarRecord, "kind">) => (kind === "person" ? "individual" : "collective");

const subjectFor = ({ id, lead_id, name }: ExemplarRecord) => ({ kind: "exemplar" as const, id, unitId: lead_id, title: name });

/** Rounds of appraisal that would take the exemplar, without those that have it. */
export async function roundsFor(db: Database, actor: Actor, { record, sides }: { record: ExemplarRecord; sides: Sides }) {
  if (!mayPut(actor, sides, record)) return [];
  const had = new Set((await resultsOf(db, "exemplar", [record.id])).get(record.id)?.map(({ round }) => round.id));
  const rounds = await roundsTaking(db, { unitId: record.lead_id, rates: [ratedAs(record)] });
  return rounds
    .filter(({ id }) => !had.has(id))
    .map(({ id, title, bodyName, selfUntil }) => ({ id, title, body: bodyName, until: selfUntil }));
}

/** Puts an accepted exemplar into a round of appraisal, by those who register for its lead. */
export async function appraiseExemplar(
  { db, clock }: Recognising,
  actor: Actor,
  { id, roundId }: { id: ExemplarId; roundId: string },
): Promise<{ added: number }> {
  const { record, sides } = await getVisible(db, actor, id);
  authorise(mayRegister(actor, sides), "exemplar:register");
  if (record.state !== "accepted") throw problem("wrong_state", say("why.notAccepted"));
  const { added } = await addSubjects(db, actor, { roundId: roundId as AppraisalRoundId, subjects: [subjectFor(record)], now: clock() });
  return { added };
}

/** The same for many at once, by whoever looks after the round. One that cannot be rated there refuses all, by its name. */
export async function appraiseExemplars(
  { db, clock }: Recognising,
  actor: Actor,
  { roundId, ids }: { roundId: string; ids: readonly string[] },
): Promise<{ added: number; already: number }> {
  const rates = await ratesOf(db, actor, roundId as AppraisalRoundId);
  const records = [];
  for (const id of new Set(ids)) records.push((await getVisible(db, actor, id as ExemplarId)).record);
  for (const record of records) {
    const { name } = record;
    if (record.state !== "accepted") throw problem("wrong_state", say("notAcceptedNamed", { name }));
    if (!rates.includes(ratedAs(record))) throw problem("wrong_state", say("notRatedNamed", { name }));
  }
  return addSubjects(db, actor, { roundId: roundId as AppraisalRoundId, subjects: records.map(subjectFor), now: clock() });
}
