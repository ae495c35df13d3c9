import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ExemplarId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { personNames } from "../../identity/index.ts";
import { unitsByIds } from "../../units/index.ts";
import { say as sayExemplar } from "../messages.ts";
import { mayAct, mayView } from "../policy.ts";
import { findExemplar, lockExemplar, type ExemplarRecord } from "../store/exemplars.ts";
import { getVisible, sidesOf, unitIn, type Units } from "../service/view.ts";
import type { Contents } from "../shapes.ts";
import type { Alike, LikenessAnswer, Questions, Writing } from "./contract.ts";
import { byWeight, likenessOf, type Compared, type Likeness } from "./domain.ts";
import { say } from "./messages.ts";
import {
  candidatesFor,
  communeOf,
  comparedOf,
  descends,
  keptOf,
  lockQuestion,
  questionsOf,
  samePictures,
  saveAnswer,
  savePrints,
  saveQuestions,
  setCopied,
  setSame,
} from "./store.ts";
import { printsOf } from "./texts.ts";

const mostAsked = 8;

type Pair = { id: ExemplarId; likeness: Likeness };

async function pairsOf(db: Transaction, mine: Compared, prints: readonly number[], pictures: readonly ExemplarId[]): Promise<Pair[]> {
  const candidates = await candidatesFor(db, mine, prints);
  const known = new Set(candidates.map(({ id }) => id));
  const more = await comparedOf(
    db,
    pictures.filter((id) => !known.has(id)),
  );
  return [...candidates, ...more]
    .flatMap((other) => {
      const likeness = likenessOf(mine, other, { pictures: pictures.includes(other.id) });
      return likeness ? [{ id: other.id, likeness }] : [];
    })
    .toSorted((a, b) => byWeight(a.likeness, b.likeness))
    .slice(0, mostAsked);
}

/**
 * Looks for others like it and keeps the questions. Part of registering and of changing what was registered; also when its
 * photographs are ready, which comes later.
 */
export async function askLikeness(tx: Transaction, id: ExemplarId): Promise<void> {
  const [mine] = await comparedOf(tx, [id]);
  if (!mine) return;
  const prints = printsOf(mine.contents);
  await savePrints(tx, id, prints);
  const pairs = await pairsOf(tx, mine, prints, await samePictures(tx, id));
  await saveQuestions(
    tx,
    id,
    pairs.map(({ id: otherId, likeness: { reasons, score } }) => ({ otherId, reasons, score })),
  );
}

/** What this person may know of the others. */
async function seen(db: Database, actor: Actor, ids: readonly ExemplarId[]): Promise<Map<ExemplarId, ExemplarRecord>> {
  const records = new Map<ExemplarId, ExemplarRecord>();
  for (const id of ids) {
    const record = await findExemplar(db, id);
    if (record && mayView(actor, record.state, await sidesOf(db, actor, record))) records.set(id, record);
  }
  return records;
}

const only = (contents: Contents, keys: readonly string[]): Contents =>
  Object.fromEntries(Object.entries(contents).filter(([key]) => keys.includes(key)));

function shown(record: ExemplarRecord, units: Units, { reasons, score, passages }: Likeness): Alike {
  return {
    other: {
      id: record.id,
      name: record.name,
      kind: record.kind,
      state: record.state,
      field: record.field,
      lead: unitIn(units, record.lead_id),
      firstYear: record.first_year,
      registeredOn: record.registered_on,
      contents: only(
        record.contents,
        passages.map(({ theirs }) => theirs.key),
      ),
    },
    reasons,
    score,
    passages,
  };
}

/** While it is being written: nothing is kept, and what others are only preparing is not told. */
export async function checkLikeness(
  { db, clock }: { db: Database; clock: () => Date },
  actor: Actor,
  writing: Writing,
): Promise<{ items: Alike[] }> {
  const leadId = writing.leadId ?? actor.unitId;
  const own = writing.id === undefined ? null : (await getVisible(db, actor, writing.id as ExemplarId)).record;
  const mine: Compared = {
    id: own?.id ?? null,
    name: writing.name,
    contents: writing.contents,
    themes: writing.themes,
    leadId,
    areaId: writing.areaId ?? null,
    place: writing.place || null,
    communeId: await communeOf(db, leadId),
    year: Number(vietnamDate(clock()).slice(0, 4)),
    copiedFrom: own?.copied_from ?? null,
  };
  const pairs = await transaction(db, (tx) => pairsOf(tx, mine, printsOf(mine.contents), []));
  const others = await seen(
    db,
    actor,
    pairs.map(({ id }) => id),
  );
  const units = await unitsByIds(db, [...new Set([...others.values()].map(({ lead_id }) => lead_id))]);
  return {
    items: pairs.flatMap(({ id, likeness }) => {
      const record = others.get(id);
      return record ? [shown(record, units, likeness)] : [];
    }),
  };
}

/** The questions and their answers, for the lead, those above it and whoever reviews; the public part of the register has none of it. */
export async function readQuestions(db: Database, actor: Actor, id: ExemplarId): Promise<Questions> {
  const { record, sides } = await getVisible(db, actor, id);
  const mayAnswer = mayAct(actor, "edit", sides) && may(actor, "exemplar:register");
  if (!(sides.lead || sides.line || sides.typed || sides.body)) return { items: [], contents: {}, mayAnswer: false };
  const questions = await questionsOf(db, id);
  const others = await seen(
    db,
    actor,
    questions.map(({ other_id }) => other_id),
  );
  const [mine] = await comparedOf(db, [id]);
  const theirs = new Map((await comparedOf(db, [...others.keys()])).map((other) => [other.id, other]));
  const units = await unitsByIds(db, [
    ...new Set<UnitId>([
      ...[...others.values()].map(({ lead_id }) => lead_id),
      ...questions.flatMap(({ answered_unit }) => (answered_unit === null ? [] : [answered_unit])),
    ]),
  ]);
  const people = await personNames(db, [...new Set(questions.flatMap(({ answered_by }) => (answered_by === null ? [] : [answered_by])))]);
  const items = questions.flatMap((question) => {
    const other = others.get(question.other_id);
    const compared = theirs.get(question.other_id);
    if (!other || !compared || !mine) return [];
    // An answer may have made it a copy: the passages are shown all the same.
    const now = likenessOf({ ...mine, copiedFrom: null }, { ...compared, copiedFrom: null });
    const { answered_by: by, answered_unit: unit, answered_at: at } = question;
    return [
      {
        ...shown(other, units, { reasons: question.reasons, score: question.score, passages: now?.passages ?? [] }),
        id: question.id,
        answer: question.answer,
        said: question.said,
        answeredBy:
          by === null || at === null
            ? null
            : { name: people.get(by) ?? "", unit: unit === null ? null : unitIn(units, unit), on: vietnamDate(at) },
      },
    ];
  });
  const keys = items.flatMap(({ passages }) => passages.map(({ mine: run }) => run.key));
  return { items, contents: only(record.contents, keys), mayAnswer };
}

type Answering = { id: ExemplarId; questionId: string; answer: LikenessAnswer; said: string };

/** What the lead says to one question. It holds until it is said otherwise, and takes back what the answer before had done. */
export function answerLikeness(
  { db, clock }: { db: Database; clock: () => Date },
  actor: Actor,
  { id, questionId, answer, said }: Answering,
): Promise<Questions> {
  const now = clock();
  return transaction(db, async (tx) => {
    const record = await lockExemplar(tx, id);
    const sides = record && (await sidesOf(tx, actor, record));
    if (!record || !sides || !mayView(actor, record.state, sides)) throw problem("not_found", sayExemplar("noExemplar"));
    authorise(mayAct(actor, "edit", sides), "exemplar:register");
    const question = await lockQuestion(tx, id, questionId);
    if (!question || !(await seen(tx, actor, [question.other_id])).has(question.other_id)) throw problem("not_found", say("noQuestion"));
    if (answer !== "same" && said === "") throw problem("invalid_input", say("saidMissing"), { fields: { said: say("saidMissing").vi } });
    if (answer !== "different" && (await descends(tx, question.other_id, id))) throw problem("conflict", say("circle"));
    const before = await keptOf(tx, id);
    if (answer !== "same" && question.answer === "same") await setSame(tx, id, null);
    if (answer !== "learnt" && question.answer === "learnt" && before.copied_from === question.other_id) await setCopied(tx, id, null);
    if (answer === "same") await setSame(tx, id, question.other_id);
    if (answer === "learnt") await setCopied(tx, id, { from: question.other_id, adapted: said });
    await saveAnswer(tx, questionId, { answer, said: said || null, by: actor.personId, unit: actor.unitId, at: now });
    const after = await keptOf(tx, id);
    await recordAct(tx, actor, {
      act: `exemplar:${answer}`,
      thing: { kind: "exemplar", id },
      unitId: record.lead_id,
      before: { similarAnswer: question.answer, sameAs: before.same_as, copiedFrom: before.copied_from },
      after: { similarAnswer: answer, sameAs: after.same_as, copiedFrom: after.copied_from },
    });
    return readQuestions(tx, actor, id);
  });
}
