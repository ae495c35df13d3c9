import { fold } from "../../../../src/kernel/text.ts";
import type { CorrectionOffer, DocumentText, Due, Item, ItemKind, Unresolved } from "../../../../src/modules/documents/contract.ts";
import { CERTAIN } from "../order.ts";

/** One thing that is asked, with every item that its answer settles. */
export type Question = {
  /** The same as long as it asks the same. */
  key: string;
  kind: "issuer" | "offer" | "who" | "names" | "lead" | "date" | "sameDate" | "missing" | "read" | "glance";
  /** Concerned items, in the order of the text. */
  items: Item[];
  /** What it is about, as printed: an expression, the words of a deadline, a heading. */
  words: string;
  /** How much depends on the answer, times how unsure it is. Only compared with others of the same document. */
  value: number;
  /** Of items that are asked about together: the kind they were read as. */
  read?: ItemKind;
  offer?: CorrectionOffer;
  /** Expressions that are asked about together. */
  names?: string[];
  /** The deadline that the other tasks of the section have, with how many have it. */
  due?: Due;
  dated?: number;
  /** Its items can be asked about in smaller groups. */
  divisible: boolean;
};

export type Given = {
  items: readonly Item[];
  unresolved: Unresolved | undefined;
  offers: readonly CorrectionOffer[];
  outline: DocumentText["outline"];
  /** Keys of questions whose answer was "leave it as it is". */
  kept: ReadonlySet<string>;
  /** Keys of questions that are to be asked in smaller groups, and of items that are to be asked about alone (`alone`). */
  divided: ReadonlySet<string>;
};

export type Weigh = (item: Item) => number;

const kindStake: Record<ItemKind, number> = { task: 3, target: 3, reporting: 3, event: 1.5, citation: 1, header: 2 };

/** What hangs on an item: its kind, how many units it addresses, whether it has a deadline. */
export function stakes(unresolved: Unresolved | undefined): Weigh {
  const units = new Map<string, number>();
  for (const { units: meant, uses } of unresolved?.addressees ?? [])
    for (const { item, as } of uses) if (as !== "receiver") units.set(item, (units.get(item) ?? 0) + meant.length);
  return (item) => {
    const dated = (item.kind === "task" || item.kind === "reporting") && item.value.due.kind !== "none" ? 1 : 0;
    return kindStake[item.kind] + Math.log2(1 + (units.get(item.id) ?? 0)) / 2 + dated;
  };
}

export const sum = (items: readonly Item[], weigh: Weigh): number => items.reduce((total, item) => total + weigh(item), 0);

export const sameWords = (one: string, other: string): boolean => fold(one) === fold(other);

/** Read with doubt, whatever was decided about it since. */
export const wasDoubtful = ({ confidence }: Item): boolean => confidence !== null && confidence < CERTAIN;

/** Whether it is a task at all is asked first: an answer about who leads what is left out would be for nothing. */
export const isDoubtful = (item: Item): boolean => item.state === "proposed" && wasDoubtful(item);

/** What marks an item as taken out of its group, to be asked about by itself. */
export const alone = (kind: Question["kind"], id: string): string => `${kind}:of:${id}`;
