import { routesFor } from "../../platform/http/routes-for.ts";
import { reportsContract } from "./contract.ts";

const os = routesFor(reportsContract);

export const reportsRoutes = os.router({});
