import type { Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import { lineReaches, unitsByIds } from "../../units/index.ts";
import { say } from "../messages.ts";
import { mayPublish } from "../policy.ts";
import { findAwardDecision, findDecision } from "../store/sources.ts";
import { noFacets, type Ask, type Seen, type Showing } from "./seen.ts";

const finders = { recognition: findDecision, award: findAwardDecision };

/** A signed decision with its list. Who is on it is read by the views at each request: consent taken back works at once. */
export const showDecision =
  (kind: "recognition" | "award") =>
  async ({ db }: Showing, actor: Actor, { thingId, choice }: Ask): Promise<Seen> => {
    const decision = await finders[kind](db, thingId);
    if (!decision || !mayPublish(actor, { own: await lineReaches(db, actor.unitId, decision.body_id) }))
      throw problem("not_found", say("noThing"));
    const body = (await unitsByIds(db, [decision.body_id])).get(decision.body_id)?.name ?? "";
    return {
      unitId: decision.body_id,
      unitName: body,
      title: decision.title,
      shown: {
        words: decision.names,
        title: decision.title,
        number: decision.number,
        decidedOn: decision.decided_on,
        issuer: body,
        signer: decision.signer || null,
      },
      facets: { ...noFacets, year: Number(decision.decided_on.slice(0, 4)) },
      parts: [],
      choice,
      blocked: null,
      notes: decision.unnamed > 0 ? [say("noteUnnamed")] : [],
      needsConsent: false,
    };
  };
