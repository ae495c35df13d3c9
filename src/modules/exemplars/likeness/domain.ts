import { fold } from "../../../kernel/text.ts";
import type { Contents } from "../shapes.ts";
import { nameLikeness, passagesOf, type Passage } from "./texts.ts";

export const likenessReasons = ["text", "name", "place", "picture", "renamed", "owned"] as const;
export type LikenessReason = (typeof likenessReasons)[number];

/** What two exemplars are compared by. */
export type Compared = {
  id: string | null;
  name: string;
  contents: Contents;
  themes: readonly string[];
  leadId: number;
  areaId: number | null;
  place: string | null;
  /** The commune in which the lead is, or null for a body above. */
  communeId: number | null;
  /** The year of registration; of one that is being written, this year. */
  year: number | null;
  copiedFrom: string | null;
};

export type Likeness = { reasons: LikenessReason[]; score: number; passages: Passage[] };

/** A fifth of what was written is more than common turns of speech; three short sentences are not. */
const clonedScore = 20;
const likeName = 0.5;
const nearName = 0.3;

/** Two copies of one original are alike by their nature, and so are a copy and its original: nobody is asked about that. */
const kin = (mine: Compared, other: Compared): boolean =>
  (mine.copiedFrom !== null && (mine.copiedFrom === other.id || mine.copiedFrom === other.copiedFrom)) ||
  (other.copiedFrom !== null && other.copiedFrom === mine.id);

/**
 * Why two exemplars may be one, from the side of the one that came later; null when there is nothing to ask. `pictures`: whether
 * they show the same photograph; `old`: mine stands in a list of another time, so any other year of the same lead is told, later
 * ones too. Every reason is a question, none decides.
 */
export function likenessOf(
  mine: Compared,
  other: Compared,
  { pictures = false, old = false }: { pictures?: boolean; old?: boolean } = {},
): Likeness | null {
  if (mine.id !== null && mine.id === other.id) return null;
  const { passages, score } = passagesOf(mine.contents, other.contents);
  const name = nameLikeness(mine.name, other.name);
  const cloned = score >= clonedScore;
  const theme = mine.themes.some((each) => other.themes.includes(each));
  const samePlace =
    mine.areaId !== null && other.areaId !== null
      ? mine.areaId === other.areaId && agree(mine.place, other.place)
      : mine.place !== null && other.place !== null && mine.communeId === other.communeId && fold(mine.place) === fold(other.place);
  const place = samePlace && theme;
  const about = cloned || name >= likeName || (place && name >= nearName);
  const sameLead = mine.leadId === other.leadId;
  const earlier = old ? mine.year !== other.year : mine.year !== null && other.year !== null && other.year < mine.year;
  const neighbours = mine.communeId !== null && mine.communeId === other.communeId && !sameLead;
  const reasons = (
    [
      ["text", cloned],
      ["name", name >= likeName],
      ["place", place],
      ["picture", pictures],
      ["renamed", sameLead && earlier && (about || place)],
      ["owned", neighbours && (about || (theme && name >= nearName))],
    ] as const
  ).flatMap(([reason, holds]) => (holds && !(kin(mine, other) && reason !== "picture") ? [reason] : []));
  return reasons.length === 0 ? null : { reasons, score, passages };
}

/** A place that only one of them names says nothing against. */
const agree = (one: string | null, other: string | null): boolean => one === null || other === null || fold(one) === fold(other);

/** The plainest first: what was copied, then what is about the same ground, then the rest. */
export const byWeight = (a: Likeness, b: Likeness): number => b.score - a.score || b.reasons.length - a.reasons.length;
