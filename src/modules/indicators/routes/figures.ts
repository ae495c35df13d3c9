import { routesFor } from "../../../platform/http/routes-for.ts";
import { figuresContract } from "../contract/figures.ts";

const os = routesFor(figuresContract);

export const figuresRoutes = os.router({});
