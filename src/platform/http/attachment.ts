import type { FastifyReply } from "fastify";

/**
 * Headers of every file that leaves the server: saved, never shown in our origin (a document may hold script), never sniffed,
 * never cached by what stands between. The name is given twice, since old browsers know only ASCII.
 */
export function attachment(reply: FastifyReply, file: { name: string; type: string }): FastifyReply {
  const clean = file.name.replace(/[\p{Cc}"\\/]/gu, "_");
  const ascii = clean
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/[^\x20-\x7e]/g, "_");
  return reply.headers({
    "content-type": file.type,
    "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(clean)}`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "content-security-policy": "default-src 'none'; sandbox",
  });
}
