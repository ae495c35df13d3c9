import { z } from "zod";
import { authorise, may } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { ExemplarId, ExemplarRoundId } from "../../../kernel/ids.ts";
import { attachment } from "../../../platform/http/attachment.ts";
import { actorOf } from "../../../platform/http/context.ts";
import type { Module } from "../../../platform/module.ts";
import { unitIdIn } from "../../units/contract.ts";
import { say } from "../messages.ts";
import { paperOfOne, paperOfUnit } from "./service/paper.ts";

const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const One = z.object({ id: z.uuid() });
const OfUnit = z.object({ id: z.uuid(), unitId: unitIdIn });

/** GET /files/exemplars/{id}/registration.docx; GET /files/exemplar-rounds/{id}/registration.docx?unitId: to whoever may see them. */
export const registrationDownloads: NonNullable<Module["downloads"]> = (app, _services, contextOf) => {
  app.get("/files/exemplars/:id/registration.docx", async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "exemplar:view"), "exemplar:view");
    const asked = One.safeParse(request.params);
    if (!asked.success) throw problem("not_found", say("noExemplar"));
    const { name, bytes } = await paperOfOne(context, actor, asked.data.id as ExemplarId);
    return attachment(reply, { name, type }).send(Buffer.from(bytes));
  });

  app.get("/files/exemplar-rounds/:id/registration.docx", async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "exemplar:view"), "exemplar:view");
    const asked = OfUnit.safeParse({ ...(request.params as object), ...(request.query as object) });
    if (!asked.success) throw problem("not_found", say("noRound"));
    const { id, unitId } = asked.data;
    const { name, bytes } = await paperOfUnit(context, actor, { roundId: id as ExemplarRoundId, unitId });
    return attachment(reply, { name, type }).send(Buffer.from(bytes));
  });
};
