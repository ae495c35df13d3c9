import { z } from "zod";
import { authorise, type Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { DocumentId, ExemplarId } from "../../../../kernel/ids.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { mayReadDocument } from "../../../documents/index.ts";
import { reaches } from "../../../units/index.ts";
import type { Life } from "../contract.ts";
import { takesFindings, type EvidenceKind } from "../kinds.ts";
import { say } from "../messages.ts";
import { kindsFor, mayFind, mayStrike } from "../policy.ts";
import { detailsOf, type EventIn } from "../shapes.ts";
import { eventsOf, insertEvent, strikeEvent } from "../store/events.ts";
import { insertFindings } from "../store/findings.ts";
import { actOnLife } from "./acting.ts";
import { checkDay, wrongField, type Living } from "./living.ts";
import { openToStrike } from "./view.ts";

/** The small fields of a kind, each as its schema wants it; empty ones are left out. */
function readDetails(kind: EvidenceKind, given: Record<string, unknown>): Record<string, unknown> {
  const read = z.safeParse(detailsOf[kind], given);
  if (!read.success) {
    const paths = read.error.issues.map(({ path, ...issue }) =>
      ["details", ...(issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : path)].join("."),
    );
    throw problem("invalid_input", say("detailWrong"), { fields: Object.fromEntries(paths.map((path) => [path, say("detailWrong").vi])) });
  }
  return Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined && value !== null && value !== ""));
}

/** Only what the person can open is named. */
async function checkDocuments(db: Database, actor: Actor, ids: readonly string[]): Promise<void> {
  for (const id of ids) if (!(await mayReadDocument(db, actor, id as DocumentId))) throw wrongField("documents", say("noDocument"));
}

/** Adds dated evidence; with a visit or an inspection what it found. */
export function addEvent(living: Living, actor: Actor, { id, ...input }: EventIn & { id: ExemplarId }): Promise<Life> {
  return actOnLife(living, actor, { id }, async ({ tx, record, sides, today, now }) => {
    authorise(kindsFor(actor, record.state, sides).includes(input.kind), "exemplar:register");
    checkDay(input.onDate, today);
    const details = readDetails(input.kind, input.details);
    if (input.text === "" && Object.keys(details).length === 0 && input.documents.length === 0 && input.findings.length === 0)
      throw wrongField("text", say("nothingSaid"));
    if (input.findings.length > 0 && !takesFindings(input.kind)) throw wrongField("findings", say("noFindings"));
    authorise(input.findings.length === 0 || mayFind(actor, sides), "exemplar:register");
    await checkDocuments(tx, actor, input.documents);
    const event = await insertEvent(
      tx,
      id,
      {
        kind: input.kind,
        onDate: input.onDate,
        unitId: actor.unitId,
        text: input.text,
        details,
        documents: [...new Set(input.documents)],
        typedBy: actor.personId,
      },
      now,
    );
    await insertFindings(tx, id, event, input.findings, input.onDate);
    return { act: "exemplar:event", after: { eventKind: input.kind, eventDay: input.onDate, findings: input.findings.length } };
  });
}

/** Takes evidence that is wrong out of what counts. It stays readable, with the reason. */
export function strikeEvidence(
  living: Living,
  actor: Actor,
  { id, eventId, reason }: { id: ExemplarId; eventId: string; reason: string },
): Promise<Life> {
  return actOnLife(living, actor, { id }, async ({ tx, record, now }) => {
    const event = (await eventsOf(tx, id)).find((each) => each.id === eventId);
    if (!event || !openToStrike(event.kind)) throw problem("not_found", say("noEvent"));
    const own = event.unit_id === actor.unitId || (await reaches(tx, actor.unitId, event.unit_id));
    authorise(mayStrike(actor, record.state, own), "exemplar:register");
    if (!(await strikeEvent(tx, id, eventId, { reason, by: actor.personId }, now))) throw problem("wrong_state", say("struckAlready"));
    return { act: "exemplar:strike-event", before: { eventKind: event.kind, eventDay: event.on_date }, note: reason };
  });
}
