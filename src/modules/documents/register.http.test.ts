import { beforeAll, describe, expect, test } from "vitest";
import { testApp, type Person } from "../../../test/support/app.ts";
import { unit } from "../../../test/support/units.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { markEarlierDocuments } from "./jobs.ts";
import { markRegister } from "./service/marking.ts";
import type { Chain, ComparedItem, ReviewProposal, WantedDocument } from "./contract.ts";

const app = await testApp();

type Wish = { number: string; date?: [number, number, number]; type?: string; subject?: string; basis: string; clauses?: string[] };

/** A short plan of the fictional province that stands on `basis`. */
const paper = ({
  number,
  date = [5, 1, 2026],
  type = "KẾ HOẠCH",
  subject = "Thực hiện phong trào thi đua Dân vận khéo",
  basis,
  clauses = [],
}: Wish) => `ỦY BAN MTTQ VIỆT NAM
TỈNH TÂN GIANG
BAN THƯỜNG TRỰC

Số: ${number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Tân Giang, ngày ${String(date[0]).padStart(2, "0")} tháng ${String(date[1]).padStart(2, "0")} năm ${date[2]}

${type}
${subject}

Thực hiện ${basis}, Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh xây dựng Kế hoạch như sau:

I. NỘI DUNG
${["Ủy ban MTTQ Việt Nam các xã, phường tuyên truyền, vận động Nhân dân thực hiện phong trào.", ...clauses].map((clause, at) => `${at + 1}. ${clause}`).join("\n")}

Nơi nhận:
- Lưu: VP.
TM. BAN THƯỜNG TRỰC
PHÓ CHỦ TỊCH

Lê Thị Hạnh
`;

const directive = "Chỉ thị số 18-CT/TU ngày 12/5/2016 của Ban Thường vụ Tỉnh ủy Tân Giang";
const sameOtherDate = "Chỉ thị số 18-CT/TU ngày 20/6/2021 của Ban Thường vụ Tỉnh ủy Tân Giang";
const provincePlan = "Kế hoạch số 31/KH-MTTQ-BTT ngày 05/01/2026 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Tân Giang";

let front: UnitId;
let hanh: Person;
let tong: Person;
let clerk: Person;
let province: string;
let commune: string;

async function upload(by: Person, wish: Wish): Promise<string> {
  const { body } = await by.upload("/documents", { file: new File([paper(wish)], "van-ban.txt", { type: "text/plain" }) });
  await app.runJobs();
  return body.document.id as string;
}
const open = async (by: Person, id: string) => {
  const { version } = (await by.get(`/documents/${id}`)).body;
  expect((await by.patch(`/documents/${id}`, { version, audience: "installation" })).status).toBe(200);
};
const chain = async (by: Person, asked: Record<string, string>): Promise<Chain> => {
  const { status, body } = await by.get("/register/chain", asked);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as Chain;
};
const directiveAsked = { number: "18-CT/TU", date: "2016-05-12" };

beforeAll(async () => {
  const area = await unit(app.db, { name: "tỉnh Tân Giang", kind: "province" });
  front = await unit(app.db, { name: "Ủy ban MTTQ Việt Nam tỉnh Tân Giang", kind: "front", parentId: area });
  const place = await unit(app.db, { name: "xã Bình Lâm", kind: "commune", parentId: area });
  const communeFront = await unit(app.db, { name: "Ủy ban MTTQ Việt Nam xã Bình Lâm", kind: "front", parentId: place });
  hanh = await app.person({ name: "Lê Thị Hạnh", unit: front, role: "coordinator" });
  clerk = await app.person({ name: "Đỗ Quốc Bảo", unit: front, role: "clerk" });
  tong = await app.person({ name: "Phạm Văn Tòng", unit: communeFront, role: "coordinator" });
  province = await upload(hanh, { number: "31/KH-MTTQ-BTT", basis: directive });
  await upload(hanh, { number: "32/KH-MTTQ-BTT", basis: sameOtherDate });
  commune = await upload(tong, { number: "07/KH-MTTQ-BTT", date: [20, 1, 2026], basis: provincePlan });
});

describe("who carries out what", () => {
  test("a document that nobody registered has its page: who cites it, over how many levels", async () => {
    await open(tong, commune);
    const seen = await chain(hanh, directiveAsked);
    expect(seen.subject).toMatchObject({ number: "18-CT/TU", date: "2016-05-12", type: "Chỉ thị", copy: null, citedBy: 1 });
    expect(seen.carriedOutBy.map(({ copy, level }) => [copy?.id, level])).toEqual([
      [province, 1],
      [commune, 2],
    ]);
    expect(seen.carriedOutBy[0]?.through).toMatchObject([{ document: province, line: expect.any(Number) }]);
    expect(seen.units.reduce((sum, { documents }) => sum + documents, 0)).toBe(2);
    // The same number with another date is another document, told beside and not mixed in.
    expect(seen.sameNumber).toMatchObject([{ number: "18-CT/TU", date: "2021-06-20" }]);
    expect(seen.milestones.map(({ day }) => day)).toContain("2026-05-12");
  });

  test("however the number is typed", async () => {
    expect((await chain(hanh, { number: "018 – ct/tu", date: "2016-05-12" })).subject.node).toBe("18-ct/tu@2016-05-12");
  });

  test("a registered document shows the chain both ways", async () => {
    const seen = await chain(hanh, { document: province });
    expect(seen.copies.map(({ id }) => id)).toEqual([province]);
    expect(seen.carriedOutBy.map(({ copy }) => copy?.id)).toEqual([commune]);
    expect(seen.standsOn.map(({ node }) => node)).toEqual(["18-ct/tu@2016-05-12"]);
    const below = await chain(tong, { document: commune });
    // The province's plan is not theirs to read: it is named as their own plan prints it, and nothing of what it says follows.
    expect(below.standsOn).toMatchObject([{ number: "31/KH-MTTQ-BTT", copy: null, level: 1 }]);
    expect(below.standsOn).toHaveLength(1);
  });

  test("what may not be read is named and counted nowhere", async () => {
    const { body, status } = await tong.get("/register/chain", directiveAsked);
    expect([status, body.code]).toEqual([404, "not_found"]);
    expect((await tong.get("/register/chain", { document: province })).status).toBe(404);
    const secretly = await upload(tong, { number: "08/KH-MTTQ-BTT", date: [21, 1, 2026], basis: directive });
    const mine = await chain(tong, directiveAsked);
    expect(mine.subject.citedBy).toBe(1);
    expect(mine.carriedOutBy.map(({ copy }) => copy?.id)).toEqual([secretly]);
    expect((await chain(hanh, directiveAsked)).carriedOutBy.map(({ copy }) => copy?.id)).not.toContain(secretly);
  });

  test("once it is registered the citations connect by themselves", async () => {
    const registered = await upload(hanh, {
      number: "18-CT/TU",
      date: [12, 5, 2016],
      type: "CHỈ THỊ",
      subject: "Về tăng cường công tác dân vận",
      basis: "Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương",
    });
    const seen = await chain(hanh, directiveAsked);
    expect(seen.copies.map(({ id }) => id)).toEqual([registered]);
    expect(seen.carriedOutBy.map(({ copy }) => copy?.id)).toEqual([province, commune]);
    expect((await chain(hanh, { document: commune })).standsOn.map(({ number, level }) => [number, level])).toEqual([
      ["31/KH-MTTQ-BTT", 1],
      ["18-CT/TU", 2],
      ["25-NQ/TW", 3],
    ]);
    const wanted: WantedDocument[] = (await hanh.get("/register/wanted")).body.items;
    expect(wanted.map(({ node }) => node)).not.toContain("18-ct/tu@2016-05-12");
  });

  test("strangers and bad questions are refused", async () => {
    expect((await app.anonymous.get("/register/chain", directiveAsked)).status).toBe(401);
    for (const bad of [{}, { number: "1/KH", document: province }, { number: "1/KH", date: "hôm qua" }, { document: "x" }])
      expect((await hanh.get("/register/chain", bad)).status).toBe(400);
    expect((await hanh.get("/register/chain", { number: "không số" })).status).toBe(404);
  });
});

describe("a law that is cited by its title alone", () => {
  const law = { title: "Luật Phòng thủ dân sự" };
  let full: string;
  let short: string;

  test("is one node however it is written, and stands among those to be registered", async () => {
    full = await upload(hanh, { number: "41/KH-MTTQ-BTT", basis: "Luật Phòng thủ dân sự" });
    short = await upload(hanh, { number: "42/KH-MTTQ-BTT", basis: `${provincePlan}, Luật PTDS` });
    const seen = await chain(hanh, { title: "Luật Phòng Thủ Dân Sự" });
    expect(seen.subject).toMatchObject({ number: null, title: law.title, copy: null, citedBy: 2 });
    expect(new Set(seen.carriedOutBy.map(({ copy }) => copy?.id))).toEqual(new Set([full, short]));
    const wanted = (await hanh.get("/register/wanted")).body.items as WantedDocument[];
    expect(wanted.filter(({ title }) => title?.startsWith("Luật P"))).toMatchObject([{ title: law.title, citedBy: 2 }]);
    expect((await tong.get("/register/chain", law)).status).toBe(404);
    expect((await hanh.get("/register/chain", { title: "Điều lệ Mặt trận" })).status).toBe(404);
    expect((await hanh.get("/register/chain", { ...law, number: "1/KH" })).status).toBe(400);
    expect((await app.anonymous.get("/register/chain", law)).status).toBe(401);
  });

  test("once it is registered the citations are its own; a second one of that title leaves open which is meant", async () => {
    const registered = await upload(hanh, {
      number: "18/2023/QH15",
      date: [20, 6, 2023],
      type: "LUẬT",
      subject: "PHÒNG THỦ DÂN SỰ",
      basis: "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
    });
    const seen = await chain(hanh, { document: registered });
    expect(new Set(seen.carriedOutBy.map(({ copy }) => copy?.id))).toEqual(new Set([full, short]));
    expect(seen.subject.citedBy).toBe(2);
    expect((await chain(hanh, law)).subject.copy?.id).toBe(registered);
    expect((await chain(hanh, { document: full })).standsOn.map(({ copy }) => copy?.id)).toContain(registered);
    const { carriesOut } = (await hanh.get(`/documents/${full}/citations`)).body;
    expect(carriesOut).toMatchObject([{ title: law.title, inGraph: true, document: { id: registered } }]);
    const { carriedOutBy } = (await hanh.get(`/documents/${registered}/citations`)).body;
    expect(new Set(carriedOutBy.map(({ id }: { id: string }) => id))).toEqual(new Set([full, short]));
    const wanted = async () => ((await hanh.get("/register/wanted")).body.items as WantedDocument[]).map(({ title }) => title);
    expect(await wanted()).not.toContain(law.title);

    await upload(hanh, { number: "99/2025/QH15", date: [20, 6, 2025], type: "LUẬT", subject: "PHÒNG THỦ DÂN SỰ", basis: "Hiến pháp" });
    expect((await chain(hanh, { document: registered })).carriedOutBy).toEqual([]);
    expect((await chain(hanh, law)).carriedOutBy).toHaveLength(2);
    expect(await wanted()).not.toContain(law.title);
  });

  test("documents read before the graph knew of it are marked by a job that can be run again", async () => {
    const ended = { number: "70/QĐ-MTTQ", date: "2019-03-01" };
    const id = await upload(hanh, {
      number: "71/KH-MTTQ-BTT",
      basis: "Luật Dân quân tự vệ",
      clauses: ["Kế hoạch này thay thế Quyết định số 70/QĐ-MTTQ ngày 01/3/2019 của Ban Thường trực."],
    });
    // As the version before left it.
    await app.db.deleteFrom("document_ending").where("document_id", "=", id).execute();
    await app.db.updateTable("document_item").set({ law_key: null }).where("document_id", "=", id).execute();
    await app.db.updateTable("document_text").set({ marks: 0 }).where("document_id", "=", id).execute();
    const items = async () => (await hanh.get(`/documents/${id}/items`)).body.items;
    const before = await items();
    expect((await chain(hanh, ended)).endedBy).toEqual([]);
    expect((await hanh.get("/register/chain", { title: "Luật Dân quân tự vệ" })).status).toBe(404);

    for (const run of ["first", "again"]) {
      await markEarlierDocuments(app.services);
      await app.runJobs();
      expect((await chain(hanh, ended)).endedBy, run).toMatchObject([{ how: "replaced", document: { id } }]);
      expect((await chain(hanh, { title: "Luật Dân quân tự vệ" })).carriedOutBy.map(({ copy }) => copy?.id)).toEqual([id]);
    }
    expect(await markRegister(app.db)).toBe(0);
    // Nobody's work is touched: not even a version is raised.
    expect(await items()).toEqual(before);
  });
});

describe("documents to be registered", () => {
  test("the most cited first, with who cites them; set aside by one click and taken back", async () => {
    await upload(hanh, { number: "33/KH-MTTQ-BTT", basis: sameOtherDate });
    const list = async (more = {}): Promise<WantedDocument[]> => (await hanh.get("/register/wanted", more)).body.items;
    const [first] = await list();
    expect(first).toMatchObject({ number: "18-CT/TU", date: "2021-06-20", citedBy: 2, copy: null });
    expect(first?.citers.map(({ number }) => number).toSorted()).toEqual(["32/KH-MTTQ-BTT", "33/KH-MTTQ-BTT"]);
    expect((await list({ least: 2 })).every(({ citedBy }) => citedBy >= 2)).toBe(true);
    const proposal = `cited|${first?.node}`;
    expect((await hanh.post("/register/set-aside", { proposal, aside: true })).status).toBe(200);
    expect((await list()).map(({ node }) => node)).not.toContain(first?.node);
    expect((await list({ aside: true })).map(({ node }) => node)).toEqual([first?.node]);
    // Of no consequence for another unit.
    await hanh.post("/register/set-aside", { proposal, aside: false });
    expect((await list())[0]?.node).toBe(first?.node);
    expect((await clerk.post("/register/set-aside", { proposal, aside: true })).status).toBe(403);
    expect((await app.anonymous.post("/register/set-aside", { proposal, aside: true })).status).toBe(401);
    expect((await hanh.post("/register/set-aside", { proposal: "", aside: true })).status).toBe(400);
    expect((await app.anonymous.get("/register/wanted")).status).toBe(401);
    expect((await hanh.get("/register/wanted", { least: 0 })).status).toBe(400);
  });
});

describe("reviews that fall due", () => {
  const due = async (by: Person, year: number): Promise<ReviewProposal[]> =>
    (await by.get("/register/reviews-due", { year: String(year) })).body.items;

  test("from the date and the interval, and from what a plan orders, with the basis", async () => {
    const id = await upload(hanh, {
      number: "34/KH-MTTQ-BTT",
      basis: "Nghị quyết số 11-NQ/TU ngày 09/9/2016 của Ban Chấp hành Đảng bộ tỉnh",
      clauses: [
        "Tham mưu tổ chức sơ kết 3 năm, tổng kết 5 năm thực hiện Nghị quyết số 11-NQ/TU ngày 09/9/2016 của Ban Chấp hành Đảng bộ tỉnh.",
      ],
    });
    const before = (await due(hanh, 2026)).find(({ of }) => of?.number === "11-NQ/TU");
    expect(before).toMatchObject({
      occasion: "final",
      years: 10,
      day: "2026-09-09",
      bases: [{ how: "interval", from: "2016-09-09", years: 10 }],
    });
    expect((await due(hanh, 2019)).find(({ of }) => of?.number === "11-NQ/TU")?.bases).toMatchObject([{ how: "interval" }]);
    await hanh.post(`/documents/${id}/items/accept-confident`, { threshold: 0 });
    const ordered = (await due(hanh, 2019)).find(({ of }) => of?.number === "11-NQ/TU");
    expect(ordered).toMatchObject({ occasion: "review", years: 3, day: "2019-09-09" });
    expect(ordered?.bases).toMatchObject([
      { how: "ordered", document: { id }, words: expect.stringContaining("sơ kết 3 năm") },
      { how: "interval" },
    ]);
  });

  test("what another document replaced is no longer proposed, and its page says by which words", async () => {
    const old = { number: "40/QĐ-MTTQ", date: "2016-03-01" };
    await upload(hanh, { number: "35/KH-MTTQ-BTT", basis: "Quyết định số 40/QĐ-MTTQ ngày 01/3/2016 của Ban Thường trực" });
    expect((await due(hanh, 2026)).some(({ of }) => of?.number === "40/QĐ-MTTQ")).toBe(true);
    await upload(hanh, {
      number: "36/KH-MTTQ-BTT",
      basis: sameOtherDate,
      clauses: ["Kế hoạch này thay thế Quyết định số 40/QĐ-MTTQ ngày 01/3/2016 của Ban Thường trực."],
    });
    expect((await due(hanh, 2026)).some(({ of }) => of?.number === "40/QĐ-MTTQ")).toBe(false);
    const seen = await chain(hanh, old);
    expect(seen.endedBy).toMatchObject([{ how: "replaced", document: { number: "36/KH-MTTQ-BTT" } }]);
    expect(seen.milestones).toEqual([]);
    // Who replaces it does not carry it out.
    expect(seen.carriedOutBy.map(({ number }) => number)).toEqual(["35/KH-MTTQ-BTT"]);
  });

  test("set aside it stays aside; others see nothing of what they may not read", async () => {
    const [first] = await due(hanh, 2026);
    if (!first) throw new Error("nothing falls due");
    await hanh.post("/register/set-aside", { proposal: first.key, aside: true });
    expect((await due(hanh, 2026)).find(({ key }) => key === first.key)?.aside).toBe(true);
    expect((await due(tong, 2026)).some(({ of }) => of?.number === "11-NQ/TU")).toBe(false);
    expect((await app.anonymous.get("/register/reviews-due", { year: "2026" })).status).toBe(401);
    expect((await hanh.get("/register/reviews-due", { year: "sang năm" })).status).toBe(400);
  });
});

describe("two versions of a plan", () => {
  const clauses = [
    "Giao Văn phòng cơ quan Ủy ban MTTQ Việt Nam tỉnh chủ trì tham mưu tổ chức hội nghị triển khai kế hoạch trước ngày 15/3/2026.",
    "Giao Ban Phong trào chủ trì hướng dẫn xây dựng mô hình ở khu dân cư.",
    "Giao Ban Dân chủ chủ trì tổ chức giám sát việc thực hiện phong trào tại các xã, phường.",
  ];

  test("item by item: the same in another order, changed, new, gone", async () => {
    const one = await upload(hanh, { number: "50/KH-MTTQ-BTT", basis: directive, clauses });
    const other = await upload(hanh, {
      number: "51/KH-MTTQ-BTT",
      basis: directive,
      clauses: [
        clauses[1] ?? "",
        (clauses[0] ?? "").replace("15/3/2026", "30/4/2026"),
        "Giao Ban Tổ chức chủ trì tổng hợp thi đua, khen thưởng hằng quý.",
      ],
    });
    const { status, body } = await hanh.get("/register/comparison", { one, other });
    expect(status).toBe(200);
    const tasks = (body.items as ComparedItem[]).filter(({ kind }) => kind === "task");
    const of = (words: string) => tasks.find((item) => (item.one?.text ?? item.other?.text)?.includes(words));
    expect(of("mô hình")?.how).toBe("same");
    expect(of("hội nghị triển khai")).toMatchObject({ how: "changed" });
    expect(of("hội nghị triển khai")?.differences.map(({ field }) => field)).toContain("due");
    expect(of("hội nghị triển khai")?.words).toContainEqual({ how: "new", text: expect.stringContaining("30/4/2026") });
    expect(of("giám sát")?.how).toBe("gone");
    expect(of("khen thưởng")?.how).toBe("new");
    expect((await hanh.get("/register/comparison", { one, other: one })).status).toBe(400);
    expect((await hanh.get("/register/comparison", { one })).status).toBe(400);
    expect((await tong.get("/register/comparison", { one, other })).status).toBe(404);
    expect((await app.anonymous.get("/register/comparison", { one, other })).status).toBe(401);
  });

  test("an amended plan: what moved, another day, another lead, one made two, dropped and added are each told as such", async () => {
    const one = await upload(hanh, {
      number: "60/KH-MTTQ-BTT",
      basis: directive,
      clauses: [
        "Mỗi khu dân cư có ít nhất 01 mô hình “Dân vận khéo”.",
        "Ban Phong trào hướng dẫn các xã, phường đăng ký mô hình “Dân vận khéo”, hoàn thành trước ngày 15/3/2026.",
        "Ban Dân chủ - Pháp luật chủ trì giám sát việc thực hiện Quy chế dân chủ tại 10 xã, phường.",
        "Văn phòng tham mưu tổ chức hội nghị sơ kết phong trào và biên soạn tài liệu hỏi đáp về công tác dân vận.",
        "Ủy ban MTTQ Việt Nam các xã, phường tổ chức đối thoại với Nhân dân ít nhất 01 lần trong năm.",
        "Ban Tổ chức - Tuyên giáo mở chuyên mục về gương người tốt, việc tốt trên trang thông tin điện tử.",
      ],
    });
    const other = await upload(hanh, {
      number: "61/KH-MTTQ-BTT",
      date: [20, 3, 2026],
      basis: directive,
      clauses: [
        "Ủy ban MTTQ Việt Nam các xã, phường tổ chức đối thoại với Nhân dân ít nhất 01 lần trong năm.",
        "Mỗi khu dân cư có ít nhất 02 mô hình “Dân vận khéo”.",
        "Ban Phong trào hướng dẫn các xã, phường đăng ký mô hình “Dân vận khéo”, hoàn thành trước ngày 30/4/2026.",
        "Ban Phong trào chủ trì giám sát việc thực hiện Quy chế dân chủ tại 10 xã, phường.",
        "Văn phòng tham mưu tổ chức hội nghị sơ kết phong trào.",
        "Văn phòng biên soạn tài liệu hỏi đáp về công tác dân vận.",
        "Hội Liên hiệp Phụ nữ tỉnh vận động hội viên thu gom rác thải nhựa tại các chợ.",
      ],
    });
    const { body } = await hanh.get("/register/comparison", { one, other });
    const told = (kind: string) =>
      (body.items as ComparedItem[])
        .filter((item) => item.kind === kind && item.how !== "same")
        .map(({ how, differences, parts, one: before, other: after }) => [
          how,
          (before ?? after)?.text.slice(0, 24),
          ...differences.map(({ field }) => field),
          ...parts.map(({ text }) => text.slice(0, 20)),
        ]);
    expect(told("task")).toEqual([
      ["moved", "Ủy ban MTTQ Việt Nam các"],
      ["changed", "Mỗi khu dân cư có ít nhấ", "words"],
      ["changed", "Ban Phong trào hướng dẫn", "words", "due"],
      ["changed", "Ban Dân chủ - Pháp luật ", "words", "lead"],
      ["split", "Văn phòng tham mưu tổ ch", "Văn phòng tham mưu t", "Văn phòng biên soạn "],
      ["gone", "Ban Tổ chức - Tuyên giáo"],
      ["new", "Hội Liên hiệp Phụ nữ tỉn"],
    ]);
    expect(told("target")).toContainEqual(["changed", "mô hình “Dân vận khéo”", "value"]);
    expect(told("header").map(([how, text]) => [how, text])).toEqual([
      ["changed", "60/KH-MTTQ-BTT"],
      ["changed", "2026-01-05"],
    ]);
    expect(body.counts).toMatchObject({ split: 1, joined: 0, new: 1 });
    // From the later to the earlier what was split is joined.
    const back = (await hanh.get("/register/comparison", { one: other, other: one })).body.items as ComparedItem[];
    expect(back.find(({ how }) => how === "joined")?.parts).toHaveLength(2);
  });

  test("a text read again is compared with the reading before", async () => {
    const id = await upload(hanh, { number: "52/KH-MTTQ-BTT", basis: directive, clauses });
    const once = await hanh.get(`/documents/${id}/readings`);
    expect([once.status, once.body]).toEqual([200, null]);
    await app.db.updateTable("document").set({ compiler: "0" }).where("id", "=", id).execute();
    const { version } = (await hanh.get(`/documents/${id}`)).body;
    await hanh.post(`/documents/${id}/read-again`, { version });
    await app.runJobs();
    const { body } = await hanh.get(`/documents/${id}/readings`);
    expect(body).toMatchObject({ one: { reading: "0" }, counts: { changed: 0, new: 0, gone: 0 } });
    expect(body.counts.same).toBeGreaterThan(3);
    expect((await tong.get(`/documents/${id}/readings`)).status).toBe(404);
  });
});
