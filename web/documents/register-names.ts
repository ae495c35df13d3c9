import type { CitedDocument, Copy, ReviewProposal } from "../../src/modules/documents/contract.ts";
import type { Text } from "../../src/kernel/language.ts";
import { showPartialDate } from "./partial-date.ts";
import { say } from "./register-messages.ts";

type Named = Pick<CitedDocument, "type" | "number" | "date" | "title">;

/** "Chỉ thị 18-CT/TU ngày 12/05/2016", as far as it is known. */
export function citedName(t: (text: Text) => string, { type, number, date, title }: Named): string {
  const day = date ? t(say("dated", { date: showPartialDate(date) })) : null;
  // A law is known by its title; its day tells it from an earlier law of that title.
  if (number === null) return [title ?? type, title !== null && law.test(title) ? day : null].filter(Boolean).join(" ");
  return [type, number, day].filter(Boolean).join(" ");
}

const law = /^(?:bộ luật|luật|pháp lệnh) /iu;

/** Where the graph shows a document: by its copy here, else by number and date, else by the title of a law. */
export function graphOf({ copy, number, title, date }: Pick<CitedDocument, "copy" | "number" | "title" | "date">) {
  if (copy) return { document: copy.id };
  return { ...(number === null ? { title: title ?? "" } : { number }), date: date ?? undefined };
}

export const copyName = (t: (text: Text) => string, { docType, number, date, subject, fileName }: Copy): string =>
  citedName(t, { type: docType, number, date, title: subject ?? fileName });

/** "Tổng kết 10 năm" */
export function occasionName(t: (text: Text) => string, { occasion, years }: Pick<ReviewProposal, "occasion" | "years">): string {
  if (years === null) return t(say(occasion === "review" ? "occasionReviewOnly" : "occasionFinalOnly"));
  return t(say(occasion === "review" ? "occasionReview" : "occasionFinal", { years }));
}

/** "Ngày 12/05/2026", "Tháng 05/2026", "Trong năm 2026": no more than is known. */
export function dayName(t: (text: Text) => string, day: string): string {
  const date = showPartialDate(day);
  if (day.length === 10) return t(say("dueDay", { date }));
  return t(say(day.length === 7 ? "dueMonth" : "dueYear", { date }));
}
