/** The closing block: how the lines of the recipients end, the filing line, and for whom is signed. */
import { oneTone } from "../../../../kernel/text.ts";
import { basis } from "../basis.ts";
import type { Rule, View } from "../rule.ts";
import type { Block } from "../sheet.ts";
import { say } from "./messages.ts";

const FILED = /^\s*[-–•+]?\s*Lưu(?!\p{L})/u;
const SIGNER = /^\s*(?:T\/?M|KT|K\/T|TL|T\/L|TUQ|Q)\.?\s|^\s*(?:PHÓ |CHỦ TỊCH|BÍ THƯ|TRƯỞNG|GIÁM ĐỐC|CHÁNH|THỦ TƯỚNG|BỘ TRƯỞNG)/u;

/** The recipients one by one; a line without a bullet goes on from the one before. Null where they are not one to a line. */
function recipientsOf({ sheet: { flow }, parts }: View): (Block & { mark: string })[] | null {
  if (!parts.recipients || !parts.tail) return null;
  const from = flow.indexOf("\n", parts.recipients.start);
  if (from < 0 || from > parts.tail.end || flow.slice(parts.recipients.start, from).includes(";")) return null;
  const items: (Block & { mark: string })[] = [];
  let at = from + 1;
  for (const line of flow.slice(from + 1, parts.tail.end).split("\n")) {
    const block = { start: at, end: at + line.trimEnd().length };
    at += line.length + 1;
    if (line.trim() === "") continue;
    if (SIGNER.test(line)) break;
    const item = { ...block, mark: /[;,.]$/u.exec(line.trimEnd())?.[0] ?? "" };
    const last = items.at(-1);
    if (/^\s*[-–•+]/u.test(line)) items.push(item);
    else if (last && !FILED.test(flow.slice(last.start, last.end))) Object.assign(last, { end: item.end, mark: item.mark });
    else break;
    if (FILED.test(line)) break;
  }
  return items.length >= 3 ? items : null;
}

const recipientMarks: Rule = {
  id: "format/recipient-marks",
  severity: "hint",
  find(view) {
    const items = recipientsOf(view);
    if (!items) return [];
    const { form } = view.parts;
    const before = items.slice(0, FILED.test(view.sheet.flow.slice(items.at(-1)?.start, items.at(-1)?.end)) ? -1 : items.length);
    const count = (mark: string): number => before.filter((item) => item.mark === mark).length;
    // The Party's guide has commas, the decree semicolons; an office that keeps to the other has its own habit.
    const kept = form === "party" || count(",") > count(";") ? "," : ";";
    const odd = before.filter(({ mark }) => mark !== kept);
    if (odd.length === 0 || odd.length * 2 > before.length) return [];
    return [
      {
        places: odd.map(({ start, end }) => ({ start, end })),
        reason: say("recipientMarks", { count: odd.length }),
        basis: basis.recipients(form),
        mend: say("recipientMarksMend", { mark: kept }),
        about: "recipient-marks",
      },
    ];
  },
};

const filing: Rule = {
  id: "format/filing-line",
  severity: "hint",
  find(view) {
    const items = recipientsOf(view);
    const { parts, sheet } = view;
    if (
      !items ||
      !parts.recipients ||
      !parts.tail ||
      /(?<!\p{L})Lưu(?!\p{L})/u.test(sheet.flow.slice(parts.recipients.start, parts.tail.end))
    )
      return [];
    return [
      {
        places: [parts.recipients],
        reason: say("noFiling"),
        basis: basis.recipients(parts.form),
        mend: say("noFilingMend"),
        about: "filing",
      },
    ];
  },
};

/** A committee or a standing board that makes a plan signs as a body; a decision of its chairman does not. */
const COLLECTIVE = /^(?:ủy ban nhân dân|ban thường trực|ban thường vụ|ủy ban mttq|ủy ban mặt trận|hội đồng nhân dân|ban chấp hành)/u;

const behalf: Rule = {
  id: "format/signed-for",
  severity: "hint",
  find({ plan: { header }, parts, sheet: { flow } }) {
    const issuer = header.issuer ?? "";
    if (!parts.tail || !parts.signature || !parts.isSchedule || header.docType === "Quyết định") return [];
    if (!COLLECTIVE.test(oneTone(issuer).toLowerCase())) return [];
    const tail = flow.slice(parts.tail.start, parts.tail.end);
    const signed = /^[ |]*(?:(?:KT|K\/T)\.?\s*)?(?:PHÓ )?CHỦ TỊCH/mu.exec(tail);
    // A head of office signs "TL.", a deputy by mandate "TUQ.": another question.
    if (!signed || /(?:^|[\s|])T\s?\/?\s?M\s?[.\s]|TL\.|T\/L|TUQ/mu.test(tail)) return [];
    const start = parts.tail.start + signed.index;
    const short = issuer.replace(/\s(?:tỉnh|thành phố|xã|phường|đặc khu)\s.*$/iu, "");
    return [
      {
        places: [{ start, end: start + signed[0].length }],
        reason: say("noBehalf", { issuer }),
        basis: basis.signature(parts.form),
        mend: say("noBehalfMend", { issuer: short.toUpperCase() }),
        about: "behalf",
      },
    ];
  },
};

export const closingRules: Rule[] = [recipientMarks, filing, behalf];
