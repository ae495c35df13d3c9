import { routesFor } from "../../../platform/http/routes-for.ts";
import { layoutsContract } from "../contract/layouts.ts";

const os = routesFor(layoutsContract);

export const layoutsRoutes = os.router({});
