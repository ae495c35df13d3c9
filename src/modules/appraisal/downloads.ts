import { z } from "zod";
import { problem } from "../../kernel/errors.ts";
import type { AppraisalRoundId } from "../../kernel/ids.ts";
import { attachment } from "../../platform/http/attachment.ts";
import { actorOf } from "../../platform/http/context.ts";
import type { Module } from "../../platform/module.ts";
import { say } from "./messages.ts";
import { minutesFile } from "./service/minutes.ts";

/** GET /files/appraisal-rounds/{id}/minutes: the minutes of the panel's meeting, as .docx. */
export const appraisalDownloads: NonNullable<Module["downloads"]> = (app, services, contextOf) => {
  app.get<{ Params: { id: string } }>("/files/appraisal-rounds/:id/minutes", async (request, reply) => {
    const context = await contextOf(request, reply);
    const id = z.uuid().safeParse(request.params.id);
    if (!id.success) throw problem("not_found", say("noRound"));
    const { content, ...file } = await minutesFile(context.db, actorOf(context), services, id.data as AppraisalRoundId);
    return attachment(reply, file).send(content);
  });
};
