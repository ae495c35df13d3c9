import type { PaperKind, Subject } from "../shapes.ts";

/** One thing that a dossier needs; `missing` names the candidates that lack it. */
export type Check = {
  need: "submission" | "reports" | "posts" | "consent" | "meeting" | "votes" | "minutes";
  good: boolean;
  must: boolean;
  missing: string[];
};

export type InDossier = {
  id: string;
  name: string;
  subject: Subject;
  post: string | null;
  unitId: number;
  results: boolean;
  consent: boolean;
  voted: boolean;
};

export type Dossier = {
  candidates: readonly InDossier[];
  papers: readonly { kind: PaperKind; unitId: number; candidateId: string | null }[];
  meetingClosed: boolean;
};

/**
 * Whether a dossier is complete: tờ trình of every unit, báo cáo thành tích of every candidate, votes and minutes of the council.
 * Consent is asked for what is shown in public; a decision can be made without it.
 */
export function checksOf({ candidates, papers, meetingClosed }: Dossier): Check[] {
  const submitted = new Set(papers.filter(({ kind }) => kind === "submission").map(({ unitId }) => unitId));
  const reported = new Set(papers.filter(({ kind }) => kind === "report").map(({ candidateId }) => candidateId));
  const check = (need: Check["need"], must: boolean, lacks: (one: InDossier) => boolean): Check => {
    const missing = [...new Set(candidates.filter(lacks).map(({ name }) => name))];
    return { need, must, good: missing.length === 0, missing };
  };
  return [
    check("submission", false, ({ unitId }) => !submitted.has(unitId)),
    check("reports", true, ({ id, results }) => !results && !reported.has(id)),
    check("posts", true, ({ subject, post }) => subject === "individual" && !post),
    check("votes", true, ({ voted }) => !voted),
    { need: "meeting", must: true, good: meetingClosed, missing: [] },
    { need: "minutes", must: false, good: papers.some(({ kind }) => kind === "minutes"), missing: [] },
    check("consent", false, ({ subject, consent }) => subject === "individual" && !consent),
  ];
}

export const isComplete = (checks: readonly Check[]): boolean => checks.every(({ good, must }) => good || !must);
