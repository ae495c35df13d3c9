import type { Text } from "../../../src/kernel/language.ts";
import type { CorrectionOffer, ItemKind, Unresolved } from "../../../src/modules/documents/contract.ts";
import { showDate } from "../../ui/dates.ts";
import { showPartialDate } from "../partial-date.ts";
import { rhythms } from "./answers.ts";
import { ask } from "./ask-messages.ts";
import { fieldText } from "./names.ts";
import type { Question } from "./questions/index.ts";

type Say = (text: Text) => string;

const asKind = {
  header: ask("asHeader"),
  citation: ask("asCitation"),
  target: ask("asTarget"),
  task: ask("asTask"),
  reporting: ask("asReporting"),
  event: ask("asEvent"),
} satisfies Record<ItemKind, Text>;

const glance = {
  header: (count) => ask("glanceHeader", { count }),
  citation: (count) => ask("glanceCitation", { count }),
  target: (count) => ask("glanceTarget", { count }),
  task: (count) => ask("glanceTask", { count }),
  reporting: (count) => ask("glanceReporting", { count }),
  event: (count) => ask("glanceEvent", { count }),
} satisfies Record<ItemKind, (count: number) => Text>;

/** What is asked, and a line that says why or where it comes from. */
export function wordsOf(question: Question, unresolved: Unresolved | undefined, t: Say): { title: string; note: string | null } {
  const { words, items } = question;
  const count = items.length;
  switch (question.kind) {
    case "issuer":
      return { title: t(ask("issuer")), note: t(words ? ask("issuerNote", { words }) : ask("issuerNone")) };
    case "who": {
      const pieces = unresolved?.addressees.find(({ expression }) => expression === words)?.unclear ?? [];
      const unclear = pieces.filter(({ piece }) => piece !== words).map(({ piece }) => piece);
      return { title: t(ask("who", { words })), note: unclear.length > 0 ? t(ask("whoPieces", { words: unclear.join("”, “") })) : null };
    }
    case "lead":
      return { title: t(words ? ask("leadUnder", { words, count }) : ask("lead", { count })), note: null };
    case "date":
      return { title: t(words && !/[a-z]{4,}.*\(/.test(words) ? ask("date", { words }) : ask("dateNone")), note: null };
    case "names":
      return { title: t(ask("names", { count: question.names?.length ?? 0 })), note: t(ask("namesNote", { words })) };
    case "sameDate": {
      const due = question.due?.text ?? showDate(question.due?.lastDay ?? "");
      return { title: t(ask("sameDate", { words, count })), note: t(ask("sameDateNote", { count: question.dated ?? 0, due })) };
    }
    case "missing": {
      const fields = items.map((item) => (item.kind === "header" ? t(fieldText[item.value.field]) : "")).join(", ");
      return { title: t(ask(count === 1 ? "missing" : "missingMany", { words: fields })), note: null };
    }
    case "glance":
      return { title: t(glance[question.read ?? "task"](count)), note: t(ask("glanceNote")) };
    case "read": {
      const kind = t(asKind[question.read ?? "task"]);
      const title = count === 1 ? ask("readOne", { words: kind }) : ask("readMany", { words: kind, count });
      return { title: t(title), note: words ? t(ask("readUnder", { words })) : null };
    }
    case "offer":
      return offerWords(question.offer, t);
  }
}

function offerWords(offer: CorrectionOffer | undefined, t: Say): { title: string; note: string | null } {
  if (!offer) return { title: "", note: null };
  const { remembered, here } = offer;
  const what = correctionText(remembered.correction, t);
  const note = ask("from", { name: remembered.by, at: showDate(remembered.at.slice(0, 10)), label: here ? "" : remembered.document.label });
  return { title: t(here ? ask("beforeHere", { what }) : ask("before", { what })), note: t(note) };
}

/** "“Ban Dân vận các xã” đã sửa thành “Đảng ủy các xã”." */
export function correctionText(correction: CorrectionOffer["remembered"]["correction"], t: Say): string {
  const words = correction.from;
  switch (correction.aspect) {
    case "body":
      return t(correction.to.length === 0 ? ask("offerBodyGone", { words }) : ask("offerBody", { words, to: correction.to.join("”, “") }));
    case "lead":
      return t(ask("offerLead", { words, to: correction.to.join("”, “") }));
    case "header":
      return t(ask("offerHeader", { words, to: correction.to }));
    case "opening":
      return t(ask("offerOpening", { words }));
    case "heading":
      return t(ask("offerHeading", { words }));
    case "citation": {
      const { type, number, date, issuer, title } = correction.to;
      const to = [type, number, date && showPartialDate(date), issuer, title].filter(Boolean).join(", ");
      return t(ask("offerCitation", { words, to: to || t(ask("nothingRead")) }));
    }
    case "event": {
      const to = [correction.to.kind, correction.to.recurrence].filter(Boolean).join(", ");
      return t(ask("offerEvent", { words, to: to || t(ask("nothingRead")) }));
    }
    case "due": {
      const { date, rule, recurrence } = correction.to;
      const every = recurrence?.every.find((each) => each in rhythms) as keyof typeof rhythms | undefined;
      const to = date !== null ? showDate(date) : every ? t(ask(`every_${every}`)).toLowerCase() : (rule ?? t(ask("offerNone")));
      return t(ask("offerDue", { words, to }));
    }
  }
}
