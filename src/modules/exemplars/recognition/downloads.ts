import { z } from "zod";
import { problem } from "../../../kernel/errors.ts";
import { attachment } from "../../../platform/http/attachment.ts";
import { actorOf } from "../../../platform/http/context.ts";
import type { Module } from "../../../platform/module.ts";
import { say } from "./messages.ts";
import { testPrint } from "./service/blanks.ts";
import { certificateFile, certificatesFile, decisionFile, scanFile } from "./service/papers.ts";

function idIn(text: string): string {
  const id = z.uuid().safeParse(text);
  if (!id.success) throw problem("not_found", say("noDecision"));
  return id.data;
}

/**
 * GET /files/exemplar-decisions/{id}/docx: a draft as it stands, or the signed file; /scan; /certificates: of all that stand.
 * /files/exemplar-recognitions/{id}/certificate: of one. /files/print-blanks/{id}/test: samples in their frames.
 */
export const recognitionDownloads: NonNullable<Module["downloads"]> = (app, { config, files }, contextOf) => {
  for (const [path, file] of [
    ["exemplar-decisions/:id/docx", decisionFile],
    ["exemplar-decisions/:id/scan", scanFile],
    ["exemplar-decisions/:id/certificates", certificatesFile],
    ["exemplar-recognitions/:id/certificate", certificateFile],
  ] as const)
    app.get<{ Params: { id: string } }>(`/files/${path}`, async (request, reply) => {
      const context = await contextOf(request, reply);
      const { content, ...out } = await file({ db: context.db, files, config }, actorOf(context), idIn(request.params.id));
      return attachment(reply, out).send(content);
    });

  app.get<{ Params: { id: string } }>("/files/print-blanks/:id/test", async (request, reply) => {
    const context = await contextOf(request, reply);
    const { content, ...out } = await testPrint(context.db, actorOf(context), idIn(request.params.id));
    return attachment(reply, out).send(content);
  });
};
