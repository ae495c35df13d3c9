import { z } from "zod";
import { authorise, may } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { attachment } from "../../../platform/http/attachment.ts";
import { actorOf } from "../../../platform/http/context.ts";
import type { Module } from "../../../platform/module.ts";
import { unitIdIn } from "../../units/contract.ts";
import { listPaper, listSheet } from "./lists.ts";
import { say } from "./messages.ts";

const Asked = z.object({ unitId: unitIdIn.optional(), year: z.coerce.number().int().min(1990).max(2100).optional() });

const files = {
  "list.xlsx": { make: listSheet, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  "list.docx": { make: listPaper, type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
} as const;

/** GET /files/exemplars/list.xlsx|list.docx?unitId&year: the list of an area and year, to whom its board is open. */
export const listDownloads: NonNullable<Module["downloads"]> = (app, _services, contextOf) => {
  for (const [path, { make, type }] of Object.entries(files))
    app.get(`/files/exemplars/${path}`, async (request, reply) => {
      const context = await contextOf(request, reply);
      const actor = actorOf(context);
      authorise(may(actor, "exemplar:view"), "exemplar:view");
      const asked = Asked.safeParse(request.query);
      if (!asked.success) throw problem("invalid_input", say("whichList"));
      const { name, bytes } = await make(context, actor, asked.data);
      return attachment(reply, { name, type }).send(Buffer.from(bytes));
    });
};
