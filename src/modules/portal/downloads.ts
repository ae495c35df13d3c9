import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { problem } from "../../kernel/errors.ts";
import type { Language } from "../../kernel/language.ts";
import { attachment } from "../../platform/http/attachment.ts";
import { actorOf } from "../../platform/http/context.ts";
import type { MeasureSource } from "../../platform/measure.ts";
import type { ContextOf } from "../../platform/module.ts";
import type { Services } from "../../platform/services.ts";
import { say } from "./messages.ts";
import { dataPage } from "./pages/data.ts";
import { atom, robots, sitemap } from "./pages/feed.ts";
import { frame, href, type Page, type Place } from "./pages/frame.ts";
import { aboutPage, crowdedPage, missingPage } from "./pages/others.ts";
import { Choice, PublicationKind } from "./shapes.ts";
import { addressesOf, newestOf, nameOf, servesPicture } from "./service/addresses.ts";
import { openData } from "./service/open-data.ts";
import { previewPage } from "./service/previewing.ts";
import * as site from "./service/site.ts";
import { storyDocument } from "./service/story-document.ts";
import { votePages } from "./votes/downloads.ts";

// Without the indentation, as pages are.
const styles = readFileSync(new URL("./pages/look.css", import.meta.url), "utf8").replace(/\n\s*/g, "\n");
const stylesPath = `/cong-khai/${createHash("sha256").update(styles).digest("hex").slice(0, 12)}.css`;
const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#8c1a1d"/><path d="M10 8v16M10 17l9-7M13.5 14.5 20 24" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/><path d="m21 7 3-2.6" stroke="#f3c6a5" stroke-width="2.4" stroke-linecap="round"/></svg>';

/** Nothing runs, nothing comes from elsewhere, nothing is sent elsewhere. */
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A code has 75 random bits; this is for those who try anyway. */
const few = { rateLimit: { max: 30, timeWindow: "1 minute" } };
const files = { rateLimit: { max: 60, timeWindow: "1 minute" } };

const fixed: Record<string, (place: Place) => Page> = { "/gioi-thieu": aboutPage, "/du-lieu": dataPage };

const pages: Record<string, site.Maker> = {
  "/ke-hoach": site.plans,
  "/ke-hoach/:slug": site.plan,
  "/mo-hinh": site.gallery,
  "/mo-hinh/:slug": site.exemplar,
  "/nhan-rong": site.replication,
  "/khen-thuong": site.lists,
  "/khen-thuong/:slug": site.list,
  "/hoi-thi": site.contests,
  "/hoi-thi/:slug": site.contest,
  "/guong-sang": site.stories,
  "/guong-sang/:slug": site.story,
  "/so-lieu": site.statisticsList,
  "/so-lieu/:slug": site.statistics,
};

/**
 * The public side: pages that need no script, read over the connection of the public's own role, which sees published views
 * and nothing else. One of them takes something: the ballots of a vote that an editor opened (votes/). And for signed-in editors: /files/portal/preview/{kind}/{thing}, /files/portal/stories/{id}.docx.
 */
export const portalPages =
  (sources: readonly MeasureSource[]) =>
  (app: FastifyInstance, services: Services, contextOf: ContextOf): void => {
    const { config, clock } = services;
    const db = services.databases.portal;
    const origin = config.url.replace(/\/$/, "");

    const send = (reply: FastifyReply, place: Place, page: Page, status = 200): FastifyReply =>
      reply
        .status(status)
        .headers({
          "content-type": "text/html; charset=utf-8",
          "content-security-policy": policy,
          "cache-control": reply.getHeader("cache-control")?.toString() ?? "no-cache",
          "content-language": place.language,
        })
        .send(frame(place, page));

    const placeOf = async (request: FastifyRequest, language: Language): Promise<Place> => {
      const path = language === "en" ? request.url.replace(/^\/en(?=\/|$|\?)/, "") : request.url;
      return { language, path: path.startsWith("/") ? path : `/${path}`, origin, site: await nameOf(db), styles: stylesPath };
    };
    const queryOf = (request: FastifyRequest): URLSearchParams => new URLSearchParams(request.url.split("?")[1] ?? "");
    const slugOf = (request: FastifyRequest): string => (request.params as { slug?: string }).slug ?? "";
    const missing = async (request: FastifyRequest, reply: FastifyReply, language: Language): Promise<FastifyReply> => {
      // Its links lead on from the start: the address itself is nothing.
      const place = { ...(await placeOf(request, language)), path: "/" };
      return send(reply, place, missingPage(place), 404);
    };

    for (const language of ["vi", "en"] as const) {
      const at = (path: string): string => href({ language }, path);
      const serve =
        (make: site.Maker) =>
        async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
          const place = await placeOf(request, language);
          const page = await make({ db, place, query: queryOf(request), slug: slugOf(request), now: clock() });
          return page ? send(reply, place, page) : missing(request, reply, language);
        };
      for (const [path, make] of Object.entries(pages)) app.get(at(path), serve(make));
      for (const [path, page] of Object.entries(fixed))
        app.get(at(path), async (request, reply) => {
          const place = await placeOf(request, language);
          return send(reply, place, page(place));
        });
      app.get(at("/"), async (request, reply) => {
        // Before somebody set it up there is nothing to read: who opens the bare address is about to.
        if (language === "vi" && !(await site.isReady(db))) return reply.redirect("/app/");
        return serve(site.start)(request, reply);
      });
      const crowded = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
        if (error.statusCode !== 429) throw error;
        const place = { language, path: at("/xac-minh"), origin, site: "", styles: stylesPath };
        send(reply, place, crowdedPage(place), 429);
      };
      app.get(at("/xac-minh"), { config: few, errorHandler: crowded }, async (request, reply) => {
        const code = site.codeOf(queryOf(request).get("ma") ?? "");
        return code === "" ? serve(site.verify)(request, reply) : reply.redirect(at(`/xac-minh/${code}`), 303);
      });
      app.get(at("/xac-minh/:slug"), { config: few, errorHandler: crowded }, async (request, reply) => {
        reply.header("x-robots-tag", "noindex").header("referrer-policy", "no-referrer");
        return serve(site.verify)(request, reply);
      });
      if (language === "en") app.get("/en/*", (request, reply) => missing(request, reply, "en"));
    }

    app.get(stylesPath, (_request, reply) =>
      reply.headers({ "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=31536000, immutable" }).send(styles),
    );
    app.get("/cong-khai/dau.svg", (_request, reply) =>
      reply
        .headers({
          "content-type": "image/svg+xml",
          "cache-control": "public, max-age=86400",
          "content-security-policy": "default-src 'none'",
        })
        .send(mark),
    );
    app.get("/robots.txt", (_request, reply) => reply.type("text/plain; charset=utf-8").send(robots(origin)));
    app.get("/sitemap.xml", { config: files }, async (_request, reply) =>
      reply
        .type("application/xml; charset=utf-8")
        .header("cache-control", "no-cache")
        .send(sitemap(origin, await addressesOf(db))),
    );
    app.get("/tin-moi.atom", { config: files }, async (_request, reply) =>
      reply
        .type("application/atom+xml; charset=utf-8")
        .header("cache-control", "no-cache")
        .send(atom({ origin, site: await nameOf(db) }, { items: await newestOf(db) })),
    );

    app.get<{ Params: { name: string; form: string } }>("/du-lieu/:name.:form(^csv|json$)", { config: files }, async (request, reply) => {
      const data = await openData(db, origin, request.params.name, request.params.form);
      if (!data) return missing(request, reply, "vi");
      return reply
        .headers({
          "content-type": data.type,
          "content-disposition": `attachment; filename="${request.params.name}.${request.params.form}"`,
          "cache-control": "no-cache",
          "access-control-allow-origin": "*",
        })
        .send(data.body);
    });

    app.get<{ Params: { hash: string } }>("/anh/:hash(^[0-9a-f]{64}).jpg", async (request, reply) => {
      // Asked at each request: consent taken back, or the page closed, and the picture is gone.
      if (!(await servesPicture(db, request.params.hash))) return missing(request, reply, "vi");
      return reply
        .headers({
          "content-type": "image/jpeg",
          "x-content-type-options": "nosniff",
          "content-security-policy": "default-src 'none'; sandbox",
          "cache-control": "no-cache",
        })
        .send(await services.files.open(request.params.hash));
    });

    app.get<{ Params: { kind: string; thing: string } }>("/files/portal/preview/:kind/:thing", async (request, reply) => {
      const context = await contextOf(request, reply);
      const actor = actorOf(context);
      const query = queryOf(request);
      const kind = PublicationKind.safeParse(request.params.kind);
      const choice = Choice.safeParse(read(query.get("choice")));
      if (!kind.success || !choice.success) throw problem("invalid_input", say("noThing"));
      const place = {
        ...(await placeOf(request, "vi")),
        language: query.get("lang") === "en" ? ("en" as const) : ("vi" as const),
        preview: true,
      };
      const page = await previewPage(
        { db: services.db, clock, sources },
        actor,
        { kind: kind.data, thingId: request.params.thing, choice: choice.data },
        { place, query },
      );
      reply.header("x-robots-tag", "noindex");
      return send(reply, place, page ?? missingPage(place), page ? 200 : 404);
    });

    votePages(app, services, { contextOf, send, placeOf, missing });

    app.get<{ Params: { id: string } }>("/files/portal/stories/:id.docx", async (request, reply) => {
      const context = await contextOf(request, reply);
      const { name, bytes } = await storyDocument(context, actorOf(context), request.params.id);
      return attachment(reply, { name, type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }).send(bytes);
    });

    // What is under none of the folders of the application is an address that somebody mistyped or that was taken back.
    app.get("/*", (request, reply) =>
      /^\/(?:api|app|files)(?:[/?]|$)/.test(request.url) ? reply.callNotFound() : missing(request, reply, "vi"),
    );
  };

/** The choice as the editor's page sends it; what is no JSON is refused as input. */
function read(text: string | null): unknown {
  if (text === null) return {};
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
