import { z } from "zod";
import { authorise, may } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import { attachment } from "../../platform/http/attachment.ts";
import { actorOf } from "../../platform/http/context.ts";
import type { Module } from "../../platform/module.ts";
import { say } from "./messages.ts";
import { draftChildDocument } from "./service/drafting.ts";

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** GET /files/plans/{id}/draft: a child plan as a .docx in the unit's own official form, to those who may read it. */
export const planDownloads: NonNullable<Module["downloads"]> = (app, { clock }, contextOf) => {
  app.get<{ Params: { id: string }; Querystring: { edition?: string } }>("/files/plans/:id/draft", async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "plan:view"), "plan:view");
    const id = z.uuid().safeParse(request.params.id);
    const edition = z.coerce.number().int().min(1).optional().safeParse(request.query.edition);
    if (!id.success || !edition.success) throw problem("not_found", say("noPlan"));
    const { name, bytes } = await draftChildDocument(context.db, actor, clock, id.data, edition.data);
    return attachment(reply, { name, type: word }).send(Buffer.from(bytes));
  });
};
