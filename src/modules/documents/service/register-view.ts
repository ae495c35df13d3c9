import type { DocumentId, UnitId } from "../../../kernel/ids.ts";
import type { Database } from "../../../platform/database/index.ts";
import { unitsByIds } from "../../units/index.ts";
import type { CitedDocument, Copy } from "../contract.ts";
import { copiesOf, printedOf, type Printed } from "../store/citation-graph.ts";
import type { DocumentRow } from "../store/documents.ts";
import { copyOf } from "./view.ts";

/** Registered documents as the graph names them. */
export async function copyViews(db: Database, rows: readonly DocumentRow[]): Promise<Map<DocumentId, Copy>> {
  const units = await unitsByIds(db, [...new Set(rows.map(({ unit_id }) => unit_id))]);
  return new Map(rows.map((row) => [row.id, copyOf(row, units)]));
}

/** Nodes of the graph as a person sees them: by a readable copy where there is one, else by how citations print them. */
export async function citedViews(
  db: Database,
  scope: readonly UnitId[],
  nodes: readonly string[],
): Promise<{ views: Map<string, CitedDocument>; copies: Map<string, DocumentRow[]>; printed: Map<string, Printed> }> {
  const [rows, prints] = await Promise.all([copiesOf(db, scope, nodes), printedOf(db, scope, nodes)]);
  const copies = Map.groupBy(rows, ({ node }) => node);
  const printed = new Map(prints.map((print) => [print.node, print]));
  const shown = await copyViews(
    db,
    [...copies.values()].flatMap(([first]) => (first ? [first] : [])),
  );
  const views = new Map<string, CitedDocument>();
  for (const node of nodes) {
    const first = copies.get(node)?.[0];
    const print = printed.get(node);
    if (!first && !print) continue;
    views.set(node, citedView(node, print, first ? shown.get(first.id) : undefined));
  }
  return { views, copies, printed };
}

const citedView = (node: string, print: Printed | undefined, copy: Copy | undefined): CitedDocument => ({
  node,
  type: copy?.docType ?? print?.type ?? null,
  number: copy?.number ?? print?.number ?? null,
  date: copy?.date ?? print?.date ?? null,
  issuer: copy?.issuer ?? print?.issuer ?? null,
  title: copy?.subject ?? print?.title ?? null,
  copy: copy ?? null,
  citedBy: print?.citedBy ?? 0,
});
