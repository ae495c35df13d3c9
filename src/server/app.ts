import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { languageFrom } from "../kernel/language.ts";
import { contract } from "../modules/contract.ts";
import { readCaller } from "../modules/identity/index.ts";
import { mountApi, sendError } from "../platform/http/api.ts";
import type { RequestContext } from "../platform/http/context.ts";
import { cookieJar, sessionCookie } from "../platform/http/cookies.ts";
import { errorBody } from "../platform/http/errors.ts";
import { refuseForeignOrigin } from "../platform/http/origin.ts";
import { mountHealth } from "./health.ts";
import { modules } from "./modules.ts";
import type { Services } from "../platform/services.ts";
import { mountWeb } from "./web.ts";

/** The whole application over its services; reads as the table of contents of a request. `web`: the built staff application. */
export async function createApp(services: Services, { web }: { web: string | null }): Promise<FastifyInstance> {
  const { config, log } = services;
  const app = Fastify({
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    bodyLimit: 1024 * 1024,
    logger: false,
    // A request that a person waits for is answered or refused; the slowest honest one is an upload on a weak line.
    requestTimeout: 120_000,
  });

  logRequests(app, services);
  answerErrors(app, services);
  await app.register(helmet, securityHeaders(config.url));
  await app.register(cookie);
  app.addHook("onRequest", refuseForeignOrigin(config.url));
  // Per address, and a whole office sits behind one; what guards accounts counts per account (identity).
  await app.register(rateLimit, { max: 6000, timeWindow: "1 minute" });

  mountHealth(app, services);
  await mountApi(app, { contract, router: routers(), log, contextOf: contextOf(services) });
  for (const module of modules) module.downloads?.(app, services, contextOf(services));
  if (web) await mountWeb(app, web);
  return app;
}

const routers = () => Object.fromEntries(modules.flatMap(({ name, router }) => (router ? [[name, router]] : [])));

/** What a handler gets: who asks, in which language, and the services that acts need. */
function contextOf({ config, db, files, mailer, clock, demo }: Services) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> => {
    const cookies = cookieJar(request, reply, config.url);
    const sessionToken = cookies.read(sessionCookie(config.url));
    const caller = await readCaller(db, sessionToken, clock);
    return {
      db,
      files,
      mailer,
      config,
      clock,
      demo,
      caller,
      sessionToken,
      cookies,
      language: caller?.language ?? languageOf(request),
      address: request.ip,
      userAgent: request.headers["user-agent"] ?? "",
    };
  };
}

const languageOf = (request: FastifyRequest) => languageFrom(request.headers["accept-language"]);

function logRequests(app: FastifyInstance, { log }: Services) {
  app.addHook("onResponse", async (request, reply) => {
    // The route's pattern, not the address: ids of things are fine in an audit, not in a log that travels.
    const route = request.routeOptions.url ?? "unknown";
    log.debug("request", { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
  });
}

function answerErrors(app: FastifyInstance, { log }: Services) {
  app.setErrorHandler((error, request, reply) => {
    sendError(reply, errorBody(error, languageOf(request), log));
  });
  app.setNotFoundHandler((request, reply) => {
    sendError(reply, errorBody(Object.assign(new Error("not found"), { statusCode: 404 }), languageOf(request), log));
  });
}

/** Strict CSP: only our own files, no inline script. Style attributes are allowed since Mantine positions with them. */
function securityHeaders(url: string) {
  const https = url.startsWith("https:");
  return {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // Telling browsers "https only" is right on https alone: offices try it first on a bare address.
    strictTransportSecurity: https ? { maxAge: 15_552_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" as const },
  };
}
