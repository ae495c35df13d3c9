import { dateParts, type CalendarDate } from "../../../../kernel/time/index.ts";
import { dayOf } from "../../../documents/dispatch/forms.ts";
import type { BlankTexts } from "../../../exemplars/index.ts";

/** One award as its decision printed it. */
export type Printed = { name: string; post: string | null; unit: string | null; deed: string };
export type SignedDecision = { number: string; day: CalendarDate; place: string; signer: string; post: string | null };

/** "Đã có thành tích …" is how a blank goes on after the name; a deed that says so itself is left as it is. */
function reasonOf(deed: string): string {
  if (/^(đã )?(có|đạt|lập) .*thành tích/iu.test(deed)) return deed.charAt(0).toLocaleUpperCase("vi") + deed.slice(1);
  // "MTTQ" and "Y Mai" keep their letters; a sentence's first word does not.
  const [first = ""] = deed.split(" ");
  const name = first === first.toLocaleUpperCase("vi") && first.length > 1;
  return `Đã có thành tích: ${name ? deed : deed.charAt(0).toLocaleLowerCase("vi") + deed.slice(1)}`;
}

/** What is printed at each place of a blank. The number in the book of awards is written by hand: the office keeps that book. */
export function blankTexts({ name, post, unit, deed }: Printed, decision: SignedDecision): BlankTexts {
  const day = dayOf(dateParts(decision.day));
  return {
    recipient: name,
    address: [post, unit].filter(Boolean).join(", "),
    reason: reasonOf(deed),
    number: `Quyết định số: ${decision.number}`,
    day,
    placeAndDay: `${decision.place}, ${day}`,
    post: decision.post ?? "",
    signer: decision.signer,
    book: "Vào sổ khen thưởng số: ……",
  };
}
