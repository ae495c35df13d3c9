import { FigureRef, TokenPart } from "../blocks.ts";

/** A piece of a sentence: words, or a place for a figure. */
export type Token = { kind: "words"; text: string } | { kind: "figure"; ref: string; part: TokenPart; printed: string };

const place = /\{\{\s*([^{}|]+?)\s*(?:\|\s*([a-z]+)\s*)?\}\}/gu;

/** Cuts a sentence at its figure tokens. What looks like a token but is none stays words, so that the editor sees it. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  const words = (until: number): void => {
    if (until > from) tokens.push({ kind: "words", text: text.slice(from, until) });
  };
  for (const match of text.matchAll(place)) {
    const [printed, ref = "", part = "value"] = match;
    const known = TokenPart.safeParse(part);
    if (!known.success || !FigureRef.safeParse(ref).success) continue;
    words(match.index);
    tokens.push({ kind: "figure", ref, part: known.data, printed });
    from = match.index + printed.length;
  }
  words(text.length);
  return tokens;
}

/** Figures a text asks for, each once. */
export const refsIn = (text: string): string[] => [
  ...new Set(tokensOf(text).flatMap((token) => (token.kind === "figure" ? [token.ref] : []))),
];
