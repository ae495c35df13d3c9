import type { Text } from "../../../src/kernel/language.ts";
import type { Due, Item, TargetValue } from "../../../src/modules/documents/contract.ts";
import { showPartialDate } from "../partial-date.ts";
import { fieldText, frequencyText } from "./names.ts";
import { say } from "./messages.ts";

type Say = (text: Text) => string;

const number = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 6 });

/** "từ 90 % trở lên", "02 mô hình": the figure with its weight. */
export function amountText({ comparator, value, valueMax, unit }: TargetValue, t: Say): string {
  if (comparator === "achieve" || value === null) return [t(say("achieve")), unit].filter(Boolean).join(" ");
  const shown = `${number.format(value)}${unit === "%" ? " %" : unit ? ` ${unit}` : ""}`;
  switch (comparator) {
    case ">=":
      return t(say("atLeast", { value: shown }));
    case ">":
      return t(say("more", { value: shown }));
    case "<=":
      return t(say("atMost", { value: shown }));
    case "<":
      return t(say("less", { value: shown }));
    case "range":
      return t(say("range", { from: number.format(value), to: `${number.format(valueMax ?? value)} ${unit}` }));
    case "=":
      return shown;
  }
}

/** What an item says in one line. */
export function summaryOf(item: Item, t: Say): string {
  switch (item.kind) {
    case "header": {
      const { field, text } = item.value;
      const shown = text === null ? t(say("notInText")) : field === "date" ? showPartialDate(text) : text.replaceAll("\n", "; ");
      return `${t(fieldText[field])}: ${shown}`;
    }
    case "citation": {
      const { type, number: no, date, issuer, title } = item.value;
      return [[type, no].filter(Boolean).join(" "), date && showPartialDate(date), issuer, title].filter(Boolean).join(", ");
    }
    case "target":
      return `${item.value.metric}: ${amountText(item.value, t)}`;
    case "task":
      return item.value.text;
    case "reporting": {
      const { who, to, what } = item.value;
      return `${[who, to].filter(Boolean).join(" → ")}${what ? `: ${what}` : ""}`;
    }
    case "event":
      return [item.value.kind, item.quote].filter(Boolean).join(": ");
  }
}

/** The deadline of an item, if its kind has one. */
export function dueOf(item: Item): Pick<Due, "text" | "lastDay"> | null {
  switch (item.kind) {
    case "task":
    case "reporting":
      return item.value.due.kind === "none" ? null : item.value.due;
    case "target":
      return item.value.deadline === null && item.value.deadlineText === null
        ? null
        : { text: item.value.deadlineText, lastDay: item.value.lastDay };
    default:
      return null;
  }
}

/** Field by field, for a comparison of two versions of an item. */
export function factsOf(item: Pick<Item, "kind" | "value">, t: Say): [label: string, value: string][] {
  const due = ({ text, lastDay, kind }: Due) =>
    kind === "none" ? "" : [text, lastDay && t(say("lastDay", { date: showPartialDate(lastDay) }))].filter(Boolean).join(", ");
  const { kind, value } = item as Item;
  switch (kind) {
    case "header":
      return [[t(fieldText[value.field]), value.text ?? ""]];
    case "citation":
      return [
        [t(say("docType")), value.type],
        [t(say("number")), value.number ?? ""],
        [t(say("date")), showPartialDate(value.date)],
        [t(say("issuer")), value.issuer ?? ""],
        [t(say("titleOf")), value.title ?? ""],
      ];
    case "target":
      return [
        [t(say("metric")), value.metric],
        [t(say("value")), amountText(value, t)],
        [t(say("scope")), value.scope],
        [t(say("frequency")), t(frequencyText[value.frequency])],
        [t(say("due")), [value.deadlineText, showPartialDate(value.deadline)].filter(Boolean).join(", ")],
        [
          t(say("cumulative")),
          value.cumulative === null ? t(say("cumulativeUnsaid")) : t(say(value.cumulative ? "cumulativeYes" : "cumulativeNo")),
        ],
      ];
    case "task":
      return [
        [t(say("text")), value.text],
        [t(say("lead")), value.lead.join("; ")],
        [t(say("partners")), value.coordinate.join("; ")],
        [t(say("due")), due(value.due)],
      ];
    case "reporting":
      return [
        [t(say("who")), value.who],
        [t(say("to")), value.to],
        [t(say("via")), value.via ?? ""],
        [t(say("what")), value.what],
        [t(say("due")), due(value.due)],
      ];
    case "event":
      return [
        [t(say("eventKind")), value.kind],
        [t(say("year")), value.year === null ? "" : String(value.year)],
        [t(say("refers")), value.refers ?? ""],
        [t(say("recurrence")), value.recurrence ?? ""],
      ];
  }
}
