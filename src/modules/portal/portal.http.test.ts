import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import type { UnitId } from "../../kernel/ids.ts";

const app = await testApp({ at: "2026-03-16T09:00:00+07:00" });
const { db } = app;

let commune: UnitId;
/** Who edits what is public; who registers; the commune beside. */
let hanh: Person;
let dua: Person;
let tong: Person;

async function model(name: string, kind = "model", year = 2026): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into exemplar (kind, state, name, field, stream, lead_id, contents, registered_on, accepted_on, first_year, moved_on, typed_by, typed_at, created_at, updated_at)
    values (${kind}, 'accepted', ${name}, 'economy', 'new', ${commune}::int, '{"method": "Cùng làm."}', '2026-02-01', '2026-02-02', ${year}::int, '2026-02-02',
            ${dua.id}::uuid, ${commune}::int, now(), now()) returning id`.execute(db);
  return rows[0]?.id ?? "";
}

const nothing = { leftOut: [], pictures: [], consent: null };
const opening = (thingId: string, more: object = {}) => ({ kind: "exemplar", thingId, choice: nothing, reason: "Cách làm hay", ...more });

test("before anybody set it up, the bare address leads to the set-up", async () => {
  const { status, headers } = await app.anonymous.fetch("/");
  expect([status, headers["location"]]).toEqual([302, "/app/"]);
});

describe("once it is set up", () => {
  beforeAll(async () => {
    const province = await unit(db, { name: "tỉnh Tân Giang", kind: "province" });
    commune = await unit(db, { name: "xã Bình Lâm", kind: "commune", parentId: province });
    const beside = await unit(db, { name: "xã Hòa Phú", kind: "commune", parentId: province });
    hanh = await app.person({ name: "Lê Thị Hạnh", unit: province, role: "coordinator" });
    dua = await app.person({ name: "Lò Văn Dứa", unit: commune, role: "reporter" });
    tong = await app.person({ name: "Phạm Văn Tòng", unit: beside, role: "coordinator" });
  });

  test("the bare address is the portal, with a way to the staff application", async () => {
    const { status, body, headers } = await app.anonymous.fetch("/");
    expect(status).toBe(200);
    expect(body).toContain('<a class="staff" href="/app/">Dành cho cán bộ</a>');
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect((await app.anonymous.fetch("/khong-co")).status).toBe(404);
    expect((await app.anonymous.fetch("/api/khong-co")).headers["content-type"]).toContain("json");
  });

  test("the preview is the very page that the public gets", async () => {
    const id = await model("Đường hoa thôn Đoài");
    const preview = await hanh.fetch(`/files/portal/preview/exemplar/${id}`);
    expect(preview.status).toBe(200);
    expect((await app.anonymous.fetch("/mo-hinh/duong-hoa-thon-doai")).status).toBe(404);
    const opened = await hanh.post("/publications", opening(id));
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    const page = await app.anonymous.fetch(opened.body.path);
    const main = (body: string): string => body.slice(body.indexOf("<main"), body.indexOf("</main>"));
    expect(main(page.body)).toBe(main(preview.body));
    expect((await dua.fetch(`/files/portal/preview/exemplar/${id}`)).status).toBe(403);
    expect((await tong.fetch(`/files/portal/preview/exemplar/${id}`)).status).toBe(404);
  });

  test("two editors at once are told; a commune beside may not take it back", async () => {
    const id = await model("Tổ tự quản");
    const { body } = await hanh.post("/publications", opening(id));
    expect((await hanh.post("/publications", opening(id))).status).toBe(409);
    expect((await hanh.post("/publications", opening(id, { version: body.version, reason: "Sửa lời" }))).body.version).toBe(2);
    expect((await hanh.post(`/publications/${body.id}/close`, { version: 1, reason: "Sai" })).status).toBe(409);
    expect((await tong.post(`/publications/${body.id}/close`, { version: 2, reason: "Sai" })).status).toBe(404);
    expect((await hanh.post(`/publications/${body.id}/close`, { version: 2, reason: "Sai" })).body.state).toBe("closed");
    expect((await hanh.post(`/publications/${body.id}/close`, { version: 3, reason: "Sai" })).status).toBe(409);
    const again = await hanh.post("/publications", opening(id, { version: 3 }));
    expect(again.body.path).toBe(body.path);
    expect((await app.anonymous.fetch(body.path)).status).toBe(200);
  });

  test("statistics that are stated again keep the earlier statement, and give nothing back", async () => {
    const year = (n: number) => Promise.all(Array.from({ length: n }, (_, at) => model(`Công trình ${n} ${at}`, "works", 2025)));
    await year(9);
    for (const kind of ["group", "self-government"]) await model(`Một ${kind}`, kind, 2025);
    const unitId = hanh.actor.unitId;
    const thing = { kind: "statistics", thingId: `${unitId}-2025`, choice: nothing, reason: "Cuối năm" };
    const first = await hanh.post("/publications", thing);
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    await Promise.all(Array.from({ length: 6 }, (_, at) => model(`Tập thể ${at}`, "group", 2025)));
    await hanh.post("/publications", { ...thing, version: first.body.version });
    const csv = (await app.anonymous.fetch("/du-lieu/so-lieu.csv")).body as string;
    expect(csv).toMatch(/2025,kind,group,new,,/);
    expect(csv).not.toMatch(/,[1-4],\d{4}-/);
    const old = await app.anonymous.fetch(`${first.body.path}?lan=1`);
    expect(old.body).toContain("đã có bản mới hơn");
    expect((await app.anonymous.fetch(`${first.body.path}?lan=7`)).status).toBe(404);
  });

  test("an empty month is on the editor's desk, once a calendar is kept", async () => {
    const cards = async () => {
      const { body } = await hanh.get("/desk");
      return body.waiting.cards.filter(({ kind }: { kind: string }) => kind === "story-month").map(({ title }: { title: string }) => title);
    };
    expect(await cards()).toEqual([]);
    const story = await hanh.post("/stories", { exemplarId: await model("Nhà sạch"), month: "2026-03-14" });
    expect(story.body.body).toContain("Cùng làm.");
    expect(await cards()).toEqual(["Tháng 4/2026 chưa có bài giới thiệu mô hình"]);
    expect((await hanh.get("/stories/calendar", { year: 2026 })).body.months[2].stories).toHaveLength(1);
    expect((await hanh.fetch(`/files/portal/stories/${story.body.id}.docx`)).raw.subarray(0, 2).toString()).toBe("PK");
    expect((await tong.get(`/stories/${story.body.id}`)).status).toBe(404);
  });

  test("codes cannot be tried at will", async () => {
    const stranger = app.visitor(null);
    for (let n = 0; n < 30; n++) expect((await stranger.fetch(`/xac-minh/AAAAA-BBBBB-${n}`)).status).toBe(200);
    const refused = await stranger.fetch("/xac-minh/AAAAA-BBBBB-CCCCC");
    expect(refused.status).toBe(429);
    expect(refused.body).toContain("Hãy chờ một phút");
  });
});
