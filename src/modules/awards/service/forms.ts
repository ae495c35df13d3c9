import { authorise, may, type Actor } from "../../../kernel/actor.ts";
import type { UnitId } from "../../../kernel/ids.ts";
import { transaction, type Database } from "../../../platform/database/index.ts";
import { recordAct } from "../../audit/index.ts";
import { isArea, type UnitRef } from "../../units/contract.ts";
import { ancestorsOf, getUnit } from "../../units/index.ts";
import type { CampaignDetail } from "../contract.ts";
import type { AwardForm, BodyLevel } from "../shapes.ts";
import type { CampaignRecord } from "../store/campaigns.ts";
import { formsOf, saveForm } from "../store/forms.ts";

const levels: Partial<Record<string, BodyLevel>> = {
  country: "centre",
  province: "province",
  district: "district",
  commune: "commune",
  "residential-area": "commune",
};

/** The area for which a body works, and by it the body's level. */
export async function levelOf(db: Database, unit: UnitId): Promise<{ area: UnitRef | null; level: BodyLevel | null }> {
  const own = await getUnit(db, unit);
  const area = isArea(own.kind) ? own : ((await ancestorsOf(db, unit)).findLast(({ kind }) => isArea(kind)) ?? null);
  return { area, level: (area && levels[area.kind]) ?? null };
}

export async function readForms(db: Database, actor: Actor) {
  return { items: await formsOf(db, actor.unitId), mayEdit: may(actor, "award:decide") };
}

/** A body corrects a form for itself: the law changes faster than the programme. Campaigns keep the name that they began with. */
export function changeForm(db: Database, actor: Actor, form: AwardForm): Promise<AwardForm> {
  authorise(may(actor, "award:decide"), "award:decide");
  return transaction(db, async (tx) => {
    await saveForm(tx, actor.unitId, form);
    await recordAct(tx, actor, {
      act: "award-form:save",
      thing: { kind: "award-form", id: `${actor.unitId}:${form.code}` },
      unitId: actor.unitId,
      after: { awardForm: form.code },
    });
    return form;
  });
}

/** The campaign's forms with whom each may be given to. */
export async function formsHere(db: Database, campaign: CampaignRecord): Promise<CampaignDetail["forms"]> {
  const known = new Map((await formsOf(db, campaign.body_id)).map((form) => [form.code, form]));
  return campaign.forms.map(({ code, name, granter }) => ({
    code,
    name,
    granter,
    subjects: known.get(code)?.subjects ?? ["collective", "individual"],
  }));
}

/** Forms that the body grants itself without the rules naming it, or where they are to be confirmed. It asks; nothing is refused. */
export async function doubtsOf(db: Database, campaign: CampaignRecord, body: UnitRef): Promise<CampaignDetail["doubts"]> {
  const own = campaign.forms.filter(({ granter }) => granter === null);
  if (own.length === 0) return [];
  const [{ level }, forms] = await Promise.all([levelOf(db, body.id), formsOf(db, campaign.body_id)]);
  const known = new Map(forms.map((form) => [form.code, form]));
  return own.flatMap(({ code, name }) => {
    const form = known.get(code);
    const granter = form?.granters.find((one) => one.kind === body.kind && one.level === level);
    if (granter?.sure) return [];
    return [{ code, name, kind: granter ? ("unsure" as const) : ("not-named" as const), basis: form?.basis ?? "" }];
  });
}
