/**
 * Fits the weights of compile/confidence/confidence.ts and prints compile/confidence/confidence-weights.ts:
 *   node bench/compiler/fit.ts [--gold DIR --texts DIR …] > src/modules/documents/compile/confidence/confidence-weights.ts
 * One logistic regression per kind, "wholly right" against the item's signs, gradient descent with a strong pull of every
 * weight to zero (few documents, many signs). `caution` is then by how much the log odds have to pass those of 0.9
 * so that, when each document is rated by weights fitted on all the others, at least 97 % of what is rated above is right.
 * The reliability of that held-out rating goes to stderr: it is what to expect of a document nobody has seen.
 */
import { placesOf, probability, signsOf } from "../../src/modules/documents/compile/confidence/confidence.ts";
import type { Weights } from "../../src/modules/documents/compile/confidence/confidence-weights.ts";
import { readDocument } from "../../src/modules/documents/compile/outline/document.ts";
import type { CompiledPlan } from "../../src/modules/documents/compile/index.ts";
import type { Kind } from "../../test/support/plan-score/index.ts";
import { kinds, whollyRight } from "../../test/support/plan-score/index.ts";
import type { Document } from "./gold.ts";
import { documentsOf, goldSets, scored } from "./gold.ts";
import type { Judged } from "./reliability.ts";
import { reliabilityTable } from "./reliability.ts";

type Example = { document: string; kind: Kind; signs: string[]; found: boolean; right: boolean };

const PULL = 2;
const STEPS = 4000;
const KEPT = 0.97;

function examplesOf(document: Document): Example[] {
  const placeOf = placesOf(readDocument(document.text).nodes);
  const { matched } = scored(document);
  return kinds.flatMap((kind) => {
    const signs = (item: unknown): string[] => {
      const plain = item as CompiledPlan[typeof kind][number];
      return signsOf(kind, plain as never, placeOf(plain.line));
    };
    const name = `${document.set}/${document.name}`;
    return [
      ...matched[kind].hits.map(({ gold, item }) => ({
        document: name,
        kind,
        signs: signs(item),
        found: true,
        right: whollyRight(kind, gold, item),
      })),
      ...matched[kind].alarms.map((item) => ({ document: name, kind, signs: signs(item), found: false, right: false })),
    ];
  });
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const oddsOf = ({ base, of }: Weights, signs: readonly string[]): number => signs.reduce((sum, sign) => sum + (of[sign] ?? 0), base);

/** Ridge logistic regression; the base is pulled a little too, towards even odds. */
function fit(examples: readonly Example[]): Weights {
  const weights: Weights = { base: 0, caution: 0, of: {} };
  for (const { signs } of examples) for (const sign of signs) weights.of[sign] = 0;
  const rate = 1 / (4 + examples.length);
  for (let step = 0; step < STEPS; step++) {
    const slope: Record<string, number> = {};
    let base = -0.2 * weights.base;
    for (const { signs, right } of examples) {
      const error = Number(right) - sigmoid(oddsOf(weights, signs));
      base += error;
      for (const sign of signs) slope[sign] = (slope[sign] ?? 0) + error;
    }
    weights.base += rate * base;
    for (const [sign, value] of Object.entries(weights.of)) weights.of[sign] = value + rate * ((slope[sign] ?? 0) - PULL * value);
  }
  return weights;
}

const documents = goldSets(process.argv.slice(2)).flatMap(documentsOf);
const examples = documents.flatMap(examplesOf);
const names = [...new Set(examples.map(({ document }) => document))];

/** Log odds of each example by weights that never saw its document. */
function heldOut(kind: Kind): { odds: number; example: Example }[] {
  const own = examples.filter((example) => example.kind === kind);
  return names.flatMap((name) => {
    const weights = fit(own.filter(({ document }) => document !== name));
    return own.filter(({ document }) => document === name).map((example) => ({ odds: oddsOf(weights, example.signs), example }));
  });
}

/** The least caution with which what is rated above 0.9 keeps the promise. */
function cautionFor(rated: readonly { odds: number; example: Example }[]): number {
  const line = Math.log(0.9 / 0.1);
  for (let caution = 0; caution < 4; caution += 0.05) {
    const above = rated.filter(({ odds }) => odds - caution >= line);
    if (above.filter(({ example }) => example.right).length >= KEPT * above.length) return Math.round(caution * 100) / 100;
  }
  return 4;
}

const round = (value: number): number => Math.round(value * 100) / 100;
const judgements: Judged[] = [];
const fitted = kinds.map((kind): [Kind, Weights] => {
  const rated = heldOut(kind);
  const caution = cautionFor(rated);
  for (const { odds, example } of rated)
    judgements.push({ kind, confidence: probability(odds, caution), found: example.found, right: example.right });
  const { base, of } = fit(examples.filter((example) => example.kind === kind));
  const kept = Object.entries(of)
    .map(([sign, weight]): [string, number] => [sign, round(weight)])
    .filter(([, weight]) => weight !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [kind, { base: round(base), caution, of: Object.fromEntries(kept) }];
});

console.error(`${documents.length} documents, ${examples.length} items; each document rated by weights fitted on the others:\n`);
console.error(reliabilityTable(judgements));
console.log(`/** Printed by bench/compiler/fit.ts; how it was fitted stands there and in docs/compiler-accuracy.md. */
export type RatedKind = "citations" | "targets" | "tasks" | "reporting" | "events" | "outline";

/** \`base\`: log odds of an item that shows no sign; \`caution\`: by how much it has to pass 0.9, so that what is above keeps its promise. */
export type Weights = { base: number; caution: number; of: Record<string, number> };

export const weights: Record<RatedKind, Weights> = ${JSON.stringify(Object.fromEntries(fitted), null, 2)};`);
