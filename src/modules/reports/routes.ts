import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { reportsContract } from "./contract.ts";
import { correctReport, createReport } from "./service/creating.ts";
import { readReport, readReports } from "./service/describing.ts";
import { changeBlocks, discardReport, editReport, makeReady, reopenReport } from "./service/editing.ts";
import { attachScan, numberReport, sendReport, suggestNumber } from "./service/filing.ts";
import type { ReportSources } from "./service/live.ts";
import { previewReport } from "./service/previewing.ts";
import { restatedFigures } from "./service/restated.ts";
import { readStarts } from "./service/rounds.ts";
import { signOnPaper, signReport, type Tools } from "./service/signing.ts";
import { findFigures, gatherSources } from "./service/telling.ts";
import { createTemplate, editTemplate, readTemplates, removeTemplate, seeTemplate } from "./service/templates.ts";

const os = routesFor(reportsContract);

/** `sources`: what other slices compute, tell and aim at. */
export const reportsRoutes = (sources: ReportSources) => {
  const tools = ({ files, clock }: Pick<Tools, "files" | "clock">): Tools => ({ files, clock, sources });
  return os.router({
    list: os.list.handler(({ input, context }) => readReports(context.db, actorOf(context), input)),
    starts: os.starts.handler(({ context }) => readStarts(context.db, actorOf(context), context.clock())),
    create: os.create.handler(({ input, context }) => createReport(context.db, actorOf(context), input)),
    get: os.get.handler(({ input, context }) => readReport(context.db, actorOf(context), input.id)),
    preview: os.preview.handler(({ input, context }) =>
      previewReport(context.db, actorOf(context), sources, { ...input, now: context.clock() }),
    ),
    edit: os.edit.handler(({ input, context }) => editReport(context.db, actorOf(context), input)),
    change: os.change.handler(({ input, context }) => changeBlocks(context.db, actorOf(context), input)),
    sources: os.sources.handler(({ input, context }) => gatherSources(context.db, actorOf(context), sources, input)),
    figures: os.figures.handler(({ input, context }) => findFigures(context.db, actorOf(context), sources, input)),
    discard: os.discard.handler(({ input, context }) => discardReport(context.db, actorOf(context), input)),
    ready: os.ready.handler(({ input, context }) => makeReady(context.db, actorOf(context), sources, input)),
    reopen: os.reopen.handler(({ input, context }) => reopenReport(context.db, actorOf(context), input)),
    sign: os.sign.handler(({ input, context }) => signReport(context.db, actorOf(context), tools(context), input)),
    signOnPaper: os.signOnPaper.handler(({ input, context }) => signOnPaper(context.db, actorOf(context), tools(context), input)),
    nextNumber: os.nextNumber.handler(({ input, context }) => suggestNumber(context.db, actorOf(context), context.clock(), input)),
    number: os.number.handler(({ input, context }) => numberReport(context.db, actorOf(context), tools(context), input)),
    attachScan: os.attachScan.handler(({ input, context }) => attachScan(context.db, actorOf(context), tools(context), input)),
    send: os.send.handler(({ input, context }) => sendReport(context.db, actorOf(context), tools(context), input)),
    correct: os.correct.handler(({ input, context }) => correctReport(context.db, actorOf(context), input)),
    restated: os.restated.handler(({ input, context }) => restatedFigures(context.db, actorOf(context), sources, input.id)),
    templates: {
      list: os.templates.list.handler(({ input, context }) => readTemplates(context.db, actorOf(context), input)),
      get: os.templates.get.handler(({ input, context }) => seeTemplate(context.db, actorOf(context), input.id)),
      create: os.templates.create.handler(({ input, context }) => createTemplate(context.db, actorOf(context), input)),
      edit: os.templates.edit.handler(({ input, context }) => editTemplate(context.db, actorOf(context), input)),
      remove: os.templates.remove.handler(({ input, context }) => removeTemplate(context.db, actorOf(context), input)),
    },
  });
};
