import type { Item, ItemKind } from "../../../../src/modules/documents/contract.ts";
import { CERTAIN, expectedFields, inTextOrder, isOptionalEmpty } from "../order.ts";
import { screens, sections } from "./headings.ts";
import { alone, sum, wasDoubtful, type Given, type Question, type Weigh } from "./question.ts";

/** More than a screen of doubtful sentences is not read before it is answered. */
const AT_ONCE = 8;
/** What is certain is run over with the eye. */
const AT_A_GLANCE = 12;

const isOpen = ({ state }: Item) => state === "proposed";

const isMissing = (item: Item) => item.kind === "header" && item.value.text === null && expectedFields.has(item.value.field);

/** Fields that every document has; this one does not seem to. */
export function missingQuestions({ divided }: Given, open: readonly Item[]): Question[] {
  const missing = open.filter(isMissing);
  const isAlone = ({ id }: Item) => divided.has(alone("missing", id));
  const together = missing.filter((item) => !isAlone(item));
  return [together, ...missing.filter(isAlone).map((item) => [item])]
    .filter((part) => part.length > 0)
    .map((part) => ({
      key: part === together ? "missing" : `missing:${part[0]?.id ?? ""}`,
      kind: "missing",
      items: part,
      words: "",
      value: 2,
      divisible: part.length > 1,
    }));
}

/** A screen named after its first item, decided or not: what is decided in it neither renames it nor moves the next one up. */
function screenQuestions(
  kind: "read" | "glance",
  items: readonly Item[],
  { read, words, most, divided }: { read: ItemKind; words: string; most: number; divided: ReadonlySet<string> },
  weigh: Weigh,
): Question[] {
  return screens(items, most).flatMap((part) => {
    const open = part.filter(isOpen);
    const isAlone = ({ id }: Item) => divided.has(alone(kind, id));
    const together = open.filter((item) => !isAlone(item));
    return [together, ...open.filter(isAlone).map((item) => [item])]
      .filter((list) => list.length > 0)
      .map((list): Question => {
        const key = list === together ? `${kind}:${part[0]?.id ?? ""}` : `${kind}:alone:${list[0]?.id ?? ""}`;
        return { key, kind, words, read, items: list, value: sum(list, weigh), divisible: list.length > 1 };
      });
  });
}

/**
 * Whether what was read is one at all, asked for a chapter together; its sentences stand under the question. A chapter of many
 * doubtful sentences is asked in screens.
 */
export function readQuestions(given: Given, offers: readonly Question[], weigh: Weigh): Question[] {
  const left = new Set(offers.flatMap(({ offer }) => offer?.items.filter(({ value }) => value === null).map(({ item }) => item) ?? []));
  const doubtful = inTextOrder(given.items).filter(wasDoubtful);
  const unsure = (item: Item) => {
    // Who leads a section waits for this.
    const waits = item.kind === "task" && item.value.lead.length === 0 ? 0.8 : 0;
    return weigh(item) * (1 - (item.confidence ?? 1) + waits);
  };
  return kindsOf(doubtful).flatMap(([read, items]) =>
    sections(items, given.outline, ([chapter]) => chapter).flatMap(({ heading, items: list }) =>
      screenQuestions("read", list, { read, words: heading?.title ?? "", most: AT_ONCE, divided: given.divided }, unsure)
        .map((question) => ({ ...question, items: question.items.filter(({ id }) => !left.has(id)) }))
        .filter((question) => question.items.length > 0),
    ),
  );
}

/** Read with certainty: confirmed kind by kind with one look at what was read, after everything that is asked. */
export function glanceQuestions(given: Given, questions: readonly Question[]): Question[] {
  const asked = new Set(questions.flatMap(({ items }) => items.map(({ id }) => id)));
  const sure = inTextOrder(given.items).filter((item) => ((item.confidence ?? 0) >= CERTAIN || isOptionalEmpty(item)) && !isMissing(item));
  return kindsOf(sure).flatMap(([read, items]) =>
    screenQuestions("glance", items, { read, words: "", most: AT_A_GLANCE, divided: given.divided }, () => 0)
      // What another question is about comes after it.
      .map((question) => ({ ...question, items: question.items.filter(({ id }) => !asked.has(id)) }))
      .filter((question) => question.items.length > 0),
  );
}

function kindsOf(items: readonly Item[]): [ItemKind, Item[]][] {
  const found = new Map<ItemKind, Item[]>();
  for (const item of items) found.set(item.kind, [...(found.get(item.kind) ?? []), item]);
  return [...found];
}
