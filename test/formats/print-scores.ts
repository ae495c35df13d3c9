/* oxlint-disable no-console -- a script that prints its table */
/** `node test/formats/print-scores.ts [FORMAT …] [--misses]`: the table of docs/formats.md. */
import { kinds } from "../support/plan-score/index.ts";
import { formats, scoreFormat, tableHead, tableRow } from "./round-trip.ts";

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
console.log(tableHead);
for (const format of formats) {
  if (asked.length > 0 && !asked.includes(format)) continue;
  const { figures, byDocument } = await scoreFormat(format);
  console.log(tableRow(`.${format}`, figures));
  if (!process.argv.includes("--misses")) continue;
  for (const [name, { matched }] of byDocument) {
    for (const kind of kinds) {
      for (const missed of matched[kind].missed) console.log(`  ${name} ${kind} missed`, JSON.stringify(missed).slice(0, 200));
      for (const alarm of matched[kind].alarms) console.log(`  ${name} ${kind} alarm`, JSON.stringify(alarm).slice(0, 200));
    }
  }
}
