import { actsFor, may, type Actor } from "../../kernel/actor.ts";
import type { PersonId } from "../../kernel/ids.ts";
import type { Permission } from "../../kernel/permissions.ts";
import type { WorkAct, WorkEdge, WorkState } from "./contract.ts";
import { nextState } from "./domain.ts";

/** Where a person stands to an item: which sides their post reaches. */
export type Sides = { lead: boolean; assigner: boolean; partner: boolean };

type Rule = { permission: Permission; side: (sides: Sides) => boolean };

const onLead = ({ lead }: Sides) => lead;
const onAssigner = ({ assigner }: Sides) => assigner;

export const rules = {
  accept: { permission: "work:answer", side: onLead },
  see: { permission: "work:answer", side: onLead },
  answer: { permission: "work:answer", side: onLead },
  decline: { permission: "work:answer", side: onLead },
  progress: { permission: "work:report", side: onLead },
  complete: { permission: "work:report", side: onLead },
  comment: { permission: "work:report", side: ({ lead, assigner, partner }) => lead || assigner || partner },
  agree: { permission: "work:confirm", side: onAssigner },
  insist: { permission: "work:confirm", side: onAssigner },
  confirm: { permission: "work:confirm", side: onAssigner },
  return: { permission: "work:confirm", side: onAssigner },
  rollOver: { permission: "work:confirm", side: onAssigner },
  withdraw: { permission: "work:confirm", side: onAssigner },
} as const satisfies Record<WorkAct, Rule>;

export const mayView = (actor: Actor, { lead, assigner, partner }: Sides): boolean =>
  may(actor, "work:view") && (lead || assigner || partner);

export const mayAct = (actor: Actor, act: WorkAct, sides: Sides): boolean => may(actor, rules[act].permission) && rules[act].side(sides);

/**
 * Maker is not approver, and it is persons that are compared: one who holds posts on both sides does not confirm their
 * own report, nor does somebody else in the post that they lent.
 */
export const isOwnReport = (actor: Actor, { reported_by }: { reported_by: PersonId | null }): boolean =>
  reported_by !== null && actsFor(actor, reported_by);

type Item = { state: WorkState; edge: WorkEdge; reported_by: PersonId | null };

/** What this person can do with the item now. */
export function possibleActs(actor: Actor, sides: Sides, item: Item): WorkAct[] {
  return (Object.keys(rules) as WorkAct[]).filter(
    (act) =>
      mayAct(actor, act, sides) && nextState(item.state, item.edge, act) !== null && !(act === "confirm" && isOwnReport(actor, item)),
  );
}
