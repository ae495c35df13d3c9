import { routesFor } from "../../platform/http/routes-for.ts";
import { activitiesContract } from "./contract.ts";

const os = routesFor(activitiesContract);

export const activitiesRoutes = os.router({} as Parameters<typeof os.router>[0]);
