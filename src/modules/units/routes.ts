import { authorise, may } from "../../kernel/actor.ts";
import { attachment } from "../../platform/http/attachment.ts";
import { actorOf } from "../../platform/http/context.ts";
import { routesFor } from "../../platform/http/routes-for.ts";
import type { Module } from "../../platform/module.ts";
import { resolveAddressees } from "./addressing.ts";
import { unitsContract } from "./contract.ts";
import { listTree, readUnit } from "./details.ts";
import { createUnit, endUnit, renameUnit, setCode, setRelation } from "./editing.ts";
import { exportUnits } from "./importing/export.ts";
import { importUnits } from "./importing/service.ts";
import { searchUnits } from "./searching.ts";

const os = routesFor(unitsContract);

export const unitsRoutes = os.router({
  tree: os.tree.handler(({ input, context }) => listTree(context.db, input.parent, input.asOf)),
  search: os.search.handler(({ input: { text, ...options }, context }) => searchUnits(context.db, text, options)),
  get: os.get.handler(({ input, context }) => readUnit(context.db, actorOf(context), input.id, input.asOf)),
  create: os.create.handler(({ input, context }) => createUnit(context.db, actorOf(context), input)),
  rename: os.rename.handler(({ input, context }) => renameUnit(context.db, actorOf(context), input)),
  setCode: os.setCode.handler(({ input, context }) => setCode(context.db, actorOf(context), input)),
  setRelation: os.setRelation.handler(({ input, context }) => setRelation(context.db, actorOf(context), input)),
  end: os.end.handler(({ input, context }) => endUnit(context.db, actorOf(context), input)),
  import: os.import.handler(async ({ input: { file, mode, under }, context }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return importUnits(context.db, actorOf(context), { file: { bytes, name: file.name }, mode, under });
  }),
  addressees: os.addressees.handler(({ input, context }) => resolveAddressees(context.db, input)),
});

const types = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

/** GET /files/units.csv and /files/units.json: the directory, to whoever may read it. */
export const unitDownloads: NonNullable<Module["downloads"]> = (app, _services, contextOf) => {
  for (const format of ["csv", "json"] as const)
    app.get(`/files/units.${format}`, async (request, reply) => {
      const context = await contextOf(request, reply);
      authorise(may(actorOf(context), "unit:view"), "unit:view");
      return attachment(reply, { name: `don-vi.${format}`, type: types[format] }).send(await exportUnits(context.db, format));
    });
};
