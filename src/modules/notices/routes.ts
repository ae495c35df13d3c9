import { routesFor } from "../../platform/http/routes-for.ts";
import { noticesContract } from "./contract.ts";

const os = routesFor(noticesContract);

export const noticesRoutes = os.router({});
