import { may, type Actor } from "../../kernel/actor.ts";
import type { UnitId } from "../../kernel/ids.ts";

type Kept = { unit_id: UnitId };

/** Units for whose documents this person acts: their own and, for a body, its boards and offices. Never an area's other bodies. */
export type Scope = readonly UnitId[];

const keeps = (scope: Scope, document: Kept): boolean => scope.includes(document.unit_id);

export const mayUpload = (actor: Actor): boolean => may(actor, "document:upload");
export const mayReview = (actor: Actor, scope: Scope, document: Kept): boolean => may(actor, "document:review") && keeps(scope, document);
