import type { Actor } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import type { PersonId, Thing } from "../../kernel/ids.ts";
import type { Database } from "../../platform/database/index.ts";
import type { HistoryEntry } from "./contract.ts";
import { tell, type Dictionary } from "./domain.ts";
import { say } from "./messages.ts";
import { actsOn } from "./store.ts";

/** What later slices give this one: their words, the names of people, and who may see a thing of which kind. */
export type HistoryPorts = {
  dictionary: Dictionary;
  personNames: (db: Database, ids: readonly PersonId[]) => Promise<Map<PersonId, string>>;
  /** Undefined for a kind that nobody answers for: then its history is shown to nobody. */
  visibility: (kind: string) => ((db: Database, actor: Actor, id: string) => Promise<boolean>) | undefined;
};

const PAGE = 50;

/** What was done to a thing, newest first, in words. */
export async function historyOf(
  db: Database,
  thing: Thing,
  ports: Pick<HistoryPorts, "dictionary" | "personNames">,
  before?: string,
): Promise<{ entries: HistoryEntry[]; more: boolean }> {
  const acts = await actsOn(db, thing, { before, limit: PAGE + 1 });
  const shown = acts.slice(0, PAGE);
  const people = [...new Set(shown.flatMap(({ personId, onBehalfOf }) => [personId ?? [], onBehalfOf ?? []].flat()))];
  const names = people.length === 0 ? new Map<PersonId, string>() : await ports.personNames(db, people);
  return { entries: shown.map((act) => tell(act, names, ports.dictionary)), more: acts.length > PAGE };
}

/** The same for somebody: absent and not visible look alike. */
export async function readHistory(
  db: Database,
  actor: Actor,
  { kind, id, before }: { kind: string; id: string; before?: string },
  ports: HistoryPorts,
): Promise<{ entries: HistoryEntry[]; more: boolean }> {
  const maySee = ports.visibility(kind);
  if (!maySee || !(await maySee(db, actor, id))) throw problem("not_found", say("notFound"));
  return historyOf(db, { kind, id }, ports, before);
}
