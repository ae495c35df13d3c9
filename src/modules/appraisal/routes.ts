import type { AppraisalRoundId, RubricId, SheetId, SubjectId } from "../../kernel/ids.ts";
import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { appraisalContract } from "./contract.ts";
import { samples } from "./samples/index.ts";
import { copyRound } from "./service/next-year.ts";
import { drawJudges, namePanel, readCandidates } from "./service/panel.ts";
import { addToRound, cancelRound, closeRound, createRound, editRound, openRound, readRounds } from "./service/rounds.ts";
import { compareRubrics, createRubric, editRubric, publishRubric, readRubric, readRubrics, reviseRubric } from "./service/rubrics.ts";
import { changeMark, readMySheets, readSheet, recuse, saveSheet, sendSheet } from "./service/sheets.ts";
import {
  assignJudge,
  checkQualifying,
  concludeSubject,
  removeSubject,
  replaceJudge,
  returnSubject,
  saveSelfScores,
  sendSelfScores,
} from "./service/subjects.ts";
import { readRound, readSubject } from "./service/view.ts";

/** Ids come as plain strings; here they become what they are. */
const rubric = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as RubricId });
const round = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as AppraisalRoundId });
const subject = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as SubjectId });
const sheet = <T extends { id: string }>(input: T) => ({ ...input, id: input.id as SheetId });

const os = routesFor(appraisalContract);
const { rubrics, rounds, subjects, sheets } = os;

export const appraisalRoutes = os.router({
  rubrics: {
    list: rubrics.list.handler(({ input, context }) => readRubrics(context.db, actorOf(context), input)),
    samples: rubrics.samples.handler(() => [...samples]),
    get: rubrics.get.handler(({ input, context }) => readRubric(context.db, actorOf(context), rubric(input).id)),
    compare: rubrics.compare.handler(({ input, context }) =>
      compareRubrics(context.db, actorOf(context), { id: rubric(input).id, other: input.with as RubricId }),
    ),
    create: rubrics.create.handler(({ input, context }) => createRubric(context, actorOf(context), input)),
    edit: rubrics.edit.handler(({ input, context }) => editRubric(context, actorOf(context), rubric(input))),
    publish: rubrics.publish.handler(({ input, context }) => publishRubric(context, actorOf(context), rubric(input))),
    revise: rubrics.revise.handler(({ input, context }) => reviseRubric(context, actorOf(context), rubric(input).id)),
  },
  rounds: {
    list: rounds.list.handler(({ input, context }) => readRounds(context.db, actorOf(context), input)),
    get: rounds.get.handler(({ input, context }) => readRound(context.db, actorOf(context), round(input).id)),
    create: rounds.create.handler(({ input, context }) => createRound(context, actorOf(context), input)),
    edit: rounds.edit.handler(({ input, context }) => editRound(context, actorOf(context), round(input))),
    open: rounds.open.handler(({ input, context }) => openRound(context, actorOf(context), round(input))),
    cancel: rounds.cancel.handler(({ input, context }) => cancelRound(context, actorOf(context), round(input))),
    close: rounds.close.handler(({ input, context }) => closeRound(context, actorOf(context), round(input))),
    copy: rounds.copy.handler(({ input, context }) => copyRound(context, actorOf(context), round(input))),
    addSubjects: rounds.addSubjects.handler(({ input, context }) => addToRound(context, actorOf(context), round(input))),
    people: rounds.people.handler(({ input, context }) => readCandidates(context.db, actorOf(context), round(input))),
    panel: rounds.panel.handler(({ input, context }) => namePanel(context, actorOf(context), round(input))),
    draw: rounds.draw.handler(({ input, context }) => drawJudges(context, actorOf(context), round(input))),
  },
  subjects: {
    get: subjects.get.handler(({ input, context }) => readSubject(context.db, actorOf(context), subject(input).id)),
    remove: subjects.remove.handler(({ input, context }) => removeSubject(context, actorOf(context), subject(input))),
    save: subjects.save.handler(({ input, context }) => saveSelfScores(context, actorOf(context), subject(input))),
    send: subjects.send.handler(({ input, context }) => sendSelfScores(context, actorOf(context), subject(input))),
    return: subjects.return.handler(({ input, context }) => returnSubject(context, actorOf(context), subject(input))),
    check: subjects.check.handler(({ input, context }) => checkQualifying(context, actorOf(context), subject(input))),
    assign: subjects.assign.handler(({ input, context }) => assignJudge(context, actorOf(context), subject(input))),
    replace: subjects.replace.handler(({ input, context }) => replaceJudge(context, actorOf(context), subject(input))),
    conclude: subjects.conclude.handler(({ input, context }) => concludeSubject(context, actorOf(context), subject(input))),
  },
  sheets: {
    mine: sheets.mine.handler(({ context }) => readMySheets(context.db, actorOf(context))),
    get: sheets.get.handler(({ input, context }) => readSheet(context.db, actorOf(context), sheet(input).id)),
    save: sheets.save.handler(({ input, context }) => saveSheet(context, actorOf(context), sheet(input))),
    send: sheets.send.handler(({ input, context }) => sendSheet(context, actorOf(context), sheet(input))),
    recuse: sheets.recuse.handler(({ input, context }) => recuse(context, actorOf(context), sheet(input))),
    change: sheets.change.handler(({ input, context }) => changeMark(context, actorOf(context), sheet(input))),
  },
});
