import { routesFor } from "../../../platform/http/routes-for.ts";
import { dictionaryContract } from "../contract/dictionary.ts";

const os = routesFor(dictionaryContract);

export const dictionaryRoutes = os.router({});
