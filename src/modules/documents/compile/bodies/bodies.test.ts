import { expect, test } from "vitest";
import { lexical, readBodies, wholeBodies } from "./index.ts";
import { readLead, readPartners } from "../subjects/index.ts";
import { timesIn } from "../mentions/timing.ts";

const names = (text: string): string[] | undefined => readBodies(text, lexical(text), 0)?.names;

test.each([
  ["Sở Nội vụ chủ trì", ["Sở Nội vụ"]],
  ["Sở Giáo dục và Đào tạo, Sở Văn hóa, Thể thao và Du lịch phối hợp", ["Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch"]],
  ["HĐND, UBND huyện chủ động", ["HĐND, UBND huyện"]],
  [
    "Cấp ủy, tổ chức đảng, chính quyền, MTTQ và các đoàn thể chính trị - xã hội các cấp tiếp tục",
    ["Cấp ủy, tổ chức đảng, chính quyền, MTTQ và các đoàn thể chính trị - xã hội các cấp"],
  ],
  ["Đảng ủy các xã, thị trấn, đảng ủy trực thuộc Huyện ủy tổ chức", ["Đảng ủy các xã, thị trấn", "đảng ủy trực thuộc Huyện ủy"]],
  ["Các sở, ban ngành, đoàn thể, Ủy ban nhân dân các xã, phường căn cứ", ["Các sở, ban ngành, đoàn thể", "Ủy ban nhân dân các xã, phường"]],
  [
    "Ban Thường trực Uỷ ban MTTQ Việt Nam xã Bình Lâm, xã Hòa Phú và Tân Lập chọn",
    ["Ban Thường trực Uỷ ban MTTQ Việt Nam xã Bình Lâm", "xã Hòa Phú", "Tân Lập"],
  ],
  ["Báo Tân Giang, Đài Phát thanh - Truyền hình tỉnh xây dựng", ["Báo Tân Giang", "Đài Phát thanh - Truyền hình tỉnh"]],
  ["các cơ quan, đơn vị, địa phương liên quan hướng dẫn", ["các cơ quan, đơn vị, địa phương liên quan"]],
  [
    "Ban Dân vận cấp ủy (Khối dân vận cơ sở), Ủy ban Kiểm tra cấp ủy để",
    ["Ban Dân vận cấp ủy (Khối dân vận cơ sở)", "Ủy ban Kiểm tra cấp ủy"],
  ],
  [
    "các đồng chí cán bộ, chuyên viên được phân công theo dõi các xã thường xuyên đôn đốc",
    ["các đồng chí cán bộ, chuyên viên được phân công theo dõi các xã"],
  ],
  ["Ngân hàng Chính sách xã hội tỉnh cho vay", ["Ngân hàng Chính sách xã hội tỉnh"]],
  ["Ban Dân chủ - Giám sát - Phản biện chủ trì", ["Ban Dân chủ - Giám sát - Phản biện"]],
  ["Văn phòng HĐND và UBND xã làm đầu mối", ["Văn phòng HĐND và UBND xã"]],
  ["Ban Chỉ đạo phòng, chống tội phạm xã xây dựng", ["Ban Chỉ đạo phòng, chống tội phạm xã"]],
  ["Các thôn, tổ dân phố tổng dọn vệ sinh", ["Các thôn, tổ dân phố"]],
  [
    "Ban Tuyên giáo các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương tham mưu",
    ["Ban Tuyên giáo các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương"],
  ],
  ["Ban Giám sát đầu tư của cộng đồng lập biên bản", ["Ban Giám sát đầu tư của cộng đồng"]],
  ["Ủy ban bầu cử xã niêm yết danh sách", ["Ủy ban bầu cử xã"]],
])("%j", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each([
  "Tổ chức hội nghị",
  "Ban hành kế hoạch",
  "Lãnh đạo, chỉ đạo",
  "Báo cáo kết quả",
  "Phòng, chống dịch",
  "Hội nghị cử tri",
  "mỗi cán bộ, đảng viên",
  "Trường hợp đặc biệt",
  "Đoàn kết toàn dân",
])("%j names no body", (text) => {
  expect(names(text)).toBeUndefined();
});

test.each([
  ["Ban Phong trào-Dân tộc và Tôn giáo:", ["Ban Phong trào-Dân tộc và Tôn giáo"]],
  ["Đề nghị Liên đoàn Lao động tỉnh", ["Liên đoàn Lao động tỉnh"]],
  ["Tăng cường sự lãnh đạo của cấp ủy", undefined],
  ["Sở Y tế xây dựng kế hoạch", undefined],
])("heading %j", (text, expected) => {
  expect(wholeBodies(text)?.names).toEqual(expected);
});

const lead = (text: string): string[] | undefined => readLead(text, lexical(text), { start: 0, end: text.length }, timesIn(text))?.names;

test.each([
  ["Giao Ban Tuyên giáo Đảng ủy xã thường xuyên đăng tin.", ["Ban Tuyên giáo Đảng ủy xã"]],
  [
    "Ban Thường trực Ủy ban MTTQ tỉnh đề nghị Ban Thường trực Ủy ban MTTQ xã Bình Lâm phối hợp",
    ["Ban Thường trực Ủy ban MTTQ xã Bình Lâm"],
  ],
  ["Định kỳ hằng quý, năm, chủ tịch UBND các cấp làm việc với Mặt trận.", ["chủ tịch UBND các cấp"]],
  ["Căn cứ chủ trương, nghị quyết của cấp ủy, Ủy ban MTTQ các cấp lựa chọn mô hình.", ["Ủy ban MTTQ các cấp"]],
  ["Trong quá trình thực hiện, nếu có vướng mắc theo đề nghị của các cơ quan, đơn vị, Sở Nội vụ chủ trì tổng hợp.", ["Sở Nội vụ"]],
  ["Quá trình thực hiện nếu có khó khăn các cơ quan, đơn vị báo cáo về UBND tỉnh.", ["các cơ quan, đơn vị"]],
  ["Hội Nông dân các cấp: Phát huy vai trò chủ thể.", ["Hội Nông dân các cấp"]],
  ["Thực hiện nghiêm chế độ giao ban với Ủy ban MTTQ, các tổ chức chính trị - xã hội huyện hằng quý", undefined],
  ["Phát huy vai trò của Ủy ban MTTQ, các đoàn thể trong phát triển kinh tế", undefined],
  ["Cơ quan chủ trì, thành phần, số lượng cử tri", undefined],
  ["Đăng ký, bình chọn mô hình: Các chi bộ gửi danh sách về Đảng ủy", ["Các chi bộ"]],
  ["Xây dựng kế hoạch, trong đó: Ủy ban MTTQ huyện tổ chức 02 cuộc", undefined],
  // Deeds whose verbs the lexicon lacks.
  ["Hội Phụ nữ xã rang lạc phục vụ hội trại.", ["Hội Phụ nữ xã"]],
  ["Trường Tiểu học Hòa Phú thả bóng bay chào mừng.", ["Trường Tiểu học Hòa Phú"]],
  ["Bộ Chỉ huy Quân sự tỉnh rà phá bom mìn.", ["Bộ Chỉ huy Quân sự tỉnh"]],
  ["Hội Người cao tuổi, Hội Khuyến học lo quỹ khuyến học cho các cháu.", ["Hội Người cao tuổi", "Hội Khuyến học"]],
  ["Ủy ban nhân dân xã Hòa Phú.", undefined],
  // The subject behind "thì", a label, a case, a time.
  ["Đối với hộ chưa có nhà vệ sinh thì Hội Phụ nữ xã vận động.", ["Hội Phụ nữ xã"]],
  ["Riêng đối với các chi bộ: rà soát danh sách đảng viên.", ["các chi bộ"]],
  ["Từ ngày 05/3/2027: Ban Thường trực họp với các thôn.", ["Ban Thường trực"]],
  ["Nếu người ứng cử đổi nơi ở, cơ quan giới thiệu phải thông báo ngay.", ["cơ quan giới thiệu"]],
  // The deed first.
  ["Việc tuyên truyền do Trung tâm Dịch vụ tổng hợp xã đảm nhiệm.", ["Trung tâm Dịch vụ tổng hợp xã"]],
  ["Do Công an xã chủ trì, Ban Chỉ huy Quân sự xã phối hợp.", ["Công an xã"]],
  ["Triển khai kế hoạch do Sở Nội vụ quyết định.", undefined],
  // Posts, persons and places that answer for themselves.
  ["Các ông (bà) Trưởng thôn nắm chắc hộ khẩu.", ["Các ông (bà) Trưởng thôn"]],
  ["Thôn Nà Pán, thôn Khuổi Lầy làm điểm mô hình.", ["Thôn Nà Pán", "thôn Khuổi Lầy"]],
  ["Đề nghị quận, huyện, thị xã tích cực vận động.", ["quận, huyện, thị xã"]],
  ["Các cấp ủy đảng phân công cấp ủy viên phụ trách.", ["Các cấp ủy đảng"]],
])("lead of %j", (text, expected) => {
  expect(lead(text)).toEqual(expected);
});

test.each([
  [
    "Chủ trì, phối hợp với Văn phòng Huyện uỷ và các Ban xây dựng Đảng của Huyện uỷ theo dõi",
    ["Văn phòng Huyện uỷ", "các Ban xây dựng Đảng của Huyện uỷ"],
  ],
  ["Phối hợp UBND các xã, phường cập nhật thiệt hại", ["UBND các xã, phường"]],
  ["Hướng dẫn, đôn đốc MTTQ các cấp phối hợp với các tổ chức thành viên", []],
  ["ký Quy chế phối hợp công tác giữa Ủy ban MTTQ với HĐND", []],
])("partners of %j", (text, expected) => {
  expect(readPartners(text, lexical(text), [{ start: 0, end: text.length }])).toEqual(expected);
});
