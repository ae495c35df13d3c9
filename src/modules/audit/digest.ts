import { createHash } from "node:crypto";

/**
 * The same as audit_digest in the database: sha256 over the parts, each with its length in bytes in front, null as "-".
 * Computed here again so that somebody who changes rows and the database's function alike is still found out.
 */
export function digest(parts: readonly (string | null)[]): string {
  const canonical = parts.map((part) => (part === null ? "-" : `${Buffer.byteLength(part)}:${part}`)).join(",");
  return createHash("sha256").update(canonical).digest("hex");
}
