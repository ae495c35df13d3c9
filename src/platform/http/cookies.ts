import type { FastifyReply, FastifyRequest } from "fastify";
import type { RequestContext } from "./context.ts";

/** On https the `__Host-` prefix makes the browser itself refuse a cookie set by a neighbour domain or over http. */
export const sessionCookie = (url: string): string => (url.startsWith("https:") ? "__Host-kheo" : "kheo");

export type CookieJar = RequestContext["cookies"] & { read(name: string): string | undefined };

/** Cookies with the one set of attributes that Khéo uses: HttpOnly, SameSite=Lax, whole site, Secure on https. */
export function cookieJar(request: FastifyRequest, reply: FastifyReply, url: string): CookieJar {
  const attributes = { httpOnly: true, sameSite: "lax", path: "/", secure: url.startsWith("https:") } as const;
  return {
    read: (name) => request.cookies[name],
    set: (name, value, maxAgeSeconds) => void reply.setCookie(name, value, { ...attributes, maxAge: maxAgeSeconds }),
    clear: (name) => void reply.clearCookie(name, attributes),
  };
}
