import type { Example, Input, Matrix, MatrixWorld } from "../../../test/support/matrix.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { transaction } from "../../platform/database/index.ts";
import { matrix as contests } from "./contests/matrix.ts";
import { insertCampaign, updateCampaign } from "./store/campaigns.ts";
import { insertCandidate, updateCandidate } from "./store/candidates.ts";
import { closeMeetingRow, insertMeeting } from "./store/meetings.ts";
import { insertDecision } from "./store/decisions.ts";
import { insertPaper } from "./store/papers.ts";
import { insertAwards } from "./store/register.ts";
import type { CampaignState, CandidateState } from "./shapes.ts";

const days = { periodFrom: "2026-01-01", periodUntil: "2026-12-31", opensOn: "2026-01-01", closesOn: "2026-12-31" };

const campaignInput = (unitId: UnitId): Input => ({
  title: "Khen thưởng năm 2026",
  kind: "regular",
  ...days,
  forms: [{ code: "giay-khen" }],
  units: [{ unitId }],
});

const candidateInput = (unitId: UnitId): Input => ({
  unitId,
  subject: "collective",
  form: "giay-khen",
  printedName: "Tổ tự quản",
  deed: "Giữ đường hoa",
  words: { results: "Trồng 300 m." },
});

const meetingInput = { heldOn: "2026-03-01", place: "Phòng họp", members: 3, present: 3 };

async function campaignAt({ app, maker }: MatrixWorld, body: UnitId, state: CampaignState): Promise<string> {
  return transaction(app.db, async (tx) => {
    const id = await insertCampaign(
      tx,
      {
        facts: {
          title: "Khen thưởng năm 2026",
          kind: "regular",
          period_from: "2026-01-01",
          period_until: "2026-12-31",
          opens_on: "2026-01-01",
          closes_on: "2026-12-31",
          forms: [{ code: "giay-khen", name: "Giấy khen", granter: null }],
          most_collectives: null,
          most_individuals: null,
          needed_percent: 50,
          needed_more: true,
          needed_of: "members",
          quorum_percent: 60,
          bases: [],
          plan_id: null,
          plan_item_id: null,
          clause: null,
          quote: null,
          plan_label: null,
          note: "",
        },
        bodyId: body,
        units: [{ unitId: body }],
        createdBy: maker.id,
      },
      app.services.clock(),
    );
    await updateCampaign(tx, id, { state });
    return id;
  });
}

type Made = { campaign: string; candidate: string };
let made = 0;

async function candidateAt(world: MatrixWorld, unit: UnitId, state: CandidateState, campaignState: CampaignState = "open"): Promise<Made> {
  const { app, maker } = world;
  const now = app.services.clock();
  const campaign = await campaignAt(world, unit, campaignState);
  return transaction(app.db, async (tx) => {
    const candidate = await insertCandidate(
      tx,
      {
        campaignId: campaign,
        typedBy: maker.id,
        facts: {
          unit_id: unit,
          subject: "individual",
          form: "giay-khen",
          exemplar_id: null,
          // One of its own each time: the same again would be the same achievement.
          printed_name: `Người thứ ${(made += 1)}`,
          printed_post: "Trưởng thôn",
          printed_unit: null,
          deed: "Vận động hiến đất",
          period_from: "2026-01-01",
          period_until: "2026-12-31",
          words: { results: "300 m2." },
          why: [],
          other_achievement: null,
          consent_on: null,
          consent_how: null,
        },
      },
      now,
    );
    const proposed = state === "draft" ? {} : { proposed: { by: maker.id, on: "2026-03-01" } };
    await updateCandidate(tx, candidate, { state, ...proposed }, { now, by: maker.id });
    return { campaign, candidate };
  });
}

async function meetingAt(world: MatrixWorld, unit: UnitId): Promise<Made & { meeting: string }> {
  const { app, maker } = world;
  const at = await candidateAt(world, unit, "proposed", "council");
  const facts = { attendance: "", absent: "", opinions: "", chair_name: "", chair_post: "", secretary_name: "", secretary_post: "" };
  const meeting = await transaction(app.db, (tx) =>
    insertMeeting(
      tx,
      {
        campaignId: at.campaign,
        facts: { ...facts, held_on: "2026-03-01", place: "Phòng họp", members: 3, present: 3 },
        votes: [{ candidateId: at.candidate, votes: { for: 3, against: 0, blank: 0 } }],
        typedBy: maker.id,
      },
      app.services.clock(),
    ),
  );
  return { ...at, meeting };
}

async function passedAt(world: MatrixWorld, unit: UnitId): Promise<Made> {
  const { app, maker } = world;
  const at = await meetingAt(world, unit);
  await transaction(app.db, async (tx) => {
    await closeMeetingRow(tx, at.meeting, [at.candidate]);
    await updateCandidate(tx, at.candidate, { state: "passed" }, { now: app.services.clock(), by: maker.id });
  });
  return at;
}

async function decisionAt(world: MatrixWorld, unit: UnitId): Promise<string> {
  const { app, maker } = world;
  const { campaign, candidate } = await passedAt(world, unit);
  return transaction(app.db, (tx) =>
    insertDecision(
      tx,
      { campaignId: campaign, bodyId: unit, granter: null, candidates: [candidate], createdBy: maker.id },
      app.services.clock(),
    ),
  );
}

async function awardAt({ app, maker }: MatrixWorld, unit: UnitId): Promise<string> {
  const award = {
    campaign_id: null,
    candidate_id: null,
    decision_id: null,
    body_id: unit,
    unit_id: unit,
    subject: "individual" as const,
    form: "giay-khen",
    form_name: "Giấy khen",
    exemplar_id: null,
    printed_name: `Người thứ ${(made += 1)}`,
    printed_post: "Trưởng thôn",
    printed_unit: null,
    deed: "Vận động hiến đất",
    period_from: "2026-01-01",
    period_until: "2026-12-31",
    other_achievement: null,
    number: "01",
    granted_on: "2026-02-01",
    granter: "Ủy ban nhân dân xã",
    signer_name: null,
    consent_on: null,
    consent_how: null,
    typed_by: maker.id,
  };
  const rows = await transaction(app.db, (tx) => insertAwards(tx, [award], app.services.clock()));
  return rows?.[0]?.id ?? "";
}

async function paperAt(world: MatrixWorld, unit: UnitId): Promise<string> {
  const { app, maker } = world;
  const campaign = await campaignAt(world, unit, "open");
  const file = { file_hash: "0".repeat(64), file_name: "to-trinh.pdf", file_type: "application/pdf", file_size: 1 };
  return transaction(app.db, (tx) =>
    insertPaper(
      tx,
      { ...file, campaign_id: campaign, unit_id: unit, candidate_id: null, kind: "submission", label: "", attached_by: maker.id },
      app.services.clock(),
    ),
  );
}

/** The same made at the one commune and at the other, which does not exist for the caller. */
const both = (make: (world: MatrixWorld, unit: UnitId) => Promise<Input>): Example => ({
  inside: (world) => make(world, world.inside),
  outside: (world) => make(world, world.outside),
  beyond: "hidden",
});

const onCandidate = (state: CandidateState, body: (unit: UnitId) => Input = () => ({})): Example =>
  both(async (world, unit) => ({ id: (await candidateAt(world, unit, state)).candidate, version: 2, ...body(unit) }));

const moves = { reason: "Gửi nhầm" };
const nothing = { without: (body: { items: unknown[] }) => body.items.length === 0 };
const picture = () => new File([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])], "to-trinh.png", { type: "image/png" });

/** How each endpoint is called in the permission matrix. */
export const matrix: Matrix = {
  ...Object.fromEntries(Object.entries(contests).map(([key, example]) => [`contests.${key}`, example])),
  "forms.list": { inside: () => ({}), why: "forms of award as the post's own body has them" },
  "forms.save": {
    inside: () => ({ code: "thu-khen", name: "Thư khen", subjects: ["collective"], granters: [], basis: "", retired: false }),
    why: "changes the list of the post's own body",
  },
  "campaigns.list": { inside: () => ({}), why: "campaigns that concern one's own units" },
  "campaigns.get": both(async (world, unit) => ({ id: await campaignAt(world, unit, "open") })),
  "campaigns.create": {
    inside: (world) => campaignInput(world.inside),
    outside: (world) => campaignInput(world.outside),
    beyond: { status: 400 },
  },
  "campaigns.edit": both(async (world, unit) => ({ ...campaignInput(unit), id: await campaignAt(world, unit, "open"), version: 2 })),
  "campaigns.move": both(async (world, unit) => ({ id: await campaignAt(world, unit, "draft"), version: 2, act: "open" })),
  "campaigns.suggestions": both(async (world, unit) => ({ id: await campaignAt(world, unit, "open") })),
  "campaigns.candidates": both(async (world, unit) => ({ id: (await candidateAt(world, unit, "proposed")).campaign })),
  "campaigns.council": both(async (world, unit) => ({ id: (await meetingAt(world, unit)).campaign })),
  "candidates.get": both(async (world, unit) => ({ id: (await candidateAt(world, unit, "proposed")).candidate })),
  "candidates.earlier": both(async (world, unit) => ({
    campaignId: await campaignAt(world, unit, "open"),
    unitId: unit,
    printedName: "Tổ tự quản",
  })),
  "candidates.create": both(async (world, unit) => ({ ...candidateInput(unit), campaignId: await campaignAt(world, unit, "open") })),
  "candidates.edit": onCandidate("draft", candidateInput),
  "candidates.propose": onCandidate("draft"),
  "candidates.withdraw": onCandidate("proposed", () => moves),
  "candidates.return": onCandidate("proposed", () => moves),
  "candidates.erase": onCandidate("withdrawn", () => moves),
  "papers.attach": both(async (world, unit) => ({
    campaignId: await campaignAt(world, unit, "open"),
    kind: "submission",
    file: picture(),
  })),
  "papers.takeOff": both(async (world, unit) => ({ id: await paperAt(world, unit) })),
  "meetings.create": both(async (world, unit) => ({
    ...meetingInput,
    campaignId: (await candidateAt(world, unit, "proposed", "council")).campaign,
  })),
  "meetings.edit": both(async (world, unit) => ({ ...meetingInput, id: (await meetingAt(world, unit)).meeting, version: 1 })),
  "meetings.close": both(async (world, unit) => ({ id: (await meetingAt(world, unit)).meeting, version: 1 })),
  "decisions.create": both(async (world, unit) => {
    const { campaign, candidate } = await passedAt(world, unit);
    return { campaignId: campaign, candidates: [candidate] };
  }),
  "decisions.sign": both(async (world, unit) => ({
    id: await decisionAt(world, unit),
    version: 1,
    number: `${(made += 1)}/QĐ-MTTQ-BTT`,
    decidedOn: "2026-03-01",
    signerName: "Lê Thị Hạnh",
  })),
  "decisions.cancel": both(async (world, unit) => ({ id: await decisionAt(world, unit), version: 1, ...moves })),
  "register.list": {
    inside: () => ({}),
    outside: async (world) => {
      await awardAt(world, world.outside);
      return { unitId: world.outside };
    },
    beyond: nothing,
  },
  "register.record": {
    inside: (world) => ({ ...recorded(), unitId: world.inside }),
    outside: (world) => ({ ...recorded(), unitId: world.outside }),
    beyond: "forbidden",
  },
  "register.revoke": both(async (world, unit) => ({ id: await awardAt(world, unit), version: 1, revokedOn: "2026-03-01", ...moves })),
  "register.erase": both(async (world, unit) => ({ id: await awardAt(world, unit), version: 1, ...moves })),
};

const recorded = (): Input => ({
  subject: "collective",
  form: "giay-khen",
  printedName: `Tổ thứ ${(made += 1)}`,
  deed: "Giữ đường hoa",
  periodFrom: "2026-01-01",
  periodUntil: "2026-01-31",
  number: "02",
  grantedOn: "2026-02-01",
  granter: "Ủy ban nhân dân xã",
});
