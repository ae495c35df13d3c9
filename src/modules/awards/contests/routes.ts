import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { contestsContract } from "./contract.ts";
import { createContest, editContest, moveContest, readContest, readContests } from "./service/contests.ts";
import { changeEntry, enterContest, eraseTeam, readEntries, readEntry, returnEntry, sendEntry, takeBackEntry } from "./service/entries.ts";
import { handToAppraisal, readTaking, takePoints, writeResults } from "./service/judging.ts";
import { attachFile, removeFile } from "./service/papers.ts";

const os = routesFor(contestsContract);

export const contestsRoutes = os.router({
  list: os.list.handler(({ input, context }) => readContests(context.db, actorOf(context), input)),
  get: os.get.handler(({ input, context }) => readContest(context.db, actorOf(context), input.id)),
  create: os.create.handler(({ input, context }) => createContest(context, actorOf(context), input)),
  edit: os.edit.handler(({ input, context }) => editContest(context, actorOf(context), input)),
  move: os.move.handler(({ input, context }) => moveContest(context, actorOf(context), input)),
  taking: os.taking.handler(({ input, context }) => readTaking(context.db, actorOf(context), input.id)),
  appraise: os.appraise.handler(({ input, context }) => handToAppraisal(context, actorOf(context), input)),
  take: os.take.handler(({ input, context }) => takePoints(context, actorOf(context), input)),
  results: os.results.handler(({ input, context }) => writeResults(context, actorOf(context), input)),
  entries: os.entries.handler(({ input, context }) => readEntries(context.db, actorOf(context), input)),
  entry: os.entry.handler(({ input, context }) => readEntry(context.db, actorOf(context), input.id)),
  enter: os.enter.handler(({ input, context }) => enterContest(context, actorOf(context), input)),
  change: os.change.handler(({ input, context }) => changeEntry(context, actorOf(context), input)),
  send: os.send.handler(({ input, context }) => sendEntry(context, actorOf(context), input)),
  takeBack: os.takeBack.handler(({ input, context }) => takeBackEntry(context, actorOf(context), input)),
  return: os.return.handler(({ input, context }) => returnEntry(context, actorOf(context), input)),
  eraseTeam: os.eraseTeam.handler(({ input, context }) => eraseTeam(context, actorOf(context), input)),
  attach: os.attach.handler(({ input, context }) => attachFile(context, actorOf(context), input)),
  takeOff: os.takeOff.handler(({ input, context }) => removeFile(context, actorOf(context), input.id)),
});
