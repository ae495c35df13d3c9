import { actorOf } from "../../../platform/http/context.ts";
import { routesFor } from "../../../platform/http/routes-for.ts";
import { layoutsContract } from "../contract/layouts.ts";
import { createLayout, editLayout, readLayouts, removeLayout } from "../service/layouts.ts";

const os = routesFor(layoutsContract);

export const layoutsRoutes = os.router({
  list: os.list.handler(({ context }) => readLayouts(context.db, actorOf(context))),
  create: os.create.handler(({ input, context }) => createLayout(context.db, actorOf(context), input)),
  edit: os.edit.handler(({ input, context }) => editLayout(context.db, actorOf(context), input)),
  remove: os.remove.handler(({ input, context }) => removeLayout(context.db, actorOf(context), input)),
});
