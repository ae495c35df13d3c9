import type { Period } from "../../../kernel/time/period.ts";
import { letterheadOf, placeOf, signatureOf } from "../../documents/dispatch/letterhead.ts";
import { forms } from "../../documents/dispatch/forms.ts";
import type { UnitRef } from "../../units/contract.ts";
import type { BlockContent } from "../blocks.ts";
import { ReportHeader, type ReportKind } from "../shapes.ts";
import { nextWords, periodWords } from "../wording/periods.ts";

const types: Record<ReportKind, { type: string | null; symbol: string | null }> = {
  report: { type: "Báo cáo", symbol: "BC" },
  letter: { type: null, symbol: null },
  "submission-letter": { type: "Tờ trình", symbol: "TTr" },
  notice: { type: "Thông báo", symbol: "TB" },
};

/** How a unit heads and signs a document of a kind; everything can be changed before it is signed. */
export function headerFor(
  unit: UnitRef,
  kind: ReportKind,
  { area, subject, addressees }: { area: string | null; subject: string; addressees: string[] },
): ReportHeader {
  const head = letterheadOf(unit);
  const { type, symbol } = types[kind];
  return ReportHeader.parse({
    form: head.form,
    superior: head.superior,
    issuer: head.name,
    called: head.called,
    type,
    typeSymbol: symbol,
    issuerSymbol: head.symbol,
    subject,
    place: area === null ? unit.name : placeOf(area),
    addressees,
    archive: head.archive,
    signature: signatureOf(head),
  });
}

type Header = Pick<ReportHeader, "type" | "subject" | "called">;

/** "Báo cáo", "Công văn": the kind of document in a sentence. */
export const typeName = (type: string | null): string =>
  type === null ? "Công văn" : type.charAt(0).toLocaleUpperCase("vi") + type.slice(1).toLocaleLowerCase("vi");

/** "Báo cáo kết quả công tác Mặt trận quý III năm 2026": how a document is called in a list and in its own last sentence. */
export function titleOf({ type, subject }: Pick<Header, "type" | "subject">): string {
  return `${typeName(type)} ${/^\p{Lu}{2}/u.test(subject) ? subject : subject.charAt(0).toLocaleLowerCase("vi") + subject.slice(1)}`.replaceAll(
    /\s+/g,
    " ",
  );
}

/** Places of a template that words fill once, when a report begins. */
export type Fillings = { period: Period | null; called: string; title: string };

export function filled(text: string, { period, called, title }: Fillings): string {
  const now = period === null ? "" : periodWords(period);
  const next = (period === null ? null : nextWords(period)) ?? "thời gian tới";
  return text
    .replaceAll("{period}", now)
    .replaceAll("{next}", next)
    .replaceAll("{called}", called)
    .replaceAll("{title}", title)
    .replaceAll(/ {2,}/g, " ")
    .trim();
}

export function filledBlock(content: BlockContent, fillings: Fillings): BlockContent {
  switch (content.kind) {
    case "heading":
    case "sentence":
      return { ...content, text: filled(content.text, fillings) || content.text };
    case "text":
      return { ...content, text: filled(content.text, fillings) };
    case "annex":
      return { ...content, title: filled(content.title, fillings) || content.title };
    default:
      return content;
  }
}

/** Number and symbol as printed: "05/BC-MTTQ-BTT", "05-BC/ĐU"; and the symbol with the mark before it. */
export function symbolOf({ form, typeSymbol, issuerSymbol }: Pick<ReportHeader, "form" | "typeSymbol" | "issuerSymbol">): string {
  const printed = forms[form].number({ value: "00", type: typeSymbol, issuer: issuerSymbol });
  return printed.slice(printed.indexOf("00") + 2);
}
