import { formatDate } from "../../../kernel/time/format.ts";
import type { DispatchDate, DispatchNumber, OfficialForm, Signature } from "./official.ts";

/** What differs between the three official forms. Sizes in points, margins in millimetres. */
export type FormRules = {
  motto: string[];
  /** "Số: 05/KH-UBND" or "Số 05-KH/ĐU". */
  number(number: DispatchNumber): string;
  /** Ends of the lines under "Nơi nhận", the last one "." */
  recipientEnd: ";" | ",";
  archive(keeper: string): string;
  authority(signature: Signature): string[];
  /** The Party closes its title with "-----", the others with a drawn rule. */
  dashesUnderSubject: boolean;
  /** "Nơi nhận:" underlined and upright; otherwise bold italic. */
  recipientsUnderlined: boolean;
  /** A star under the issuer instead of a rule. */
  starUnderIssuer: boolean;
  margins: { top: number; bottom: number; left: number; right: number };
  /** The issuer's part of the letterhead's width: what is opposite must stay on one line. */
  issuerShare: number;
  sizes: Record<SizedPart, number>;
};

export type SizedPart =
  | "motto"
  | "slogan"
  | "superior"
  | "issuer"
  | "number"
  | "date"
  | "type"
  | "subject"
  | "letterSubject"
  | "body"
  | "authority"
  | "signer"
  | "recipientsLabel"
  | "recipient";

const prefixes = {
  state: { collective: "TM.", deputyFor: "KT.", byOrderOf: "TL.", delegatedBy: "TUQ." },
  party: { collective: "T/M", deputyFor: "K/T", byOrderOf: "T/L", delegatedBy: "TUQ" },
};

/** Decree 30/2020/NĐ-CP, annex I. */
const state: FormRules = {
  motto: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
  number: ({ value, type, issuer }) => `Số: ${assigned(value)}/${type === null ? "" : `${type}-`}${issuer}`,
  recipientEnd: ";",
  archive: (keeper) => `Lưu: ${keeper}`,
  authority: authorityWith(prefixes.state),
  dashesUnderSubject: false,
  recipientsUnderlined: false,
  starUnderIssuer: false,
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  // The national title is 99 of 165 mm long in 13 point bold.
  issuerShare: 0.375,
  sizes: {
    motto: 13,
    slogan: 14,
    superior: 13,
    issuer: 13,
    number: 13,
    date: 14,
    type: 14,
    subject: 14,
    letterSubject: 12,
    body: 14,
    authority: 14,
    signer: 14,
    recipientsLabel: 12,
    recipient: 11,
  },
};

/** Guide 36-HD/VPTW of 03/4/2018. */
const party: FormRules = {
  ...state,
  motto: ["ĐẢNG CỘNG SẢN VIỆT NAM"],
  // The Party numbers its letters too: CV.
  number: ({ value, type, issuer }) => `Số ${assigned(value)}-${type ?? "CV"}/${issuer}`,
  recipientEnd: ",",
  archive: (keeper) => `Lưu ${keeper}`,
  authority: authorityWith(prefixes.party),
  dashesUnderSubject: true,
  recipientsUnderlined: true,
  starUnderIssuer: true,
  issuerShare: 0.48,
  sizes: { ...state.sizes, motto: 15, superior: 14, issuer: 14, number: 14, type: 16, subject: 14, recipientsLabel: 14, recipient: 12 },
};

/** Guide 91/HD-MTTW-BTT follows the State's style; what is the Front's own are its names and symbols. */
const front: FormRules = state;

export const forms: Record<OfficialForm, FormRules> = { state, party, front };

/** Numbers below ten have a leading zero; one that is not assigned leaves room for the clerk's pen. */
function assigned(value: number | string | null): string {
  return value === null ? " ".repeat(6) : String(value).padStart(2, "0");
}

/** "ngày 05 tháng 01 năm 2026"; day or month not yet known leave room: "ngày      tháng 11 năm 2026". */
export function dayOf({ year, month, day }: DispatchDate): string {
  if (month !== null && day !== null) return formatDate(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  const gap = " ".repeat(6);
  const shownMonth = month === null ? gap : ` ${month < 3 ? `0${month}` : month} `;
  return `ngày${gap}tháng${shownMonth}năm ${year}`;
}

/** Lines above the signer's title, from the widest authority to the nearest. */
function authorityWith(prefix: Record<"collective" | "deputyFor" | "byOrderOf" | "delegatedBy", string>) {
  return ({ collective, deputyFor, byOrderOf, delegatedBy, title }: Signature): string[] => {
    const lines: string[] = [];
    if (collective) lines.push(`${prefix.collective} ${collective}`);
    if (byOrderOf) lines.push(`${prefix.byOrderOf} ${byOrderOf}`);
    if (delegatedBy) lines.push(`${prefix.delegatedBy} ${delegatedBy}`);
    if (deputyFor) lines.push(`${prefix.deputyFor} ${deputyFor}`);
    return [...lines, title].map((line) => line.toLocaleUpperCase("vi"));
  };
}
