import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** The mark in web/index.html that each response replaces; the styles that Mantine adds at run time carry it. */
const nonceMark = "at-each-request";

/**
 * The staff application under /app: built files with their content in the name are kept for a year, the page itself never.
 * Any other path under /app is a screen of the application, so it gets the page.
 */
export async function mountWeb(app: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(join(folder, "index.html"), "utf8");
  if (!page.includes(nonceMark)) throw new Error(`the built page lacks the mark "${nonceMark}"`);

  await app.register(fastifyStatic, {
    root: join(folder, "assets"),
    prefix: "/app/assets/",
    immutable: true,
    maxAge: "365d",
    index: false,
  });
  for (const path of ["/app", "/app/*"]) {
    app.get(path, async (_request, reply) =>
      reply.type("text/html; charset=utf-8").header("cache-control", "no-store").send(page.replaceAll(nonceMark, reply.cspNonce.style)),
    );
  }
}
