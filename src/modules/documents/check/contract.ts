import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";
import { Finding } from "./finding.ts";

export { Family, Finding, Severity } from "./finding.ts";

const Said = z.object({ vi: z.string(), en: z.string() });

/** Seen by the caller's own office only: another office that may read the document has its own decisions. */
export const Check = z.object({
  /** False while the document is being read, or when it could not be. */
  ready: z.boolean(),
  findings: z.array(Finding),
  setAside: z.array(z.object({ finding: Finding, by: z.string(), at: z.iso.datetime({ offset: true }) })),
});
export type Check = z.infer<typeof Check>;

/** `lines`: the text as read, in which places count; shown beside the list and forgotten. */
export const DraftCheck = z.object({
  lines: z.array(z.string()),
  findings: z.array(Finding),
  header: z.object({
    docType: z.string().nullable(),
    number: z.string().nullable(),
    date: z.string().nullable(),
    issuer: z.string().nullable(),
    subject: z.string().nullable(),
  }),
  counts: z.object({ words: z.int(), tasks: z.int(), targets: z.int(), citations: z.int() }),
  notes: z.array(Said),
});
export type DraftCheck = z.infer<typeof DraftCheck>;

const byId = z.object({ id: z.uuid() });

/** Part of the documents' contract. */
export const checkContract = {
  check: endpoint({
    method: "GET",
    path: "/documents/{id}/check",
    access: "document:view",
    tag: "documents",
    summary: "Read what the plan check asks about a document",
  })
    .input(byId)
    .output(Check),
  setFindingAside: endpoint({
    method: "POST",
    path: "/documents/{id}/check",
    access: "document:upload",
    tag: "documents",
    summary: "Set a question of the plan check aside, or take it up again",
  })
    .input(byId.extend({ key: z.string().min(1).max(200), aside: z.boolean() }))
    .output(Check),
  checkDraft: endpoint({
    method: "POST",
    path: "/documents/check-draft",
    access: "document:upload",
    tag: "documents",
    summary: "Check a draft without keeping it",
    description:
      "Multipart, any format that can be registered. Nothing of the file is kept; a file with a secrecy mark is refused (`secret`).",
  })
    .input(z.object({ file: z.file() }))
    .output(DraftCheck),
  draftPaper: endpoint({
    method: "POST",
    path: "/documents/check-draft/paper",
    access: "document:upload",
    tag: "documents",
    summary: "Take the questions about a draft as a paper (.docx)",
    description: "Multipart, as for the check of a draft; nothing of the file is kept. Answers with a file in the office's own form.",
  })
    .input(z.object({ file: z.file() }))
    .output(z.file()),
};
