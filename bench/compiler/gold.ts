/** Annotated plans: the project's own corpus, the real plans beside the repository, and any other folder that is named. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compilePlan } from "../../src/modules/documents/compile/index.ts";
import type { Gold, Scored } from "../../test/support/plan-score/index.ts";
import { score } from "../../test/support/plan-score/index.ts";

const root = resolve(import.meta.dirname, "../..");
export const shared = process.env.KHEO_SHARED ?? resolve(root, "../shared");
const corpus = join(root, "src/modules/documents/compile/corpus");

/** `name`: what the figures call it; `gold`, `texts`: folders with NAME.json and NAME.txt. */
export type GoldSet = { name: string; gold: string; texts: string };

export const ownCorpus: GoldSet = { name: "corpus", gold: corpus, texts: corpus };
export const realPlans: GoldSet = { name: "seeds", gold: join(shared, "gold"), texts: join(shared, "seeds") };

/** What there is: the corpus, the real plans when they are there, what each `--gold DIR [--texts DIR]` names. */
export function goldSets(args: readonly string[]): GoldSet[] {
  const others = args.flatMap((flag, at) => {
    const gold = args[at + 1];
    if (flag !== "--gold" || gold === undefined) return [];
    const texts = args[at + 2] === "--texts" ? args[at + 3] : undefined;
    return [{ name: `other: ${gold}`, gold, texts: texts ?? gold }];
  });
  return [ownCorpus, realPlans, ...others].filter((set) => existsSync(set.gold) && existsSync(set.texts));
}

export type Document = { set: string; name: string; text: string; gold: Gold };

export function documentsOf({ name: set, gold, texts }: GoldSet): Document[] {
  return readdirSync(gold)
    .filter((file) => file.endsWith(".json") && existsSync(join(texts, file.replace(/json$/, "txt"))))
    .sort()
    .map((file) => ({
      set,
      name: file.slice(0, -5),
      text: readFileSync(join(texts, file.replace(/json$/, "txt")), "utf8"),
      gold: JSON.parse(readFileSync(join(gold, file), "utf8")) as Gold,
    }));
}

export const scored = ({ text, gold }: Document): Scored => score(gold, compilePlan(text));
