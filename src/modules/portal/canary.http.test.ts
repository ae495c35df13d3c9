import { createHash } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Answer, type Person } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import type { UnitId } from "../../kernel/ids.ts";

/**
 * Nothing leaks. Things of every kind are hidden here, each with a word of its own that stands nowhere else; then a stranger opens
 * every address that the public side names, and guesses more. None of the words, and no hidden picture, may come back.
 */
const app = await testApp({ at: "2026-03-16T09:00:00+07:00" });
const { db } = app;

/** Words that must never come out, with what they were hidden in. */
const hidden = new Map<string, string>();
let made = 0;
const canary = (where: string): string => {
  const word = `hoangyen${(made += 1).toString(36).padStart(3, "0")}x`;
  hidden.set(word, where);
  return word;
};
/** Words that must come out, or the search proves nothing. */
const open: string[] = [];
const seen = (word: string): string => {
  open.push(word);
  return word;
};
const hiddenPictures = new Map<string, string>();

let province: UnitId;
let front: UnitId;
let party: UnitId;
let commune: UnitId;
let hanh: Person;
let typist: Person;

type Model = {
  name: string;
  state?: string;
  kind?: string;
  contents?: Record<string, string>;
  themes?: string[];
  copiedFrom?: string;
  year?: number;
};

async function model({
  name,
  state = "accepted",
  kind = "model",
  contents = { method: "Cùng nhau làm." },
  themes = [],
  copiedFrom,
  year = 2026,
}: Model): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into exemplar (kind, state, name, field, themes, stream, lead_id, area_id, place, contents, registered_on, accepted_on, first_year, copied_from, adapted, reason,
                          moved_on, typed_by, typed_at, created_at, updated_at)
    values (${kind}, ${state}, ${name}, 'economy', ${themes}::text[], 'new', ${commune}::int, null, ${canary("place of a model")}, ${JSON.stringify(contents)}::jsonb,
            '2026-02-01', '2026-02-02', ${year}::int, ${copiedFrom ?? null}::uuid, ${copiedFrom ? "Đổi lịch họp" : null}, ${canary("reason of a model")},
            '2026-02-02', ${typist.id}::uuid, ${commune}::int, now(), now()) returning id`.execute(db);
  return rows[0]?.id ?? "";
}

async function picture(exemplar: string, where: string | null, columns: Record<string, string> = {}): Promise<string> {
  const bytes = Buffer.from(`jpeg ${made} ${Math.random()}`);
  const { sha256: hash } = await app.services.files.put(bytes);
  const given = {
    state: "'ready'",
    shows: "'none'",
    caption: `'${where === null ? seen(`anhcong${(made += 1)}`) : canary(where)}'`,
    ...columns,
  };
  const names = Object.keys(given);
  const { rows } = await sql<{ id: string; public_hash: string | null }>`
    insert into exemplar_picture (exemplar_id, came_as, print_hash, web_hash, thumb_hash, name, added_by, added_unit, added_at, width, height, ${sql.raw(names.join(", "))})
    values (${exemplar}::uuid, ${createHash("sha256").update(bytes).digest("hex")}, ${given.state === "'ready'" ? hash : null}, ${given.state === "'ready'" ? hash : null},
            ${given.state === "'ready'" ? hash : null}, ${canary("file name of a picture")}, ${typist.id}::uuid, ${commune}::int, now(), 800, 600, ${sql.raw(Object.values(given).join(", "))})
    returning id, public_hash`.execute(db);
  if (where !== null) hiddenPictures.set(hash, where);
  return rows[0]?.id ?? "";
}

async function publish(kind: string, thingId: string, choice: object = {}): Promise<Answer> {
  const before = await hanh.post("/publications/preview", { kind, thingId });
  const version = before.body.publication?.version;
  return hanh.post("/publications", { kind, thingId, reason: canary("reason of the editor"), choice, ...(version ? { version } : {}) });
}
const published = async (kind: string, thingId: string, choice: object = {}): Promise<Answer["body"]> => {
  const answer = await publish(kind, thingId, choice);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};

type PlanWish = { title: string; issuer?: UnitId; state?: string; items?: string[]; internal?: boolean };

async function plan({
  title,
  issuer = front,
  state = "issued",
  items = [],
  internal = false,
}: PlanWish): Promise<{ plan: string; items: string[]; document: string }> {
  const hash = createHash("sha256").update(title).digest("hex");
  const { rows: documents } = await sql<{ id: string }>`
    insert into document (unit_id, state, file_hash, file_name, file_size, file_type, internal, audience, subject, uploaded_by, uploaded_at)
    values (${issuer}::int, 'reviewed', ${hash}, ${canary("file name of a document")}, 1, 'text/plain', ${internal}::boolean, 'unit', ${canary("subject of a document")}, ${typist.id}::uuid, now()) returning id`.execute(
    db,
  );
  const document = documents[0]?.id ?? "";
  const { rows } = await sql<{ id: string }>`insert into plan (issuer_id) values (${issuer}::int) returning id`.execute(db);
  const id = rows[0]?.id ?? "";
  await edition(id, { title, state, items, document, number: 1 });
  const { rows: found } = await sql<{ item_id: string }>`
    select item_id from plan_item join plan_edition e on e.id = edition_id where plan_id = ${id}::uuid order by position`.execute(db);
  return { plan: id, items: found.map(({ item_id }) => item_id), document };
}

async function edition(
  planId: string,
  wish: { title: string; state: string; items: string[]; document: string; number: number },
): Promise<void> {
  const preparing = wish.state === "draft";
  const { rows } = await sql<{ id: string }>`
    insert into plan_edition (plan_id, edition, state, title, doc_type, number, issue_date, resolve_on, period_from, period_to, document_id, reason, prepared_by, issued_by, issued_by_name, issued_at)
    values (${planId}::uuid, ${wish.number}::int, ${wish.state}, ${wish.title}, 'Kế hoạch', '12/KH-MTTQ', '2026-01-05', '2026-01-05', '2026-01-01', '2026-12-31', ${wish.document}::uuid,
            ${canary("reason of an amendment")}, ${typist.id}::uuid, ${preparing ? null : typist.id}::uuid, ${preparing ? null : canary("name of who issued a plan")}, ${preparing ? null : new Date()}::timestamptz) returning id`.execute(
    db,
  );
  for (const [position, text] of wish.items.entries())
    await sql`insert into plan_item (edition_id, kind, position, clause, quote, text, due, opens_plan)
      values (${rows[0]?.id}::uuid, 'task', ${position}::int, 'II.1', '', ${text}, '{"kind":"none","text":"trong năm","date":null,"lastDay":null,"recurrence":null}', false)`.execute(
      db,
    );
}

async function decision(
  state: "draft" | "signed",
  title: string,
  list: { exemplar: string; printed: string; kind?: string; consent?: boolean; revoked?: boolean }[],
): Promise<string> {
  const signed = state === "signed";
  const { rows } = await sql<{ id: string }>`
    insert into exemplar_decision (body_id, level, year, title, state, header, number, decided_on, signer_name, signer_post, signed_how, signed_at, frozen, docx_hash, created_by, created_by_name, created_at, updated_at)
    values (${front}::int, 'province', 2026, ${title}, ${state}, ${JSON.stringify({ called: "Ban Thường trực", note: canary("header of a decision") })}::jsonb, ${signed ? `${(made += 1)}/QĐ` : null},
            ${signed ? "2026-03-01" : null}::date, ${signed ? "Ông Ký" : null}, ${signed ? "Chủ tịch" : null}, ${signed ? "here" : null}, ${signed ? new Date() : null}::timestamptz,
            ${signed ? JSON.stringify({ words: canary("frozen words of a decision") }) : null}::jsonb, ${signed ? createHash("sha256").update(title).digest("hex") : null},
            ${typist.id}::uuid, ${canary("name of who made a decision")}, now(), now()) returning id`.execute(db);
  const id = rows[0]?.id ?? "";
  for (const { exemplar, printed, kind = "model", consent = false, revoked = false } of list) {
    const code = createHash("sha256")
      .update(printed)
      .digest("hex")
      .toUpperCase()
      .slice(0, 15)
      .replace(/^(.{5})(.{5})(.{5})$/, "$1-$2-$3");
    await sql`insert into exemplar_recognition (exemplar_id, decision_id, level, year, recognised_on, kind, printed_as, unit_name, certificate_code, consent_on, consent_how, deed,
                                                revoked_on, revoked_reason, revoked_by, revoked_by_name)
      values (${exemplar}::uuid, ${id}::uuid, 'province', ${2026 - list.length}::int, '2026-03-01', ${kind}, ${printed}, 'xã Bình Lâm', ${code}, ${consent ? "2026-03-01" : null}::date, ${consent ? "paper" : null}, 'Giúp dân làm đường',
              ${revoked ? "2026-03-10" : null}::date, ${revoked ? canary("reason of a revocation") : null}, ${revoked ? typist.id : null}::uuid, ${revoked ? canary("name of who revoked") : null})`.execute(
      db,
    );
  }
  return id;
}

beforeAll(async () => {
  province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  party = await unit(db, { name: "Tỉnh ủy Tân Giang", kind: "party-committee", parentId: province });
  commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
  hanh = await app.person({ name: canary("name of the editor"), unit: province, role: "coordinator" });
  typist = await app.person({ name: canary("name of who typed"), unit: commune, role: "reporter" });
  await sql`update person set phone = '0912345678', email = ${`${canary("e-mail of a person")}@example.vn`} where id = ${typist.id}::uuid`.execute(
    db,
  );
});

describe("the things that are hidden", () => {
  test("models in every state that is not public", async () => {
    for (const state of ["draft", "registered", "returned", "withdrawn", "accepted", "stopped"]) {
      const id = await model({
        name: canary(`name of a ${state} model`),
        state,
        contents: { situation: canary(`contents of a ${state} model`) },
        themes: [canary(`theme of a ${state} model`)],
      });
      await picture(id, `picture of a ${state} model`);
      if (state !== "accepted" && state !== "stopped") expect((await publish("exemplar", id)).status).toBe(400);
    }
    const telephone = await model({ name: "Tổ hòa giải", contents: { method: "Gọi ông Tư, 0912 345 678." } });
    const refused = await publish("exemplar", telephone);
    expect(refused.status).toBe(400);
    expect(refused.body.message).toContain("số điện thoại");
  });

  test("of a public model, what the editor left out and what is inside only", async () => {
    const id = await model({
      name: seen("Ngõ không rác thôn Đoài congkhai1"),
      contents: {
        situation: seen("Rác để ở đầu ngõ congkhai2."),
        forces: canary("contents left out"),
        resources: canary("contents left out"),
      },
      themes: [seen("congkhai3")],
    });
    const goals = await db
      .insertInto("exemplar_goal")
      .values([
        { exemplar_id: id, position: 0, name: seen("hộ phân loại congkhai4"), unit: "hộ", baseline: "3", goal: "95" },
        { exemplar_id: id, position: 1, name: canary("goal left out"), unit: "hộ", baseline: "3", goal: "80" },
        { exemplar_id: id, position: null, name: canary("goal taken out"), unit: "km", goal: "80" },
      ])
      .returning("id")
      .execute();
    await sql`insert into exemplar_event (exemplar_id, kind, on_date, unit_id, text, typed_by, typed_at)
      values (${id}::uuid, 'visit', '2026-02-20', ${commune}::int, ${canary("finding of a visit")}, ${typist.id}::uuid, now())`.execute(db);
    const shown = await picture(id, null);
    const others = [
      await picture(id, "picture of people nobody described", { shows: "null" }),
      await picture(id, "picture of children without consent", { shows: "'children-or-poor'" }),
      await picture(id, "picture in quarantine", { state: "'quarantined'", shows: "null" }),
    ];
    await picture(id, "picture that was not chosen");
    const leftOut = ["forces", "resources", goals[1]?.id];
    const body = await published("exemplar", id, { leftOut, pictures: [shown, ...others] });
    expect(body.state).toBe("open");
    // Consent is taken back after it was opened.
    const later = await picture(id, null, {
      shows: "'children-or-poor'",
      consent_by: `'${typist.id}'`,
      consent_on: "'2026-03-01'",
      consent_how: "'paper'",
    });
    await published("exemplar", id, { leftOut, pictures: [shown, later] });
    const hash =
      (await sql<{ hash: string }>`select public_hash as hash from exemplar_picture where id = ${later}::uuid`.execute(db)).rows[0]?.hash ??
      "";
    expect((await app.anonymous.fetch(`/anh/${hash}.jpg`)).status).toBe(200);
    await sql`update exemplar_picture set consent_by = null, consent_on = null, consent_how = null where id = ${later}::uuid`.execute(db);
    hiddenPictures.set(hash, "picture whose consent was taken back");
    open.pop();
    // What is typed after it was opened waits for an editor.
    await sql`update exemplar set contents = contents || ${JSON.stringify({ method: canary("contents typed later") })}::jsonb, name = ${canary("name changed later")} where id = ${id}::uuid`.execute(
      db,
    );
    const again = await hanh.post("/publications/preview", { kind: "exemplar", thingId: id });
    expect(again.body.changed).toBe(true);
    const copy = await model({ name: seen("Ngõ sạch congkhai5"), copiedFrom: id });
    await published("exemplar", copy);
    await model({ name: canary("copy that is not public"), copiedFrom: id });
    const ofHidden = await model({ name: canary("original that is not public") });
    await published("exemplar", await model({ name: seen("Bản sao congkhai6"), copiedFrom: ofHidden }));
  });

  test("what was taken back, and what was withdrawn inside", async () => {
    const closed = await model({ name: canary("name of a closed model"), contents: { method: canary("contents of a closed model") } });
    const photo = await picture(closed, "picture of a closed model");
    const row = await published("exemplar", closed, { pictures: [photo] });
    expect((await app.anonymous.fetch(row.path)).status).toBe(200);
    expect((await hanh.post(`/publications/${row.id}/close`, { version: row.version, reason: canary("reason of closing") })).status).toBe(
      200,
    );
    expect((await app.anonymous.fetch(row.path)).status).toBe(404);
    const withdrawn = await model({ name: canary("name of a model withdrawn later") });
    await published("exemplar", withdrawn);
    await sql`update exemplar set state = 'withdrawn' where id = ${withdrawn}::uuid`.execute(db);
  });

  test("people: without a decision, without consent, beyond what the decision prints", async () => {
    const unknown = await model({ name: canary("person without a decision"), kind: "person" });
    expect((await publish("exemplar", unknown)).status).toBe(400);
    const silent = await model({
      name: canary("person without consent"),
      kind: "person",
      contents: { situation: canary("life of a person") },
    });
    const named = await model({
      name: canary("working name of a person"),
      kind: "person",
      contents: { situation: canary("life of a person") },
    });
    const group = await model({ name: canary("name of a recognised model that is not public") });
    const list = await decision("signed", seen("Công nhận điển hình congkhai7"), [
      { exemplar: silent, printed: canary("printed name without consent"), kind: "person" },
      { exemplar: named, printed: seen("Bà Nguyễn Thị Mẫu congkhai8"), kind: "person", consent: true },
      { exemplar: group, printed: seen("Mô hình trong danh sách congkhai9"), revoked: true },
    ]);
    expect((await publish("exemplar", silent)).status).toBe(400);
    await published("recognition", list);
    await published("exemplar", named);
    await decision("draft", canary("title of a draft decision"), []);
    await decision("signed", canary("title of a decision that nobody opened"), [
      { exemplar: group, printed: canary("name on a list that nobody opened") },
    ]);
    const { rows } = await sql<{ id: string }>`
      insert into award_campaign (body_id, title, kind, period_from, period_until, opens_on, closes_on, forms, needed_percent, needed_more, needed_of, quorum_percent, note, created_by, created_at)
      values (${front}::int, ${seen("Khen thưởng congkhai10")}, 'regular', '2025-01-01', '2025-12-31', '2026-01-01', '2026-02-01', '[{"code":"giay-khen","name":"Giấy khen","granter":null}]', 50, true, 'members', 66, ${canary("note of a campaign")}, ${typist.id}::uuid, now()) returning id`.execute(
      db,
    );
    const { rows: awarding } = await sql<{ id: string }>`
      insert into award_decision (campaign_id, body_id, state, candidates, number, decided_on, signer_name, signer_post, created_by, created_at)
      values (${rows[0]?.id}::uuid, ${front}::int, 'signed', array[uuidv7()], '9/QĐ', '2026-03-02', 'Ông Ký', 'Chủ tịch', ${typist.id}::uuid, now()) returning id`.execute(
      db,
    );
    const award = async (name: string, subject: string, more: { consent?: boolean; revoked?: boolean } = {}): Promise<void> => {
      await sql`insert into award (campaign_id, decision_id, body_id, unit_id, subject, form, form_name, printed_name, printed_unit, deed, period_from, period_until, number, granted_on, granter, consent_on, consent_how, revoked_on, revoked_reason, typed_by, typed_at)
        values (${rows[0]?.id}::uuid, ${awarding[0]?.id}::uuid, ${front}::int, ${commune}::int, ${subject}, 'giay-khen', 'Giấy khen', ${name}, 'xã Bình Lâm', 'Dân vận khéo', '2025-01-01', '2025-12-31', '9/QĐ', '2026-03-02', 'Mặt trận tỉnh',
                ${more.consent ? "2026-03-01" : null}::date, ${more.consent ? "paper" : null}, ${more.revoked ? "2026-03-05" : null}::date, ${more.revoked ? canary("reason of a revoked award") : null}, ${typist.id}::uuid, now())`.execute(
        db,
      );
    };
    await award(seen("Tập thể thôn Đoài congkhai11"), "collective");
    await award(canary("awarded person without consent"), "individual");
    await award(canary("revoked award"), "collective", { revoked: true });
    await published("award", awarding[0]?.id ?? "");
  });

  test("plans: drafts, internal ones, those of the Party, and clauses left out", async () => {
    await plan({ title: canary("title of a draft plan"), state: "draft", items: [canary("item of a draft plan")] });
    await plan({ title: canary("title of an issued plan that nobody opened"), items: [canary("item of a plan that nobody opened")] });
    const internal = await plan({
      title: canary("title of an internal plan"),
      internal: true,
      items: [canary("item of an internal plan")],
    });
    const refused = await publish("plan", internal.plan);
    expect(refused.status).toBe(400);
    expect(refused.body.message).toContain("lưu hành nội bộ");
    const partys = await plan({
      title: canary("title of a plan of the Party"),
      issuer: party,
      items: [canary("item of a plan of the Party")],
    });
    expect((await publish("plan", partys.plan)).status).toBe(400);
    const shown = await plan({
      title: seen("Kế hoạch Dân vận khéo congkhai12"),
      items: [seen("Mỗi xã một mô hình congkhai13"), canary("clause left out")],
    });
    await published("plan", shown.plan, { leftOut: [shown.items[1]] });
    await edition(shown.plan, {
      title: canary("title of an amendment being prepared"),
      state: "draft",
      items: [canary("item of an amendment being prepared")],
      document: shown.document,
      number: 2,
    });
    const later = await plan({
      title: canary("title of a plan marked internal later"),
      items: [canary("item of a plan marked internal later")],
    });
    await published("plan", later.plan);
    await sql`update document set internal = true where id = ${later.document}::uuid`.execute(db);
    // Even a row that no rule of the application would write.
    await sql`insert into publication (kind, thing_id, plan_id, unit_id, unit_name, slug, title, shown, print, opened_by, opened_by_name, opened_at, changed_at, reason)
      values ('plan', ${partys.plan}, ${partys.plan}::uuid, ${party}::int, 'x', 'ke-hoach-cua-dang', ${canary("smuggled plan of the Party")}, '{"items":[]}', '', ${hanh.id}::uuid, 'x', now(), now(), '')`.execute(
      db,
    );
  });

  test("stories: being written, not opened, of a model that was closed", async () => {
    const about = await model({ name: seen("Mô hình có chuyện congkhai14") });
    const row = await published("exemplar", about);
    const write = async (exemplarId: string, title: string, ready: boolean): Promise<string> => {
      const story = await hanh.post("/stories", { exemplarId, month: "2026-03-01", title, lead: title, body: title });
      expect(story.status, JSON.stringify(story.body)).toBe(201);
      if (ready) expect((await hanh.patch(`/stories/${story.body.id}`, { version: 1, state: "ready" })).status).toBe(200);
      return story.body.id;
    };
    await published("story", await write(about, seen("Chuyện ngõ nhỏ congkhai15"), true));
    expect((await publish("story", await write(about, canary("story being written"), false))).status).toBe(400);
    await write(about, canary("story that nobody opened"), true);
    const closed = await model({ name: canary("model of a story, closed later") });
    const publication = await published("exemplar", closed);
    await published("story", await write(closed, canary("story of a closed model"), true));
    await hanh.post(`/publications/${publication.id}/close`, { version: publication.version, reason: "Cần sửa" });
    expect(row.state).toBe("open");
  });

  test("records of other kinds: activities, work, reports", async () => {
    const activity = await typist.post("/activities", {
      kind: "meeting",
      name: canary("name of an activity"),
      onDate: "2026-03-10",
      unitId: commune,
    });
    expect([200, 201, 400]).toContain(activity.status);
    await sql`insert into act (act, thing_kind, thing_id, system, note) values ('test:write', 'thing', '1', 'test', ${canary("note of the record")})`.execute(
      db,
    );
  });

  test("small counts of the year", async () => {
    for (let n = 0; n < 7; n++) await model({ name: canary("model that is only counted"), kind: "works" });
    const row = await published("statistics", `${province}-2026`);
    const csv = (await app.anonymous.fetch("/du-lieu/so-lieu.csv")).body as string;
    expect(csv).toMatch(/kind,model,new,\d\d,/);
    expect(csv).not.toMatch(/,(?:new|kept|recognised|copied),[1-4],/);
    expect((await app.anonymous.fetch(row.path)).body).toContain("…");
  });

  test("contests: not opened, what is inside of those that are, and a vote that is open", async () => {
    const contest = async (title: string, state: string, rules: string): Promise<string> => {
      const { rows } = await sql<{ id: string }>`
        insert into contest (body_id, title, rules, kinds, prizes, state, round, created_by, created_at)
        values (${front}::int, ${title}, ${rules}, '{team}', array['Giải Nhất'], ${state}, 2, ${typist.id}::uuid, now()) returning id`.execute(
        db,
      );
      const id = rows[0]?.id ?? "";
      for (const [position, day] of [
        [1, "2026-02-01"],
        [2, null],
      ] as const)
        await sql`insert into contest_round (contest_id, position, name, entries_from, entries_until, judging_from, judging_until, way, published_on)
          values (${id}::uuid, ${position}::int, 'Vòng', '2026-01-01', '2026-01-31', '2026-02-01', '2026-12-31', 'stage', ${day}::date)`.execute(
          db,
        );
      return id;
    };
    const entry = async (id: string, title: string, text: string, state = "sent", goesOn = true): Promise<void> => {
      const { rows } = await sql<{ id: string }>`
        insert into contest_entry (contest_id, unit_id, quota_unit_id, kind, title, text, team, state, round, sent_on, reason, typed_by, created_at)
        values (${id}::uuid, ${commune}::int, ${commune}::int, 'team', ${title}, ${text}, ${canary("names of a team")}, ${state}, ${goesOn ? 2 : 1}::int, '2026-01-10',
                ${canary("reason on an entry")}, ${typist.id}::uuid, now()) returning id`.execute(db);
      const result = { contest_id: id, entry_id: rows[0]?.id ?? "" };
      await db
        .insertInto("contest_result")
        .values({ ...result, round: 1, points: 50, goes_on: goesOn })
        .execute();
      await db
        .insertInto("contest_result")
        .values({ ...result, round: 2, points: 60, prize: canary("prize of a round that is not published") })
        .execute();
    };
    const open = await contest(seen("Hội thi congkhai11"), "judging", seen("Thể lệ congkhai12"));
    for (const at of [13, 14, 15]) await entry(open, seen(`Đội thi congkhai${at}`), seen(`Tiểu phẩm congkhai${at}b`));
    await entry(open, canary("entry that did not go on"), canary("text of an entry that did not go on"), "sent", false);
    await entry(open, canary("entry that was withdrawn"), canary("text of an entry that was withdrawn"), "withdrawn");
    await published("contest", open);
    const wish = { round: 2, most: 1, opensOn: "2026-03-16", closesOn: "2026-03-20", reason: canary("reason of a vote") };
    expect((await hanh.post(`/contests/${open}/votes`, wish)).status).toBe(201);
    const quiet = await contest(seen("Hội thi congkhai16"), "judging", canary("rules left out"));
    await entry(quiet, canary("entry of results left out"), canary("text of an entry without a vote"));
    await published("contest", quiet, { leftOut: ["rules", "results-1"] });
    await contest(canary("contest that nobody opened"), "open", canary("rules of a contest that nobody opened"));
    const cancelled = await contest(canary("contest cancelled later"), "open", canary("rules of a contest cancelled later"));
    await published("contest", cancelled);
    await sql`update contest set state = 'cancelled', cancel_reason = ${canary("reason of cancelling")} where id = ${cancelled}::uuid`.execute(
      db,
    );
  });
});

type Visit = { status: number; body: string; type: string; headers: Record<string, unknown>; raw: Buffer };

const entity: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const plainText = (markup: string): string => markup.replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => entity[found] ?? found);

/** Every address on this server that an answer names. */
function linksIn({ body, type }: Visit): string[] {
  if (!/html|xml|json|plain|csv/.test(type)) return [];
  const found = [
    ...body.matchAll(/(?:href|src|action|content)="([^"]+)"/g),
    ...body.matchAll(/<loc>([^<]+)<\/loc>/g),
    ...body.matchAll(/(https?:\/\/[^\s"<,]+)/g),
    ...body.matchAll(/^(?:Disallow|Sitemap): (\S+)/gm),
  ];
  return found
    .map(([, link = ""]) => plainText(link).replace(app.services.config.url.replace(/\/$/, ""), ""))
    .filter((link) => /^\/(?!\/)/.test(link));
}

const visited = new Map<string, Visit>();

async function visit(path: string): Promise<Visit> {
  // Each from an address of its own: the limits are not what is tried here.
  const answer = await app.visitor(null).fetch(path);
  return {
    status: answer.status,
    body: answer.raw.toString("utf8"),
    type: String(answer.headers["content-type"]),
    headers: answer.headers,
    raw: answer.raw,
  };
}

describe("a stranger", () => {
  beforeAll(async () => {
    const waiting = ["/", "/en", "/robots.txt", "/sitemap.xml", "/tin-moi.atom", "/favicon.ico"];
    while (waiting.length > 0 && visited.size < 600) {
      const path = (waiting.pop() ?? "").split("#")[0] ?? "";
      if (path === "" || visited.has(path) || /^\/(?:app|api)(?:\/|$)/.test(path)) continue;
      const found = await visit(path);
      visited.set(path, found);
      waiting.push(...linksIn(found));
    }
  }, 60_000);

  test("finds everything that was opened", () => {
    const all = [...visited.values()].map(({ body }) => plainText(body)).join("\n");
    for (const word of open) expect(all, word).toContain(word);
    expect(visited.size).toBeGreaterThan(60);
  });

  test("finds no hidden word on any page, feed, sitemap or file", () => {
    const leaks: string[] = [];
    for (const [path, { body }] of visited) {
      const text = plainText(decodeURIComponent(encodeURIComponent(body))).toLowerCase();
      for (const [word, where] of hidden) if (text.includes(word)) leaks.push(`${path}: ${where}`);
      if (/0912[ .]?345[ .]?678/.test(text)) leaks.push(`${path}: telephone`);
    }
    expect(leaks).toEqual([]);
    expect(hidden.size).toBeGreaterThan(90);
  });

  test("gets no hidden picture, by its hash or otherwise", async () => {
    expect(hiddenPictures.size).toBeGreaterThan(10);
    for (const [hash, where] of hiddenPictures) {
      expect((await visit(`/anh/${hash}.jpg`)).status, where).toBe(404);
      for (const { raw } of visited.values()) expect(createHash("sha256").update(raw).digest("hex"), where).not.toBe(hash);
    }
    const { rows } = await sql<{ id: string }>`select id from exemplar_picture`.execute(db);
    for (const { id } of rows)
      for (const size of ["thumb", "web", "print", "public"])
        expect((await visit(`/files/exemplars/pictures/${id}/${size}`)).status).toBe(401);
  });

  test("finds nothing by guessing ids, names and queries", async () => {
    const { rows } = await sql<{ id: string; path: string }>`
      select id::text, '/mo-hinh/' as path from exemplar union all select id::text, '/ke-hoach/' from plan union all select id::text, '/guong-sang/' from story
      union all select id::text, '/khen-thuong/' from exemplar_decision union all select id::text, '/hoi-thi/' from contest union all select id::text, '/so-lieu/' from publication
      union all select p.slug, case p.kind when 'exemplar' then '/mo-hinh/' when 'plan' then '/ke-hoach/' when 'story' then '/guong-sang/' when 'contest' then '/hoi-thi/' else '/khen-thuong/' end
        from publication p where not exists (select from portal_item i where i.id = p.id)`.execute(db);
    for (const { id, path } of rows) {
      const { status, body } = await visit(path + id);
      expect(status, path + id).toBe(404);
      for (const word of hidden.keys()) expect(body.replaceAll(id, "")).not.toContain(word);
    }
    for (const word of [...hidden.keys()].slice(0, 40)) expect((await visit(`/mo-hinh?tim=${word}`)).body).toContain("<h2>0 mô hình");
    for (const query of ["chu-de", "linh-vuc", "cap", "loai"])
      for (const word of [...hidden.keys()].slice(0, 3)) expect((await visit(`/mo-hinh?${query}=${word}`)).body).toContain("<h2>0 mô hình");
    for (const odd of [
      "/mo-hinh?trang=-1",
      "/mo-hinh?trang=1e9",
      "/mo-hinh?dia-ban=99999999999",
      "/mo-hinh?tim=%25_%5C",
      "/mo-hinh?tim=%00",
      "/mo-hinh?nam=abc",
      "/ke-hoach/..%2f..%2fetc",
      "/so-lieu/x?lan=99",
      "/anh/x.jpg",
      "/du-lieu/person.csv",
      "/du-lieu/__proto__.json",
    ])
      expect((await visit(odd)).status, odd).toBeLessThan(500);
    expect((await visit("/files/portal/preview/exemplar/" + rows[0]?.id)).status).toBe(401);
    expect((await visit(`/files/portal/stories/${rows[0]?.id}.docx`)).status).toBe(401);
  });

  test("gets pages that need no script, are light, and load from nowhere else", () => {
    const pages = [...visited].filter(([, { type }]) => type.includes("html"));
    expect(pages.length).toBeGreaterThan(40);
    for (const [path, { status, body, headers, raw }] of pages) {
      expect(raw.length, path).toBeLessThanOrEqual(50_000);
      expect(body, path).not.toMatch(/<script|<style|\sstyle="|\son\w+="|javascript:/i);
      expect(body.match(/rel="stylesheet"/g), path).toHaveLength(1);
      expect(body.match(/<h1[ >]/g), path).toHaveLength(1);
      expect(body, path).toMatch(/^<!doctype html>\s*<html lang="(?:vi|en)">/);
      expect(String(headers["content-security-policy"]), path).toContain("default-src 'none'");
      // The vote alone hands out a ballot.
      expect(headers["set-cookie"] === undefined, path).toBe(!path.endsWith("/binh-chon"));
      expect(status, path).toBeLessThan(500);
      for (const [tag] of body.matchAll(/<img [^>]*>/g)) expect(tag, path).toMatch(/alt="/);
      for (const [tag] of body.matchAll(/<img [^>]*src="\/anh[^>]*>/g))
        expect(tag, path).toMatch(/width="\d+" height="\d+" loading="lazy"/);
    }
    const broken = [...visited].filter(
      ([path, { status }]) => status >= 400 && path !== "/favicon.ico" && path !== "/files" && path !== "/xac-minh/",
    );
    expect(broken.map(([path, { status }]) => `${path} ${status}`)).toEqual([]);
  });
});
