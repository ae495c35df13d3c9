/** The bases of a document ("Căn cứ …", "Thực hiện …"), each with the documents that it names one after another. */
import { fold, squeeze } from "../../../kernel/text.ts";
import type { Mention } from "./mentions.ts";
import type { View } from "./rule.ts";
import type { Block } from "./sheet.ts";

/** One document, or group of documents, that a basis names; `words` without the words that open the basis. */
export type Named = Block & {
  words: string;
  /** The document at its beginning, when it has a number there. */
  mention: Mention | null;
};

export type Base = Block & { kind: "legal" | "carries-out" | "proposal"; named: readonly Named[] };

const OPENS = /^[ ]*(?:[-–+*][ ]*)?(Căn cứ|Thực hiện|Tiếp tục thực hiện|Theo đề nghị|Xét đề nghị|Trên cơ sở)\s+(?=\S)/gmu;

export function readBases({ sheet: { flow }, parts: { opening }, mentions, plan }: View): Base[] {
  const text = flow.slice(opening.start, opening.end);
  const subject = fold(plan.header.subject ?? "");
  // A title begins with "Thực hiện …" too.
  const opens = [...text.matchAll(OPENS)].filter(
    ({ index }) => !subject.includes(fold(text.slice(index, index + 30).split("\n")[0] ?? "").trim()),
  );
  return opens.map((match, k) => {
    const start = opening.start + match.index;
    const words = match[1] ?? "";
    const until = opening.start + (opens[k + 1]?.index ?? text.length);
    const rest = flow.slice(start, until);
    // The last basis is followed by the sentence that makes the plan.
    const stop = opens[k + 1] ? -1 : rest.search(/[;.,:]\s*\n/u);
    const end = start + (stop < 0 ? rest.trimEnd().length : stop + 1);
    return {
      start,
      end,
      kind: words.endsWith("đề nghị") ? "proposal" : words === "Căn cứ" ? "legal" : "carries-out",
      named: namedIn(flow, start + match[0].length, end, mentions),
    };
  });
}

function namedIn(flow: string, start: number, end: number, mentions: readonly Mention[]): Named[] {
  const named: Named[] = [];
  for (const { 0: piece, index } of flow.slice(start, end).matchAll(/[^;]+/gu)) {
    const from = start + index + (piece.length - piece.trimStart().length);
    const until = start + index + piece.trimEnd().length;
    if (from >= until) continue;
    const mention = mentions.find((one) => one.start >= from && one.start <= from + 12 && one.start < until) ?? null;
    named.push({ start: from, end: until, words: squeeze(flow.slice(from, until)), mention });
  }
  return named;
}
