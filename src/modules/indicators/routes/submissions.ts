import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { submissionsContract } from "../contract/submissions.ts";
import { approveMany, approveSubmission, returnSubmission, waitingSubmissions } from "../service/approval.ts";
import { attachDocument, correctSubmission, discardSubmission } from "../service/submissions-correcting.ts";
import { doneWithPart, openSubmission, readSubmission, savePart } from "../service/submissions-entering.ts";
import { partsOwed, proposalsFor, readOddest, readSending, recordsOf } from "../service/submissions-reading.ts";
import { submitReport, takeBack } from "../service/submissions-sending.ts";
import type { SubmissionSources } from "../service/submissions-sources.ts";

const os = routesFor(submissionsContract);

/** `sources`: what other slices compute, tell and aim at, to fill forms with. */
export const submissionsRoutes = (sources: SubmissionSources) =>
  os.router({
    open: os.open.handler(({ input, context }) => openSubmission(context.db, actorOf(context), input, context.clock(), sources)),
    get: os.get.handler(({ input, context }) => readSubmission(context.db, actorOf(context), input.id, sources)),
    savePart: os.savePart.handler(({ input, context }) => savePart(context.db, actorOf(context), input, context.clock(), sources)),
    doneWithPart: os.doneWithPart.handler(({ input, context }) =>
      doneWithPart(context.db, actorOf(context), input, context.clock(), sources),
    ),
    submit: os.submit.handler(({ input, context }) => submitReport(context.db, actorOf(context), input, context.clock(), sources)),
    takeBack: os.takeBack.handler(({ input, context }) => takeBack(context.db, actorOf(context), input, context.clock(), sources)),
    correct: os.correct.handler(({ input, context }) => correctSubmission(context.db, actorOf(context), input, context.clock(), sources)),
    discard: os.discard.handler(({ input, context }) => discardSubmission(context.db, actorOf(context), input, sources)),
    attachDocument: os.attachDocument.handler(({ input, context }) => attachDocument(context, actorOf(context), input, sources)),
    approve: os.approve.handler(({ input, context }) => approveSubmission(context.db, actorOf(context), input, context.clock(), sources)),
    approveMany: os.approveMany.handler(({ input, context }) => approveMany(context.db, actorOf(context), input.items, context.clock())),
    return: os.return.handler(({ input, context }) => returnSubmission(context.db, actorOf(context), input, context.clock(), sources)),
    records: os.records.handler(({ input, context }) => recordsOf(context.db, actorOf(context), input, sources)),
    proposals: os.proposals.handler(({ input, context }) => proposalsFor(context.db, actorOf(context), input, sources)),
    sending: os.sending.handler(({ input, context }) => readSending(context.db, actorOf(context), input)),
    waiting: os.waiting.handler(({ input, context }) => waitingSubmissions(context.db, actorOf(context), input)),
    partsOwed: os.partsOwed.handler(({ context }) => partsOwed(context.db, actorOf(context))),
    oddest: os.oddest.handler(({ input, context }) => readOddest(context.db, actorOf(context), input)),
  });
