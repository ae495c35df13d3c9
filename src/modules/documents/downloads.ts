import { z } from "zod";
import { authorise, may } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import type { DocumentId } from "../../kernel/ids.ts";
import { attachment } from "../../platform/http/attachment.ts";
import { actorOf } from "../../platform/http/context.ts";
import type { Module } from "../../platform/module.ts";
import { say } from "./messages.ts";
import { checkPaper } from "./service/check-paper.ts";
import { findPageImage } from "./service/pages.ts";
import { getReadable } from "./service/scope.ts";

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * GET /files/documents/{id}/original: the file as it came; …/pages/{page}: the image of a recognised page; …/check: what the
 * plan check asks about it, as a paper. To those who may read the document.
 */
export const documentDownloads: NonNullable<Module["downloads"]> = (app, { files }, contextOf) => {
  app.get<{ Params: { id: string } }>("/files/documents/:id/original", async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "document:view"), "document:view");
    const id = z.uuid().safeParse(request.params.id);
    if (!id.success) throw problem("not_found", say("noDocument"));
    const { row } = await getReadable(context.db, actor, id.data as DocumentId);
    const content = await files.open(row.file_hash);
    return attachment(reply, { name: row.file_name, type: row.file_type }).header("content-length", row.file_size).send(content);
  });

  app.get<{ Params: { id: string } }>("/files/documents/:id/check", async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "document:view"), "document:view");
    const id = z.uuid().safeParse(request.params.id);
    if (!id.success) throw problem("not_found", say("noDocument"));
    const { name, bytes } = await checkPaper(context.db, actor, id.data as DocumentId, context.clock());
    return attachment(reply, { name, type: word }).send(Buffer.from(bytes));
  });

  app.get<{ Params: { id: string; page: string } }>("/files/documents/:id/pages/:page", async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "document:view"), "document:view");
    const wanted = z.object({ id: z.uuid(), page: z.coerce.number().int().min(1).max(10_000) }).safeParse(request.params);
    if (!wanted.success) throw problem("not_found", say("noPage"));
    const { hash, size } = await findPageImage(context.db, actor, wanted.data.id as DocumentId, wanted.data.page);
    const content = await files.open(hash);
    return attachment(reply, { name: `trang-${wanted.data.page}.jpg`, type: "image/jpeg" })
      .header("content-length", size)
      .send(content);
  });
};
