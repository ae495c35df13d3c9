import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { DocumentId, UnitId } from "../../../kernel/ids.ts";
import { fold } from "../../../kernel/text.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { Chain, ChainLink, WantedDocument } from "../contract.ts";
import { milestonesOf } from "../domain/anniversaries.ts";
import { levelsFrom } from "../domain/chain.ts";
import { lawKey, lawNode } from "../domain/law.ts";
import { numberKey } from "../domain/number.ts";
import { say } from "../messages.ts";
import { citersOf, reachFrom, registeredLaw, sameNumber, unregistered, type CitingEdge } from "../store/citation-graph.ts";
import { findManyDocuments, type DocumentRow } from "../store/documents.ts";
import { endingsOf, setAside, takeBack } from "../store/register.ts";
import { citedViews, copyViews } from "./register-view.ts";
import { getReadable, scopeOf } from "./scope.ts";

/** The nearest so many documents each way, over so many levels: more is no longer read by anybody. */
const mostNodes = 500;
const mostLevels = 8;
const pageSize = 30;

type Asked = { document?: DocumentId | undefined; number?: string | undefined; title?: string | undefined; date?: string | undefined };

/** The citation graph round one document, registered or only cited, as far as this person may see. */
export async function readChain(db: Database, actor: Actor, asked: Asked): Promise<Chain> {
  const scope = await scopeOf(db, actor);
  const node = asked.document === undefined ? await nodeOf(db, scope, asked) : (await getReadable(db, actor, asked.document)).row.node;
  if (node === null) throw problem("not_found", say("noCitedDocument"));
  const [down, up, alike] = await Promise.all([
    reachFrom(db, scope, node, "down", mostNodes + 1),
    reachFrom(db, scope, node, "up", mostNodes + 1),
    /^(?:id|law):/.test(node) ? [] : sameNumber(db, scope, node, node.slice(0, node.lastIndexOf("@"))),
  ]);
  const below = levelsFrom(node, down, "down", mostLevels);
  const above = levelsFrom(node, up, "up", mostLevels);
  const nodes = [...new Set([node, ...alike, ...[...below, ...above].map((link) => link.node)])];
  const { views, copies, printed } = await citedViews(db, scope, nodes);
  const subject = views.get(node);
  // Nobody whom this person may read cites it, and it is not in their register: for them there is no such document.
  if (!subject) throw problem("not_found", say("noCitedDocument"));
  const endings = await endingsOf(db, scope, [node]);
  const enders = await copyViews(db, await findManyDocuments(db, [...new Set(endings.map((ending) => ending.document))]));
  const own = copies.get(node) ?? [];
  const shown = await copyViews(db, own);
  const link = (level: (typeof below)[number], way: "down" | "up"): ChainLink[] => {
    const view = views.get(level.node);
    return view ? [{ ...view, level: level.level, through: level.through.map((edge) => passage(edge, way)) }] : [];
  };
  return {
    subject,
    copies: own.flatMap(({ id }) => shown.get(id) ?? []),
    unlikeIssuers: printed.get(node)?.unlike ?? false,
    carriedOutBy: below.flatMap((level) => link(level, "down")),
    standsOn: above.flatMap((level) => link(level, "up")),
    cut: { carriedOutBy: below.length >= mostNodes, standsOn: above.length >= mostNodes },
    units: await issuersOf(db, below, copies),
    sameNumber: alike.flatMap((other) => views.get(other) ?? []),
    endedBy: endings.flatMap(({ document: by, line, words, how }) => {
      const copy = enders.get(by);
      return copy ? [{ document: copy, line, words, how }] : [];
    }),
    milestones: endings.length > 0 ? [] : milestonesOf(subject),
  };
}

/** The node that a number or the title of a law names; null when it names nothing. */
async function nodeOf(db: Database, scope: readonly UnitId[], { number, title, date = "" }: Asked): Promise<string | null> {
  const key = numberKey(number ?? null);
  if (key !== null) return `${key}@${date}`;
  const law = lawKey({ type: null, title: title ?? null });
  if (law === null) return null;
  return (await registeredLaw(db, scope, law, date === "" ? null : date)) ?? lawNode(law, date);
}

const passage = ({ from, to, document, line }: CitingEdge, way: "down" | "up") => ({ node: way === "down" ? to : from, document, line });

/** Who carries it out: issuers as units of the tree where they are known, else by their printed name. */
async function issuersOf(
  db: Database,
  levels: readonly { node: string; level: number }[],
  copies: ReadonlyMap<string, DocumentRow[]>,
): Promise<Chain["units"]> {
  const rows = levels.flatMap(({ node, level }) => {
    const row = copies.get(node)?.find(({ issuer_unit_id }) => issuer_unit_id !== null) ?? copies.get(node)?.[0];
    return row ? [{ row, level }] : [];
  });
  const ids = rows.flatMap(({ row }) => (row.issuer_unit_id === null ? [] : [row.issuer_unit_id]));
  const units = await unitsByIds(db, [...new Set(ids)] as UnitId[]);
  const byIssuer = new Map<string, Chain["units"][number]>();
  for (const { row, level } of rows) {
    const unit = row.issuer_unit_id === null ? null : (units.get(row.issuer_unit_id) ?? null);
    const name = unit?.name ?? row.issuer ?? null;
    if (name === null) continue;
    const key = unit ? String(unit.id) : fold(name);
    const before = byIssuer.get(key);
    if (before) {
      before.documents += 1;
      before.level = Math.min(before.level, level);
    } else byIssuer.set(key, { name, unit, documents: 1, level });
  }
  return [...byIssuer.values()].sort((a, b) => a.level - b.level || b.documents - a.documents || a.name.localeCompare(b.name, "vi"));
}

/** What is cited and not in the register, the most cited first: each is one upload away. */
export async function readWanted(
  db: Database,
  actor: Actor,
  { page, least, aside }: { page: number; least: number; aside: boolean },
): Promise<{ items: WantedDocument[]; total: number; pageSize: number }> {
  const scope = await scopeOf(db, actor);
  const rows = await unregistered(db, scope, { unit: actor.unitId, aside, least, offset: (page - 1) * pageSize, limit: pageSize });
  const nodes = rows.map(({ node }) => node);
  const [{ views }, citers] = await Promise.all([citedViews(db, scope, nodes), citersOf(db, scope, nodes, 5)]);
  const shown = await copyViews(db, citers);
  const items = nodes.flatMap((node): WantedDocument[] => {
    const view = views.get(node);
    const places = citers.flatMap(({ id, at, line }) => {
      const copy = at === node ? shown.get(id) : undefined;
      return copy ? [{ ...copy, line }] : [];
    });
    return view ? [{ ...view, citers: places }] : [];
  });
  return { items, total: rows[0]?.total ?? 0, pageSize };
}

/** A unit does not want a proposal again, or wants it back. Of no consequence for other units. */
export function setProposalAside(
  db: Database,
  actor: Actor,
  { proposal, aside }: { proposal: string; aside: boolean },
  now: Date,
): Promise<{ proposal: string; aside: boolean }> {
  return transaction(db, async (tx) => {
    authorise(may(actor, "document:review"), "document:review");
    if (aside) await setAside(tx, actor.unitId, proposal, actor.personId, now);
    else await takeBack(tx, actor.unitId, proposal);
    await recordAct(tx, actor, {
      act: aside ? "document:set-aside" : "document:take-back",
      thing: { kind: "unit", id: String(actor.unitId) },
      unitId: actor.unitId,
      after: { proposal },
    });
    return { proposal, aside };
  });
}
