import type { Actor } from "../../kernel/actor.ts";
import type { UnitId } from "../../kernel/ids.ts";
import { addDays, vietnamDate, type CalendarDate } from "../../kernel/time/index.ts";
import { transaction } from "../../platform/database/index.ts";
import type { Services } from "../../platform/services.ts";
import {
  attachToContest,
  createContest,
  enterContest,
  moveContest,
  sendEntry,
  writeResults,
  type ContestDetail,
  type EntryDetail,
} from "../awards/index.ts";
import { printOnBlank } from "../exemplars/index.ts";
import { actorByLogin } from "../identity/index.ts";
import { openPublication, openVote } from "../portal/index.ts";
import { hasContests, unitsNamed } from "./store.ts";

type Team = { commune: string; login?: string; title: string; text: string; goesOn: boolean };

/** Teams of communes: six send their own entry, bà Hạnh types two that came on paper. */
const teams: Team[] = [
  {
    commune: "xã Bình Lâm",
    login: "tong.demo",
    title: "Con đường nhà mình",
    text: "Tiểu phẩm kể chuyện một xóm bàn nhau hiến đất mở đường: người ngại mất bờ rào, người sợ thiệt hơn, và cách tổ dân vận ngồi lại từng nhà cho đến khi cả xóm cùng gật đầu.",
    goesOn: true,
  },
  {
    commune: "xã Ea Mlăng",
    login: "mai.demo",
    title: "Bếp lửa nhà dài",
    text: "Hát kể về già làng và chị cán bộ phụ nữ vận động bà con bỏ tục cúng tốn kém, giữ lại lời ru và tiếng chiêng.",
    goesOn: true,
  },
  {
    commune: "xã Sơn Hòa",
    login: "phuoc.demo",
    title: "Ao chung, việc chung",
    text: "Xử lý tình huống: hai nhóm hộ tranh nhau nước tưới mùa khô, tổ hòa giải làm gì trước, làm gì sau.",
    goesOn: true,
  },
  {
    commune: "phường Đông Kinh Bắc",
    login: "sen.demo",
    title: "Thùng rác số 7",
    text: "Tiểu phẩm vui về một ngõ nhỏ phân loại rác tại nhà.",
    goesOn: true,
  },
  {
    commune: "phường Đông Kinh Nam",
    login: "thang.demo",
    title: "Chợ không tiền mặt",
    text: "Đội thi gồm tiểu thương và đoàn viên hướng dẫn nhau quét mã ở chợ phường.",
    goesOn: true,
  },
  {
    commune: "xã Thác Bạc",
    login: "ngoc.demo",
    title: "Ngày hội đi bộ qua suối",
    text: "Chào hỏi bằng hát then, kể việc dân góp công làm cầu.",
    goesOn: true,
  },
  { commune: "xã Tân Khê", title: "Tiếng loa đầu làng", text: "Tổ loa truyền tin bằng hò vè, mỗi tối mười phút.", goesOn: false },
  {
    commune: "xã Hòa Phú Đông",
    title: "Vườn rau trường em",
    text: "Phụ huynh và thầy cô cùng trồng rau cho bữa ăn bán trú.",
    goesOn: false,
  },
];

/**
 * A contest of the province that is in its second round: eight teams entered, six go on and are being judged; bà Hạnh made it public
 * and opened a vote of the public. All or nothing, once.
 */
export function holdContest(services: Services): Promise<void> {
  return transaction(services.db, async (db) => {
    if (await hasContests(db)) return;
    const within: Services = { ...services, db };
    const today = vietnamDate(services.clock());
    const hanh = await as(within, "hanh.demo");
    const begun = on(within, addDays(today, -45));
    let contest = await createContest(begun, hanh, {
      title: `Hội thi “Dân vận khéo” tỉnh Tân Giang năm ${today.slice(0, 4)}`,
      rules:
        "Mỗi xã, phường cử một đội từ ba đến năm người.\nMỗi đội qua ba phần: chào hỏi (5 phút), xử lý tình huống (5 phút), tiểu phẩm (12 phút).\nVòng sơ khảo chấm qua bản ghi hình; vòng chung khảo thi trên sân khấu.",
      kinds: ["team"],
      prizes: ["Giải Nhất", "Giải Nhì", "Giải Ba", "Giải Khuyến khích"],
      mostEntries: 1,
      rounds: [window("Sơ khảo", today, [-44, -25, -24, -15]), window("Chung khảo", today, [-14, -3, -2, 12])],
      units: [],
    });
    contest = await moveContest(begun, hanh, { ...which(contest), act: "open" });
    const entries = new Map<Team, EntryDetail>();
    const places = await unitsNamed(
      db,
      teams.map(({ commune }) => frontOf(commune)),
    );
    for (const team of teams) {
      const unit = places.get(frontOf(team.commune));
      if (unit) entries.set(team, await entered(on(within, addDays(today, -30)), hanh, contest.id, { team, unit }));
    }
    contest = await firstRound(within, hanh, { contest, today, entries });
    contest = await moveContest(on(within, addDays(today, -2)), hanh, { ...which(contest), act: "judge" });
    await inPublic(within, hanh, contest.id, today);
  });
}

const window = (name: string, today: CalendarDate, days: readonly [number, number, number, number]) => {
  const [entriesFrom, entriesUntil, judgingFrom, judgingUntil] = days.map((days_) => addDays(today, days_)) as [
    string,
    string,
    string,
    string,
  ];
  return { name, entriesFrom, entriesUntil, judgingFrom, judgingUntil, way: "stage" as const };
};
const frontOf = (commune: string): string => `Ủy ban MTTQ Việt Nam ${commune}`;
const on = (services: Services, day: CalendarDate): Services => ({ ...services, clock: () => new Date(`${day}T10:00:00+07:00`) });
const as = (services: Services, login: string): Promise<Actor> => actorByLogin(services.db, login, services.clock());
const which = ({ id, version }: { id: string; version: number }) => ({ id, version });

async function entered(
  services: Services,
  hanh: Actor,
  contestId: string,
  { team, unit }: { team: Team; unit: UnitId },
): Promise<EntryDetail> {
  const by = team.login ? await as(services, team.login) : hanh;
  const draft = await enterContest(services, by, {
    contestId,
    unitId: unit,
    kind: "team",
    title: team.title,
    text: team.text,
    team: "Danh sách đội thi theo bản đăng ký",
  });
  return sendEntry(services, by, which(draft));
}

type First = { contest: ContestDetail; today: CalendarDate; entries: ReadonlyMap<Team, EntryDetail> };

/** The jury's minutes of the first round, and who goes on. */
async function firstRound(services: Services, hanh: Actor, { contest, today, entries }: First): Promise<ContestDetail> {
  const then = on(services, addDays(today, -20));
  const judged = await moveContest(then, hanh, { ...which(contest), act: "judge" });
  const line = { x: 25, width: 160, align: "center", bold: false, italic: false, upper: false } as const;
  const minutes = await printOnBlank({ name: "Biên bản", width: 210, height: 297, fields: [{ key: "reason", ...line, y: 60, size: 14 }] }, [
    { reason: "Dữ liệu mẫu: ở đây là bản quét biên bản có chữ ký của ban giám khảo." },
  ]);
  const file = new File([new Uint8Array(minutes)], "bien-ban-so-khao.pdf", { type: "application/pdf" });
  await attachToContest(then, hanh, { contestId: contest.id, file });
  const written = await writeResults(then, hanh, {
    ...which(judged),
    lines: [...entries].map(([{ goesOn }, { id }], at) => ({ entryId: id, points: 92 - 3 * at, goesOn, prize: null })),
  });
  return moveContest(on(services, addDays(today, -15)), hanh, { ...which(written), act: "advance" });
}

async function inPublic(services: Services, hanh: Actor, contestId: string, today: CalendarDate): Promise<void> {
  await openPublication({ ...services, sources: [] }, hanh, {
    kind: "contest",
    thingId: contestId,
    choice: { leftOut: [], pictures: [], consent: null },
    reason: "Để nhân dân biết và theo dõi hội thi.",
  });
  await openVote(services, hanh, {
    contestId,
    round: 2,
    most: 2,
    mostPerNetwork: 50,
    opensOn: today,
    closesOn: addDays(today, 10),
    reason: "Để nhân dân cùng tham gia, chỉ để tham khảo.",
  });
}
