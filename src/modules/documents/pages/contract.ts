import { z } from "zod";
import { endpoint } from "../../../kernel/endpoint.ts";

const DocumentKey = z.uuid();
const Instant = z.iso.datetime({ offset: true });

/** How far the recognition of a scan has come; `unread` pages were given up and wait for a person to type them. */
export const Recognition = z.object({ pages: z.number().int(), read: z.number().int(), unread: z.number().int() });
export type Recognition = z.infer<typeof Recognition>;

export const PageSummary = z.object({
  page: z.number().int(),
  state: z.enum(["waiting", "read", "unread"]),
  /** `text`: the file itself spells the page; `recognised`: its words were read from its image. */
  source: z.enum(["text", "recognised"]).nullable(),
  /** Words of which the recognition was not sure, or that were set right by the words beside them. */
  doubtful: z.number().int(),
  corrected: z.boolean(),
});
export type PageSummary = z.infer<typeof PageSummary>;

/** One page, its text beside its image. Boxes are shares (0–1) of the image's width and height. */
export const PageText = PageSummary.extend({
  version: z.number().int(),
  /** So much is doubtful that a better picture serves more than correcting. */
  poor: z.boolean(),
  /** Path of the page's image, with the session's rights; null while the page waits. */
  image: z.string().nullable(),
  /** Width over height. */
  proportion: z.number().nullable(),
  lines: z.array(z.string()),
  /**
   * Where words to be compared with the image stand in `lines` (0-based line, UTF-16 offsets): the recognition was not sure,
   * or what it had recognised (`read`) was set right by the words beside it.
   */
  marks: z.array(z.object({ line: z.number().int(), start: z.number().int(), end: z.number().int(), read: z.string().nullable() })),
  boxes: z.array(
    z.object({
      left: z.number(),
      top: z.number(),
      width: z.number(),
      height: z.number(),
      text: z.string(),
      read: z.string().nullable(),
    }),
  ),
  correctedBy: z.string().nullable(),
  correctedAt: Instant.nullable(),
});
export type PageText = z.infer<typeof PageText>;

/** A file of one's own in which a degree of secrecy was recognised: nothing of it is left. */
export const Refusal = z.object({ id: z.uuid(), at: Instant });
export type Refusal = z.infer<typeof Refusal>;

const byId = z.object({ id: DocumentKey });
const pageNumber = z.coerce.number().int().min(1).max(10_000);
const read = { method: "GET", access: "document:view", tag: "documents" } as const;

/** The pages of scans and photographs. `Document` is answered as its register entry has it. */
export const pagesContract = {
  pages: endpoint({ ...read, path: "/documents/{id}/pages", summary: "Read which pages of a scan are recognised" })
    .input(byId)
    .output(z.object({ pages: z.array(PageSummary) })),
  page: endpoint({ ...read, path: "/documents/{id}/pages/{page}", summary: "Read a page's recognised text beside its image" })
    .input(byId.extend({ page: pageNumber }))
    .output(PageText),
  correctPage: endpoint({
    method: "PUT",
    path: "/documents/{id}/pages/{page}",
    access: "document:review",
    tag: "documents",
    summary: "Set the recognised text of a page right",
    description: "The document is compiled again from the corrected text; what people decided about its items stays.",
  })
    .input(byId.extend({ page: pageNumber, version: z.number().int(), text: z.string().max(40_000) }))
    .output(PageText),
  stopRecognition: endpoint({
    method: "POST",
    path: "/documents/{id}/stop-recognition",
    access: "document:review",
    tag: "documents",
    summary: "Stop recognising a scan",
    description: "Pages that are read stay read; `readAgain` goes on with the others.",
  })
    .input(byId.extend({ version: z.coerce.number().int() }))
    .output(z.object({ version: z.number().int() })),
  refusals: endpoint({
    method: "GET",
    path: "/document-refusals",
    access: "document:upload",
    tag: "documents",
    summary: "Read which of one's own files were erased because a degree of secrecy was recognised in them",
  }).output(z.object({ refusals: z.array(Refusal) })),
  seeRefusal: endpoint({
    method: "POST",
    path: "/document-refusals/{id}/seen",
    access: "document:upload",
    tag: "documents",
    summary: "Say that one has seen that a file was erased",
  })
    .input(byId)
    .output(z.object({ refusals: z.array(Refusal) })),
};
