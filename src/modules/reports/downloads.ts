import { z } from "zod";
import { problem } from "../../kernel/errors.ts";
import { attachment } from "../../platform/http/attachment.ts";
import { actorOf } from "../../platform/http/context.ts";
import type { Module } from "../../platform/module.ts";
import { say } from "./messages.ts";
import { scanFile, wordFile } from "./service/files.ts";
import type { ReportSources } from "./service/live.ts";

function idIn(text: string): string {
  const id = z.uuid().safeParse(text);
  if (!id.success) throw problem("not_found", say("noReport"));
  return id.data;
}

/** GET /files/reports/{id}/docx: a draft as it stands now, or the signed file; /scan: the signed scan. */
export const reportDownloads =
  (sources: ReportSources): NonNullable<Module["downloads"]> =>
  (app, { clock, files }, contextOf) => {
    app.get<{ Params: { id: string } }>("/files/reports/:id/docx", async (request, reply) => {
      const context = await contextOf(request, reply);
      const { content, ...file } = await wordFile(context.db, actorOf(context), { clock, files, sources }, idIn(request.params.id));
      return attachment(reply, file).send(content);
    });

    app.get<{ Params: { id: string } }>("/files/reports/:id/scan", async (request, reply) => {
      const context = await contextOf(request, reply);
      const { content, ...file } = await scanFile(context.db, actorOf(context), { files }, idIn(request.params.id));
      return attachment(reply, file).send(content);
    });
  };
