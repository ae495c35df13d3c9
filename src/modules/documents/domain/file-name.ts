import { nfc } from "../../../kernel/text.ts";

const longest = 200;

/** A file's name as it is kept and given back: no folders, no control characters, not endless; the ending stays. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = nfc(last.replace(/[\u0000-\u001f\u007f]/g, " ")).trim();
  if (clean.length <= longest) return clean || "van-ban";
  const dot = clean.lastIndexOf(".");
  const ending = dot > 0 && clean.length - dot <= 12 ? clean.slice(dot) : "";
  return clean.slice(0, longest - ending.length) + ending;
}
