import { z } from "zod";
import type { DocumentId } from "../../kernel/ids.ts";
import { defineJob, enqueue, type Job } from "../../platform/jobs.ts";
import type { Services } from "../../platform/services.ts";
import { compileDocument } from "./service/compiling.ts";
import { eraseFiles } from "./service/erasing.ts";
import { markRegister } from "./service/marking.ts";
import { recogniseDocument } from "./service/recognising.ts";

const OneDocument = z.object({ documentId: z.uuid() });
type OneDocument = z.infer<typeof OneDocument>;

/** Reads what a document asks for. Added by the upload, or by a person who has it read again. */
export const compileJob = defineJob("documents.compile", OneDocument, ({ documentId }, { db, clock }) =>
  compileDocument(db, documentId as DocumentId, clock()),
);

/** Erases the files of a document in which a degree of secrecy was recognised; tried until it is done. */
export const eraseFilesJob = defineJob("documents.erase-files", z.object({ hashes: z.array(z.string()) }), ({ hashes }, services) =>
  eraseFiles(services, hashes),
);

/** Recognition takes a processor for minutes: one at a time, whatever else waits. */
export const recognitionQueue = { queue: "documents.recognise" } as const;

/** Recognises the pages of a scan, for one turn; adds itself again until all are read. */
export const recogniseJob: Job<OneDocument> = defineJob("documents.recognise", OneDocument, ({ documentId }, services) =>
  recogniseDocument(services, documentId as DocumentId, {
    again: (tx, id) => enqueue(tx, recogniseJob, { documentId: id }, recognitionQueue),
    compile: (tx, id) => enqueue(tx, compileJob, { documentId: id }),
    erase: (tx, hashes) => enqueue(tx, eraseFilesJob, { hashes }),
  }),
);

const markJob = defineJob("documents.mark-register", z.object({}), async (_payload, { db, log }) => {
  const marked = await markRegister(db);
  if (marked > 0) log.info("documents marked for the register's graph", { marked });
});

/** At every start: documents that an earlier version read get the marks that it did not know. One look when there are none. */
export const markEarlierDocuments = ({ db }: Services): Promise<void> => enqueue(db, markJob, {}, { key: "documents.mark-register" });

export const documentJobs = [compileJob, recogniseJob, eraseFilesJob, markJob];
