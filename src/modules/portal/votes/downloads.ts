import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { problem } from "../../../kernel/errors.ts";
import type { Language } from "../../../kernel/language.ts";
import { actorOf } from "../../../platform/http/context.ts";
import { cookieJar } from "../../../platform/http/cookies.ts";
import type { ContextOf } from "../../../platform/module.ts";
import type { Services } from "../../../platform/services.ts";
import { href, type Page, type Place } from "../pages/frame.ts";
import { say } from "./messages.ts";
import { tooOftenPage, votePage } from "./pages.ts";
import { previewVote } from "./previewing.ts";
import { answer, ballotIn, cookieName, cookieOf, drawBallot, findVote, type Answered, type Ballot, type VoteOnPage } from "./public.ts";
import { VoteWish } from "./shapes.ts";

type Pages = {
  contextOf: ContextOf;
  send(reply: FastifyReply, place: Place, page: Page, status?: number): FastifyReply;
  placeOf(request: FastifyRequest, language: Language): Promise<Place>;
  missing(request: FastifyRequest, reply: FastifyReply, language: Language): Promise<FastifyReply>;
};

/** One network may be a whole school: it may send so many in a minute, and no more in all than the vote says. */
const many = { rateLimit: { max: 60, timeWindow: "1 minute" } };
type WithSlug = { Params: { slug: string } };

const statuses: Record<Answered, number> = {
  counted: 200,
  repeated: 409,
  closed: 410,
  crowded: 429,
  forged: 400,
  "no-cookie": 400,
  unknown: 400,
  none: 400,
  "too-many": 400,
  "wrong-sum": 400,
};

/**
 * GET and POST /hoi-thi/{slug}/binh-chon: the one page of the public side that takes something. What is sent must come from our own
 * pages (server/app.ts), and carry the cookie that came with the form, which other sites cannot send (SameSite).
 * For a signed-in editor: /files/portal/vote-preview/{contest}.
 */
export function votePages(app: FastifyInstance, services: Services, { contextOf, send, placeOf, missing }: Pages): void {
  const { config, clock } = services;
  const db = services.databases.portal;

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    language: Language,
    { found, ballot, outcome, chosen }: { found: VoteOnPage; ballot: Ballot | null; outcome: Answered | null; chosen: readonly string[] },
  ): Promise<FastifyReply> => {
    const { vote } = found;
    if (ballot) {
      const seconds = Math.max(1, Math.ceil((vote.closes_at.getTime() - clock().getTime()) / 1000));
      cookieJar(request, reply, config.url).set(cookieName(vote.id), cookieOf(ballot), seconds);
    }
    const place = await placeOf(request, language);
    // It holds what is for this browser alone.
    reply.header("cache-control", "private, no-store");
    return send(
      reply,
      place,
      votePage(place, { ...found, ballot, outcome, chosen: new Set(chosen) }),
      outcome === null ? 200 : statuses[outcome],
    );
  };

  /** The framework waits for no handler of errors, so that a fault in it is answered here. */
  const tooOften = async (request: FastifyRequest, reply: FastifyReply, language: Language): Promise<void> => {
    try {
      const place = { ...(await placeOf(request, language)), path: "/" };
      send(reply, place, tooOftenPage(place), 429);
    } catch (fault) {
      reply.send(fault);
    }
  };

  void app.register(async (scope) => {
    // Only here: nothing else takes what a plain form sends.
    scope.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string", bodyLimit: 16 * 1024 }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    for (const language of ["vi", "en"] as const) {
      const path = href({ language }, "/hoi-thi/:slug/binh-chon");
      const crowded = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
        if (error.statusCode !== 429) throw error;
        void tooOften(request, reply, language);
      };
      scope.get<WithSlug>(path, { config: many, errorHandler: crowded }, async (request, reply) => {
        const found = await findVote(db, request.params.slug, clock());
        if (!found) return missing(request, reply, language);
        const kept = request.cookies[cookieName(found.vote.id)];
        const ballot = found.state === "open" ? ((await ballotIn(db, found.vote.id, kept)) ?? (await drawBallot(db, found.vote.id))) : null;
        return show(request, reply, language, { found, ballot, outcome: null, chosen: [] });
      });
      scope.post<WithSlug>(path, { config: many, errorHandler: crowded }, async (request, reply) => {
        const found = await findVote(db, request.params.slug, clock());
        if (!found) return missing(request, reply, language);
        const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
        const chosen = form.getAll("bai").slice(0, 50);
        const { outcome, ballot } = await answer(db, found, {
          chosen,
          sum: form.get("tong") ?? "",
          cookie: request.cookies[cookieName(found.vote.id)],
          address: request.ip,
          now: clock(),
        });
        return show(request, reply, language, { found, ballot, outcome, chosen });
      });
    }
  });

  app.get<{ Params: { contestId: string }; Querystring: Record<string, string> }>(
    "/files/portal/vote-preview/:contestId",
    async (request, reply) => {
      const context = await contextOf(request, reply);
      const actor = actorOf(context);
      const wish = VoteWish.safeParse({ ...request.query, contestId: request.params.contestId });
      if (!wish.success) throw problem("invalid_input", say("noContest"));
      const language = request.query["lang"] === "en" ? "en" : "vi";
      const place = { ...(await placeOf(request, "vi")), language, preview: true } as const;
      const page = await previewVote({ db: services.db, clock }, actor, wish.data, place);
      reply.header("x-robots-tag", "noindex");
      return send(reply, { ...place, path: "/hoi-thi" }, page);
    },
  );
}
