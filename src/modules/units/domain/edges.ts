import { isArea, type Edge, type UnitKind } from "../contract.ts";

/** How one of two bodies stands to the other. Boards, offices and steering committees count as the body they belong to. */
export type Relation = {
  from: UnitKind;
  to: UnitKind;
  /** `own`: a part of the asking body, or itself. The others compare the areas of the two. */
  where: "own" | "same" | "below" | "above" | "aside";
  /** The directory says that the asked body's professional superior is the asking one, directly or over others. */
  line: boolean;
  /** The directory says that the asking Party committee leads the asked body. */
  led: boolean;
};

type Who = "party" | "council" | "committee" | "front" | "union" | "department" | "force" | "school" | "village" | "other";

function whoIs(kind: UnitKind): Who {
  switch (kind) {
    case "party-committee":
      return "party";
    case "peoples-council":
      return "council";
    case "peoples-committee":
      return "committee";
    case "front":
      return "front";
    case "trade-union":
    case "farmers-union":
    case "womens-union":
    case "youth-union":
    case "veterans":
      return "union";
    case "department":
      return "department";
    case "armed-force":
      return "force";
    case "school":
      return "school";
    case "residential-area":
      return "village";
    default:
      // An area as such is spoken for by its People's Committee.
      return isArea(kind) ? "committee" : "other";
  }
}

type Rule = {
  from: Who | "any";
  to: Who | readonly Who[] | "any";
  where: Relation["where"] | readonly Relation["where"][] | "any";
  edge: Edge;
  why: string;
};

const state = ["council", "committee", "department", "force", "school"] as const satisfies Who[];

/** Who may ask what of whom. The first rule that fits decides; what the directory says outright (line, led) comes before. */
export const edgeRules: readonly Rule[] = [
  { from: "any", to: "any", where: "own", edge: "assign", why: "a body assigns to its own boards and offices" },
  { from: "any", to: "any", where: "above", edge: "inform", why: "a superior level is told, never given work" },

  { from: "party", to: "any", where: ["same", "below"], edge: "assign", why: "the Party committee leads the bodies of its area" },
  { from: "any", to: "party", where: "same", edge: "inform", why: "the committee that leads the body is told" },

  { from: "council", to: "committee", where: "same", edge: "assign", why: "the People's Committee carries out the Council's resolutions" },
  { from: "committee", to: "council", where: "same", edge: "inform", why: "the Council supervises the Committee" },
  {
    from: "committee",
    to: ["committee", "department", "force", "school", "village"],
    where: ["same", "below"],
    edge: "assign",
    why: "the administration runs downwards",
  },
  { from: "department", to: "department", where: "below", edge: "assign", why: "a branch guides its lower offices" },
  { from: "force", to: "force", where: "below", edge: "assign", why: "command runs downwards" },

  { from: "front", to: "front", where: "below", edge: "assign", why: "the Front's own line" },
  { from: "front", to: "village", where: "below", edge: "assign", why: "the Front's board works in the residential area" },
  { from: "front", to: "union", where: "same", edge: "coordinate", why: "members of the Front act together with it" },
  { from: "union", to: ["front", "union"], where: "same", edge: "coordinate", why: "members of the Front act together with it" },
  { from: "front", to: state, where: ["same", "below"], edge: "request", why: "the Front is no superior of state bodies" },
  { from: "union", to: state, where: ["same", "below"], edge: "request", why: "an organisation is no superior of state bodies" },

  { from: "department", to: "department", where: "same", edge: "coordinate", why: "offices of one level" },
  { from: "school", to: "school", where: "same", edge: "coordinate", why: "bodies of one level" },
  { from: "any", to: "any", where: ["same", "below", "aside"], edge: "request", why: "no relation of superior and subordinate" },
];

const fits = <T extends string>(wanted: T | readonly T[] | "any", given: T): boolean =>
  wanted === "any" || (typeof wanted === "string" ? wanted === given : wanted.includes(given));

/** What `from` may ask of `to`: assign only along a line of command, inform upwards, else coordinate or request. */
export function edgeOf(relation: Relation): Edge {
  const { where, line, led } = relation;
  if (where !== "above" && (line || led)) return "assign";
  const [from, to] = [whoIs(relation.from), whoIs(relation.to)];
  // The same organisation, a level lower: unions have their own line even where the directory does not spell it out.
  if (where === "below" && from === "union" && relation.from === relation.to) return "assign";
  return edgeRules.find((rule) => fits(rule.from, from) && fits(rule.to, to) && fits(rule.where, where))?.edge ?? "request";
}
