import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

/**
 * Serves the staff application from `dist` under /app. Files under assets/ carry a hash in their name and never change;
 * the page itself is asked for each time, since it names them. Every other address under /app is the page: the browser routes.
 */
export async function serveWeb(app: FastifyInstance, dist: string): Promise<void> {
  const page = await readFile(resolve(dist, "index.html"), "utf8");

  const sendPage = (reply: FastifyReply) => {
    const nonce = randomBytes(16).toString("base64");
    return reply
      .header("content-security-policy", staffPolicy(nonce))
      .header("cache-control", "no-cache")
      .type("text/html; charset=utf-8")
      .send(page.replace('data-nonce=""', `nonce="${nonce}"`));
  };

  await app.register(fastifyStatic, {
    root: resolve(dist, "assets"),
    prefix: "/app/assets/",
    immutable: true,
    maxAge: "365d",
    index: false,
    decorateReply: false,
    // A file of an older build is not found: the application then offers to load the new one.
    wildcard: true,
  });
  app.get("/app", (_request, reply) => sendPage(reply));
  app.get("/app/*", (_request, reply) => sendPage(reply));
}

/**
 * The page's policy. Scripts and styles come from our own files alone; the nonce is for the <style> elements that Mantine
 * makes for its variables and breakpoints, and style attributes are allowed because its components set variables there.
 */
export function staffPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}
