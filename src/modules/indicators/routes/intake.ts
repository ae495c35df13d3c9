import { routesFor } from "../../../platform/http/routes-for.ts";
import { intakeContract } from "../contract/intake.ts";

const os = routesFor(intakeContract);

export const intakeRoutes = os.router({});
