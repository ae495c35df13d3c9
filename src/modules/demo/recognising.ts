import type { Actor } from "../../kernel/actor.ts";
import { addDays, vietnamDate, type CalendarDate } from "../../kernel/time/index.ts";
import { transaction } from "../../platform/database/index.ts";
import type { Services } from "../../platform/services.ts";
import { activityMeasures } from "../activities/index.ts";
import { appraisalMeasures } from "../appraisal/index.ts";
import {
  createDecision,
  enterPaper,
  exemplarMeasures,
  presentDecision,
  printOnBlank,
  signDecision,
  type DecisionDetail,
} from "../exemplars/index.ts";
import { actorByLogin } from "../identity/index.ts";
import { openPublication, type PublicationKind } from "../portal/index.ts";
import { takePictures } from "./picturing.ts";
import { hasDecisions, issuedPlanOf, ledUnder } from "./store.ts";

/** In each commune at most so many are recognised; the province takes the first of each; so many are shown to the public. */
const perCommune = 4;
const byProvince = 4;
const inPublic = 10;

/**
 * Last year's models at the year's end: communes recognise on paper what has come to step 3, the province some of these, signed
 * here, and bà Hạnh opens ten models, the list of the province and the year's figures to the public. All or nothing, once.
 * `locals`: who works at the Front of a commune; `pictured`: how many of what is shown have photographs.
 */
export function recogniseAndShow(services: Services, locals: readonly string[], { pictured }: { pictured: number }): Promise<void> {
  return transaction(services.db, async (db) => {
    if (await hasDecisions(db)) return;
    const today = vietnamDate(services.clock());
    const year = Number(today.slice(0, 4)) - 1;
    const within: Services = { ...services, db };
    const recognised: string[][] = [];
    for (const login of locals) {
      const one = await onPaper(within, login, year);
      if (one.length > 0) recognised.push(one);
    }
    if (recognised.length === 0) return;
    // One of each commune before a second of any.
    const turns = Array.from({ length: perCommune }, (_, turn) => recognised.flatMap((each) => each.slice(turn, turn + 1))).flat();
    const day = earlier(`${year + 1}-01-15`, today);
    const list = await signed(on(within, day), year, turns.slice(0, byProvince));
    // Today: what is shown tells how far each has come by now.
    await show(within, list, turns.slice(0, inPublic), pictured);
  });
}

const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);
const on = (services: Services, day: CalendarDate): Services => ({ ...services, clock: () => new Date(`${day}T14:30:00+07:00`) });
const as = (services: Services, login: string): Promise<Actor> => actorByLogin(services.db, login, services.clock());
const which = ({ id, version }: DecisionDetail) => ({ id, version });

/** The Front of a commune enters the decision that its chairman signed by hand. What it recognised; nothing when nothing was ready. */
async function onPaper(services: Services, login: string, year: number): Promise<string[]> {
  const day = `${year}-12-20`;
  const local = await as(services, login);
  const ready = await ledUnder(services.db, local.unitId, { year, day });
  const chosen = ready.slice(0, perCommune);
  if (chosen.length === 0) return [];
  const then = on(services, addDays(day, 1));
  const draft = await createDecision(then, local, { year, exemplarIds: chosen });
  await enterPaper(then, local, {
    ...which(draft),
    number: "01",
    day,
    signer: "Nông Văn Thuận",
    post: "CHỦ TỊCH",
    file: new File([new Uint8Array(await scanOf(draft))], "quyet-dinh-cong-nhan.pdf", { type: "application/pdf" }),
  });
  return chosen;
}

/** Where the picture of a real paper would be. */
function scanOf({ title }: DecisionDetail): Promise<Buffer> {
  const line = { x: 25, width: 160, align: "center", bold: false, italic: false, upper: false } as const;
  return printOnBlank(
    {
      name: title,
      width: 210,
      height: 297,
      fields: [
        { key: "reason", ...line, y: 60, size: 14, bold: true },
        { key: "recipient", ...line, y: 100, size: 12, italic: true },
      ],
    },
    [{ reason: title, recipient: "Dữ liệu mẫu: ở đây là bản quét quyết định có chữ ký và dấu." }],
  );
}

/** bà Hạnh drafts, ông Vinh signs. */
async function signed(services: Services, year: number, exemplarIds: readonly string[]): Promise<DecisionDetail> {
  const hanh = await as(services, "hanh.demo");
  const draft = await createDecision(services, hanh, { year, exemplarIds });
  const laid = await presentDecision(services, hanh, which(draft));
  return signDecision(services, await as(services, "vinh.demo"), which(laid));
}

async function show(services: Services, list: DecisionDetail, exemplars: readonly string[], pictured: number): Promise<void> {
  const hanh = await as(services, "hanh.demo");
  const pictures = await takePictures(services, exemplars.slice(0, pictured));
  const open = (kind: PublicationKind, thingId: string, reason: string) =>
    openPublication({ ...services, sources: [] }, hanh, {
      kind,
      thingId,
      reason,
      choice: { leftOut: [], pictures: pictures.get(thingId) ?? [], consent: null },
    });
  for (const id of exemplars) await open("exemplar", id, "Cách làm hay, nơi khác có thể làm theo.");
  await open("recognition", list.id, "Quyết định đã ký, công khai theo quy chế.");
  await open("statistics", `${hanh.unitId}-${list.year}`, "Số liệu cả năm đã chốt.");
}

/** The plan with how far its targets have come. Once; without an issued plan there is something wrong with what came before. */
export function showPlan(services: Services): Promise<void> {
  return transaction(services.db, async (db) => {
    const within: Services = { ...services, db };
    const hanh = await as(within, "hanh.demo");
    const { plan, shown } = await issuedPlanOf(db, hanh.unitId);
    if (shown) return;
    await openPublication({ ...within, sources: [activityMeasures, appraisalMeasures, exemplarMeasures] }, hanh, {
      kind: "plan",
      thingId: plan,
      reason: "Kế hoạch đã ban hành, người dân theo dõi được tiến độ.",
      choice: { leftOut: [], pictures: [], consent: null },
    });
  });
}
