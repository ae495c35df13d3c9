import { z } from "zod";
import { authorise, may } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import { attachment } from "../../platform/http/attachment.ts";
import { actorOf } from "../../platform/http/context.ts";
import type { Module } from "../../platform/module.ts";
import { say } from "./messages.ts";
import { getVisible } from "./service/view.ts";
import { findFile } from "./store/entries.ts";

/** GET /files/work/{file}: evidence, to those who may see the item that it belongs to. */
export const workDownloads: NonNullable<Module["downloads"]> = (app, { files }, contextOf) => {
  app.get<{ Params: { file: string } }>("/files/work/:file", async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "work:view"), "work:view");
    const id = z.uuid().safeParse(request.params.file);
    const file = id.success ? await findFile(context.db, id.data) : undefined;
    if (!file) throw problem("not_found", say("noFile"));
    await getVisible(context.db, actor, file.workId);
    return attachment(reply, file)
      .header("content-length", file.size)
      .send(await files.open(file.hash));
  });
};
