import { dayOf, forms } from "./forms.ts";
import {
  type Block,
  type Clause,
  numbered,
  OfficialDocument,
  type OfficialDraft,
  type OfficialForm,
  type OfficialTable,
} from "./official.ts";
import { closed, lowerFirst, upperFirst } from "./wording.ts";

/** How a line looks is the writer's business (`render`); here it only has a name. */
export type LineStyle =
  | "superior"
  | "issuer"
  | "issuer-rule"
  | "issuer-star"
  | "number"
  | "letter-subject"
  | "draft-mark"
  | "urgency"
  | "motto"
  | "slogan"
  | "motto-rule"
  | "date"
  | "type"
  | "subject"
  | "subject-rule"
  | "subject-dashes"
  | "addressee"
  | "addressees"
  | "decider"
  | "basis"
  | "decides"
  | "article"
  | "prose"
  | "heading"
  | "title"
  | "clause"
  | "table-title"
  | "recipients-label"
  | "recipient"
  | "authority"
  | "signer"
  | "annex-label"
  | "annex-title"
  | "annex-of";

/** `origin` is printed after the text, set apart; `marks` are stretches of the text on a coloured ground; `bold`: so many letters at its beginning; `keepNext`: never the last on a page. */
export type Line = { style: LineStyle; text: string; origin?: string; marks?: [number, number][]; bold?: number; keepNext?: boolean };

export type Part =
  | { kind: "line"; line: Line }
  /** Two columns without borders, row by row: the letterhead and the signature. */
  | { kind: "columns"; role: "letterhead" | "signature"; rows: { left: Line[]; right: Line[] }[] }
  | { kind: "table"; table: OfficialTable; keepNext?: boolean };

/** A stretch of pages that is numbered on its own. */
export type Section = { landscape: boolean; parts: Part[] };

export type Layout = { form: OfficialForm; sections: Section[] };

/** Lays a document out in its form: what stands where, in which words and with which marks. Throws a ZodError on a malformed draft. */
export function compose(draft: OfficialDraft): Layout {
  const document = OfficialDocument.parse(draft);
  const main: Part[] = [
    letterhead(document),
    ...title(document).map(asPart),
    ...addressees(document.addressees).map(asPart),
    ...grounds(document).map(asPart),
    ...held(ended(body(document.body))),
    signature(document),
  ];
  const annexes = document.annexes.map(({ label, title: annexTitle, landscape, body: blocks }): Section => {
    const heading = [
      line("annex-label", label),
      line("annex-title", annexTitle.toLocaleUpperCase("vi")),
      line("annex-of", annexOf(document)),
    ];
    return { landscape, parts: [...heading.map(asPart), ...body(blocks)] };
  });
  return { form: document.form, sections: [{ landscape: false, parts: main }, ...annexes] };
}

/** The document's text line by line, as reading the written file gives it back: for previews and for tests. */
export function officialLines(draft: OfficialDraft): string[] {
  return compose(draft).sections.flatMap(({ parts }) => parts.flatMap(partLines));
}

/** The text ends with "./.": what stands below was not written by whoever signs. A table at the end has no such mark. */
function ended(parts: Part[]): Part[] {
  const last = parts.at(-1);
  if (last?.kind !== "line" || last.line.origin !== undefined) return parts;
  return [...parts.slice(0, -1), { kind: "line", line: { ...last.line, text: closed(last.line.text, "./.") } }];
}

/** About two lines of the body: enough text above a signature that starts a page. */
const twoLines = 150;
/** What is longer than this is not taken along whole: it would leave a hole at the foot of the page before. */
const longText = 320;

/** The last lines go with the signature: a page with nothing but who signed is signed for nothing. */
function held(parts: Part[]): Part[] {
  const length = (at: number): number => {
    const part = parts[at];
    return part?.kind === "line" ? part.line.text.length : 0;
  };
  const last = parts.length - 1;
  const from = length(last) < twoLines && length(last - 1) < longText ? last - 1 : last;
  return parts.map((part, at) => {
    if (at < from) return part;
    if (part.kind === "line") return { kind: "line", line: { ...part.line, keepNext: true } };
    return part.kind === "table" && at === last ? { ...part, keepNext: true } : part;
  });
}

function partLines(part: Part): string[] {
  switch (part.kind) {
    case "line":
      return [lineText(part.line)];
    case "columns":
      return [...part.rows.flatMap(({ left }) => left), ...part.rows.flatMap(({ right }) => right)].map(lineText);
    case "table":
      return [...part.table.columns.map(({ title: name }) => name), ...part.table.rows.flat()];
  }
}

export function lineText({ text, origin }: Line): string {
  return origin === undefined ? text : `${text} ${origin}`;
}

function letterhead({ form, issuer, number, unnumbered, draft, urgency, type, subject, place, date }: OfficialDocument): Part {
  const rules = forms[form];
  const [motto = "", ...slogans] = rules.motto;
  const left: Line[] = [
    ...issuer.superior.map((name) => line("superior", name.toLocaleUpperCase("vi"))),
    ...issuer.name.map((name) => line("issuer", name.toLocaleUpperCase("vi"))),
    rules.starUnderIssuer ? line("issuer-star", "*") : line("issuer-rule", ""),
  ];
  const right: Line[] = [line("motto", motto), ...slogans.map((text) => line("slogan", text)), line("motto-rule", "")];
  const below: Line[] = [line("number", unnumbered ? "" : rules.number(number))];
  if (type === null) {
    const about = subject.replaceAll(/\s+/g, " ");
    below.push(line("letter-subject", form === "party" ? lowerFirst(about) : `V/v ${lowerFirst(about)}`));
  }
  if (draft) below.push(line("draft-mark", "DỰ THẢO"));
  if (urgency) below.push(line("urgency", urgency));
  const rows = [
    { left, right },
    { left: below, right: [line("date", `${place}, ${dayOf(date)}`)] },
  ];
  return { kind: "columns", role: "letterhead", rows };
}

function title({ form, type, subject }: OfficialDocument): Line[] {
  if (type === null) return [];
  const party = form === "party";
  return [
    line("type", type.toLocaleUpperCase("vi")),
    ...subjectLines(party ? lowerFirst(subject) : upperFirst(subject)).map((text) => line("subject", text)),
    party ? line("subject-dashes", "-----") : line("subject-rule", ""),
  ];
}

/** Letters of the subject that fit on a line, set in 14 point bold. */
const subjectWidth = 64;

/** A subject that needs two lines breaks where its sense does, at the comma nearest to the middle; a line break in it is kept. */
function subjectLines(subject: string): string[] {
  return subject.split(/\s*\n\s*/).flatMap((text) => {
    if (text.length <= subjectWidth) return [text];
    const middle = text.length / 2;
    const commas = [...text.matchAll(/[,;] /g)].map(({ index }) => index + 1);
    const best = commas.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
    const fits = best !== undefined && Math.max(best, text.length - best) <= subjectWidth;
    return fits ? [text.slice(0, best), text.slice(best + 1)] : [text];
  });
}

function addressees(names: string[]): Line[] {
  const [only, ...others] = names;
  if (only === undefined) return [];
  if (others.length === 0) return [line("addressee", `Kính gửi: ${closed(only, ".")}`)];
  return [
    line("addressee", "Kính gửi:"),
    ...names.map((name, index) => line("addressees", `- ${closed(name, index === names.length - 1 ? "." : ";")}`)),
  ];
}

/** The bases, and of a decision who decides: State and Front name the body above them, the Party below. */
function grounds({ form, bases, decides }: OfficialDocument): Line[] {
  const dash = form === "party" && decides !== null ? "- " : "";
  const printed = bases.map((basis, index) => line("basis", dash + closed(basis, index === bases.length - 1 ? "." : ";")));
  if (decides === null) return printed;
  const body = decides.toLocaleUpperCase("vi");
  return form === "party"
    ? [...printed, line("decides", `${body} QUYẾT ĐỊNH`)]
    : [line("decider", body), ...printed, line("decides", "QUYẾT ĐỊNH:")];
}

function body(blocks: Block[]): Part[] {
  let articles = 0;
  return numbered(blocks).flatMap((block): Part[] => {
    switch (block.kind) {
      case "table": {
        const table = { ...block, rows: block.rows.map((row) => block.columns.map((_, at) => row[at] ?? "")) };
        return [...(block.title === null ? [] : [asPart(line("table-title", block.title))]), { kind: "table", table }];
      }
      case "prose":
        return [asPart({ ...line("prose", block.text), marks: block.marks })];
      case "article": {
        const label = `Điều ${(articles += 1)}.`;
        return [asPart({ ...line("article", `${label} ${block.text}`), bold: label.length })];
      }
      case "clause":
        return [asPart(clause(block))];
    }
  });
}

function clause({ level, label, text, title: isTitle, origin, marks }: Clause): Line {
  const style = level === 1 ? "heading" : isTitle ? "title" : "clause";
  const words = level === 1 ? text.toLocaleUpperCase("vi") : text;
  const shift = label.length + 1;
  const composed = { ...line(style, `${label} ${words}`), marks: marks?.map(([from, to]): [number, number] => [from + shift, to + shift]) };
  return origin === null ? composed : { ...composed, origin };
}

/** "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Bình Lâm)": an annex must not be parted from its document. */
function annexOf({ form, type, number, date, issuer }: OfficialDocument): string {
  const name = `${upperFirst((type ?? "Công văn").toLocaleLowerCase("vi"))} ${lowerFirst(forms[form].number(number)).replace(":", "")}`;
  return `(Kèm theo ${name} ${dayOf(date)}${issuer.called === null ? "" : ` của ${issuer.called}`})`;
}

function signature({ form, recipients, archive, signature: signed, secretary, addressees: to }: OfficialDocument): Part {
  const rules = forms[form];
  // Whoever is addressed above is not listed twice.
  const names = to.length > 0 ? ["Như trên", ...recipients] : recipients;
  const left = [
    line("recipients-label", "Nơi nhận:"),
    ...names.map((name) => line("recipient", `- ${closed(name, rules.recipientEnd)}`)),
    line("recipient", `- ${closed(rules.archive(archive), ".")}`),
  ];
  const right = [...rules.authority(signed).map((text) => line("authority", text)), line("signer", signed.name ?? "")];
  if (secretary === null) return { kind: "columns", role: "signature", rows: [{ left, right }] };
  const taker = [line("authority", secretary.title.toLocaleUpperCase("vi")), line("signer", secretary.name ?? "")];
  return {
    kind: "columns",
    role: "signature",
    rows: [
      { left: taker, right },
      // A cell needs a paragraph.
      { left, right: [line("recipient", "")] },
    ],
  };
}

function line(style: LineStyle, text: string): Line {
  return { style, text };
}

function asPart(composed: Line): Part {
  return { kind: "line", line: composed };
}
