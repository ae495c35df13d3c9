import { fold } from "../../../src/kernel/text.ts";
import type { CorrectionOffer, DocumentText, Item, ItemKind, Unresolved } from "../../../src/modules/documents/contract.ts";
import { CERTAIN, expectedFields, inTextOrder } from "./order.ts";

/** One thing that is asked, with every item that its answer settles. */
export type Question = {
  /** The same as long as it asks the same. */
  key: string;
  kind: "issuer" | "offer" | "who" | "lead" | "date" | "missing" | "read";
  /** Concerned items, in the order of the text. */
  items: Item[];
  /** What it is about, as printed: an expression, the words of a deadline, a heading. */
  words: string;
  /** How much depends on the answer, times how unsure it is. Only compared with others of the same document. */
  value: number;
  /** Of items that are asked about together: the kind they were read as. */
  read?: ItemKind;
  offer?: CorrectionOffer;
  /** Its items can be asked about in smaller groups. */
  divisible: boolean;
};

type Given = {
  items: readonly Item[];
  unresolved: Unresolved | undefined;
  offers: readonly CorrectionOffer[];
  outline: DocumentText["outline"];
  /** Keys of questions whose answer was "leave it as it is". */
  kept: ReadonlySet<string>;
  /** Keys of questions that are to be asked in smaller groups. */
  divided: ReadonlySet<string>;
};

/** More than a screen of sentences is not read before it is answered. */
const AT_ONCE = 8;

const sameWords = (one: string, other: string) => fold(one) === fold(other);

/**
 * What to ask, the most valuable first: an answer is worth as much as depends on it (items, the units they address, a deadline that
 * hangs on it) times how unsure it is. Questions about what a thing is come with what it says: an item that is left out needs no lead.
 */
export function questionsOf(given: Given): Question[] {
  const open = inTextOrder(given.items.filter(({ state }) => state === "proposed"));
  const weigh = stakes(given.unresolved);
  const offered = given.offers.flatMap((offer) => offerQuestion(offer, open, weigh));
  const standing = offered.filter(({ key }) => !given.kept.has(key));
  const other = [
    ...issuerQuestion(given, weigh),
    ...whoQuestions(given, standing, weigh),
    ...leadQuestions(given, standing, weigh),
    ...dateQuestions(given, open, standing, weigh),
    ...missingQuestions(open),
    ...readQuestions(given, open, standing, weigh),
  ].filter(({ key }) => !given.kept.has(key));
  return [...standing, ...other].toSorted((one, next) => next.value - one.value || place(one) - place(next));
}

const place = ({ items }: Question) => items[0]?.line ?? 0;

const kindStake: Record<ItemKind, number> = { task: 3, target: 3, reporting: 3, event: 1.5, citation: 1, header: 2 };

/** What hangs on an item: its kind, how many units it addresses, whether it has a deadline. */
function stakes(unresolved: Unresolved | undefined): (item: Item) => number {
  const units = new Map<string, number>();
  for (const { units: meant, uses } of unresolved?.addressees ?? [])
    for (const { item, as } of uses) if (as !== "receiver") units.set(item, (units.get(item) ?? 0) + meant.length);
  return (item) => {
    const dated = (item.kind === "task" || item.kind === "reporting") && item.value.due.kind !== "none" ? 1 : 0;
    return kindStake[item.kind] + Math.log2(1 + (units.get(item.id) ?? 0)) / 2 + dated;
  };
}

const sum = (items: readonly Item[], weigh: (item: Item) => number) => items.reduce((total, item) => total + weigh(item), 0);

/** Somebody decided the same before: one key settles it, so it is asked before what has to be thought about. */
function offerQuestion(offer: CorrectionOffer, open: readonly Item[], weigh: (item: Item) => number): Question[] {
  const concerned = new Set(offer.items.map(({ item }) => item));
  // What an answer has made so meanwhile needs no offer, until the server's list says so too.
  const items = open.filter((item) => concerned.has(item.id) && !isAlready(item, offer));
  const { id, correction } = offer.remembered;
  if (items.length === 0) return [];
  return [
    { key: `offer:${id}`, kind: "offer", items, words: correction.from, value: 4 + 1.5 * sum(items, weigh), offer, divisible: false },
  ];
}

function isAlready(item: Item, { items }: CorrectionOffer): boolean {
  const offered = items.find((each) => each.item === item.id)?.value ?? null;
  return offered !== null && said(offered) === said(item.value);
}

/** A value as text, its keys in one order, without the last day, which the server alone works out. */
const said = (value: object): string =>
  JSON.stringify(value, (key, each: unknown) => {
    if (key === "lastDay") return null;
    if (each === null || typeof each !== "object" || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });

/** From where the issuer stands everything else is understood. */
function issuerQuestion({ unresolved, items }: Given, weigh: (item: Item) => number): Question[] {
  if (!unresolved || unresolved.issuerUnit !== null || !items.some(({ state }) => state === "proposed")) return [];
  const printed = items.find((item) => item.kind === "header" && item.value.field === "issuer");
  const words = printed?.kind === "header" ? (printed.value.text ?? "") : "";
  return [{ key: "issuer", kind: "issuer", items: [], words, value: 1000 + sum(items, weigh), divisible: false }];
}

/** The names of bodies in an item, in the words of the document. */
export function expressionsOf(item: Item): string[] {
  switch (item.kind) {
    case "task":
      return [...item.value.lead, ...item.value.coordinate];
    case "reporting":
      return [item.value.who, item.value.to, item.value.via].filter((words): words is string => Boolean(words));
    case "target":
      return item.value.scope ? [item.value.scope] : [];
    default:
      return [];
  }
}

function whoQuestions({ items, unresolved, kept }: Given, offers: readonly Question[], weigh: (item: Item) => number): Question[] {
  if (!unresolved || (unresolved.issuerUnit === null && !kept.has("issuer"))) return [];
  const questions = new Map<string, Question>();
  const live = inTextOrder(items.filter(({ state }) => state !== "dropped"));
  for (const { expression, understood, unclear, units } of unresolved.addressees) {
    if (understood !== null && unclear.length === 0) continue;
    if (offers.some(({ offer, words }) => offer?.remembered.correction.aspect === "body" && sameWords(words, expression))) continue;
    const key = `who:${fold(expression)}`;
    const concerned = live.filter((item) => expressionsOf(item).some((one) => sameWords(one, expression)));
    // Half understood is half as unsure.
    const unsure = units.length > 0 ? 0.5 : 1;
    const before = questions.get(key);
    // A person of the unit has decided about every item it stands in: they have seen it.
    if (before || !concerned.some(({ state }) => state === "proposed")) continue;
    questions.set(key, { key, kind: "who", items: concerned, words: expression, value: unsure * sum(concerned, weigh), divisible: false });
  }
  return [...questions.values()];
}

type Heading = { line: number; title: string; level: number };

/** The headings over a line, outermost first; their numbers stand with them. */
function headingsOver(outline: DocumentText["outline"]): (line: number | null) => Heading[] {
  const headings = outline.filter(({ kind }) => kind === "heading");
  return (line) => {
    if (line === null) return [];
    const over: Heading[] = [];
    for (const heading of headings) {
      if (heading.line > line) break;
      while ((over.at(-1)?.level ?? -1) >= heading.level) over.pop();
      const title = [heading.number && `${heading.number}.`.replace("..", "."), heading.title].filter(Boolean).join(" ");
      over.push({ line: heading.line, title, level: heading.level });
    }
    return over;
  };
}

/** Groups items under their headings: the outermost, then (divided) the innermost, then one by one. */
function groups(
  prefix: string,
  items: readonly Item[],
  { outline, divided }: Pick<Given, "outline" | "divided">,
): { key: string; words: string; items: Item[]; divisible: boolean }[] {
  const over = headingsOver(outline);
  const by = (read: (headings: Heading[]) => Heading | undefined, list: readonly Item[], name: string) => {
    const found = new Map<string, { key: string; words: string; items: Item[] }>();
    for (const item of list) {
      const heading = read(over(item.line));
      const key = `${prefix}:${name}${heading?.line ?? 0}`;
      const group = found.get(key) ?? { key, words: heading?.title ?? "", items: [] };
      group.items.push(item);
      found.set(key, group);
    }
    return [...found.values()];
  };
  const split = (group: { key: string; words: string; items: Item[] }, deeper: boolean): ReturnType<typeof groups> => {
    if (!divided.has(group.key)) return [{ ...group, divisible: group.items.length > 1 }];
    const inner = deeper ? by((headings) => headings.at(-1), group.items, "inner") : [];
    if (inner.length > 1) return inner.flatMap((each) => split(each, false));
    return group.items.map((item) => ({ key: `${prefix}:${item.id}`, words: group.words, items: [item], divisible: false }));
  };
  return by((headings) => headings[0], items, "").flatMap((group) => split(group, true));
}

/** Whether it is a task at all is asked first: an answer about who leads what is left out would be for nothing. */
const isDoubtful = ({ state, confidence }: Item) => state === "proposed" && confidence !== null && confidence < CERTAIN;

function leadQuestions(given: Given, offers: readonly Question[], weigh: (item: Item) => number): Question[] {
  const settled = new Set(offers.flatMap(({ items }) => items.map(({ id }) => id)));
  const without = inTextOrder(given.items).filter(
    (item) =>
      item.kind === "task" &&
      (item.state === "proposed" || item.state === "accepted") &&
      item.value.lead.length === 0 &&
      !settled.has(item.id) &&
      !given.kept.has(`lead:${item.id}`),
  );
  return groups("lead", without, given)
    .filter(({ items }) => !items.some(isDoubtful))
    .map((group) => ({ ...group, kind: "lead", value: 0.8 * sum(group.items, weigh) }));
}

/** The words of a deadline for which no day can be computed. */
function undatedWords(item: Item): string | null {
  if (item.kind !== "task" && item.kind !== "reporting") return null;
  const { due } = item.value;
  if (due.date !== null || due.kind === "none" || (due.recurrence !== null && due.recurrence.every.length > 0)) return null;
  return due.text ?? due.rule ?? "";
}

function dateQuestions(given: Given, open: readonly Item[], offers: readonly Question[], weigh: (item: Item) => number): Question[] {
  const dates = new Set(given.unresolved?.dates.map(({ item }) => item));
  const settled = new Set(
    offers.filter(({ offer }) => offer?.remembered.correction.aspect === "due").flatMap(({ items }) => items.map(({ id }) => id)),
  );
  const found = new Map<string, { words: string; items: Item[] }>();
  for (const item of open) {
    const words = dates.has(item.id) && !settled.has(item.id) && !given.kept.has(`date:${item.id}`) ? undatedWords(item) : null;
    if (words === null) continue;
    const group = found.get(fold(words)) ?? { words, items: [] };
    group.items.push(item);
    found.set(fold(words), group);
  }
  return [...found].flatMap(([folded, { words, items }]) => {
    const key = `date:${folded}`;
    const parts: [string, Item[]][] = given.divided.has(key) ? items.map((item) => [`date:${item.id}`, [item]]) : [[key, items]];
    return parts.map(([part, list]): Question => {
      return { key: part, kind: "date", words, items: list, value: 0.7 * sum(list, weigh), divisible: list.length > 1 };
    });
  });
}

/** Fields that every document has; this one does not seem to. */
const missingQuestions = (open: readonly Item[]): Question[] =>
  open.flatMap((item) =>
    item.kind === "header" && item.value.text === null && expectedFields.has(item.value.field)
      ? [{ key: `missing:${item.value.field}`, kind: "missing" as const, items: [item], words: "", value: 2, divisible: false }]
      : [],
  );

/**
 * Whether what was read is one at all, asked for a section together; its sentences stand under the question. A section of many
 * doubtful sentences is asked in screens.
 */
function readQuestions(given: Given, open: readonly Item[], offers: readonly Question[], weigh: (item: Item) => number): Question[] {
  const left = new Set(offers.flatMap(({ offer }) => offer?.items.filter(({ value }) => value === null).map(({ item }) => item) ?? []));
  const doubtful = open.filter((item) => isDoubtful(item) && !left.has(item.id));
  const over = headingsOver(given.outline);
  const sections = new Map<string, { words: string; read: ItemKind; items: Item[] }>();
  for (const item of doubtful) {
    const [heading] = over(item.line);
    const key = `${item.kind}:${heading?.line ?? 0}`;
    const section = sections.get(key) ?? { words: heading?.title ?? "", read: item.kind, items: [] };
    section.items.push(item);
    sections.set(key, section);
  }
  return [...sections.values()].flatMap(({ words, read, items }) =>
    screens(items).flatMap((part) => {
      // Named after its first item: answering one screen does not rename the next.
      const key = `read:${part[0]?.id ?? ""}`;
      const alone = given.divided.has(key) || part.some(({ id }) => given.divided.has(`read:of:${id}`));
      const parts = alone ? part.map((item) => [item]) : [part];
      return parts.map((list): Question => {
        // Who leads a section waits for this.
        const waits = (item: Item) => (item.kind === "task" && item.value.lead.length === 0 ? 0.8 : 0);
        const value = sum(list, (item) => weigh(item) * (1 - (item.confidence ?? 1) + waits(item)));
        return { key: `read:${list[0]?.id ?? ""}`, kind: "read", words, read, items: list, value, divisible: list.length > 1 };
      });
    }),
  );
}

function screens(items: readonly Item[]): Item[][] {
  const size = Math.ceil(items.length / Math.ceil(items.length / AT_ONCE));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
}

/** What to remember when a question is to be asked item by item. */
export const dividing = ({ key, kind, items }: Question): string[] => (kind === "read" ? items.map(({ id }) => `read:of:${id}`) : [key]);

/** What to remember when everything stays as it was read: of expressions the expression, else each item. */
export const keeping = ({ key, kind, items }: Question): string[] =>
  kind === "lead" || kind === "date" ? items.map(({ id }) => `${kind}:${id}`) : [key];
