import { problem } from "../../kernel/errors.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import { reportsContract } from "./contract.ts";

const os = routesFor(reportsContract);

const soon = (): never => {
  throw problem("unavailable", {
    vi: "Chức năng này đang được hoàn thiện. Hãy thử lại sau.",
    en: "This is being finished. Try again later.",
  });
};

export const reportsRoutes = os.router({
  list: os.list.handler(soon),
  starts: os.starts.handler(soon),
  create: os.create.handler(soon),
  get: os.get.handler(soon),
  preview: os.preview.handler(soon),
  edit: os.edit.handler(soon),
  change: os.change.handler(soon),
  sources: os.sources.handler(soon),
  figures: os.figures.handler(soon),
  discard: os.discard.handler(soon),
  ready: os.ready.handler(soon),
  reopen: os.reopen.handler(soon),
  sign: os.sign.handler(soon),
  signOnPaper: os.signOnPaper.handler(soon),
  nextNumber: os.nextNumber.handler(soon),
  number: os.number.handler(soon),
  attachScan: os.attachScan.handler(soon),
  send: os.send.handler(soon),
  correct: os.correct.handler(soon),
  restated: os.restated.handler(soon),
  templates: {
    list: os.templates.list.handler(soon),
    get: os.templates.get.handler(soon),
    create: os.templates.create.handler(soon),
    edit: os.templates.edit.handler(soon),
    remove: os.templates.remove.handler(soon),
  },
});
