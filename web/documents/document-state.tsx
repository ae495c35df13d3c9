import type { DocumentShort, DocumentState } from "../../src/modules/documents/contract.ts";
import { useText } from "../shell/language.tsx";
import { StateBadge, type Tone } from "../ui/badges.tsx";
import { say } from "./messages.ts";
import { showPartialDate } from "./partial-date.ts";

export const stateText = {
  recognising: say("stateRecognising"),
  compiling: say("stateCompiling"),
  failed: say("stateFailed"),
  review: say("stateReview"),
  reviewed: say("stateReviewed"),
} satisfies Record<DocumentState, unknown>;

const tones: Record<DocumentState, Tone> = {
  recognising: "active",
  compiling: "active",
  failed: "bad",
  review: "attention",
  reviewed: "good",
};

export function DocumentStateBadge({ state }: { state: DocumentState }) {
  const t = useText();
  return <StateBadge tone={tones[state]}>{t(stateText[state])}</StateBadge>;
}

type Named = Pick<DocumentShort, "docType" | "number" | "subject" | "fileName">;

/** What a document is called where there is one line for it. */
export const documentTitle = ({ docType, subject, fileName }: Named): string =>
  subject ? `${docType ? `${docType}: ` : ""}${subject}` : fileName;

/** "Số 15/KH-MTTQ ngày 05/01/2026" as far as known. */
export function useNumberAndDate(): (document: Pick<DocumentShort, "number" | "date">) => string {
  const t = useText();
  return ({ number, date }) =>
    [number ?? t(say("noNumber")), date ? t(say("dated", { date: showPartialDate(date) })) : null].filter(Boolean).join(" ");
}
