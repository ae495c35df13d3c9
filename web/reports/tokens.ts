import type { TokenPart } from "../../src/modules/reports/contract.ts";

/** A piece of a template sentence: plain words, or a figure with the form it is put in. */
export type TemplatePiece = { text: string } | { token: string };

const TOKEN = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** "Đã tổ chức {{I012}} cuộc" → words and figures in order; the pieces together are the sentence again. */
export function piecesOf(template: string): TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let at = 0;
  for (const found of template.matchAll(TOKEN)) {
    if (found.index > at) pieces.push({ text: template.slice(at, found.index) });
    pieces.push({ token: found[1] ?? "" });
    at = found.index + found[0].length;
  }
  if (at < template.length) pieces.push({ text: template.slice(at) });
  return pieces;
}

export const sentenceOf = (pieces: readonly TemplatePiece[]): string =>
  pieces.map((piece) => ("token" in piece ? `{{${piece.token}}}` : piece.text)).join("");

/** "I012:economy|compare" → the figure and the form it is put in. */
export function readToken(token: string): { ref: string; part: TokenPart } {
  const [ref = "", part = "value"] = token.split("|").map((each) => each.trim());
  return { ref, part: part as TokenPart };
}

export const tokenOf = (ref: string, part: TokenPart): string => (part === "value" ? ref : `${ref}|${part}`);
