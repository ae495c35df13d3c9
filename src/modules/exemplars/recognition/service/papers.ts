import type { Readable } from "node:stream";
import { authorise, may, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { Database } from "../../../../platform/database/index.ts";
import type { Files } from "../../../../platform/files.ts";
import { renderOfficial } from "../../../documents/dispatch/render.ts";
import { unitsByIds } from "../../../units/index.ts";
import { getVisible } from "../../service/view.ts";
import { officialOf } from "../domain/document.ts";
import { say } from "../messages.ts";
import { certificates, type CertificateIn } from "../paper/certificate.ts";
import { itemsOf } from "../store/decisions.ts";
import { findRecognition, standingOf, type RecognitionRecord } from "../store/recognitions.ts";
import { seeDecision, sidesTo } from "./access.ts";
import { addressOf, mayPrint } from "./recognitions.ts";
import { printedList } from "./view.ts";

export type FileOut = { name: string; type: string; content: Readable | Buffer };
type Printing = { db: Database; files: Files; config: { url: string } };

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const pdf = "application/pdf";
const plain = (text: string): string => text.replaceAll("/", "-").slice(0, 90);

/** The decision as it stands now while it is a draft; the file that was kept when it was signed. */
export async function decisionFile({ db, files }: Printing, actor: Actor, id: string): Promise<FileOut> {
  authorise(may(actor, "exemplar:view"), "exemplar:view");
  const { record } = await seeDecision(db, actor, id);
  const name = plain(`${record.number === null ? "" : `${record.number} `}${record.title}`);
  if (record.docx_hash !== null) return { name: `${name}.docx`, type: word, content: await files.open(record.docx_hash) };
  const items = await itemsOf(db, id);
  const list = record.frozen?.list ?? printedList(items, await unitsByIds(db, [...new Set(items.map(({ lead_id }) => lead_id))]));
  const { year, header, decided_on: day } = record;
  const number = record.number === null ? null : (/^[0-9]+\p{L}?/u.exec(record.number)?.[0] ?? record.number);
  const draft = officialOf({ header, list, year, number, day, draft: record.state === "draft" });
  return { name: `${name}.docx`, type: word, content: Buffer.from(await renderOfficial(draft)) };
}

export async function scanFile({ db, files }: Printing, actor: Actor, id: string): Promise<FileOut> {
  authorise(may(actor, "exemplar:view"), "exemplar:view");
  const { record } = await seeDecision(db, actor, id);
  if (record.scan_hash === null) throw problem("not_found", say("noFile"));
  return {
    name: record.scan_name ?? "scan",
    type: record.scan_type ?? "application/octet-stream",
    content: await files.open(record.scan_hash),
  };
}

const certificateOf = (record: RecognitionRecord, url: string): CertificateIn => ({
  header: record.header,
  name: record.printed_as,
  kind: record.kind,
  field: record.field,
  unit: record.unit_name,
  year: record.year,
  number: record.number,
  day: record.decided_on,
  signer: record.signer_name,
  code: record.certificate_code,
  address: addressOf(url, record.certificate_code),
});

/** The certificate of one recognition, as long as it stands. */
export async function certificateFile({ db, config }: Printing, actor: Actor, id: string): Promise<FileOut> {
  authorise(may(actor, "exemplar:view"), "exemplar:view");
  const record = await findRecognition(db, id);
  if (!record) throw problem("not_found", say("noRecognition"));
  const { sides } = await getVisible(db, actor, record.exemplar_id);
  authorise(mayPrint(sides, await sidesTo(db, actor, record.body_id)), "exemplar:view");
  if (record.revoked_on !== null) throw problem("wrong_state", say("revokedPaper"));
  return {
    name: `${plain(`Giấy chứng nhận ${record.printed_as}`)}.pdf`,
    type: pdf,
    content: await certificates([certificateOf(record, config.url)]),
  };
}

/** Those of a whole decision, for the office that prints them. */
export async function certificatesFile({ db, config }: Printing, actor: Actor, id: string): Promise<FileOut> {
  authorise(may(actor, "exemplar:recognise"), "exemplar:recognise");
  const { record, sides } = await seeDecision(db, actor, id);
  authorise(sides.owns, "exemplar:recognise");
  const list = await standingOf(db, id);
  if (record.state !== "signed" || list.length === 0) throw problem("not_found", say("noFile"));
  const content = await certificates(list.map((one) => certificateOf(one, config.url)));
  return { name: `${plain(`Giấy chứng nhận theo ${record.number ?? ""}`)}.pdf`, type: pdf, content };
}
