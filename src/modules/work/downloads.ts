import { authorise, may } from "../../kernel/actor.ts";
import { attachment } from "../../platform/http/attachment.ts";
import { actorOf } from "../../platform/http/context.ts";
import type { Module } from "../../platform/module.ts";
import { findEvidence } from "./service/evidence.ts";

/** GET /files/work/{file}: evidence, to those who may see the item that it belongs to. */
export const workDownloads: NonNullable<Module["downloads"]> = (app, { files }, contextOf) => {
  app.get<{ Params: { file: string } }>("/files/work/:file", async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "work:view"), "work:view");
    const file = await findEvidence(context.db, actor, request.params.file);
    return attachment(reply, file)
      .header("content-length", file.size)
      .send(await files.open(file.hash));
  });
};
