import { routesFor } from "../../../platform/http/routes-for.ts";
import { formsContract } from "../contract/forms.ts";

const os = routesFor(formsContract);

export const formsRoutes = os.router({});
