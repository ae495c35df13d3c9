import { fold } from "../../../kernel/text.ts";
import { tellingWords } from "./texts.ts";

/** As much of an exemplar as tells whether it is worth comparing in full. */
export type Sketch = {
  id: string;
  /** Where it is carried out: one commune, or one body above. */
  ground: string;
  leadId: number;
  name: string;
  place: string | null;
};

/** Found by the words that fewest share; what so many share tells nothing. */
const mostLooked = 120;
const mostNear = 4;

/**
 * For each row of a list those of the same ground that may be the same: the same name at the same lead always, then those that
 * share most telling words of the name, or the place. The work grows with the rows, not with rows × register.
 */
export function nearBy(rows: readonly Sketch[], around: readonly Sketch[]): Map<string, string[]> {
  const postings = new Map<string, Sketch[]>();
  const same = new Map<string, string[]>();
  for (const each of around) {
    for (const key of keysOf(each)) put(postings, key, each);
    put(same, nameKey(each), each.id);
  }
  return new Map(rows.map((row) => [row.id, near(row, postings, same.get(nameKey(row)) ?? [])]));
}

function near(row: Sketch, postings: ReadonlyMap<string, Sketch[]>, same: readonly string[]): string[] {
  const lists = keysOf(row)
    .flatMap((key) => (postings.has(key) ? [postings.get(key) ?? []] : []))
    .toSorted((a, b) => a.length - b.length);
  const shared = new Map<Sketch, number>();
  let looked = 0;
  for (const list of lists) {
    if (looked > 0 && looked + list.length > mostLooked) break;
    for (const other of list.slice(0, mostLooked)) shared.set(other, (shared.get(other) ?? 0) + 1);
    looked += list.length;
  }
  const best = [...shared]
    .filter(([other]) => other.id !== row.id)
    .toSorted(([a, x], [b, y]) => y - x || Number(b.leadId === row.leadId) - Number(a.leadId === row.leadId))
    .slice(0, mostNear)
    .map(([{ id }]) => id);
  return [...new Set([...same.slice(0, mostNear), ...best])].filter((id) => id !== row.id);
}

const nameKey = ({ leadId, name }: Sketch): string => `${leadId} ${fold(name)}`;

const keysOf = ({ ground, name, place }: Sketch): string[] => [
  ...[...new Set(tellingWords(name))].map((word) => `${ground} ${word}`),
  ...(place ? [`${ground} @${fold(place)}`] : []),
];

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
