/** Number, symbol, place, date, recipients and signature. */
import { fold } from "../../../../kernel/text.ts";
import { basis } from "../basis.ts";
import { abbreviatedTypes, bodiesOfSymbols } from "../lexicon/abbreviations.ts";
import type { Hit, Rule, View } from "../rule.ts";
import type { Block } from "../sheet.ts";
import { say } from "./messages.ts";

const NUMBER_LINE = /(?<!\p{L})Số\s?:?\s*(\d{0,5}[a-z]?|[.…_]{2,})(\s*)([/-])(\s*)([A-ZĐƯ][\p{L}\d]*(?:\s?[-&/]\s?[\p{Lu}\d][\p{L}\d]*)*)/u;
const DATE_LINE = /ngày(\s*)([\d.…_]*)(\s*)tháng(\s*)([\d.…_]*)(\s*)năm(\s*)(\d{4}|[\d.…_]*)/iu;

type Found = { block: Block; match: RegExpExecArray };

function inHead({ sheet, parts }: View, find: RegExp): Found | null {
  if (parts.title === null) return null;
  const match = find.exec(sheet.flow.slice(parts.head.start, parts.head.end));
  if (match === null) return null;
  const start = parts.head.start + match.index;
  return { block: { start, end: start + match[0].length }, match };
}

const one = (hit: Hit): Hit[] => [hit];

const numberForm: Rule = {
  id: "format/number-form",
  severity: "look",
  find(view) {
    const found = inHead(view, NUMBER_LINE);
    if (!found) return [];
    const [, digits = "", before = "", stroke = "", after = "", symbol = ""] = found.match;
    if (!/^\d+$/.test(digits)) return [];
    const { form } = view.parts;
    const tight = symbol.replace(/\s+/gu, "");
    const padded = digits.length === 1 ? `0${digits}` : digits;
    const right = form === "party" ? `Số ${padded}-${tight.replace("-", "/")}` : `Số: ${padded}${stroke}${tight}`;
    const base = { places: [found.block], basis: basis.number(form) };
    if (before !== "" || after !== "" || tight !== symbol)
      return one({
        ...base,
        reason: say("numberSpaced", { printed: `${digits}${before}${stroke}${after}${symbol}` }),
        mend: say("write", { right }),
      });
    if (/^0\d{2,}$/.test(digits))
      return one({
        ...base,
        reason: say("numberZeros", { digits }),
        mend: say("write", { right: right.replace(digits, digits.replace(/^0+(?=\d{2})/u, "")) }),
        severity: "hint",
      });
    if (digits.length === 1) return one({ ...base, reason: say("numberPadding", { digits }), mend: say("write", { right }) });
    if (form === "party" && stroke === "/" && !/\//.test(symbol))
      return one({ ...base, reason: say("partyStroke"), mend: say("write", { right }) });
    return [];
  },
};

const blanks: Rule = {
  id: "format/blank",
  severity: "hint",
  find(view) {
    const number = inHead(view, NUMBER_LINE);
    const date = inHead(view, DATE_LINE);
    const noNumber = number && !/\d/.test(number.match[1] ?? "");
    const noDay = date && (!/\d/.test(date.match[2] ?? "") || !/\d/.test(date.match[5] ?? ""));
    if (!noNumber && !noDay) return [];
    return one({
      places: [noNumber && number.block, noDay && date.block].flatMap((place) => (place ? [place] : [])),
      reason: say(noNumber && noDay ? "blankBoth" : noNumber ? "blankNumber" : "blankDay"),
      basis: basis.number(view.parts.form),
      mend: say("blankMend"),
      about: "blank",
    });
  },
};

/** A local body whose name ends without its area. */
const NAMELESS = /(?:Huyện|Quận|Thị|Đảng) [ủu][ỷy]$|(?:Việt Nam|nhân dân) (?:huyện|quận|xã|phường|thị xã|thị trấn)$/u;

const missing: Rule = {
  id: "format/head-missing",
  severity: "look",
  find(view) {
    const { plan, parts } = view;
    // A form, a table or a letter has no title; what it must have at its head is not known here.
    if (parts.title === null || plan.header.docType === null) return [];
    const lacks = [
      plan.header.symbol === null && plan.header.number === null ? say("theNumber") : null,
      inHead(view, DATE_LINE) === null && plan.header.date === null ? say("theDate") : null,
      view.sheet.flow.slice(parts.head.start, parts.head.end).trim() === "" ? say("theIssuer") : null,
      NAMELESS.test(plan.header.issuer ?? "") ? say("theArea", { issuer: plan.header.issuer ?? "" }) : null,
    ].filter((text) => text !== null);
    if (lacks.length === 0) return [];
    const list = { vi: lacks.map(({ vi }) => vi).join("; "), en: lacks.map(({ en }) => en).join("; ") };
    return one({
      places: [parts.title],
      reason: say("headMissing", { list }),
      basis: basis.number(parts.form),
      mend: say("headMend", { list }),
      about: "head",
    });
  },
};

const place: Rule = {
  id: "format/place-missing",
  severity: "look",
  find(view) {
    const found = inHead(view, DATE_LINE);
    if (!found || view.plan.header.place !== null) return [];
    const before = view.sheet.flow.slice(Math.max(0, found.block.start - 60), found.block.start);
    if (/\p{L},\s*$/u.test(before)) return [];
    return one({
      places: [found.block],
      reason: say("noPlace"),
      basis: basis.date(view.parts.form),
      mend: say("placeMend"),
      about: "place",
    });
  },
};

const closing: Rule = {
  id: "format/closing-missing",
  severity: "look",
  find({ plan, parts }) {
    if (!parts.title || plan.header.docType === null) return [];
    const noRecipients = parts.recipients === null && plan.header.recipients.length === 0;
    const noSignature = parts.signature === null && plan.header.signer === null;
    if (!noRecipients && !noSignature) return [];
    return one({
      places: [],
      reason: say(noRecipients && noSignature ? "noClosing" : noRecipients ? "noRecipients" : "noSignature"),
      basis: noRecipients ? basis.recipients(parts.form) : basis.signature(parts.form),
      mend: say(noRecipients && noSignature ? "closingMend" : noRecipients ? "recipientsMend" : "signatureMend"),
      about: noRecipients && noSignature ? "both" : noRecipients ? "recipients" : "signature",
    });
  },
};

/** "12/QĐ-UBND" over the title KẾ HOẠCH. */
const symbolType: Rule = {
  id: "format/symbol-type",
  severity: "look",
  find(view) {
    const { symbol, docType } = view.plan.header;
    const found = inHead(view, NUMBER_LINE);
    if (!symbol || !docType || !found) return [];
    const abbreviation = symbol.split(/[-/]/u)[0] ?? "";
    const types = abbreviatedTypes.get(abbreviation.toLowerCase());
    if (!types || types.some((type) => fold(docType).startsWith(fold(type)) || fold(type).startsWith(fold(docType)))) return [];
    return one({
      places: [found.block],
      reason: say("symbolType", { abbreviation, means: types.join(", "), type: docType }),
      basis: basis.abbreviations,
      mend: say("symbolTypeMend"),
    });
  },
};

const symbolBody: Rule = {
  id: "format/symbol-body",
  severity: "look",
  find(view) {
    const { symbol, issuer } = view.plan.header;
    const found = inHead(view, NUMBER_LINE);
    if (!symbol || !issuer || !found) return [];
    const named = fold(issuer);
    const said = bodiesOfSymbols.find(({ letters }) => symbol.split(/[-/]/u).includes(letters));
    if (!said || said.names.some((name) => named.includes(name))) return [];
    const other = bodiesOfSymbols.find(({ names }) => names.some((name) => named.includes(name)));
    if (!other) return [];
    return one({
      places: [found.block],
      reason: say("symbolBody", { letters: said.letters, issuer }),
      basis: basis.number(view.parts.form),
      mend: say("symbolBodyMend", { letters: other.letters }),
    });
  },
};

/** "V/v …" belongs under the number of a letter; a document with a title of its own says what it is about. */
const subjectForm: Rule = {
  id: "format/subject-form",
  severity: "hint",
  find({ sheet, parts, plan }) {
    if (parts.title === null || plan.header.docType === null || /^công văn/iu.test(plan.header.docType)) return [];
    const after = sheet.flow.slice(parts.title.end, parts.title.end + 60);
    const found = /^\s*(V\/v)(?=[\s:])/iu.exec(after);
    if (!found) return [];
    const start = parts.title.end + found[0].length - 3;
    return one({
      places: [{ start, end: start + 3 }],
      reason: say("subjectForm", { type: plan.header.docType }),
      basis: basis.subject(parts.form),
      mend: say("subjectFormMend"),
      about: "v/v",
    });
  },
};

export const headRules: Rule[] = [subjectForm, numberForm, blanks, missing, place, closing, symbolType, symbolBody];
