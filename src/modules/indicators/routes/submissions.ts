import { problem } from "../../../kernel/errors.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { submissionsContract } from "../contract/submissions.ts";

const os = routesFor(submissionsContract);

const soon = (): never => {
  throw problem("unavailable", { vi: "Chức năng này đang được cài đặt.", en: "This is being installed." });
};

export const submissionsRoutes = os.router({
  open: os.open.handler(soon),
  get: os.get.handler(soon),
  savePart: os.savePart.handler(soon),
  doneWithPart: os.doneWithPart.handler(soon),
  submit: os.submit.handler(soon),
  takeBack: os.takeBack.handler(soon),
  correct: os.correct.handler(soon),
  discard: os.discard.handler(soon),
  attachDocument: os.attachDocument.handler(soon),
  approve: os.approve.handler(soon),
  approveMany: os.approveMany.handler(soon),
  return: os.return.handler(soon),
  records: os.records.handler(soon),
  proposals: os.proposals.handler(soon),
  sending: os.sending.handler(soon),
  waiting: os.waiting.handler(soon),
  partsOwed: os.partsOwed.handler(soon),
  oddest: os.oddest.handler(soon),
});
