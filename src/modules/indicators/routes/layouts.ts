import { problem } from "../../../kernel/errors.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { layoutsContract } from "../contract/layouts.ts";

const os = routesFor(layoutsContract);

const soon = (): never => {
  throw problem("unavailable", { vi: "Chức năng này đang được hoàn thiện.", en: "This is being built." });
};

export const layoutsRoutes = os.router({
  list: os.list.handler(soon),
  create: os.create.handler(soon),
  edit: os.edit.handler(soon),
  remove: os.remove.handler(soon),
});
