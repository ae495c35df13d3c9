import { routesFor } from "../../../platform/http/routes-for.ts";
import { roundsContract } from "../contract/rounds.ts";

const os = routesFor(roundsContract);

export const roundsRoutes = os.router({});
