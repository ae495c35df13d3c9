import { fold, squeeze } from "../../../kernel/text.ts";
import { sameLaw } from "../compile/citations/cited-laws.ts";
import { lawTitles } from "./law-titles.ts";

const kinds = /^(bo luat|luat|phap lenh)(?= |$)/;

/** Words alone: commas come and go, and "Việt Nam" at the end names no other law. */
const plain = (title: string): string =>
  squeeze(fold(title).replace(/[^\p{L}\p{N}]+/gu, " "))
    .replace(/ nam \d{4}$/, "")
    .replace(/(?<=^\S+ \S+.*) viet nam$/, "");

const known = lawTitles.map((title) => ({ title, key: plain(title) }));

/**
 * Key of a law that is named by its title: "Luật Bảo vệ BMNN" and "Luật Bảo vệ bí mật nhà nước" are one. A title cut short or
 * abbreviated is the one known law that it can mean; where it could mean several it stays what it says. Null for what is no law.
 */
export function lawKey({ type, title }: { type: string | null; title: string | null }): string | null {
  if (title === null) return null;
  const kind = kinds.exec(fold(title))?.[0] ?? kinds.exec(fold(type ?? ""))?.[0];
  if (kind === undefined) return null;
  const whole = kinds.test(fold(title)) ? plain(title) : plain(`${kind} ${title}`);
  const words = whole.split(" ").length;
  if (whole === kind) return null;
  const meant = known.filter(({ key }) => key.startsWith(`${kind} `) && key.split(" ").length >= words && sameLaw(key, whole));
  const exact = meant.find(({ key }) => key === whole);
  const [only] = meant;
  return exact?.key ?? (meant.length === 1 && only ? only.key : whole);
}

/** The key of a citation that prints no number. */
export const citedLaw = ({ number, ...law }: { number: string | null; type: string | null; title: string | null }): string | null =>
  number === null || !/\d/.test(number) ? lawKey(law) : null;

/** A law without number in the citation graph. */
export const lawNode = (key: string, date: string | null): string => `law:${key}@${date ?? ""}`;
