import { z } from "zod";
import type { DocumentId } from "../../kernel/ids.ts";
import { defineJob } from "../../platform/jobs.ts";
import { compileDocument } from "./service/compiling.ts";

/** Reads what a document asks for. Added by the upload, or by a person who has it read again. */
export const compileJob = defineJob("documents.compile", z.object({ documentId: z.uuid() }), ({ documentId }, { db, clock }) =>
  compileDocument(db, documentId as DocumentId, clock()),
);
