import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../../test/support/app.ts";
import { unit } from "../../../../test/support/units.ts";
import { closeEndedVotes } from "./service.ts";

const app = await testApp({ at: "2026-11-11T09:00:00+07:00" });
const { db } = app;

let hanh: Person;
let tong: Person;
let beside: Person;
const at = (day: string, time = "09:00") => app.now(`${day}T${time}:00+07:00`);

const ok = <T extends { status: number; body: unknown }>(answer: T): T["body"] => {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body as T["body"];
};

beforeAll(async () => {
  const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
  const front = await unit(db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: province });
  const relations = [{ kind: "line" as const, superiorId: front }];
  const commune = await unit(db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: province, relations });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: commune, role: "reporter" });
  beside = await app.person({ name: "Nông Thị Bưởi", unit: commune, role: "coordinator" });
});

/** A browser with its cookies, at an address. */
function browser(address: string) {
  const cookies = new Map<string, string>();
  const send = async (method: "GET" | "POST", url: string, body?: string, headers: Record<string, string> = {}) => {
    const answer = await app.app.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        host: "localhost:8080",
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(method === "POST" ? { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    for (const { name, value } of answer.cookies) cookies.set(name, value);
    return { status: answer.statusCode, body: answer.body, headers: answer.headers };
  };
  let sum = "";
  return {
    cookies,
    async open(path: string) {
      const page = await send("GET", path);
      const [, a, b] = /(\d) \+ (\d) bằng mấy/.exec(page.body) ?? [];
      sum = String(Number(a) + Number(b));
      return page;
    },
    vote: (path: string, entries: string[], more: { sum?: string; headers?: Record<string, string> } = {}) =>
      send("POST", path, new URLSearchParams([...entries.map((id) => ["bai", id]), ["tong", more.sum ?? sum]]).toString(), more.headers),
  };
}

const days = { entriesFrom: "2026-11-01", entriesUntil: "2026-11-10", judgingFrom: "2026-11-11", judgingUntil: "2026-11-30" };
let made = 0;

/** A contest whose round is being judged, public, with entries of two units. */
async function judging({ publish = true } = {}) {
  at("2026-11-03");
  const title = `Hội thi số ${(made += 1)}`;
  const contest = ok(
    await hanh.post("/contests", {
      title,
      rules: "Mỗi đơn vị gửi ba bài.",
      kinds: ["work", "team"],
      prizes: ["Giải Nhất"],
      rounds: [{ name: "Chung khảo", way: "stage", ...days }],
    }),
  );
  ok(await hanh.post(`/contests/${contest.id}/move`, { version: 1, act: "open" }));
  const entries: string[] = [];
  for (const name of ["Đường hoa", "Bếp ăn tình thương", "Phiên tòa giả định"]) {
    const entry = ok(
      await tong.post(`/contests/${contest.id}/entries`, { kind: "team", title: name, text: `Kể về ${name}.`, team: "Y Mai; Lò Văn Dứa" }),
    );
    ok(await tong.post(`/contest-entries/${entry.id}/send`, { version: 1 }));
    entries.push(entry.id);
  }
  at("2026-11-11");
  ok(await hanh.post(`/contests/${contest.id}/move`, { version: 2, act: "judge" }));
  const opening = { kind: "contest", thingId: contest.id, choice: { leftOut: [], pictures: [], consent: null }, reason: "Cho dân biết" };
  const page = publish ? ok(await hanh.post("/publications", opening)).path : "";
  return { id: contest.id as string, entries, page: page as string, opening };
}

const wish = (more: object = {}) => ({
  round: 1,
  most: 2,
  mostPerNetwork: 3,
  opensOn: "2026-11-11",
  closesOn: "2026-11-20",
  reason: "Để dân tham gia",
  ...more,
});

async function voting(more: object = {}) {
  const contest = await judging();
  const { votes } = ok(await hanh.post(`/contests/${contest.id}/votes`, wish(more)));
  return { ...contest, vote: votes[0] as { id: string; version: number }, path: `${contest.page}/binh-chon` };
}

const rowsOf = async (vote: string) =>
  (
    await sql<{ ballots: number; networks: number; key: Buffer | null }>`
      select (select count(*)::int from contest_ballot where vote_id = v.id) as ballots, (select count(*)::int from contest_vote_network where vote_id = v.id) as networks, key
        from contest_vote v where id = ${vote}::uuid`.execute(db)
  ).rows[0];

describe("a contest in public", () => {
  test("is what an editor opened: rules and rounds, no team, results once they are opened again and only while they stand", async () => {
    const { id, entries, page, opening } = await judging({ publish: false });
    expect((await tong.post("/publications", opening)).status).toBe(403);
    expect((await beside.post("/publications", opening)).status).toBe(404);
    const { path, version } = ok(await hanh.post("/publications", opening));
    expect(page).toBe("");
    const seen = async () => (await app.anonymous.fetch(path)).body as string;
    expect(await seen()).toContain("Mỗi đơn vị gửi ba bài.");
    expect((await app.anonymous.fetch("/hoi-thi")).body).toContain(path);
    expect((await app.anonymous.fetch(`/en${path}`)).body).toContain("No results published yet.");
    const lines = entries.map((entryId, n) => ({ entryId, points: 90 - n, goesOn: false, ...(n === 0 ? { prize: "Giải Nhất" } : {}) }));
    ok(await hanh.post(`/contests/${id}/results`, { version: 3, lines }));
    ok(
      await hanh.upload("/contest-papers", {
        contestId: id,
        file: new File([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])], "bb.png"),
      }),
    );
    ok(await hanh.post(`/contests/${id}/move`, { version: 4, act: "decide" }));
    expect(await seen()).not.toContain("Đường hoa");
    ok(await hanh.post("/publications", { ...opening, version }));
    expect(await seen()).toMatch(/Đường hoa[^]*Giải Nhất/);
    for (const inside of ["Bếp ăn", "Y Mai", "Lò Văn Dứa", "89", "90"])
      expect((await seen()).split("</style>").at(-1)).not.toContain(`>${inside}`);
    expect(await seen()).not.toContain("Y Mai");
    ok(await hanh.post(`/contests/${id}/move`, { version: 5, act: "correct", reason: "Ghi nhầm" }));
    expect(await seen(), "taken back inside, gone outside").not.toContain("Đường hoa");
    ok(
      await hanh.post(`/contests/${id}/results`, {
        version: 6,
        lines: lines.map((line, n) => ({ ...line, prize: n === 1 ? "Giải Nhất" : null })),
      }),
    );
    ok(await hanh.post(`/contests/${id}/move`, { version: 7, act: "decide" }));
    expect(await seen(), "other results than an editor saw are not shown").not.toMatch(/Đường hoa|Bếp ăn/);
  });
});

describe("a vote of the public", () => {
  test("is opened by an editor who may, for a public contest that is being judged, once", async () => {
    const hidden = await judging({ publish: false });
    expect((await hanh.post(`/contests/${hidden.id}/votes`, wish())).body.code).toBe("wrong_state");
    const { id, page } = await judging();
    expect((await app.anonymous.fetch(`${page}/binh-chon`)).status, "none unless opened").toBe(404);
    expect((await tong.post(`/contests/${id}/votes`, wish())).status).toBe(403);
    expect((await beside.post(`/contests/${id}/votes`, wish())).status).toBe(404);
    expect((await app.anonymous.post(`/contests/${id}/votes`, wish())).status).toBe(401);
    for (const wrong of [{ opensOn: "2026-11-10" }, { closesOn: "2026-11-10" }, { closesOn: "2027-11-10" }, { most: 3 }])
      expect((await hanh.post(`/contests/${id}/votes`, wish(wrong))).status, JSON.stringify(wrong)).toBe(400);
    const preview = await hanh.fetch(`/files/portal/vote-preview/${id}?round=1&most=2&opensOn=2026-11-11&closesOn=2026-11-20`);
    expect([preview.status, preview.body.includes("Phiên tòa giả định"), preview.body.includes("Y Mai")]).toEqual([200, true, false]);
    expect((await tong.fetch(`/files/portal/vote-preview/${id}?round=1&opensOn=2026-11-11&closesOn=2026-11-20`)).status).toBe(403);
    expect((await app.anonymous.fetch(`${page}/binh-chon`)).status, "a preview opens nothing").toBe(404);
    ok(await hanh.post(`/contests/${id}/votes`, wish()));
    expect((await hanh.post(`/contests/${id}/votes`, wish())).body.code).toBe("conflict");
    const acts = ok(await hanh.get("/audit/history", { kind: "contest", id }));
    expect(JSON.stringify(acts)).toContain("mở bình chọn của công chúng");
  });

  test("counts each browser once; what is wrong is said politely and may be tried again", async () => {
    const { path, entries, id, page } = await voting();
    const visitor = browser("192.0.2.1");
    const first = await visitor.open(path);
    expect([first.status, first.headers["cache-control"]]).toEqual([200, "private, no-store"]);
    expect(Buffer.byteLength(first.body)).toBeLessThan(20_000);
    expect((await visitor.vote(path, [])).body).toContain("Chưa chọn bài nào");
    expect((await visitor.vote(path, entries)).body).toContain("quá số bài");
    const wrong = await visitor.vote(path, entries.slice(0, 1), { sum: "99" });
    expect([wrong.status, wrong.body.includes("checked")]).toEqual([400, true]);
    expect((await visitor.vote(path, ["019a0000-0000-7000-8000-000000000000"])).body).toContain("không còn trong danh sách");
    expect((await visitor.vote(path, ["x'; drop table act; --"])).status).toBe(400);
    expect((await visitor.vote(path, entries.slice(0, 2))).body).toContain("Đã ghi nhận");
    const again = await visitor.vote(path, entries.slice(2));
    expect([again.status, again.body.includes("đã bình chọn ở vòng này rồi")]).toEqual([409, true]);
    // Somebody sets the mark in the cookie back: the ballot itself is used up.
    for (const [name, value] of visitor.cookies) visitor.cookies.set(name, value.replace(/1$/, "0"));
    expect((await visitor.vote(path, entries.slice(2))).status).toBe(409);
    expect((await visitor.open(`/en${path}`)).body).toContain("Your vote is counted");
    // Counts are nobody's before it is closed.
    expect(ok(await hanh.get(`/contests/${id}/votes`)).votes[0]).toMatchObject({ state: "open", result: null });
    expect((await app.anonymous.fetch(page)).body).not.toContain("Lượt chọn");
  });

  test("refuses forged and missing cookies, other sites, and more from one network than it was opened for", async () => {
    const { path, entries, vote } = await voting();
    const [one = ""] = entries;
    const forger = browser("192.0.2.2");
    await forger.open(path);
    const bare = browser("192.0.2.2");
    expect((await bare.vote(path, [one], { sum: "7" })).body).toContain("chưa giữ cookie");
    for (const [name] of forger.cookies) forger.cookies.set(name, `${"a".repeat(32)}.${"b".repeat(64)}.0`);
    expect((await forger.vote(path, [one])).body).toContain("không hợp lệ");
    expect((await rowsOf(vote.id))?.ballots).toBe(0);
    const foreign = await forger.vote(path, [one], { headers: { "sec-fetch-site": "cross-site" } });
    expect(foreign.status).toBe(403);
    for (let n = 0; n < 3; n++) {
      const pupil = browser("2001:db8:7:7::1");
      await pupil.open(path);
      expect((await pupil.vote(path, [one])).status).toBe(200);
    }
    const fourth = browser("2001:db8:7:7:1:2:3:4");
    await fourth.open(path);
    const crowded = await fourth.vote(path, [one]);
    expect([crowded.status, crowded.body.includes("Đã đủ số phiếu từ địa chỉ mạng này")]).toEqual([429, true]);
    const elsewhere = browser("192.0.2.9");
    await elsewhere.open(path);
    expect((await elsewhere.vote(path, [one])).status).toBe(200);
    expect(await rowsOf(vote.id)).toMatchObject({ ballots: 4, networks: 2 });
    const { rows } = await sql<{
      text: string;
    }>`select (select json_agg(b) from contest_ballot b)::text || (select json_agg(n) from contest_vote_network n)::text as text`.execute(
      db,
    );
    expect(rows[0]?.text).not.toMatch(/192\.0|2001:db8/);
  });

  test("closes with its last day or by an editor: then it is counted, and what told repeats is gone", async () => {
    const { path, page, entries, vote, id } = await voting({ mostPerNetwork: 50 });
    const [one = "", two = ""] = entries;
    const late = browser("192.0.2.30");
    await late.open(path);
    for (let n = 0; n < 6; n++) {
      const visitor = browser(`192.0.2.${40 + n}`);
      await visitor.open(path);
      expect((await visitor.vote(path, n < 5 ? [one] : [two])).status).toBe(200);
    }
    // An entry that was withdrawn can be voted for no more.
    await sql`update contest_entry set state = 'returned' where id = ${entries[2]}::uuid`.execute(db);
    expect((await late.vote(path, entries.slice(2))).body).toContain("không còn trong danh sách");
    at("2026-11-21", "00:00");
    expect((await late.vote(path, [one])).status).toBe(410);
    expect((await app.anonymous.fetch(page)).body).toContain("Đã hết hạn bình chọn");
    expect((await rowsOf(vote.id))?.ballots).toBe(6);
    await closeEndedVotes(app.services);
    expect(await rowsOf(vote.id)).toEqual({ ballots: 0, networks: 0, key: null });
    const shown = (await app.anonymous.fetch(page)).body as string;
    expect(shown).toMatch(/Đường hoa[^]*>5<[^]*/);
    expect(shown).toMatch(/dưới 5[^]*không xếp hạng|không xếp hạng[^]*dưới 5/);
    expect(shown).toContain("không dùng để xét giải");
    expect(ok(await hanh.get(`/contests/${id}/votes`)).votes[0]).toMatchObject({ state: "closed", closedBy: null, result: { ballots: 6 } });
    expect(
      ok(await hanh.get(`/contests/${id}`)).rounds[0].results.map(({ points }: any) => points),
      "never in the points",
    ).toEqual([null, null]);

    const early = await voting();
    expect((await tong.post(`/contest-votes/${early.vote.id}/close`, { version: 1, reason: "x" })).status).toBe(403);
    expect((await beside.post(`/contest-votes/${early.vote.id}/close`, { version: 1, reason: "x" })).status).toBe(404);
    const closed = ok(await hanh.post(`/contest-votes/${early.vote.id}/close`, { version: 1, reason: "Đủ rồi" }));
    expect(closed.votes[0]).toMatchObject({ state: "closed", closedBy: "Lê Thị Hạnh", closedReason: "Đủ rồi" });
    expect((await hanh.post(`/contest-votes/${early.vote.id}/close`, { version: 2, reason: "x" })).status).toBe(409);
    expect((await hanh.post(`/contests/${early.id}/votes`, wish())).body.code).toBe("conflict");
    // The contest's page is taken back: its vote goes with it.
    const gone = await voting();
    const row = ok(await hanh.post("/publications/preview", { kind: "contest", thingId: gone.id })).publication;
    ok(await hanh.post(`/publications/${row.id}/close`, { version: row.version, reason: "Sai" }));
    expect((await browser("192.0.2.60").open(gone.path)).status).toBe(404);
  });

  test("the public's role may cast a ballot and sign, and nothing else", async () => {
    const { portal } = app.services.databases;
    for (const statement of [
      "select key from contest_vote",
      "insert into contest_ballot values (uuidv7(), '')",
      "update contest_vote_entry set votes = 9",
      "select contest_vote_hash('', '', '')",
    ])
      await expect(sql.raw(statement).execute(portal), statement).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|25006)$/) });
    const { rows } = await sql<{ name: string }>`
      select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and has_function_privilege('kheo_portal', p.oid, 'execute')
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`.execute(portal);
    expect(rows.map(({ name }) => name)).toEqual(["portal_cast", "portal_seal", "vi_fold"]);
  });
});
