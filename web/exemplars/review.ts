import type { Text } from "../../src/kernel/language.ts";
import type { ExemplarDetail } from "../../src/modules/exemplars/contract.ts";
import { say } from "./messages.ts";
import { askedName, span } from "./words.ts";

export type Check = { good: boolean; text: Text };

const both = (parts: readonly Text[]): Text => ({
  vi: parts.map(({ vi }) => vi).join("; "),
  en: parts.map(({ en }) => en).join("; "),
});

/** "Còn thiếu: …" in both languages. */
export function missingText(missing: ExemplarDetail["missing"], phrase: "checkMissing" | "stillMissingText"): Text {
  const names = both(missing.map(askedName));
  return { vi: say(phrase, { list: names.vi }).vi, en: say(phrase, { list: names.en }).en };
}

/** What a reviewer looks at first: what is there, and what is a question. Nothing here decides. */
export function checksOf(exemplar: ExemplarDetail): Check[] {
  const { missing, goals, contents, startedOn, endsOn, round, late, stream, typedFor, typedBy } = exemplar;
  const days = startedOn && span(startedOn, endsOn);
  return [
    missing.length > 0 ? { good: false, text: missingText(missing, "checkMissing") } : { good: true, text: say("checkComplete") },
    goals.length === 0
      ? { good: false, text: say("checkNoGoals") }
      : goals.some(({ baseline }) => baseline === null)
        ? { good: false, text: say("checkBaseline") }
        : { good: true, text: say("checkGoals", { count: goals.length }) },
    contents.output ? { good: true, text: say("checkOutput") } : { good: false, text: say("checkNoOutput") },
    days ? { good: true, text: say("checkDays", { span: days }) } : { good: false, text: say("checkNoDays") },
    ...(round ? [late ? { good: false, text: say("checkLate") } : { good: true, text: say("checkOnTime") }] : []),
    ...(stream === "existing" ? [{ good: false, text: say("checkExisting") }] : []),
    ...(typedFor ? [{ good: false, text: say("checkTypedFor", { name: typedBy.name, unit: typedBy.unit.name }) }] : []),
  ];
}
