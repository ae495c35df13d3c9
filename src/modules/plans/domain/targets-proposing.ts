/**
 * What a target counts, proposed by its own words: "02 cuộc giám sát" counts supervision in the journal. A proposal says
 * how sure it is and in which words it was read; an editor confirms. Several targets of one sentence stay several.
 */
import { fold } from "../../../kernel/text.ts";
import type { Target } from "../shapes.ts";
import { isShare } from "./targets.ts";

export type LinkProposal = {
  measures: string[];
  scope: "own" | "line" | "area";
  confidence: number;
  /** The words of the target that it was read from, folded. */
  words: string;
};

/** Words of a target → kinds of activity that carry it out. The longer words stand first. */
const kinds: [words: RegExp, kind: string, sureness: number][] = [
  [/\btiep xuc cu tri\b/, "voter-meeting", 0.9],
  [/\bphan bien\b/, "social-criticism", 0.95],
  [/\bdoi thoai\b/, "dialogue", 0.95],
  [/\bgiam sat\b/, "supervision", 0.95],
  [/\b(?:tiep cong dan|tiep dan)\b/, "reception-day", 0.9],
  [/\bngay hoi dai doan ket\b/, "unity-day", 0.95],
  [/\bnha (?:dai doan ket|tinh thuong|tinh nghia)\b/, "charity-house", 0.9],
  [/\b(?:tap huan|boi duong)\b/, "training", 0.9],
  [/\b(?:hoi thi|hoi dien|cuoc thi)\b/, "contest", 0.85],
  [/\b(?:tham quan|hoc tap kinh nghiem|trao doi kinh nghiem)\b/, "study-visit", 0.85],
  [/\b(?:kiem tra)\b/, "inspection", 0.85],
  [/\bgiao ban\b/, "briefing", 0.85],
  [/\bhoa giai\b/, "mediation", 0.8],
  [/\b(?:so ket|tong ket)\b/, "review", 0.75],
  [/\b(?:dan ban|hop dan|hop thon)\b/, "meeting-people", 0.8],
  [/\bsinh hoat chi bo\b/, "branch-meeting", 0.8],
  [/\b(?:quan triet|hoc tap nghi quyet)\b/, "document-study", 0.8],
  [/\b(?:cuu tro|khac phuc hau qua)\b/, "relief", 0.8],
  [/\b(?:qua|suat qua|phan qua|tang qua)\b/, "gift-giving", 0.7],
  [/\b(?:tham hoi|tham tang)\b/, "visit", 0.75],
  [/\btuyen truyen\b/, "propaganda", 0.75],
  [/\bra mat\b/, "model-launch", 0.85],
  [/\bhoi nghi\b/, "conference", 0.65],
];

const model = /\b(?:mo hinh|dien hinh)\b/;

/** What the register of models counts, by what the target says of them; the first that fits. Without a word they are new ones. */
const ofModels: [words: RegExp, family: string, sureness: number][] = [
  [/\bra mat\b/, "", 0],
  [/\bcong nhan\b|\bdat chuan\b/, "recognised", 0.85],
  [/\bnhan rong\b/, "replicated", 0.85],
  [/\bduy tri\b/, "running", 0.85],
  [/\b(?:dang ky|xay dung|moi)\b/, "new", 0.85],
  [model, "new", 0.75],
];

const levels: [words: RegExp, level: string][] = [
  [/\bcap xa\b/, "commune"],
  [/\bcap huyen\b/, "district"],
  [/\bcap tinh\b/, "province"],
  [/\btrung uong\b/, "centre"],
];

/** The measure of the register that a target on models counts. Of what is recognised, the level counts that it names. */
function modelMeasure(metric: string, figure: string): { name: string; sureness: number } | null {
  const [, family = "", sureness = 0] = ofModels.find(([words]) => words.test(metric)) ?? [];
  if (!model.test(metric) || family === "") return null;
  const level = family === "recognised" && figure === "count" ? levels.find(([words]) => words.test(metric))?.[1] : undefined;
  return { name: `exemplar/${family}/${level ? `level.${level}` : figure}`, sureness };
}

/** What the target is counted in decides which figure of the activity it is. */
function figureOf(unit: string): string {
  const folded = fold(unit);
  if (/^luot|^(?:nguoi|hoc vien|dai bieu)$/.test(folded)) return "turns";
  if (/^(?:suat|phan)/.test(folded)) return "gifts";
  if (folded.endsWith("dong")) return "money";
  if (/^(?:ngay )?cong/.test(folded)) return "labour";
  return "count";
}

/** Named places count what any body there does; named bodies what they did themselves. */
const places = /\b(?:moi|cac|tung) (?:don vi cap xa|xa|phuong|thon|ban|khu dan cu|dia phuong|dia ban|khu pho|to dan pho|huyen)\b/;

/**
 * Proposals for a target, best first. `sentence` is the clause it stands in; `known` the measures that exist, so that
 * nothing is proposed which nobody computes.
 */
export function proposeLinks(
  target: Pick<Target, "metric" | "unit" | "comparator" | "value">,
  sentence: string,
  known: ReadonlySet<string>,
): LinkProposal[] {
  // A share of units or households is no count of activities.
  if (isShare(target.unit)) return [];
  const figure = figureOf(target.unit);
  const metric = fold(target.metric);
  const around = fold(sentence);
  const scope = places.test(metric) ? ("area" as const) : ("own" as const);
  const found = kinds.flatMap(([words, kind, sureness]): LinkProposal[] => {
    const here = words.exec(metric);
    const near = here ?? words.exec(around);
    const name = `activity/${kind}/${figure}`;
    if (!near || !known.has(name)) return [];
    // Words that stand only beside the target are some other target's more often than not.
    const sure = here ? sureness : sureness * 0.45;
    const ofAModel = modelMeasure(metric, figure) !== null;
    return [{ measures: [name], scope, confidence: Math.round(sure * (ofAModel ? 0.5 : 1) * 100) / 100, words: near[0] }];
  });
  const own = modelMeasure(metric, figure);
  if (own && known.has(own.name))
    found.push({ measures: [own.name], scope, confidence: own.sureness, words: model.exec(metric)?.[0] ?? metric });
  const best = new Map<string, LinkProposal>();
  for (const each of found.toSorted((a, b) => b.confidence - a.confidence)) {
    const [name = ""] = each.measures;
    if (!best.has(name)) best.set(name, each);
  }
  return [...best.values()].slice(0, 4);
}

/** From here on a proposal counts before an editor has looked at it, marked as not confirmed. */
export const counts = 0.75;
