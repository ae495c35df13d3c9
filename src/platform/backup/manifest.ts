import { z } from "zod";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Part = z.object({ path: z.string(), size: z.int().nonnegative(), sha256: Sha256 });
export type Part = z.infer<typeof Part>;

/** The last file of an archive: what it holds, so that one that was cut off, changed or mixed up is recognised before use. */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  program: z.string(),
  /** The migrations that the database had, which say what its tables look like. */
  schema: z.array(z.object({ number: z.int(), file: z.string(), sha256: Sha256 })).min(1),
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int().nonnegative(),
      /** PostgreSQL's COPY text, cut into pieces and each compressed with gzip. */
      parts: z.array(Part),
    }),
  ),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), value: z.string(), called: z.boolean() })),
  files: z.array(Part),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestName = "manifest.json";
/** Digest of the manifest itself. */
export const manifestDigestName = "manifest.json.sha256";
