import { problem } from "../../../kernel/errors.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { figuresContract } from "../contract/figures.ts";

const os = routesFor(figuresContract);

const soon = (): never => {
  throw problem("unavailable", { vi: "Chức năng này đang được hoàn thiện.", en: "This is being built." });
};

export const figuresRoutes = os.router({
  totals: os.totals.handler(soon),
  values: os.values.handler(soon),
  overTime: os.overTime.handler(soon),
  records: os.records.handler(soon),
});
