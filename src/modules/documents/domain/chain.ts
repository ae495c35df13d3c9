/** A citation: the document `from` names the document `to`. */
export type Edge = { from: string; to: string };
export type Level<E extends Edge> = { node: string; level: number; through: E[] };

/**
 * How far each document stands from one: 1 for those that cite it (or that it cites), 2 for those that cite these, and so
 * on; each at its nearest level, with the edges to the level before. `deepest` levels at most.
 */
export function levelsFrom<E extends Edge>(root: string, edges: readonly E[], way: "down" | "up", deepest: number): Level<E>[] {
  const [near, far] = way === "down" ? (["to", "from"] as const) : (["from", "to"] as const);
  const byNear = Map.groupBy(edges, (edge) => edge[near]);
  const levels = new Map<string, Level<E>>();
  let border = [root];
  for (let level = 1; level <= deepest && border.length > 0; level++) {
    const next: string[] = [];
    for (const node of border) {
      for (const edge of byNear.get(node) ?? []) {
        const other = edge[far];
        if (other === root) continue;
        const known = levels.get(other);
        if (known === undefined) {
          levels.set(other, { node: other, level, through: [edge] });
          next.push(other);
        } else if (known.level === level) known.through.push(edge);
      }
    }
    border = next;
  }
  return [...levels.values()];
}
