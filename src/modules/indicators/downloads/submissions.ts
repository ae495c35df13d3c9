import { authorise, may } from "../../../kernel/actor.ts";
import { attachment } from "../../../platform/http/attachment.ts";
import { actorOf } from "../../../platform/http/context.ts";
import type { Module } from "../../../platform/module.ts";
import { findDocument } from "../service/submissions-reading.ts";

/** GET /files/indicators/submissions/{id}/document: the signed scan, to those who send and who receive. */
export const submissionDownloads: NonNullable<Module["downloads"]> = (app, { files }, contextOf) => {
  app.get<{ Params: { id: string } }>("/files/indicators/submissions/:id/document", async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "indicator:view"), "indicator:view");
    const scan = await findDocument(context.db, actor, request.params.id);
    return attachment(reply, scan)
      .header("content-length", scan.size)
      .send(await files.open(scan.hash));
  });
};
