import type { Readable } from "node:stream";
import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { Database } from "../../../platform/database/index.ts";
import { titleOf } from "../domain/header.ts";
import { say } from "../messages.ts";
import { blocksOf } from "../store/blocks.ts";
import type { ReportRow } from "../store/reports.ts";
import { seeReport } from "./access.ts";
import { draftFile } from "./previewing.ts";
import type { Tools } from "./signing.ts";

export type FileOut = { name: string; type: string; content: Readable | Buffer };

export const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function readable(db: Database, actor: Actor, id: string): Promise<ReportRow> {
  authorise(may(actor, "report:view"), "report:view");
  return (await seeReport(db, actor, id)).report;
}

/** "05-BC-MTTQ-BTT Báo cáo kết quả ….docx" */
export const wordName = ({ header, number, symbol }: Pick<ReportRow, "header" | "number" | "symbol">): string =>
  `${number === null ? "" : `${number}${symbol} `}${titleOf(header).slice(0, 80)}.docx`.replaceAll("/", "-");

/** A draft as it stands now, or the file that was kept when it was signed. */
export async function wordFile(db: Database, actor: Actor, { files, clock, sources }: Tools, id: string): Promise<FileOut> {
  const report = await readable(db, actor, id);
  const content =
    report.docxHash === null
      ? Buffer.from(await draftFile(db, sources, report, { blocks: await blocksOf(db, report.id), now: clock() }))
      : await files.open(report.docxHash);
  return { name: wordName(report), type: wordType, content };
}

export async function scanFile(db: Database, actor: Actor, { files }: Pick<Tools, "files">, id: string): Promise<FileOut> {
  const { scanHash, scanName, scanType } = await readable(db, actor, id);
  if (scanHash === null) throw problem("not_found", say("noFile"));
  return { name: scanName ?? "scan", type: scanType ?? "application/octet-stream", content: await files.open(scanHash) };
}
