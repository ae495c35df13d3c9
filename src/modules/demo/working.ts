import type { Actor } from "../../kernel/actor.ts";
import type { DocumentId, WorkId } from "../../kernel/ids.ts";
import { vietnamDate } from "../../kernel/time/index.ts";
import type { Services } from "../../platform/services.ts";
import { acceptAllConfident, compileDocument, finishReview, getDocument, uploadDocument } from "../documents/index.ts";
import { actorByLogin } from "../identity/index.ts";
import { createPlan, issuePlan, makeReady, readEdges, setEdges } from "../plans/index.ts";
import { acceptWork, completeWork, confirmWork, readDesk, reportProgress } from "../work/index.ts";
import { appraiseFronts } from "./appraising.ts";
import { holdContest } from "./contests.ts";
import { demoPlanText } from "./plan.ts";
import { registerModels } from "./modelling.ts";
import { showPlan } from "./recognising.ts";
import { keepJournalAndReport } from "./reporting.ts";
import { spreadAndTell } from "./spreading.ts";

/**
 * One plan issued and under way: bà Hạnh uploads, reviews and issues it, communes have begun. Every step is the act that a
 * person does on screen. Safe to run twice: a step that is done is found done.
 */
export async function beginWork(services: Services): Promise<void> {
  const hanh = await actorByLogin(services.db, "hanh.demo", services.clock());
  const document = await reviewedPlan(services, hanh);
  const plan = await issuedPlan(services, hanh, document);
  if (plan === "issued") await someProgress(services, hanh);
  await keepJournalAndReport(services);
}

/** Two years of models, which take longer: they come when the rest is there to be looked at. */
export async function fillModels(services: Services, which: { every?: number } = {}): Promise<void> {
  const hanh = await actorByLogin(services.db, "hanh.demo", services.clock());
  const steps: Record<string, () => Promise<void>> = {
    models: async () => registerModels(services, await reviewedPlan(services, hanh), which),
    contest: () => holdContest(services),
    // What needs many models is left out where only some are wanted.
    ...((which.every ?? 1) > 1
      ? {}
      : {
          copies: () => spreadAndTell(services),
          appraisals: () => appraiseFronts(services),
          "plan in public": () => showPlan(services),
        }),
  };
  for (const [step, run] of Object.entries(steps)) {
    // The job says what went wrong, not where; whoever waits in front of the server's window sees how far it is.
    await run().catch((error: unknown) => {
      services.log.error("the demo could not be filled further", { step });
      throw error;
    });
    services.log.info("demo filled in", { step });
  }
}

async function reviewedPlan(services: Services, hanh: Actor): Promise<DocumentId> {
  const { db, clock } = services;
  const text = await demoPlanText(vietnamDate(clock()));
  const { document } = await uploadDocument(services, hanh, {
    file: { name: "45-KH-MTTQ-BTT Dan van kheo.txt", bytes: new TextEncoder().encode(text) },
    internal: false,
  });
  const id = document.id as DocumentId;
  await compileDocument(db, id, clock());
  const read = await getDocument(db, id);
  if (read.state !== "review") return id;
  await acceptAllConfident(db, hanh, { id, threshold: 0 }, clock());
  const { version } = await getDocument(db, id);
  await finishReview(db, hanh, { id, version, acknowledged: true, now: clock() });
  return id;
}

async function issuedPlan({ db, clock }: Services, hanh: Actor, documentId: DocumentId): Promise<"issued" | "was there"> {
  const draft = await createPlan(db, hanh, clock, { documentId }).catch((error: { code?: string }) => {
    if (error.code === "conflict") return null;
    throw error;
  });
  if (!draft) return "was there";
  // What may be asked of each unit is as the relation of the two bodies proposes it.
  const edges = await readEdges(db, hanh, draft.id);
  const units = edges.map(({ unit, version }) => ({ unitId: unit.id, version }));
  await setEdges(db, hanh, { id: draft.id, units, edge: null });
  const ready = await makeReady(db, hanh, clock, { id: draft.id, version: draft.version });
  await issuePlan(db, hanh, clock, { id: draft.id, version: ready.version });
  return "issued";
}

/** A few communes have accepted, one has reported, one is confirmed: the desks show every state. */
async function someProgress(services: Services, hanh: Actor): Promise<void> {
  const { db, clock } = services;
  const actors = await Promise.all(["tong.demo", "sen.demo", "phuoc.demo", "mai.demo"].map((login) => actorByLogin(db, login, clock())));
  for (const [place, actor] of actors.entries()) {
    const { owed } = await readDesk(db, actor, clock(), []);
    for (const item of owed.slice(0, 3 - place)) {
      const which = { id: item.id as WorkId, version: item.version };
      if (!item.id) continue;
      await acceptWork(db, actor, which, clock());
    }
    const [first, second] = (await readDesk(db, actor, clock(), [])).owed.filter(({ state }) => state === "accepted");
    if (place === 0 && first) {
      const done = await completeWork(services, actor, {
        id: first.id as WorkId,
        version: first.version,
        text: "Đã thực hiện xong, gửi kèm danh sách đăng ký qua Ban Phong trào.",
        files: [],
      });
      await confirmWork(db, hanh, { id: done.id as WorkId, version: done.version, text: "Đã nhận đủ." }, clock());
    }
    if (place === 0 && second) {
      await reportProgress(services, actor, {
        id: second.id as WorkId,
        version: second.version,
        text: "Đã họp với 4 thôn, hai thôn chọn xong nội dung mô hình.",
        percent: 50,
        files: [],
      });
    }
    if (place === 1 && first) {
      await completeWork(services, actor, {
        id: first.id as WorkId,
        version: first.version,
        text: "Phường đã hoàn thành, kính gửi kết quả.",
        files: [],
      });
    }
  }
}
