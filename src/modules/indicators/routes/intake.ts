import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { intakeContract } from "../contract/intake.ts";
import { createFormFromProposal, readOutlineFile } from "../service/intake.ts";

const os = routesFor(intakeContract);

export const intakeRoutes = os.router({
  read: os.read.handler(({ input, context }) => readOutlineFile(context.db, actorOf(context), context.clock, input)),
  createForm: os.createForm.handler(({ input, context }) => createFormFromProposal(context.db, actorOf(context), context.clock, input)),
});
