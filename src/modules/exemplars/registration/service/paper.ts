import type { Actor } from "../../../../kernel/actor.ts";
import { problem } from "../../../../kernel/errors.ts";
import type { ExemplarId, ExemplarRoundId, UnitId } from "../../../../kernel/ids.ts";
import { vietnamDate } from "../../../../kernel/time/index.ts";
import type { Database } from "../../../../platform/database/index.ts";
import { renderOfficial } from "../../../documents/index.ts";
import { isArea } from "../../../units/contract.ts";
import { ancestorsOf, getUnit, superiorsOf, unitsByIds } from "../../../units/index.ts";
import { say as sayAll } from "../../messages.ts";
import { readRound } from "../../service/rounds.ts";
import { detailOf, getVisible, unitIn } from "../../service/view.ts";
import { findExemplar } from "../../store/exemplars.ts";
import { listPaper, registrationPaper, type OnPaper, type Registrant } from "../domain/paper.ts";
import { registeredIn } from "../store/papers.ts";

type Papers = { db: Database; clock: () => Date };
export type Paper = { name: string; bytes: Uint8Array };

async function registrantOf(db: Database, id: UnitId): Promise<Registrant> {
  const [unit, above, [superior]] = await Promise.all([getUnit(db, id), ancestorsOf(db, id), superiorsOf(db, id)]);
  const areas = above.filter(({ kind }) => isArea(kind));
  const area = areas.at(-1);
  // A paper of a village is dated in its commune.
  const place = areas.findLast(({ kind }) => kind !== "residential-area") ?? area;
  const named = superior === undefined ? null : unitIn(await unitsByIds(db, [superior]), superior).name;
  return { name: unit.name, kind: unit.kind, areaName: place?.name ?? null, areaKind: area?.kind ?? null, superior: named };
}

async function onPaper(db: Database, actor: Actor, id: ExemplarId): Promise<OnPaper> {
  const { record, sides } = await getVisible(db, actor, id);
  const { lead, area, partners, ...rest } = await detailOf(db, actor, record, sides);
  return { ...rest, lead: lead.name, area: area?.name ?? null, partners: partners.map(({ unit }) => unit.name) };
}

/** The registration of one exemplar, to be signed and confirmed by the Party cell. */
export async function paperOfOne({ db, clock }: Papers, actor: Actor, id: ExemplarId): Promise<Paper> {
  const one = await onPaper(db, actor, id);
  const record = await findExemplar(db, id);
  if (!record) throw problem("not_found", sayAll("noExemplar"));
  const today = vietnamDate(clock());
  const registrant = await registrantOf(db, record.lead_id);
  const body = record.round ? unitIn(await unitsByIds(db, [record.round.body_id]), record.round.body_id).name : registrant.superior;
  const year = record.first_year ?? Number((record.registered_on ?? today).slice(0, 4));
  return {
    name: `Bản đăng ký - ${one.name.slice(0, 80)}.docx`,
    bytes: await renderOfficial(registrationPaper(one, { registrant, addressee: body, today, year })),
  };
}

/** What a unit and its boards registered in a round, as one list. */
export async function paperOfUnit(
  { db, clock }: Papers,
  actor: Actor,
  { roundId, unitId }: { roundId: ExemplarRoundId; unitId: UnitId },
): Promise<Paper> {
  const round = await readRound(db, actor, roundId);
  const all: OnPaper[] = [];
  for (const id of await registeredIn(db, { roundId, unitId, reader: actor.unitId })) all.push(await onPaper(db, actor, id));
  if (all.length === 0) throw problem("not_found", sayAll("noExemplar"));
  const registrant = await registrantOf(db, unitId);
  const years = [...new Set([round.periodFrom.slice(0, 4), round.periodUntil.slice(0, 4)])].join(" - ");
  return {
    name: `Bản đăng ký ${years} - ${registrant.name.slice(0, 80)}.docx`,
    bytes: await renderOfficial(
      listPaper(all, { registrant, addressee: round.body.name, today: vietnamDate(clock()), round: round.title, year: years }),
    ),
  };
}
