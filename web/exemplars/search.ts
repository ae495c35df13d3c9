/** What the pages of the register keep in their address. */
export const states = ["draft", "registered", "returned", "accepted", "stopped", "withdrawn"] as const;
export type State = (typeof states)[number];
export const kinds = ["model", "works", "person", "group", "self-government", "friendly-government", "creative-activity"] as const;
export type Kind = (typeof kinds)[number];
export const fields = ["economy", "culture-society", "defence-security", "political-system"] as const;
export type Field = (typeof fields)[number];
export const roundStates = ["draft", "open", "closed", "cancelled"] as const;

export const resultKinds = ["reached", "read", "none"] as const;
/** đồng mobilised; each begins where the one before ends. */
export const moneyRanges = ["to10", "to50", "to200", "over200"] as const;
export const nexts = ["replicate", "sustain", "consolidate", "stop"] as const;
export const levels = ["commune", "district", "province", "centre"] as const;
export const sorts = ["fit", "newest"] as const;

export type ExemplarListSearch = {
  text?: string;
  kind?: Kind;
  field?: Field;
  state?: State;
  theme?: string;
  /** The year in which it counts as new. */
  year?: number;
  /** A unit and those below it. */
  unit?: number;
  round?: string;
  /** Only what the own units and their line lead. */
  own?: boolean;
  /** Of which there was no news for long. */
  quiet?: boolean;
  step?: number;
  result?: (typeof resultKinds)[number];
  money?: (typeof moneyRanges)[number];
  next?: (typeof nexts)[number];
  level?: (typeof levels)[number];
  /** Absent: by fit when words are looked for, else newest first. */
  sort?: (typeof sorts)[number];
  page?: number;
};

/** The round in which a new one is registered, when a link says it. */
export type NewSearch = { round?: string };
/** The target of a plan from which a round is prepared. */
export type NewRoundSearch = { plan?: string; item?: string };
/** Which part of an exemplar's page is looked at; absent: the first. */
export type ExemplarSearch = { tab?: string };
/** The board of an area and year; absent: the own area, this year. */
export type BoardSearch = { unit?: number | undefined; year?: number | undefined };
export type RoundListSearch = { page?: number };

export const gradeShows = ["all", "unproposed", "undecided"] as const;
export type GradesSearch = { year?: number; unit?: number; show?: (typeof gradeShows)[number]; page?: number };

/** Which question about quality is looked at. */
export type SignalsSearch = { kind?: "cloned" | "yearly" | "no-output" | "no-reading" | "all-good" | undefined; page?: number | undefined };
