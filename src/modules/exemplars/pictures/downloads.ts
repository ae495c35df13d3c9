import type { FastifyReply } from "fastify";
import { z } from "zod";
import { authorise, may } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { attachment } from "../../../platform/http/attachment.ts";
import { actorOf } from "../../../platform/http/context.ts";
import type { Module } from "../../../platform/module.ts";
import { PictureSize } from "./contract.ts";
import { say } from "./messages.ts";
import { openPaper, openSize } from "./view.ts";

const noPicture = () => problem("not_found", say("noPicture"));
const Asked = z.object({ picture: z.uuid(), size: PictureSize });

/** GET /files/exemplars/pictures/{picture}/{size} and /files/exemplars/papers/{paper}: for those who may see them, at each request. */
export const pictureDownloads: NonNullable<Module["downloads"]> = (app, { files }, contextOf) => {
  app.get("/files/exemplars/pictures/:picture/:size", async (request, reply): Promise<FastifyReply> => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "exemplar:view"), "exemplar:view");
    const asked = Asked.safeParse(request.params);
    if (!asked.success) throw noPicture();
    const { hash, name } = await openSize(context.db, actor, asked.data.picture, asked.data.size);
    // Kept by this browser and asked about each time: a gallery on a village's line is not sent twice, a right that ended ends.
    const tag = `"${hash}"`;
    attachment(reply, { name, type: "image/jpeg" }).headers({ "cache-control": "private, no-cache", etag: tag });
    if (request.headers["if-none-match"] === tag) return reply.code(304).send();
    return reply.send(await files.open(hash));
  });

  app.get<{ Params: { paper: string } }>("/files/exemplars/papers/:paper", async (request, reply): Promise<FastifyReply> => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "exemplar:view"), "exemplar:view");
    if (!z.uuid().safeParse(request.params.paper).success) throw noPicture();
    const paper = await openPaper(context.db, actor, request.params.paper);
    return attachment(reply, paper).send(await files.open(paper.hash));
  });
};
