import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId, PersonId } from "../../../kernel/ids.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { personNames } from "../../identity/index.ts";
import type { Check, DraftCheck } from "../check/contract.ts";
import { checkDocument } from "../check/index.ts";
import { say } from "../check/messages.ts";
import { compilePlan } from "../compile/index.ts";
import { mayUpload } from "../policy.ts";
import type { NamedBytes } from "../reading/extracted.ts";
import { decide, decisionsOf } from "../store/check.ts";
import { getText } from "../store/documents.ts";
import { contextOf } from "./check-context.ts";
import { getReadable } from "./scope.ts";
import { readOpenFile } from "./secrecy.ts";
import { knownBodies } from "./unit-names.ts";

/**
 * What the check asks about a document of the register, for the caller's own office: other offices that may read the
 * document have their own list, and nobody sees another's.
 */
export async function readCheck(db: Database, actor: Actor, id: DocumentId, now: Date): Promise<Check> {
  const { row } = await getReadable(db, actor, id);
  const { text, plan } = await getText(db, id);
  // Still being read, or it could not be: there is nothing to ask about yet.
  if (!plan) return { ready: false, findings: [], setAside: [] };
  const context = await contextOf(db, actor, { id, unit: row.issuer_unit_id ?? actor.unitId, text, plan, now });
  const [findings, decisions] = [checkDocument({ text, plan, context }), await decisionsOf(db, id, actor.unitId)];
  const decided = new Map(decisions.map((decision) => [decision.finding, decision]));
  const people = await personNames(db, [...new Set(decisions.map(({ decided_by }) => decided_by))] as PersonId[]);
  return {
    ready: true,
    findings: findings.filter(({ key }) => !decided.has(key)),
    setAside: findings.flatMap((finding) => {
      const decision = decided.get(finding.key);
      return decision ? [{ finding, by: people.get(decision.decided_by) ?? "", at: decision.decided_at.toISOString() }] : [];
    }),
  };
}

/** "Not a problem", or the question taken up again. Kept per document and office. */
export async function setFindingAside(
  db: Database,
  actor: Actor,
  { id, key, aside, now }: { id: DocumentId; key: string; aside: boolean; now: Date },
): Promise<Check> {
  authorise(mayUpload(actor), "document:upload");
  await transaction(db, async (tx) => {
    await getReadable(tx, actor, id);
    await decide(tx, { document: id, unit: actor.unitId, finding: key, aside }, actor.personId, now);
    // In the office's own history: the document's is read by other offices too.
    await recordAct(tx, actor, {
      act: aside ? "document:set-finding-aside" : "document:take-finding-up",
      thing: { kind: "unit", id: String(actor.unitId) },
      unitId: actor.unitId,
    });
  });
  return readCheck(db, actor, id, now);
}

/** A text longer than this belongs in the register, where it is read in the background. In characters: some 150 pages. */
const longest = 400_000;

/** Checks a file that is not registered. Nothing of it is kept; one with a secrecy mark is refused as at registration. */
export async function checkDraft(db: Database, actor: Actor, file: NamedBytes, now: Date): Promise<DraftCheck> {
  authorise(mayUpload(actor), "document:upload");
  if (file.bytes.length === 0) throw problem("invalid_input", say("draftEmpty"), { fields: { file: say("draftEmpty").vi } });
  const { text, lines, needsRecognition, notes } = await readOpenFile(db, actor, file);
  if (needsRecognition) throw problem("unsupported", say("draftScan"));
  if (text.trim() === "") throw problem("invalid_input", say("draftEmpty"), { fields: { file: say("draftEmpty").vi } });
  if (text.length > longest) throw problem("too_large", say("draftLong"));
  const plan = compilePlan(text, { units: await knownBodies(db) });
  const context = await contextOf(db, actor, { id: null, unit: actor.unitId, text, plan, now });
  const { docType, number, symbol, date, issuer, subject } = plan.header;
  return {
    lines,
    findings: checkDocument({ text, plan, context }),
    header: { docType, number: number ?? symbol, date, issuer, subject },
    counts: {
      words: text.split(/\s+/u).filter(Boolean).length,
      tasks: plan.tasks.length,
      targets: plan.targets.length,
      citations: plan.citations.length,
    },
    notes: notes.map((note) => note.text),
  };
}
