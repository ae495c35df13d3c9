import type { SystemActor } from "../../../kernel/actor.ts";
import type { DocumentId, UnitId } from "../../../kernel/ids.ts";
import { vietnamDate } from "../../../kernel/time/index.ts";
import { transaction, type Database, type Transaction } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { resolveAddressees } from "../../units/index.ts";
import { compilePlan } from "../compile/index.ts";
import { compilerVersion } from "../compile/version.ts";
import type { CompiledPlan, Header } from "../compile/plan.ts";
import { isAmended, itemsOf, type Proposal } from "../domain/items.ts";
import { mergeReading } from "../domain/recompile.ts";
import { say } from "../messages.ts";
import { findDocument, findDocumentForUpdate, getText, savePlan, updateDocument, type DocumentRow } from "../store/documents.ts";
import { insertProposals, listItems, refreshProposal, removeItems } from "../store/items.ts";
import { enterHeader } from "./header.ts";
import { knownBodies } from "./unit-names.ts";
import { markDocument } from "./marking.ts";

const compiler: SystemActor = { system: "compiler" };

/**
 * Reads the plan out of a document's text, in a job. Run twice it does nothing the second time. A text on which the
 * compiler itself fails is told on the document: trying the same program on the same text again would fail again.
 */
export async function compileDocument(db: Database, id: DocumentId, now: Date): Promise<void> {
  const document = await findDocument(db, id);
  if (document?.state !== "compiling") return;
  const { text } = await getText(db, id);
  const units = await knownBodies(db);
  let reading: { plan: CompiledPlan; proposals: Proposal[] };
  try {
    const plan = compilePlan(text, { units });
    reading = { plan, proposals: itemsOf(plan, text.split("\n")) };
  } catch (error) {
    await fail(db, id);
    throw error;
  }
  const issuerUnit = document.issuer_unit_id ?? (await issuerOf(db, document, reading.plan.header, now));
  await transaction(db, async (tx) => {
    const row = await findDocumentForUpdate(tx, id);
    if (row?.state !== "compiling") return;
    await takeOver(tx, id, reading.proposals);
    await savePlan(tx, id, reading.plan);
    await markDocument(tx, id, text, reading.plan);
    await updateDocument(tx, id, { state: "review", compiler: compilerVersion, failure: null, issuer_unit_id: issuerUnit });
    await enterHeader(tx, id);
    await recordAct(tx, compiler, {
      act: "document:compile",
      thing: { kind: "document", id },
      unitId: row.unit_id,
      after: { count: reading.proposals.length },
    });
  });
}

async function fail(db: Database, id: DocumentId) {
  await transaction(db, async (tx) => {
    const row = await findDocumentForUpdate(tx, id);
    if (row?.state === "compiling") await updateDocument(tx, id, { state: "failed", failure: say("compileFailed") });
  });
}

/** Puts a reading into the review, leaving what people decided as it is. */
async function takeOver(tx: Transaction, id: DocumentId, fresh: Proposal[]) {
  const known = await listItems(tx, id);
  const merge = mergeReading(
    known.map(({ id: item, kind, compiled_id, line, quote, state, original, value }) => ({
      id: item,
      kind,
      compiledId: compiled_id,
      line,
      quote,
      // An answer given before the item was decided is kept as well.
      state: state === "proposed" && isAmended({ value, original }) ? "corrected" : state,
      isAdded: original === null,
    })),
    fresh,
  );
  await removeItems(tx, merge.remove);
  for (const { id: item, proposal } of merge.refresh) await refreshProposal(tx, item, proposal);
  await insertProposals(tx, id, merge.insert);
}

/** The unit that issued it, when its printed name means exactly one unit; otherwise a person chooses. */
async function issuerOf(db: Database, document: DocumentRow, header: Header, now: Date): Promise<UnitId | null> {
  if (!header.issuer) return null;
  const { units, unclear } = await resolveAddressees(db, { expression: header.issuer, issuer: document.unit_id, asOf: vietnamDate(now) });
  return units.length === 1 && unclear.length === 0 ? (units[0]?.id ?? null) : null;
}
