import { expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { tanGiang } from "../../../test/support/tan-giang.ts";
import { addressBook, resolveAddressees } from "./index.ts";

const { app } = await testDatabase();
const id = await tanGiang(app);

const FRONT = "Ủy ban MTTQ Việt Nam tỉnh Tân Giang";
const mttq = (...areas: string[]) => areas.map((area) => `Ủy ban MTTQ Việt Nam ${area}`);
const ubnd = (...areas: string[]) => areas.map((area) => `UBND ${area}`);
const communes = ["đặc khu Cồn Én", "phường Đông Kinh Bắc", "phường Sơn Khê", "xã Bình Lâm", "xã Hòa Phú"];
const wards = ["phường Đông Kinh Bắc", "phường Sơn Khê"];
const villages = ["xã Bình Lâm", "xã Hòa Phú"];
const provinceUnions = [
  "Liên đoàn Lao động tỉnh Tân Giang",
  "Hội Nông dân tỉnh Tân Giang",
  "Hội Liên hiệp Phụ nữ tỉnh Tân Giang",
  "Tỉnh Đoàn Tân Giang",
  "Hội Cựu chiến binh tỉnh Tân Giang",
];
const departments = ["Sở Khoa học và Công nghệ", "Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch"];
const forces = ["Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh"];

type Case = [expression: string, meant: string[], left?: string[]];

/** Expects exactly these units, and among those left out at least the ones named. */
async function check(issuer: string, asOf: string, [expression, meant, left = []]: Case) {
  const book = await addressBook(app, { issuer: id(issuer), asOf });
  const found = book(expression);
  expect(found.units.map(({ name }) => name).sort()).toEqual([...meant].sort());
  expect(found.left.map(({ unit }) => unit.name)).toEqual(expect.arrayContaining(left));
  expect(found.understood).not.toBeNull();
}

test.each<Case>([
  ["mỗi xã", mttq(...villages), mttq(...wards, "đặc khu Cồn Én")],
  ["các xã, phường, thị trấn", mttq(...wards, ...villages), mttq("đặc khu Cồn Én")],
  ["UBND các xã, phường", ubnd(...wards, ...villages), ubnd("đặc khu Cồn Én")],
  ["Uỷ ban nhân dân cấp xã", ubnd(...communes)],
  ["MTTQ cấp xã", mttq(...communes)],
  ["mỗi đơn vị cấp xã", mttq(...communes)],
  ["các đơn vị", mttq(...communes)],
  ["100% xã, phường", mttq(...wards, ...villages)],
  ["Ủy ban MTTQ Việt Nam các xã, phường", mttq(...wards, ...villages)],
  [
    "Ban Thường trực Uỷ ban MTTQ Việt Nam xã Bình Lâm, xã Hoà Phú và Đông Kinh Bắc",
    mttq("xã Bình Lâm", "xã Hòa Phú", "phường Đông Kinh Bắc"),
    mttq("phường Sơn Khê"),
  ],
  ["UBMTTQVN xã Bình Lâm", mttq("xã Bình Lâm")],
  ["Mặt trận Tổ quốc các cấp", [FRONT, ...mttq(...communes)]],
  ["các sở, ban, ngành", departments, forces],
  ["các sở, ban, ngành, đoàn thể tỉnh", [...departments, ...provinceUnions]],
  ["Sở Nội vụ", ["Sở Nội vụ"]],
  ["Sở Văn hoá, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]],
  ["Đảng uỷ các xã, phường", [...wards, ...villages].map((area) => `Đảng ủy ${area}`)],
  ["các tổ chức chính trị - xã hội", provinceUnions],
  ["MTTQ và các đoàn thể chính trị- xã hội tỉnh", [FRONT, ...provinceUnions]],
  ["MTTQ và các tổ chức thành viên", [FRONT, ...provinceUnions]],
  ["Hội Nông dân tỉnh", ["Hội Nông dân tỉnh Tân Giang"]],
  ["Đoàn TNCS Hồ Chí Minh các xã", villages.map((area) => `Đoàn TNCS Hồ Chí Minh ${area}`)],
  ["Ban Dân chủ-Pháp luật", ["Ban Dân chủ - Pháp luật"]],
  ["Văn phòng", ["Văn phòng"]],
  ["Văn phòng cơ quan Ủy ban MTTQ Việt Nam tỉnh", ["Văn phòng"]],
  ["Văn phòng Tỉnh ủy", ["Văn phòng Tỉnh ủy"]],
  ["HĐND, UBND tỉnh", ["HĐND tỉnh Tân Giang", "UBND tỉnh Tân Giang"]],
  ["Chủ tịch UBND các cấp", ["UBND tỉnh Tân Giang", ...ubnd(...communes)]],
  ["Thường trực Tỉnh ủy", ["Tỉnh ủy Tân Giang"]],
  [
    "cấp ủy, chính quyền các cấp",
    ["Tỉnh ủy Tân Giang", ...communes.map((area) => `Đảng ủy ${area}`), "UBND tỉnh Tân Giang", ...ubnd(...communes)],
    ["HĐND tỉnh Tân Giang"],
  ],
  ["Các cấp, các ngành trong tỉnh", ["UBND tỉnh Tân Giang", ...ubnd(...communes), ...departments]],
  ["cấp ủy trực thuộc", communes.map((area) => `Đảng ủy ${area}`)],
  ["Ban Công tác Mặt trận", ["Ban Công tác Mặt trận thôn Đoài"], ["Thôn Trung"]],
  ["mỗi khu dân cư", ["Ban Công tác Mặt trận thôn Đoài", "Thôn Trung", "Tổ dân phố số 3"]],
  ["Khối dân vận cơ sở", ["Khối dân vận xã Bình Lâm"], ["Xã Hòa Phú"]],
  ["lực lượng vũ trang", forces],
  ["Công an tỉnh", ["Công an tỉnh"]],
  ["Ban Chỉ đạo phong trào thi đua “Dân vận khéo” tỉnh", ["Ban Chỉ đạo phong trào thi đua Dân vận khéo tỉnh"]],
  // What is no more: nobody, and whom to ask about.
  ["MTTQ các huyện, thành phố", [], mttq(...communes)],
  ["Mỗi huyện, thành phố", [], mttq(...communes)],
  ["MTTQ cấp huyện", [], mttq(...communes)],
  ["UBND huyện Sơn Khê", [], ubnd("phường Sơn Khê", "xã Bình Lâm")],
  ["Ban Dân vận Tỉnh ủy", [], ["Ban Tuyên giáo và Dân vận Tỉnh ủy"]],
  // A body that one commune does not have is seen to be missing.
  ["Hội LHPN các xã, phường, đặc khu", [...wards, ...villages].map((area) => `Hội Liên hiệp Phụ nữ ${area}`), ["Đặc khu Cồn Én"]],
])("the province's Front in 2026: %s", (...given) => check(FRONT, "2026-11-21", given));

test.each<Case>([
  ["Ban Thường trực Ủy ban MTTQ Việt Nam các huyện, thành phố", mttq("huyện Sơn Khê", "thành phố Đông Kinh")],
  ["Mỗi huyện, thành phố", mttq("huyện Sơn Khê", "thành phố Đông Kinh")],
  ["Ban Thường trực Ủy ban MTTQ Việt Nam TP Đông Kinh và Sơn Khê", mttq("thành phố Đông Kinh", "huyện Sơn Khê")],
  ["Ban Dân vận Tỉnh ủy", ["Ban Dân vận Tỉnh ủy"]],
])("the province's Front in 2024: %s", (...given) => check(FRONT, "2024-05-01", given));

test.each<Case>([
  ["UBND huyện", ["UBND huyện Sơn Khê"]],
  ["Đảng ủy các xã, thị trấn và đảng ủy trực thuộc Huyện ủy", ["Đảng ủy xã Bình Lâm", "Đảng ủy xã Hòa Phú", "Đảng ủy phường Sơn Khê"]],
  ["MTTQ huyện và cấp xã", mttq("huyện Sơn Khê", "xã Bình Lâm", "xã Hòa Phú", "phường Sơn Khê")],
  ["cấp huyện, cấp xã", ["Huyện ủy Sơn Khê", "Đảng ủy xã Bình Lâm", "Đảng ủy xã Hòa Phú", "Đảng ủy phường Sơn Khê"]],
  ["các phòng, ban, ngành", ["Phòng Nội vụ huyện Sơn Khê"]],
])("a district's Party committee in 2024: %s", (...given) => check("Huyện ủy Sơn Khê", "2024-05-01", given));

test.each<Case>([
  [
    "Các sở, ban ngành, đoàn thể, Ủy ban nhân dân các xã, phường, đặc khu",
    [...departments, ...provinceUnions, ...ubnd(...communes)],
    forces,
  ],
  ["các cơ quan, đơn vị, địa phương", [...departments, ...ubnd(...communes)]],
  ["mỗi xã", ubnd(...villages), ubnd(...wards)],
  ["Văn phòng", ["Văn phòng UBND tỉnh"]],
])("the province's People's Committee in 2026: %s", (...given) => check("UBND tỉnh Tân Giang", "2026-11-21", given));

test.each<Case>([
  ["mỗi thôn", ["Ban Công tác Mặt trận thôn Đoài", "Thôn Trung"]],
  ["Ủy ban MTTQVN tỉnh", [FRONT]],
  ["UBND xã", ["UBND xã Bình Lâm"]],
  [
    "các đoàn thể chính trị - xã hội",
    ["Công đoàn", "Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Đoàn TNCS Hồ Chí Minh", "Hội Cựu chiến binh"].map(
      (body) => `${body} xã Bình Lâm`,
    ),
  ],
])("a commune's Front in 2026: %s", (...given) => check("Ủy ban MTTQ Việt Nam xã Bình Lâm", "2026-11-21", given));

test.each(["doanh nghiệp", "Báo Tân Giang", "các đồng chí được phân công theo dõi", "mỗi tổ chức", "!?"])(
  "what cannot be read is not guessed: %s",
  async (expression) => {
    const found = await resolveAddressees(app, { expression, issuer: id(FRONT), asOf: "2026-11-21" });
    expect(found).toMatchObject({ units: [], understood: null });
    expect(found.unclear.length).toBeGreaterThan(0);
  },
);

test("of a list, what is understood is taken and the rest asked about", async () => {
  const found = await resolveAddressees(app, { expression: "Sở Nội vụ, Báo Tân Giang", issuer: id(FRONT), asOf: "2026-11-21" });
  expect(found.units.map(({ name }) => name)).toEqual(["Sở Nội vụ"]);
  expect(found.unclear).toMatchObject([{ piece: "báo tân giang" }]);
});

test.each([
  ["MTTQ xã Lâm Lạ", ["xã lâm lạ"], []],
  ["Ban Thường trực Ủy ban MTTQ Việt Nam phường Mai Lạ, xã Lâm Lạ và xã Bình Lâm", ["phường mai lạ", "xã lâm lạ"], mttq("xã Bình Lâm")],
  ["các đồng chí, chuyên viên được giao theo dõi các xã, phường", ["đồng chí", "chuyên viên được giao theo dõi các xã"], []],
])("an area that the directory does not know is asked about, never taken for all of its kind: %s", async (expression, pieces, meant) => {
  const found = await resolveAddressees(app, { expression, issuer: id(FRONT), asOf: "2026-11-21" });
  expect(found.units.map(({ name }) => name)).toEqual(meant);
  expect(found.unclear.map(({ piece }) => piece)).toEqual(pieces);
});

test("a body of that name at another level is not taken for it", async () => {
  const expression = "Mỗi Ban Chỉ đạo phong trào thi đua “Dân vận khéo” cấp xã";
  const found = await resolveAddressees(app, { expression, issuer: id(FRONT), asOf: "2026-11-21" });
  expect(found.units).toEqual([]);
  expect(found.left.map(({ unit }) => unit.name)).toEqual(["Ban Chỉ đạo phong trào thi đua Dân vận khéo tỉnh"]);
  expect(found.unclear).toHaveLength(1);
});

test("an issuer that does not exist on the day is refused", async () => {
  await expect(addressBook(app, { issuer: id("Huyện ủy Sơn Khê"), asOf: "2026-11-21" })).rejects.toMatchObject({ code: "invalid_input" });
});
