import type { ExemplarId } from "../../kernel/ids.ts";
import { addDays, vietnamDate, type CalendarDate } from "../../kernel/time/index.ts";
import { transaction } from "../../platform/database/index.ts";
import type { Services } from "../../platform/services.ts";
import {
  acceptExemplar,
  addEvent,
  addReading,
  addStudy,
  copyExemplar,
  editExemplar,
  readExemplar,
  registerExemplar,
  writeLesson,
} from "../exemplars/index.ts";
import { actorByLogin } from "../identity/index.ts";
import { openPublication, rewriteStory, writeStory } from "../portal/index.ts";
import { passAll } from "./modelling.ts";
import { mustHave } from "./must-have.ts";
import { hasCopies, openedExemplars, typistsOf } from "./store.ts";

type Follower = {
  login: string;
  place: string;
  commune: string;
  adapted: string;
  begun: number;
  share: number;
  people: number;
  home: string;
};

/** Who came to see and took it home, how many days ago, and how far it has come of what was meant. */
const followers: Follower[] = [
  {
    login: "mai.demo",
    place: "Buôn Mlăng A",
    commune: "xã Ea Mlăng",
    adapted: "Họp bằng hai thứ tiếng, già làng mở đầu; giao theo nhóm liền nhà vì nhà ở thưa, không theo ngõ.",
    begun: 210,
    share: 0.9,
    people: 14,
    home: "Cách ghi sổ từng hộ và công khai hằng tháng.",
  },
  {
    login: "phuoc.demo",
    place: "Thôn Sơn Bắc",
    commune: "xã Sơn Hòa",
    adapted: "Làm gọn trong hai thôn trước, dùng quỹ chi hội thay cho vận động từng nhà.",
    begun: 160,
    share: 0.6,
    people: 9,
    home: "Mỗi nhóm mười nhà có một người giữ nếp.",
  },
  {
    login: "ngoc.demo",
    place: "Thôn Thác Dưới",
    commune: "xã Thác Bạc",
    adapted: "Đường dốc nên chia thành ba đoạn, mỗi đoạn một tổ tự quản nhận.",
    begun: 120,
    share: 0.4,
    people: 11,
    home: "Bàn với dân trước khi chia phần việc.",
  },
  {
    login: "thang.demo",
    place: "Tổ dân phố số 2",
    commune: "phường Đông Kinh Nam",
    adapted: "Ở phố, bà con đi làm cả ngày nên chuyển sang tối thứ sáu, nhắc qua nhóm của tổ dân phố.",
    begun: 75,
    share: 0.2,
    people: 16,
    home: "Ra mắt gọn, không tổ chức lễ.",
  },
];

/** How many models are followed elsewhere: the first by all but the last two followers, the next ones by one each. */
const followed = 3;
const copiesInPublic = 3;

const on = (services: Services, day: CalendarDate): Services => ({ ...services, clock: () => new Date(`${day}T09:30:00+07:00`) });

/** What became of good examples: visits, copies with what was adapted and how far they came, lessons, stories month by month. Once. */
export function spreadAndTell(services: Services): Promise<void> {
  return transaction(services.db, async (db) => {
    const within: Services = { ...services, db };
    const shown = await openedExemplars(db);
    if (shown.length === 0 || (await hasCopies(db))) return;
    const originals = shown.slice(0, followed);
    const pairs = followers.map((follower, at) => ({ follower, original: mustHave(originals[Math.max(0, at - 1) % originals.length]) }));
    for (const original of originals) await teach(within, original);
    const copies: string[] = [];
    for (const { follower, original } of pairs) copies.push(...(await follow(within, original, follower)));
    // Who follows is public only once an editor opens it too: those that have come far enough to be looked at.
    for (const copy of copies.slice(0, copiesInPublic)) await openCopy(within, copy);
    await tellStories(within, shown);
  });
}

async function teach(services: Services, original: string): Promise<void> {
  const login = (await typistsOf(services.db, [original])).get(original);
  if (!login) return;
  const by = await actorByLogin(services.db, login, services.clock());
  await writeLesson(services, by, {
    id: original as ExemplarId,
    version: 0,
    story:
      "Năm đầu chỉ có vài nhà làm. Trưởng ban công tác đến từng nhà, không nói nhiều, làm trước để bà con thấy; sang tháng thứ ba thì cả khu cùng làm.",
    steps:
      "Họp khu dân cư chọn một việc.\nChia nhóm liền nhà, mỗi nhóm cử một người.\nLàm thử một tháng, đếm lại.\nSửa cách chia, ghi vào quy ước.\nCông khai kết quả ở nhà văn hóa.",
    helped: "Có người giữ nếp ở từng nhóm; việc nhỏ, làm đều; chi ủy nhắc trong sinh hoạt hằng tháng.",
    hindered: "Mùa vụ bận nên có tháng phải lùi; ban đầu chia theo ngõ dài nên khó nhắc nhau.",
    cost: "khoảng 12 triệu",
    costNote: "Chủ yếu là ngày công; tiền mua dụng cụ lần đầu.",
    contact: "Liên hệ qua Ủy ban Mặt trận xã, giờ hành chính.",
  });
}

/** "Ngõ không rác thôn Đoài" without where it is. */
const nameAlone = (name: string): string => name.replace(/,? (?:(?:ở|tại) .*|(?:thôn|buôn|tổ dân phố) [^,]*)$/u, "");

async function openCopy(services: Services, copy: string): Promise<void> {
  await openPublication({ ...services, sources: [] }, await actorByLogin(services.db, "hanh.demo", services.clock()), {
    kind: "exemplar",
    thingId: copy,
    reason: "Nơi làm theo đã có kết quả, bà con muốn biết.",
    choice: { leftOut: [], pictures: [], consent: null },
  });
}

/** The copy; nothing where the follower leads the original itself. */
async function follow(services: Services, original: string, follower: Follower): Promise<ExemplarId[]> {
  const today = vietnamDate(services.clock());
  const day = (after: number): CalendarDate => addDays(today, after - follower.begun);
  const by = await actorByLogin(services.db, follower.login, services.clock());
  const source = await readExemplar(services.db, by, original as ExemplarId);
  if (source.lead.id === by.unitId) return [];
  await addStudy(on(services, day(0)), by, {
    id: original as ExemplarId,
    onDate: day(-6),
    people: follower.people,
    tookHome: follower.home,
  });
  const [goal] = source.goals;
  const { id } = await copyExemplar(on(services, day(0)), by, {
    id: original as ExemplarId,
    name: `${nameAlone(source.name)} ${follower.place.charAt(0).toLowerCase()}${follower.place.slice(1)}`,
    adapted: follower.adapted,
    goals: goal ? [{ name: goal.name, unit: goal.unit, baseline: goal.baseline, goal: goal.goal }] : [],
  });
  const copy = id as ExemplarId;
  const written = await editExemplar(on(services, day(1)), by, {
    id: copy,
    version: (await readExemplar(services.db, by, copy)).version,
    place: `${follower.place}, ${follower.commune}`,
    contents: {
      situation: `Sau buổi đến xem nơi đã làm, ${follower.place} thấy hợp với chỗ mình: việc giống nhau, cách chia nhóm phải khác.`,
      goals: "Mọi nhà trong khu dân cư tham gia; giữ được nếp sau sáu tháng.",
      area: `${follower.place}, ${follower.commune}.`,
    },
  });
  const sent = await registerExemplar(on(services, day(3)), by, { id: copy, version: written.version });
  const hanh = await actorByLogin(services.db, "hanh.demo", services.clock());
  await acceptExemplar(on(services, day(9)), hanh, { id: copy, version: sent.version });
  const event = (after: number, kind: "survey" | "plan" | "assign" | "communicate" | "launch", text: string) =>
    addEvent(on(services, day(after)), by, { id: copy, kind, text, onDate: day(after), details: {}, documents: [], findings: [] });
  await event(15, "survey", "Đi từng nhà hỏi việc gì làm được ngay.");
  await passAll(on(services, day(18)), by, copy);
  await event(20, "plan", "Họp thống nhất cách chia nhóm, học theo nơi đã làm.");
  await event(21, "assign", "Mỗi nhóm cử một người giữ nếp.");
  await event(23, "communicate", "Kể lại chuyến đi học trong buổi sinh hoạt, phát thanh hai buổi.");
  await event(30, "launch", "Ra mắt gọn trong buổi sinh hoạt khu dân cư.");
  await passAll(on(services, day(31)), by, copy);
  if (!goal) return [copy];
  const target = mustHave((await readExemplar(services.db, by, copy)).goals[0]);
  const from = Number(goal.baseline ?? 0);
  for (const [after, share] of [
    [45, follower.share / 2],
    [70, follower.share],
  ] as const)
    await addReading(on(services, day(after)), by, {
      id: copy,
      goalId: target.id,
      onDate: day(after),
      value: String(from + Math.round((Number(goal.goal) - from) * share)),
      note: "Trưởng nhóm đếm.",
    });
  return [copy];
}

/** Months from this one: what is done lies behind, next month is still empty and the desk says so. */
const months = [-4, -3, -2, -1, 0, 2] as const;

const leads = [
  "Một việc nhỏ, bàn trước với dân, làm đều mỗi tuần: chuyện ở một khu dân cư của tỉnh Tân Giang.",
  "Không ai giao chỉ tiêu. Bà con tự bàn, tự chia phần việc, rồi treo kết quả ở nhà văn hóa cho mọi người cùng xem.",
  "Ban đầu chỉ mấy nhà đầu xóm làm. Thấy được việc, nhà bên cạnh hỏi, rồi cả khu cùng theo.",
] as const;

async function tellStories(services: Services, shown: readonly string[]): Promise<void> {
  const hanh = await actorByLogin(services.db, "hanh.demo", services.clock());
  const today = vietnamDate(services.clock());
  for (const [at, from] of months.entries()) {
    const exemplarId = mustHave(shown[at % shown.length]);
    const story = await writeStory(services, hanh, {
      exemplarId,
      month: monthFrom(today, from),
      lead: mustHave(leads[at % leads.length]),
      body: "",
      pictures: [],
      outlets: ["bulletin"],
    });
    if (from >= 0) continue;
    await rewriteStory(services, hanh, { id: story.id, version: story.version, state: "ready" });
    if (from < -2)
      await openPublication({ ...services, sources: [] }, hanh, {
        kind: "story",
        thingId: story.id,
        reason: "Đã đăng bản tin, chia sẻ rộng rãi.",
        choice: { leftOut: [], pictures: [], consent: null },
      });
  }
}

function monthFrom(today: CalendarDate, after: number): CalendarDate {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const at = year * 12 + month - 1 + after;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01` as CalendarDate;
}
