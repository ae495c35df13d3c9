import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  LeaderType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import type { Line, LineStyle } from "./compose.ts";
import type { FormRules, SizedPart } from "./forms.ts";

export const font = "Times New Roman";

type Look = {
  size: SizedPart;
  bold?: boolean;
  italics?: boolean;
  align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  /** Points above and below. */
  before?: number;
  after?: number;
  /** First line, in millimetres. */
  indent?: number;
  keepNext?: boolean;
};

const { CENTER, JUSTIFIED, LEFT } = AlignmentType;
/** Default tab of Word; the decree allows 1 or 1.27 cm. */
const firstLine = 12.7;

const looks: Record<Exclude<LineStyle, "issuer-rule" | "motto-rule" | "subject-rule">, Look> = {
  superior: { size: "superior", align: CENTER },
  issuer: { size: "issuer", bold: true, align: CENTER },
  "issuer-star": { size: "issuer", align: CENTER },
  number: { size: "number", align: CENTER, before: 6 },
  "letter-subject": { size: "letterSubject", align: CENTER, before: 6 },
  "draft-mark": { size: "number", bold: true, align: CENTER, before: 6 },
  urgency: { size: "body", bold: true, align: CENTER, before: 6 },
  motto: { size: "motto", bold: true, align: CENTER },
  slogan: { size: "slogan", bold: true, align: CENTER },
  date: { size: "date", italics: true, align: CENTER, before: 6 },
  type: { size: "type", bold: true, align: CENTER, before: 18, keepNext: true },
  subject: { size: "subject", bold: true, align: CENTER, keepNext: true },
  "subject-dashes": { size: "subject", align: CENTER, after: 12 },
  addressee: { size: "body", align: CENTER, before: 18, after: 6 },
  addressees: { size: "body", align: LEFT, indent: 35 },
  decider: { size: "body", bold: true, align: CENTER, before: 12, after: 6, keepNext: true },
  decides: { size: "body", bold: true, align: CENTER, before: 12, after: 6, keepNext: true },
  article: { size: "body", align: JUSTIFIED, before: 6, indent: firstLine },
  basis: { size: "body", italics: true, align: JUSTIFIED, before: 6, indent: firstLine },
  prose: { size: "body", align: JUSTIFIED, before: 6, indent: firstLine },
  heading: { size: "body", bold: true, align: JUSTIFIED, before: 6, indent: firstLine, keepNext: true },
  title: { size: "body", bold: true, align: JUSTIFIED, before: 6, indent: firstLine, keepNext: true },
  clause: { size: "body", align: JUSTIFIED, before: 6, indent: firstLine },
  "table-title": { size: "body", bold: true, align: CENTER, before: 12, after: 6, keepNext: true },
  "recipients-label": { size: "recipientsLabel", bold: true, italics: true, align: LEFT },
  recipient: { size: "recipient", align: LEFT },
  authority: { size: "authority", bold: true, align: CENTER },
  // Room for the signature and the seal.
  signer: { size: "signer", bold: true, align: CENTER, before: 72 },
  "annex-label": { size: "type", bold: true, align: CENTER, keepNext: true },
  "annex-title": { size: "subject", bold: true, align: CENTER, keepNext: true },
  "annex-of": { size: "subject", italics: true, align: CENTER, after: 12, keepNext: true },
};

/** `width`: of the column the line stands in, in millimetres. */
export type Place = { width: number; beforeTable?: boolean };

export function paragraphOf(line: Line, rules: FormRules, place: Place): Paragraph {
  const { width } = place;
  switch (line.style) {
    case "issuer-rule":
      return rule(width * 0.4, width);
    case "subject-rule":
      return rule(width * 0.3, width, 12);
    case "motto-rule":
      return rule(rules.motto.length > 1 ? sloganWidth : partyMottoWidth, width);
    default:
      return text(line, looks[line.style], rules, place);
  }
}

const dashWidth = 3;

/** Set in Times New Roman Bold at the form's size; the rule is as long as the words above it. */
const sloganWidth = 63;
const partyMottoWidth = 75;

/** Room for a hand, and what closes it. Dots of a fixed number would run over the line's end in one font and fall short in another. */
const toFillIn = /^…{10,}(.*)$/;

function text(line: Line, look: Look, rules: FormRules, { width, beforeTable }: Place): Paragraph {
  const size = rules.sizes[look.size];
  const dots = toFillIn.exec(line.text);
  if (dots) {
    return new Paragraph({
      keepNext: line.keepNext,
      spacing: { before: (look.before ?? 0) * 20 },
      tabStops: [{ type: TabStopType.RIGHT, position: millimetres(width), leader: LeaderType.DOT }],
      children: [run(size, { children: [new Tab(), dots[1] ?? ""] })],
    });
  }
  const { bold, italics } = look;
  const style: IRunOptions =
    line.style === "recipients-label" && rules.recipientsUnderlined
      ? { underline: {} }
      : { bold, italics: italics ?? (line.style === "letter-subject" && rules.starUnderIssuer) };
  const { bold: label = 0 } = line;
  const runs = stretches(line.text.slice(label), line.marks ?? []).map((part) =>
    run(size, { ...style, text: part.text, highlight: part.marked ? "yellow" : undefined }),
  );
  if (label > 0) runs.unshift(run(size, { ...style, text: line.text.slice(0, label), bold: true }));
  // The superior's clause is set apart, so that a reader sees at once what came from above.
  if (line.origin !== undefined) runs.push(run(size, { text: ` ${line.origin}`, bold, italics: true }));
  return new Paragraph({
    alignment: look.align,
    keepNext: line.keepNext ?? look.keepNext,
    spacing: { before: (look.before ?? 0) * 20, after: (look.after ?? (beforeTable ? 6 : 0)) * 20 },
    indent:
      line.style === "addressees"
        ? // The dash hangs, so that a long name's second line does not begin under it.
          { left: millimetres((look.indent ?? 0) + dashWidth), hanging: millimetres(dashWidth) }
        : look.indent
          ? { firstLine: millimetres(look.indent) }
          : undefined,
    ...(line.style === "urgency" ? boxed(width) : {}),
    children: runs,
  });
}

/** A text cut where its marks begin and end. */
function stretches(text: string, marks: readonly [number, number][]): { text: string; marked: boolean }[] {
  const parts: { text: string; marked: boolean }[] = [];
  let from = 0;
  for (const [begin, end] of marks) {
    if (begin > from) parts.push({ text: text.slice(from, begin), marked: false });
    parts.push({ text: text.slice(begin, end), marked: true });
    from = end;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), marked: false });
  return parts;
}

export function run(points: number, options: IRunOptions): TextRun {
  return new TextRun({ font, size: points * 2, ...options });
}

/** Length in Word's unit, a twentieth of a point. Rounded: the library's own conversion cuts off, and A4 is then not quite A4. */
export function millimetres(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

const drawn = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 };

/**
 * A centred rule: the upper border of an empty, very low paragraph. A drawn line would float away when the text above
 * is edited, and a border of the text itself cannot be shorter than the text.
 */
function rule(length: number, width: number, after = 0): Paragraph {
  const side = millimetres(Math.max(0, (width - length) / 2));
  return new Paragraph({
    border: { top: { ...drawn, space: 0 } },
    indent: { left: side, right: side },
    spacing: { before: 60, after: after * 20, line: 40, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

function boxed(width: number): Pick<IParagraphOptions, "border" | "indent"> {
  const side = millimetres(width * 0.25);
  return { border: { top: drawn, bottom: drawn, left: drawn, right: drawn }, indent: { left: side, right: side } };
}
