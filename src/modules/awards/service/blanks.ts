import { authorise, type Actor } from "../../../kernel/actor.ts";
import { problem } from "../../../kernel/errors.ts";
import type { Database } from "../../../platform/database/index.ts";
import { placeOf } from "../../documents/dispatch/letterhead.ts";
import { printOnBlank, readBlanks } from "../../exemplars/index.ts";
import { getUnit } from "../../units/index.ts";
import { blankTexts } from "../domain/papers/blank.ts";
import { say } from "../messages.ts";
import { mayManage } from "../policy.ts";
import { findDecision } from "../store/decisions.ts";
import { awardsOfDecision } from "../store/register.ts";
import { levelOf } from "./forms.ts";
import type { FileOut } from "./papers.ts";
import { getCampaign } from "./view.ts";

/** All awards of the decision, those of one form, or the one of a candidate. */
type Ask = { decisionId: string; blankId: string; form?: string | undefined; candidateId?: string | undefined };

/**
 * Awards of a signed decision of the body itself, one a page, placed as its blank was measured: nothing else is on the paper, it is
 * put over the printed blank. What was revoked or erased since is not printed.
 */
export async function blanksFile(db: Database, actor: Actor, { decisionId, blankId, form, candidateId }: Ask): Promise<FileOut> {
  const decision = await findDecision(db, decisionId);
  if (!decision || decision.granter !== null) throw problem("not_found", say("noDecision"));
  const { campaign, sides } = await getCampaign(db, actor, decision.campaign_id);
  authorise(mayManage(actor, sides), "award:decide");
  if (decision.state !== "signed" || decision.number === null || decision.decided_on === null)
    throw problem("wrong_state", say("notSigned"), { state: decision.state });
  const blank = (await readBlanks(db, actor, { bodyId: campaign.body_id })).items.find(({ id }) => id === blankId);
  if (!blank) throw problem("not_found", say("noBlank"));
  const awards = (await awardsOfDecision(db, decision.id)).filter(
    (award) => (candidateId === undefined || award.candidate_id === candidateId) && (form === undefined || award.form === form),
  );
  if (awards.length === 0) throw problem("not_found", say("noAward"));
  const [body, { area }] = await Promise.all([getUnit(db, campaign.body_id), levelOf(db, campaign.body_id)]);
  const signed = {
    number: decision.number,
    day: decision.decided_on,
    place: area === null ? body.name : placeOf(area.name),
    signer: decision.signer_name ?? "",
    post: decision.signer_post,
  };
  const [first] = awards;
  const name = candidateId === undefined ? `${blank.name} QĐ ${signed.number}` : `${blank.name} ${first?.printed_name ?? ""}`;
  return {
    name: `${name.replaceAll("/", "-").slice(0, 90)}.pdf`,
    type: "application/pdf",
    content: await printOnBlank(
      blank,
      awards.map((award) =>
        blankTexts({ name: award.printed_name, post: award.printed_post, unit: award.printed_unit, deed: award.deed }, signed),
      ),
    ),
  };
}
