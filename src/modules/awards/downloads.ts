import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Actor } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import { attachment } from "../../platform/http/attachment.ts";
import { actorOf } from "../../platform/http/context.ts";
import type { Module } from "../../platform/module.ts";
import { contestFile } from "./contests/service/papers.ts";
import { AwardFilter } from "./contract.ts";
import { say } from "./messages.ts";
import { blanksFile } from "./service/blanks.ts";
import { decisionFile, minutesFile, reportFile, submissionFile } from "./service/documents.ts";
import { paperFile, scanFile, type FileOut } from "./service/papers.ts";
import { registerFile } from "./service/register-xlsx.ts";

type WithId = { Params: { id: string }; Querystring: Record<string, string> };

/** Files of awards; every one is made or opened for what the actor may see. */
export const awardDownloads: NonNullable<Module["downloads"]> = (app, { clock, db, files }, contextOf) => {
  const serve = (path: string, make: (actor: Actor, request: FastifyRequest<WithId>, id: string) => Promise<FileOut>) =>
    app.get<WithId>(path, async (request, reply: FastifyReply) => {
      const context = await contextOf(request, reply);
      const actor = actorOf(context);
      const id = z.uuid().safeParse(request.params.id);
      if (!id.success) throw problem("not_found", say("noPaper"));
      const { content, ...file } = await make(actor, request, id.data);
      return attachment(reply, file).send(content);
    });
  const reading = { db, clock };
  serve("/files/awards/candidates/:id/report", (actor, _, id) => reportFile(reading, actor, id));
  serve("/files/awards/campaigns/:id/submission", (actor, request, id) =>
    submissionFile(reading, actor, id, request.query["granter"] || null),
  );
  serve("/files/awards/meetings/:id/minutes", (actor, _, id) => minutesFile(reading, actor, id));
  serve("/files/awards/decisions/:id/docx", (actor, _, id) => decisionFile(reading, actor, id));
  serve("/files/awards/decisions/:id/blanks", (actor, { query: { blank, form, candidate } }, id) => {
    const [blankId, candidateId] = [z.uuid().safeParse(blank), z.uuid().optional().safeParse(candidate)];
    if (!blankId.success) throw problem("not_found", say("noBlank"));
    if (!candidateId.success) throw problem("not_found", say("noAward"));
    return blanksFile(db, actor, { decisionId: id, blankId: blankId.data, form, candidateId: candidateId.data });
  });
  serve("/files/awards/decisions/:id/scan", (actor, _, id) => scanFile(db, actor, files, id));
  serve("/files/awards/papers/:id", (actor, _, id) => paperFile(db, actor, files, id));
  serve("/files/awards/contests/papers/:id", (actor, _, id) => contestFile(db, actor, files, id));
  app.get<{ Querystring: Record<string, string> }>("/files/awards/register.xlsx", async (request, reply) => {
    const context = await contextOf(request, reply);
    const filter = AwardFilter.safeParse(request.query);
    if (!filter.success) throw problem("invalid_input", say("noAward"));
    const { content, ...file } = await registerFile(context.db, actorOf(context), filter.data);
    return attachment(reply, file).send(content);
  });
};
