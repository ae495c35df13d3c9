/* oxlint-disable no-console -- a script that prints its table */
/**
 * `node test/formats/print-recognition.ts [DOCUMENT …] [--kept FOLDER]`: the page images of docs/formats.md, recognised and
 * compiled. With --kept, recognised pages are kept in that folder and only what is done with them afterwards is tried again.
 */
import { parseArgs } from "node:util";
import { figuresOf, pooled } from "../support/plan-score/index.ts";
import { documents, scoreText, tableHead, tableRow } from "./round-trip.ts";
import { errorsOf, printedText, recognisedPages, textOfPages, type Errors } from "./recognition.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { kept: { type: "string" }, text: { type: "boolean" } } });
const asked = positionals.length > 0 ? positionals : documents;
const percent = ({ wrong, of }: Errors): string => `${((100 * wrong) / of).toFixed(2)} %`;
const [letters, words, seconds]: [Errors, Errors, number[]] = [{ wrong: 0, of: 0 }, { wrong: 0, of: 0 }, []];
const scored = [];
console.log(`${tableHead.replace("\n", " letters | words |\n")} --- | --- |`);
for (const name of asked) {
  const pages = await recognisedPages(name, values.kept);
  const text = textOfPages(pages);
  if (values.text) console.log(text);
  const errors = errorsOf(await printedText(name), text);
  for (const [sum, one] of [[letters, errors.letters] as const, [words, errors.words] as const]) {
    sum.wrong += one.wrong;
    sum.of += one.of;
  }
  seconds.push(...pages.map((page) => page.seconds));
  const score = scoreText(name, text);
  scored.push(score);
  console.log(`${tableRow(name, figuresOf(pooled([score])))} ${percent(errors.letters)} | ${percent(errors.words)} |`);
}
console.log(`${tableRow("all", figuresOf(pooled(scored)))} ${percent(letters)} | ${percent(words)} |`);
const ordered = seconds.toSorted((one, other) => one - other);
console.log(
  `${seconds.length} pages; seconds a page: median ${ordered[ordered.length >> 1]?.toFixed(1)}, ${ordered[0]?.toFixed(1)} to ${ordered.at(-1)?.toFixed(1)}`,
);
