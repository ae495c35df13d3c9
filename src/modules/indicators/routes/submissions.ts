import { routesFor } from "../../../platform/http/routes-for.ts";
import { submissionsContract } from "../contract/submissions.ts";

const os = routesFor(submissionsContract);

export const submissionsRoutes = os.router({});
