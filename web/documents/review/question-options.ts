import type { Text } from "../../../src/kernel/language.ts";
import type { Item, Unresolved } from "../../../src/modules/documents/contract.ts";
import {
  bodiesEntries,
  decideEntries,
  everyDue,
  dueEntries,
  leadEntries,
  likest,
  offerEntries,
  rhythms,
  usualLeads,
  type Entry,
} from "./answers.ts";
import { showDate } from "../../ui/dates.ts";
import { ask } from "./ask-messages.ts";
import type { Question } from "./questions/index.ts";

/** What choosing an option does. */
export type Answer =
  | { act: "settle"; entries: Entry[]; correction?: string }
  /** Leaves everything as printed; `keys`: of more than the question is about. */
  | { act: "keep"; keys?: string[] }
  | { act: "divide" }
  /** Opens a field under the options: who, or which day. */
  | { act: "write" }
  /** Opens the form of the one item. */
  | { act: "edit" }
  | { act: "silence"; correction: string }
  | { act: "issuer"; unit: number };

export type Option = { text: Text | string; note?: string; answer: Answer };

type Known = {
  items: readonly Item[];
  unresolved: Unresolved | undefined;
  /** Units of the directory whose names have words of what is asked about. */
  units: readonly { id: number; name: string; areaName?: string | undefined }[];
};

/** Up to nine ways to answer, so that each has its key; the likeliest first. */
export function optionsOf(question: Question, known: Known): Option[] {
  const count = question.items.length;
  const settle = (entries: Entry[]): Answer => ({ act: "settle", entries });
  const divide: Option[] = question.divisible ? [{ text: ask("divide"), answer: { act: "divide" } }] : [];
  switch (question.kind) {
    case "issuer":
      return [
        ...known.units.slice(0, 4).map(({ id, name, areaName }): Option => ({
          text: name,
          ...(areaName ? { note: areaName } : {}),
          answer: { act: "issuer", unit: id },
        })),
        { text: ask("issuerOther"), answer: { act: "write" } },
        { text: ask("issuerKeep"), answer: { act: "keep" } },
      ];
    case "who":
      return [
        ...likest(
          question.words,
          known.unresolved?.addressees ?? [],
          known.units.map(({ name }) => name),
        ).map((name): Option => ({ text: name, answer: settle(bodiesEntries(question, [name])) })),
        { text: ask("whoOther"), answer: { act: "write" } },
        { text: keepText(question, known), answer: { act: "keep" } },
        { text: ask("whoNobody"), answer: settle(bodiesEntries(question, [])) },
      ];
    case "lead": {
      const issuer = known.unresolved?.issuerUnit?.name;
      const usual = usualLeads(question, known.items).filter((name) => name !== issuer);
      return [
        ...usual.map((name): Option => ({ text: name, answer: settle(leadEntries(question, [name])) })),
        ...(issuer ? [{ text: ask("leadIssuer", { words: issuer }), answer: settle(leadEntries(question, [issuer])) }] : []),
        { text: ask("whoOther"), answer: { act: "write" } },
        { text: ask("leadKeep"), answer: { act: "keep" } },
        ...leaveAll(question, known.items),
        ...divide,
      ];
    }
    case "date":
      return [
        ...(Object.keys(rhythms) as (keyof typeof rhythms)[]).map((every): Option => ({
          text: ask(`every_${every}`),
          answer: settle(dueEntries(question, everyDue(every))),
        })),
        { text: ask("dateDay"), answer: { act: "write" } },
        { text: ask("dateKeep"), answer: { act: "keep" } },
        ...divide,
      ];
    case "names":
      return [
        { text: ask("namesKeep", { count: question.names?.length ?? 0 }), answer: { act: "keep" } },
        { text: ask("namesDivide"), answer: { act: "divide" } },
      ];
    case "sameDate": {
      const { due } = question;
      if (!due) return [];
      const { kind, date, rule, recurrence } = due;
      return [
        {
          text: ask("sameDateYes", { count, day: showDate(due.lastDay ?? due.date ?? "") }),
          answer: settle(dueEntries(question, { kind, date, rule, recurrence })),
        },
        { text: ask("sameDateOther"), answer: { act: "write" } },
        { text: ask("sameDateNo"), answer: { act: "keep" } },
        ...divide,
      ];
    }
    case "missing":
      return [
        { text: ask("missingNone"), answer: settle(decideEntries(question, "accepted")) },
        count === 1 ? { text: ask("missingWrite"), answer: { act: "edit" } } : { text: ask("missingEach"), answer: { act: "divide" } },
      ];
    case "glance":
      return [
        { text: ask("glanceYes", { count }), answer: settle(decideEntries(question, "accepted")) },
        count === 1 ? { text: ask("readEdit"), answer: { act: "edit" } } : { text: ask("divideItems"), answer: { act: "divide" } },
      ];
    case "read":
      return [
        { text: count === 1 ? ask("readYes") : ask("readAllYes", { count }), answer: settle(decideEntries(question, "accepted")) },
        { text: count === 1 ? ask("readNo") : ask("readAllNo", { count }), answer: settle(decideEntries(question, "dropped")) },
        count === 1 ? { text: ask("readEdit"), answer: { act: "edit" } } : { text: ask("divideItems"), answer: { act: "divide" } },
      ];
    case "offer": {
      const correction = question.offer?.remembered.id ?? "";
      const take = (items: Item[]): Answer => ({ act: "settle", correction, entries: offerEntries({ ...question, items }) });
      return [
        { text: ask("takeAll", { count }), answer: take(question.items) },
        ...(count > 1 ? [{ text: ask("takeFirst"), answer: take(question.items.slice(0, 1)) }] : []),
        { text: ask("notNow"), answer: { act: "keep" } },
        { text: ask("never"), answer: { act: "silence", correction } },
      ];
    }
  }
}

/** Nobody is invented: one answer leaves every lead open that the document does not name, to be chosen when the work is assigned. */
function leaveAll({ items: asked }: Question, items: readonly Item[]): Option[] {
  const open = items.filter(
    (item) => item.kind === "task" && (item.state === "proposed" || item.state === "accepted") && item.value.lead.length === 0,
  );
  if (open.length <= asked.length) return [];
  return [{ text: ask("leadKeepAll", { count: open.length }), answer: { act: "keep", keys: open.map(({ id }) => `lead:${id}`) } }];
}

function keepText({ words }: Question, { unresolved }: Known): Text {
  const understood = unresolved?.addressees.find(({ expression }) => expression === words)?.units.length ?? 0;
  return understood > 0 ? ask("whoKeepPart", { count: understood }) : ask("whoKeep");
}
