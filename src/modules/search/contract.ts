import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";

/** One thing found: enough to recognise it, and the page to open. */
export const Found = z.object({
  kind: z.enum(["unit", "person", "document", "plan", "work", "activity", "form", "report", "exemplar", "award"]),
  id: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  /** The page's address inside the staff application. */
  to: z.string(),
});
export type Found = z.infer<typeof Found>;

export const searchContract = {
  find: endpoint({
    method: "GET",
    path: "/search",
    access: "unit:view",
    tag: "search",
    summary: "Find units, documents, plans, work and people by words, with or without accents",
  })
    .input(z.object({ text: z.string().trim().min(2).max(200) }))
    .output(z.object({ items: z.array(Found) })),
};
