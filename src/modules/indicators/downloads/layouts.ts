import { z } from "zod";
import { problem } from "../../../kernel/errors.ts";
import { PeriodCalendar } from "../../../kernel/time/index.ts";
import { attachment } from "../../../platform/http/attachment.ts";
import { actorOf } from "../../../platform/http/context.ts";
import type { Module } from "../../../platform/module.ts";
import { xlsxOf } from "../../../platform/spreadsheet/index.ts";
import { unitIdIn } from "../../units/contract.ts";
import { CellKey, listIn } from "../contract/cells.ts";
import { Series, Tier } from "../contract/figures.ts";
import { say } from "../messages/layouts.ts";
import { tableFor } from "../service/layouts-export.ts";

const Asked = z.object({
  layout: z.string().max(60),
  calendar: PeriodCalendar.default("civil"),
  period: z.string().max(30).optional(),
  area: unitIdIn.optional(),
  round: z.uuid().optional(),
  cells: listIn(CellKey, 500).optional(),
  series: listIn(Series, 20).optional(),
  tier: Tier.default("provisional"),
  /** Of activities: of the unit's own line, or of any body in its area. */
  scope: z.enum(["line", "area"]).default("line"),
  formId: z.uuid().optional(),
});

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** GET /files/indicators/export?layout=…: a layout's table as a spreadsheet, of what the actor may see. */
export const layoutDownloads: NonNullable<Module["downloads"]> = (app, _services, contextOf) => {
  app.get("/files/indicators/export", async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    const asked = Asked.safeParse(request.query);
    if (!asked.success)
      throw problem("invalid_input", say("whatToExport"), {
        fields: Object.fromEntries(asked.error.issues.map(({ path }) => [path.join("."), say("whatToExport")])),
      });
    const { name, table } = await tableFor(context.db, actor, asked.data);
    const bytes = await xlsxOf(table);
    return attachment(reply, { name: `${name}.xlsx`, type: xlsx }).send(Buffer.from(bytes));
  });
};
