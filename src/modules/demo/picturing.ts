import type { ExemplarId } from "../../kernel/ids.ts";
import type { Services } from "../../platform/services.ts";
import { addPictures, blurPicture, editPicture, processPictureNow, readExemplar, readPictures, recordConsent } from "../exemplars/index.ts";
import { actorByLogin } from "../identity/index.ts";
import { drawScene, type Scene } from "./scenes.ts";
import { typistsOf } from "./store.ts";

/** What a photograph of a model on this theme would show. */
const sceneOf: readonly (readonly [RegExp, Scene, caption: string, alt: string])[] = [
  [/rác|môi trường/, "bins", "Điểm phân loại rác của khu dân cư", "Ba thùng rác ba màu đặt dưới bức tường, cạnh khóm hoa"],
  [/an ninh|trật tự|cháy/, "lamps", "Đường quê sáng đèn buổi tối", "Hàng cột đèn sáng dọc con đường lúc chập tối"],
  [/nông thôn mới|giải phóng mặt bằng|đường/, "road", "Con đường hoa sau khi bà con góp công", "Đường bê tông thẳng, hai bên trồng hoa"],
  [/nghèo|an sinh|kinh tế|dân tộc/, "field", "Cánh đồng của tổ hợp tác", "Ruộng lúa nhiều mảng xanh và con mương chạy qua"],
];
const otherwise = ["hall", "Nhà văn hóa, nơi bà con họp và sinh hoạt", "Nhà văn hóa mái đỏ, sân rộng, hai cây xanh"] as const;

type Shows = "none" | "people" | "children-or-poor";
/** What is done about those whom it shows: they agreed, they are covered, or nothing yet. */
type Care = "consent" | "cover" | "wait";
type Taken = { scene: Scene; caption: string; alt: string; shows: Shows; care?: Care };

const gatherings: readonly Taken[] = [
  {
    scene: "meeting",
    caption: "Họp khu dân cư bàn cách làm; mọi người đồng ý đăng ảnh",
    alt: "Hai hàng người ngồi họp trong nhà văn hóa",
    shows: "people",
    care: "consent",
  },
  { scene: "meeting", caption: "Buổi góp ý ở nhà văn hóa", alt: "Hai hàng người ngồi họp, mặt được che", shows: "people", care: "cover" },
  {
    scene: "children",
    caption: "Các cháu tham gia ngày cuối tuần",
    alt: "Các cháu đứng trước sân nhà văn hóa",
    shows: "children-or-poor",
    care: "wait",
  },
];

/**
 * Photographs of these models, put in as people do and drawn anew by the same way as all. Of the first one shows people who
 * agreed, of the second one has its faces covered, of the third one still waits for consent. Answers what may be shown of each.
 */
export async function takePictures(services: Services, exemplars: readonly string[]): Promise<Map<string, string[]>> {
  const typists = await typistsOf(services.db, exemplars);
  const shown = new Map<string, string[]>();
  for (const [at, id] of exemplars.entries()) {
    const login = typists.get(id);
    if (!login) continue;
    const exemplar = await readExemplar(services.db, await actorByLogin(services.db, login, services.clock()), id as ExemplarId);
    const said = `${exemplar.themes.join(" ")} ${exemplar.name}`.toLocaleLowerCase("vi");
    const [scene, caption, alt] = sceneOf.find(([words]) => words.test(said))?.slice(1) ?? otherwise;
    const taken: Taken[] = [{ scene: scene as Scene, caption: String(caption), alt: String(alt), shows: "none" }];
    // Where fewer are shown, the last has what is left.
    taken.push(...gatherings.filter((_, turn) => Math.min(turn, exemplars.length - 1) === at));
    shown.set(id, await put(services, { id: id as ExemplarId, login, seed: at * 17 }, taken));
  }
  return shown;
}

type Whose = { id: ExemplarId; login: string; seed: number };

async function put(services: Services, { id, login, seed }: Whose, taken: readonly Taken[]): Promise<string[]> {
  const by = await actorByLogin(services.db, login, services.clock());
  const drawn = taken.map(({ scene }, at) => drawScene(scene, seed + at));
  const photos = drawn.map(({ jpeg }, at) => new File([new Uint8Array(jpeg)], `anh-${at + 1}.jpg`, { type: "image/jpeg" }));
  const added = await addPictures(services, by, { id, photos });
  for (const { id: picture } of added.items) await processPictureNow(services, picture);
  for (const [at, { caption, alt, shows, care }] of taken.entries()) {
    const picture = added.items.find(({ name }) => name === `anh-${at + 1}.jpg`);
    if (!picture) continue;
    const now = async () => ({ id, picture: picture.id, version: await versionOf(picture.id) });
    await editPicture(services, by, { ...(await now()), caption, alt, shows, cover: at === 0 });
    if (care === "consent") await recordConsent(services, by, { ...(await now()), how: "minutes", where: "Biên bản họp khu dân cư" });
    if (care === "cover") {
      const areas = (drawn[at]?.heads ?? []).map((head) => ({ shape: "ellipse" as const, ...head }));
      await blurPicture(services, by, { ...(await now()), areas, coversAll: true });
    }
  }
  const { items } = await readPictures(services.db, by, id);
  return items.filter((picture) => picture.public !== null).map((picture) => picture.id);

  async function versionOf(which: string): Promise<number> {
    const { items: all } = await readPictures(services.db, by, id);
    return all.find((picture) => picture.id === which)?.version ?? 1;
  }
}
