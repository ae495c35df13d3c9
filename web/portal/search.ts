import type { PublicationKind } from "../../src/modules/portal/contract.ts";

export const kinds = [
  "exemplar",
  "plan",
  "recognition",
  "award",
  "story",
  "statistics",
  "contest",
] as const satisfies readonly PublicationKind[];

export type ListSearch = {
  /** Absent: what is public now. */
  view?: "could" | "closed" | undefined;
  kind?: PublicationKind | undefined;
  text?: string | undefined;
  page?: number | undefined;
};
