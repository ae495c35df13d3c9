import { randomBytes } from "node:crypto";
import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import { formatDate, vietnamDate, type CalendarDate } from "../../../../kernel/time/index.ts";
import type { Transaction } from "../../../../platform/database/index.ts";
import { renderOfficial } from "../../../documents/dispatch/render.ts";
import { readScan, type Scan } from "../../../documents/index.ts";
import { recordAct } from "../../../audit/index.ts";
import { unitsByIds } from "../../../units/index.ts";
import { tellMilestone } from "../../life/service/milestones.ts";
import { unitIn } from "../../service/view.ts";
import type { DecisionDetail } from "../contract.ts";
import { certificateCode } from "../domain/code.ts";
import { officialOf, symbolOf } from "../domain/document.ts";
import { districtsEnded } from "../domain/rules.ts";
import { levelNames, say } from "../messages.ts";
import { mayPrepare } from "../policy.ts";
import type { DecisionHeader, PrintedItem } from "../shapes.ts";
import { itemsOf, type DecisionChange, type DecisionRecord, type ItemRecord } from "../store/decisions.ts";
import { insertRecognitions } from "../store/recognitions.ts";
import { seeDecision, type Issuing } from "./access.ts";
import { mustStand, perform, type Which } from "./drafting.ts";
import { nextDecisionNumber, takeDecisionNumber } from "./numbering.ts";
import { printedList, printedUnit } from "./view.ts";

const wrong = (field: string, text: ReturnType<typeof say>) => problem("invalid_input", text, { fields: { [field]: text.vi } });

/** Takes a number of the body's series; refused when it was given before. */
async function numbered(
  tx: Transaction,
  record: DecisionRecord,
  { given, symbol, day }: { given: string | undefined; symbol: string; day: CalendarDate },
): Promise<{ number: string; printed: string }> {
  const { body_id, header, id } = record;
  const next = await nextDecisionNumber(tx, body_id, { form: header.form, symbol, day });
  const { series } = next;
  const number = given || next.number;
  if (!(await takeDecisionNumber(tx, { unitId: body_id, symbol, series, number, thing: { kind: "exemplar-decision", id } }))) {
    const text = say("numberTaken", { number: `${number}${symbol}`, series });
    throw problem("conflict", text, { fields: { number: text.vi } });
  }
  return { number, printed: `${number}${symbol}` };
}

/** Every line becomes a recognition with a code of its own; each exemplar's history says so. */
async function recognise(
  tx: Transaction,
  actor: Actor,
  record: DecisionRecord,
  { items, day, number, now }: { items: readonly ItemRecord[]; day: CalendarDate; number: string; now: Date },
): Promise<PrintedItem[]> {
  const units = await unitsByIds(tx, [...new Set(items.map(({ lead_id }) => lead_id))]);
  await insertRecognitions(
    tx,
    { decisionId: record.id, level: record.level, year: record.year, day },
    items.map((item) => {
      const unit = unitIn(units, item.lead_id);
      return {
        exemplarId: item.exemplar_id,
        kind: item.kind,
        field: item.field,
        printedAs: item.printed_as,
        unitName: printedUnit(unit),
        areaName: unit.areaName ?? null,
        deed: item.deed,
        consentOn: item.consent_on,
        consentHow: item.consent_how,
        code: certificateCode(randomBytes(15)),
      };
    }),
  );
  const text = `${levelNames[record.level].vi}: ${say("milestone", { number, day: formatDate(day) }).vi}`;
  for (const { exemplar_id, lead_id } of items) {
    await tellMilestone(tx, actor, exemplar_id, { kind: "recognised", onDate: day, text, of: record.id }, now);
    await recordAct(tx, actor, {
      act: "exemplar:recognise",
      thing: { kind: "exemplar", id: exemplar_id },
      unitId: lead_id,
      after: { recognitionLevel: record.level, decisionNumber: number, decidedOn: day },
    });
  }
  return printedList(items, units);
}

const withSigner = (header: DecisionHeader, name: string, title = header.signature.title): DecisionHeader => ({
  ...header,
  signature: { ...header.signature, name, title },
});

/** Signs: number and day are taken, the .docx is kept, every line is recognised. Not by whoever drafted it. */
export function signDecision(
  services: Issuing,
  actor: Actor,
  { number: given, day: asked, ...which }: Which & { number?: string | undefined; day?: CalendarDate | undefined },
): Promise<DecisionDetail> {
  return perform(services, actor, which, { act: "sign", recorded: "sign" }, async (tx, record): Promise<DecisionChange> => {
    const now = services.clock();
    const today = vietnamDate(now);
    const day = asked ?? today;
    if (day > today) throw wrong("day", say("dayAhead"));
    await mustStand(tx, record, { day: now, paper: false });
    const header = withSigner(record.header, actor.personName);
    const { number, printed } = await numbered(tx, record, { given, symbol: symbolOf(header), day });
    const list = await recognise(tx, actor, record, { items: await itemsOf(tx, record.id), day, number: printed, now: services.clock() });
    const docx = await renderOfficial(officialOf({ header, list, year: record.year, number, day, draft: false }));
    const { sha256 } = await services.files.put(docx);
    return {
      header,
      presentedAt: record.presented_at,
      signed: {
        number: printed,
        day,
        signer: actor.personName,
        post: header.signature.title,
        how: "here",
        by: actor.personId,
        frozen: { header, list },
        docxHash: sha256,
        scan: null,
      },
    };
  });
}

type OnPaper = Which & { number: string; day: CalendarDate; signer: string; post: string; file: File };

/** "12/QĐ-MTTQ-BTT" as it stands on paper, or "12" alone, which gets the body's own symbol. */
function readNumber(typed: string, symbol: string): { number: string; symbol: string } {
  const [, number, rest] = /^\s*([0-9]+\p{L}?)\s*(.*)$/u.exec(typed) ?? [];
  if (number === undefined) return { number: typed.trim(), symbol };
  return { number, symbol: rest ? rest.replaceAll(/\s+/g, "") : symbol };
}

/** The decision was signed by hand: its scan is kept and is the approval. The only way for decisions of former districts. */
export async function enterPaper(
  services: Issuing,
  actor: Actor,
  { number: typed, day, signer, post, file, ...which }: OnPaper,
): Promise<DecisionDetail> {
  const { record: seen, sides } = await seeDecision(services.db, actor, which.id);
  authorise(mayPrepare(actor, sides), "exemplar:recognise");
  // Before the scan is read, which takes a while.
  if (day > vietnamDate(services.clock())) throw wrong("day", say("dayAhead"));
  if (seen.level === "district" && day >= districtsEnded) throw wrong("day", say("dayDistrict"));
  const scan: Scan = await readScan(services.db, actor, services.files, file);
  return perform(services, actor, which, { act: "signOnPaper", recorded: "sign-on-paper" }, async (tx, record): Promise<DecisionChange> => {
    await mustStand(tx, record, { day: new Date(`${day}T12:00:00+07:00`), paper: true });
    const header = withSigner(record.header, signer, post);
    const read = readNumber(typed, symbolOf(header));
    const { printed } = await numbered(tx, record, { given: read.number, symbol: read.symbol, day });
    const list = await recognise(tx, actor, record, { items: await itemsOf(tx, record.id), day, number: printed, now: services.clock() });
    return {
      header,
      presentedAt: record.presented_at,
      signed: {
        number: printed,
        day,
        signer,
        post,
        how: "on-paper",
        by: actor.personId,
        frozen: { header, list },
        docxHash: null,
        scan: { hash: scan.hash, name: scan.name, type: scan.type },
      },
    };
  });
}
