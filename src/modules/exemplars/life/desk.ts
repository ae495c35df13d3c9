import { may } from "../../../kernel/actor.ts";
import { unitsByIds } from "../../units/index.ts";
import { deskUnits, type DeskSource } from "../../work/index.ts";
import { unitIn } from "../service/view.ts";
import { say } from "./messages.ts";
import { quietFor } from "./service/rules.ts";
import { answersToSee, anyGradeWaits, findingsToAnswer, gradesToDecide, quietLedBy } from "./store/desk.ts";

/** More silent ones than so many are one line that leads to their list. */
const fewQuiet = 3;
const shown = 20;

const morning = (day: string): string => `${day}T00:00:00+07:00`;

/**
 * What waits on a desk of the life of exemplars: silence is asked about at the lead alone, findings at who owes the next word,
 * proposed grades at who decides. Nobody is shown as late.
 */
export const lifeOnDesk: DeskSource = async (db, actor, today) => {
  if (!may(actor, "exemplar:register")) return [];
  const units = await deskUnits(db, actor);
  const [quiet, open, answered, grades] = await Promise.all([
    quietFor(db, actor.unitId, today).then((until) => quietLedBy(db, units, until, fewQuiet + 1)),
    findingsToAnswer(db, units, shown),
    answersToSee(db, units, shown),
    may(actor, "exemplar:accept") ? anyGradeWaits(db).then((any) => (any ? gradesToDecide(db, actor.unitId, actor.personId) : [])) : [],
  ]);
  const names = await unitsByIds(db, [...new Set([...quiet, ...open, ...answered].map(({ lead_id }) => lead_id))]);
  const card = (kind: string, { id, name, lead_id, since }: (typeof open)[number], what: ReturnType<typeof say>) => ({
    kind,
    id,
    what,
    title: name,
    path: `/exemplars/${id}?tab=steps`,
    since: morning(since),
    from: unitIn(names, lead_id).name,
  });
  const [first] = quiet;
  const silent =
    first && quiet.length > fewQuiet
      ? [
          {
            kind: "exemplars-quiet",
            id: "quiet",
            what: say("quietManyWhat"),
            title: say("quietMany", { count: first.total }).vi,
            path: "/exemplars?quiet=true",
            since: morning(first.since),
            from: null,
          },
        ]
      : quiet.map((line) => card("exemplar-quiet", line, say("quietOne")));
  return [
    ...silent,
    ...open.map((line) => card("exemplar-finding", line, say("findingOpen", { count: line.count }))),
    ...answered.map((line) => card("exemplar-answer", line, say("findingAnswered", { count: line.count }))),
    ...grades.map(({ year, count, since }) => ({
      kind: "exemplar-grades",
      id: String(year),
      what: say("gradesWaiting", { count }),
      title: say("gradesTitle", { year }).vi,
      path: `/exemplars/grades?year=${year}&show=undecided`,
      since: since.toISOString(),
      from: null,
    })),
  ];
};
