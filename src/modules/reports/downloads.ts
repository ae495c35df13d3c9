import { z } from "zod";
import { authorise, may, type Actor } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import type { Database } from "../../platform/database/index.ts";
import { attachment } from "../../platform/http/attachment.ts";
import { actorOf } from "../../platform/http/context.ts";
import type { Module } from "../../platform/module.ts";
import { titleOf } from "./domain/header.ts";
import { say } from "./messages.ts";
import { seeReport } from "./service/access.ts";
import type { ReportSources } from "./service/live.ts";
import { draftFile } from "./service/previewing.ts";
import { blocksOf } from "./store/blocks.ts";
import type { ReportRow } from "./store/reports.ts";

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function readable(db: Database, actor: Actor, id: string): Promise<ReportRow> {
  authorise(may(actor, "report:view"), "report:view");
  const known = z.uuid().safeParse(id);
  if (!known.success) throw problem("not_found", say("noReport"));
  return (await seeReport(db, actor, known.data)).report;
}

/** "05 BC-MTTQ-BTT Báo cáo kết quả ….docx" */
export const fileNameOf = ({ header, number, symbol }: Pick<ReportRow, "header" | "number" | "symbol">): string =>
  `${number === null ? "" : `${number}${symbol} `}${titleOf(header).slice(0, 80)}.docx`.replaceAll("/", "-");

/** GET /files/reports/{id}/docx: a draft as it stands now, or the signed file; /scan: the signed scan. */
export const reportDownloads =
  (sources: ReportSources): NonNullable<Module["downloads"]> =>
  (app, { clock, files }, contextOf) => {
    app.get<{ Params: { id: string } }>("/files/reports/:id/docx", async (request, reply) => {
      const context = await contextOf(request, reply);
      const actor = actorOf(context);
      const report = await readable(context.db, actor, request.params.id);
      const headers = attachment(reply, { name: fileNameOf(report), type: word });
      if (report.docxHash !== null) return headers.send(await files.open(report.docxHash));
      return headers.send(
        Buffer.from(await draftFile(context.db, sources, report, { blocks: await blocksOf(context.db, report.id), now: clock() })),
      );
    });

    app.get<{ Params: { id: string } }>("/files/reports/:id/scan", async (request, reply) => {
      const context = await contextOf(request, reply);
      const report = await readable(context.db, actorOf(context), request.params.id);
      if (report.scanHash === null) throw problem("not_found", say("noFile"));
      const content = await files.open(report.scanHash);
      return attachment(reply, { name: report.scanName ?? "scan", type: report.scanType ?? "application/octet-stream" }).send(content);
    });
  };
