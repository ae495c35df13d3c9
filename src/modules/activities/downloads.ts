import { authorise, may } from "../../kernel/actor.ts";
import { problem } from "../../kernel/errors.ts";
import { attachment } from "../../platform/http/attachment.ts";
import { actorOf } from "../../platform/http/context.ts";
import type { Module } from "../../platform/module.ts";
import { BinderFilter } from "./contract.ts";
import { say } from "./messages.ts";
import { findAttached } from "./service/attaching.ts";
import { openBinder } from "./service/binder.ts";
import { readFeed } from "./service/feeds.ts";

/** A calendar program asks every quarter of an hour or so; more is somebody trying addresses. */
const feedLimit = { rateLimit: { max: 60, timeWindow: "1 minute" } };

/**
 * GET /files/activities/{file} and …/thumb: to those who may see the entry. GET /files/activities/binder: the evidence of many.
 * GET /calendar/{token}.ics: without a session, for whoever has the address.
 */
export const activityDownloads: NonNullable<Module["downloads"]> = (app, services, contextOf) => {
  const { files, config, db, clock } = services;

  app.get("/files/activities/binder", async (request, reply) => {
    const context = await contextOf(request, reply);
    const actor = actorOf(context);
    authorise(may(actor, "activity:view"), "activity:view");
    const wanted = BinderFilter.safeParse(request.query);
    if (!wanted.success) throw problem("invalid_input", say("binderQuery"));
    const { name, stream } = await openBinder(context, actor, wanted.data);
    return attachment(reply, { name, type: "application/zip" }).send(stream);
  });

  for (const small of [false, true])
    app.get<{ Params: { file: string } }>(`/files/activities/:file${small ? "/thumb" : ""}`, async (request, reply) => {
      const context = await contextOf(request, reply);
      const actor = actorOf(context);
      authorise(may(actor, "activity:view"), "activity:view");
      const file = await findAttached(context.db, actor, request.params.file);
      const hash = small ? file.thumbHash : file.hash;
      if (hash === null) throw problem("not_found", say("noFile"));
      return attachment(reply, file).send(await files.open(hash));
    });

  app.get<{ Params: { token: string } }>("/calendar/:token.ics", { config: feedLimit }, async (request, reply) => {
    const calendar = await readFeed({ db, clock, url: config.url }, request.params.token);
    return reply
      .headers({
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="kheo.ics"',
        "x-content-type-options": "nosniff",
        "cache-control": "private, max-age=900",
        // The address is the key: it must not travel on in a referrer or a search index.
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex",
      })
      .send(calendar);
  });
};
