/** Sentences and their semicolon clauses, with offsets. Quoted and bracketed text is never cut. */

export type Stretch = { start: number; end: number };
export type Sentence = Stretch & { clauses: Stretch[] };

const ABBREVIATION = /(?:^|[\s(])(?:TP|Tp|Đ\/c|đ\/c|v\.v|tr|GS|TS|ThS|PGS|CT|PCT|BS|KS|\p{Lu}|\d{1,2})$/u;

/** How deep in quotes or brackets each character stands; straight quotes count only when they come in pairs. */
function depths(text: string): Uint8Array {
  const depth = new Uint8Array(text.length + 1);
  const paired = (text.match(/"/g)?.length ?? 0) % 2 === 0;
  const curly = text.match(/“/g)?.length === text.match(/”/g)?.length;
  const round = text.match(/\(/g)?.length === text.match(/\)/g)?.length;
  let [quotes, brackets, straight] = [0, 0, false];
  for (let k = 0; k < text.length; k++) {
    const char = text[k];
    if (curly && char === "“") quotes++;
    if (curly && char === "”" && quotes > 0) quotes--;
    if (round && char === "(") brackets++;
    if (round && char === ")" && brackets > 0) brackets--;
    if (paired && char === '"') straight = !straight;
    depth[k] = Math.min(255, quotes + brackets + (straight ? 1 : 0));
  }
  // An item that is wholly in quotation marks reads like any other.
  const opening = text.search(/[“"]/u);
  const inner =
    opening >= 0 && !/\p{L}{3}/u.test(text.slice(0, opening))
      ? depth.subarray(opening, Math.max(opening, text.search(/[”"]?[\s.;/]*$/u)))
      : null;
  if (inner !== null && inner.length > 20 && inner.every((value) => value > 0))
    for (let k = 0; k < inner.length; k++) inner[k] = (inner[k] ?? 1) - 1;
  return depth;
}

/** Quoted titles and names, so that what is dated or counted inside them is left alone. */
export function quotedIn(text: string): Stretch[] {
  const depth = depths(text.replace(/[()]/g, " "));
  const found: Stretch[] = [];
  for (let k = 0; k < text.length; k++) {
    if (depth[k] === 0) continue;
    const start = k;
    while (k < text.length && depth[k] !== 0) k++;
    found.push({ start, end: k });
  }
  return found;
}

function trim(text: string, start: number, end: number): Stretch {
  let [from, to] = [start, end];
  while (from < to && /[\s“"]/u.test(text[from] ?? "") && !/\p{L}/u.test(text[from] ?? "")) {
    // An opening quotation mark that is closed inside belongs to the words.
    if (/[“"]/u.test(text[from] ?? "") && text.slice(from + 1, to).includes(text[from] === "“" ? "”" : '"')) break;
    from++;
  }
  while (to > from && /\s/u.test(text[to - 1] ?? "")) to--;
  return { start: from, end: to };
}

/** Sentences of text[from, to). */
export function readSentences(text: string, from = 0, to = text.length): Sentence[] {
  const depth = depths(text);
  const sentences: Sentence[] = [];
  let clauses: Stretch[] = [];
  let [sentenceStart, clauseStart] = [from, from];
  const closeClause = (end: number): void => {
    const clause = trim(text, clauseStart, end);
    if (clause.end > clause.start) clauses.push(clause);
    clauseStart = end;
  };
  for (let k = from; k < to; k++) {
    const char = text[k];
    if (depth[k] !== 0) continue;
    if (char === ";") {
      closeClause(k);
      clauseStart = k + 1;
    } else if (char === "." || char === "!" || char === "?" || char === "…") {
      let next = k + 1;
      while (next < to && /[.…!?/”")]/u.test(text[next] ?? "")) next++;
      const after = /^\s+(\S)/u.exec(text.slice(next, next + 4))?.[1];
      const dots = next - k > 1 || char === "…";
      const opens = after !== undefined && /[\p{Lu}“"(]/u.test(after);
      if (next < to && (!opens || (!dots && ABBREVIATION.test(text.slice(Math.max(0, k - 6), k))))) continue;
      closeClause(next);
      const sentence = trim(text, sentenceStart, next);
      if (clauses.length > 0) sentences.push({ ...sentence, clauses });
      [clauses, sentenceStart, clauseStart] = [[], next, next];
      k = next - 1;
    }
  }
  closeClause(to);
  if (clauses.length > 0) sentences.push({ ...trim(text, sentenceStart, to), clauses });
  return sentences;
}
