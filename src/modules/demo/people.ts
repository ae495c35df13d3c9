import type { Role } from "../../kernel/permissions.ts";

/** Invented people of the demo province. `unit` is a unit's name in units.ts; a person may hold several posts. */
export type DemoPerson = { name: string; login: string; posts: { unit: string; role: Role }[] };

const front = "Ủy ban MTTQ Việt Nam tỉnh Tân Giang";
const frontOf = (commune: string) => `Ủy ban MTTQ Việt Nam ${commune}`;
const committeeOf = (commune: string) => `Ủy ban nhân dân ${commune}`;
const partyOf = (commune: string) => `Đảng ủy ${commune}`;

export const people: DemoPerson[] = [
  // The province's Front: who writes, who signs, who files.
  { name: "Lê Thị Hạnh", login: "hanh.demo", posts: [{ unit: front, role: "coordinator" }] },
  { name: "Trần Quốc Vinh", login: "vinh.demo", posts: [{ unit: front, role: "signer" }] },
  { name: "Đỗ Quốc Bảo", login: "bao.demo", posts: [{ unit: front, role: "clerk" }] },
  { name: "Ngô Thị Thu Hà", login: "thuha.demo", posts: [{ unit: "Ban Phong trào Ủy ban MTTQ Việt Nam tỉnh", role: "reporter" }] },
  { name: "Vũ Đình Khôi", login: "khoi.demo", posts: [{ unit: "Ban Dân chủ-Pháp luật Ủy ban MTTQ Việt Nam tỉnh", role: "reporter" }] },
  { name: "Hoàng Mỹ Linh", login: "linh.demo", posts: [{ unit: "Ban Tuyên giáo Ủy ban MTTQ Việt Nam tỉnh", role: "reporter" }] },
  // Party, People's Committee and organisations at the province.
  { name: "Bùi Xuân Trường", login: "truong.demo", posts: [{ unit: "Ban Tuyên giáo và Dân vận Tỉnh ủy", role: "coordinator" }] },
  { name: "Tạ Hồng Sơn", login: "son.demo", posts: [{ unit: "Ban Tuyên giáo và Dân vận Tỉnh ủy", role: "signer" }] },
  { name: "Lương Thị Minh", login: "minh.demo", posts: [{ unit: "Ban Tuyên giáo và Dân vận Tỉnh ủy", role: "clerk" }] },
  { name: "Đặng Thị Lan Anh", login: "lananh.demo", posts: [{ unit: "Sở Nội vụ", role: "coordinator" }] },
  { name: "Phan Thị Bích", login: "bich.demo", posts: [{ unit: "Hội Liên hiệp Phụ nữ tỉnh Tân Giang", role: "coordinator" }] },
  { name: "Cao Minh Đức", login: "duc.demo", posts: [{ unit: "Tỉnh đoàn Tân Giang", role: "coordinator" }] },
  // Communes: often one person for everything.
  {
    name: "Phạm Văn Tòng",
    login: "tong.demo",
    posts: [
      { unit: frontOf("xã Bình Lâm"), role: "coordinator" },
      { unit: partyOf("xã Bình Lâm"), role: "reporter" },
    ],
  },
  { name: "Y Mai Mlô", login: "mai.demo", posts: [{ unit: frontOf("xã Ea Mlăng"), role: "coordinator" }] },
  { name: "Nguyễn Hữu Phước", login: "phuoc.demo", posts: [{ unit: frontOf("xã Sơn Hòa"), role: "coordinator" }] },
  { name: "Lý Thị Sen", login: "sen.demo", posts: [{ unit: frontOf("phường Đông Kinh Bắc"), role: "coordinator" }] },
  { name: "Đinh Công Thắng", login: "thang.demo", posts: [{ unit: frontOf("phường Đông Kinh Nam"), role: "coordinator" }] },
  { name: "Hồ Thị Ngọc", login: "ngoc.demo", posts: [{ unit: frontOf("xã Thác Bạc"), role: "coordinator" }] },
  { name: "Trịnh Văn Lực", login: "luc.demo", posts: [{ unit: committeeOf("xã Bình Lâm"), role: "coordinator" }] },
  { name: "Mai Thanh Tùng", login: "tung.demo", posts: [{ unit: committeeOf("phường Đông Kinh Bắc"), role: "coordinator" }] },
  // Organisations of a commune keep their own journal and fill their own part of a form.
  { name: "Phan Thị Lựu", login: "luu.demo", posts: [{ unit: "Hội Liên hiệp Phụ nữ xã Bình Lâm", role: "reporter" }] },
  { name: "Trương Quang Khải", login: "khai.demo", posts: [{ unit: "Đoàn TNCS Hồ Chí Minh xã Bình Lâm", role: "reporter" }] },
  // A residential area, a phone, over sixty.
  { name: "Tô Văn Đoàn", login: "doan.demo", posts: [{ unit: "Ban Công tác Mặt trận thôn Lâm Trung", role: "reporter" }] },
  // Who looks and does not touch.
  { name: "Kiều Thị Phương", login: "phuong.demo", posts: [{ unit: "Tỉnh Tân Giang", role: "auditor" }] },
];
