import type { Actor } from "../../../kernel/actor.ts";
import { grouped } from "../../../kernel/decimals.ts";
import { problem } from "../../../kernel/errors.ts";
import type { AppraisalRoundId, PersonId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import type { Database } from "../../../platform/database/index.ts";
import { renderOfficial } from "../../documents/index.ts";
import { personNames } from "../../identity/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { Mark } from "../contract.ts";
import { minutesOf, type MinutesSubject } from "../domain/minutes.ts";
import { countsMet, linesOf, scaleOf } from "../domain/rubric.ts";
import { say } from "../messages.ts";
import { mayReadMinutes, seesScores } from "../policy.ts";
import { drawsOf } from "../store/rounds.ts";
import { openedSheets, statusesOf } from "../store/sheets.ts";
import { seeRound, unitIn } from "./sides.ts";
import { openedView, rubricOf } from "./view.ts";

const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const said = ({ points, met }: Mark): string =>
  points === null ? (met === null ? "chưa chấm" : met ? "đạt" : "chưa đạt") : grouped(points);

const shownDay = (at: Date): string => vietnamDate(at).split("-").toReversed().join("/");

/**
 * Minutes of the panel's meeting, for the panel and whoever looks after it. Files whose sheets are not all in stand in it by
 * name only. A draft until the round is closed.
 */
export async function minutesFile(db: Database, actor: Actor, { clock }: { clock: () => Date }, id: AppraisalRoundId) {
  const { round, subjects, sides, members } = await seeRound(db, actor, id);
  if (!mayReadMinutes(actor, sides, round.state)) throw problem("not_found", say("noRound"));
  const rubric = await rubricOf(db, round);
  const open = subjects.filter(({ state }) => seesScores(actor, sides, state));
  if (!rubric || open.length === 0) throw problem("wrong_state", say("nothingOpened"));
  const [sheets, statuses, draws, units] = await Promise.all([
    openedSheets(
      db,
      open.map((subject) => subject.id),
    ),
    statusesOf(db, round.id),
    drawsOf(db, round.id),
    unitsByIds(db, [...new Set([round.body_id, ...subjects.map(({ unit_id }) => unit_id), ...members.map(({ unit_id }) => unit_id)])]),
  ]);
  const people = await personNames(db, [...members.map(({ person_id }) => person_id), ...statuses.map(({ person_id }) => person_id)]);
  const name = (person: PersonId) => people.get(person) ?? "";
  const lineText = new Map(linesOf(rubric.content).map(({ key, text }) => [key, text]));
  const rows: MinutesSubject[] = [];
  for (const subject of subjects) {
    const own = sheets.get(subject.id) ?? [];
    const view = own.length > 0 ? await openedView(db, actor, { round, rubric, sheets: own }) : null;
    rows.push({
      title: subject.title,
      unit: unitIn(units, subject.unit_id).name,
      totals: view?.sheets.map(({ name: judge, total }) => ({ name: judge, total })) ?? [],
      spread: view?.spread ?? null,
      flagged: view?.flagged ?? false,
      changes:
        view?.sheets.flatMap(({ name: judge, changes, marks }) =>
          changes.map(({ line, first, reason }) => ({
            name: judge,
            line: lineText.get(line) ?? line,
            first: said(first),
            later: said(marks[line] ?? first),
            reason,
          })),
        ) ?? [],
      recused: statuses
        .filter(({ subject_id, state }) => subject_id === subject.id && (state === "recused" || state === "replaced"))
        .map(({ person_id, reason }) => ({ name: name(person_id), reason: reason ?? "" })),
      discussion: view ? subject.discussion : "",
      points: subject.state === "concluded" ? subject.points : null,
      outcome: subject.state === "concluded" ? subject.outcome : null,
      failed: subject.state === "failed" ? (subject.qualified_reason ?? "") : null,
    });
  }
  const content = await renderOfficial(
    minutesOf({
      body: unitIn(units, round.body_id),
      round: { title: round.title, final: round.final, spreadShare: round.spread_share, judges: round.judges },
      rubric: { title: rubric.title, edition: rubric.edition, scale: scaleOf(rubric.content), counted: countsMet(rubric.content) },
      year: Number(vietnamDate(clock()).slice(0, 4)),
      draft: round.state !== "closed",
      members: members
        .filter(({ left_on }) => left_on === null)
        .map(({ person_id, unit_id, part }) => ({ name: name(person_id), unit: unitIn(units, unit_id).name, part })),
      subjects: rows,
      draws: draws.map(({ seed, drawn_at }) => ({ seed, day: shownDay(drawn_at) })),
    }),
  );
  return {
    name: `Biên bản thẩm định ${round.title.slice(0, 80)}.docx`.replaceAll("/", "-"),
    type: wordType,
    content: Buffer.from(content),
  };
}
