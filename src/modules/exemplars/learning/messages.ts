import { phrasebook } from "../../../kernel/language.ts";
import type { ActNames, FieldNames } from "../../audit/contract.ts";

export const say = phrasebook(
  {
    notOpen: "Chỉ nhân rộng được mô hình đã được chấp nhận. Hãy chọn mô hình khác.",
    privatePhone: "Đây là số di động của một người. Hãy ghi số máy cơ quan, địa chỉ hoặc giờ làm việc.",
    cost: "Chưa hiểu số tiền này. Hãy gõ như 20 triệu, hơn 12.500.000; phần giải thích ghi ở ô bên cạnh.",
    lessonChanged: "Bài học này vừa được người khác sửa. Hãy tải lại trang, xem nội dung mới rồi sửa tiếp; phần đang gõ vẫn còn.",
    future: "Ngày đến học tập chưa tới. Hãy ghi sau khi đã đi.",
    noUnit: "Không có đơn vị này. Hãy chọn lại đơn vị.",
    noStudy: "Không còn lượt học tập này. Hãy tải lại trang.",
    tagTwice: "Đã có chủ đề, phong trào này. Hãy dùng tên đã có.",
    noTag: "Không còn chủ đề này trong danh mục của đơn vị. Hãy tải lại trang.",
  },
  {
    notOpen: "Only what was accepted can be copied. Choose another one.",
    privatePhone: "This is somebody's own mobile number. Give the office's line, its address or its hours.",
    cost: "This sum was not understood. Write it like 20 triệu, hơn 12.500.000; explain it in the field beside.",
    lessonChanged: "Somebody has just changed this lesson. Reload the page, look at what is new and go on; what you typed is kept.",
    future: "This day has not come yet. Record the visit afterwards.",
    noUnit: "There is no such unit. Choose again.",
    noStudy: "This visit is gone. Reload the page.",
    tagTwice: "This theme or campaign is there already. Use its name.",
    noTag: "This tag is not in the list of the unit any more. Reload the page.",
  },
);

export const actNames: ActNames = {
  "exemplar:copy": { vi: "lập từ một mô hình gốc", en: "began it as a copy" },
  "exemplar:lesson": { vi: "viết bài học cho nơi khác", en: "wrote the lesson for others" },
  "exemplar:study": { vi: "ghi một lượt đến học tập", en: "recorded a visit to learn" },
  "exemplar:remove-study": { vi: "bỏ một lượt đến học tập ghi nhầm", en: "took out a visit to learn" },
  "exemplar-tag:add": { vi: "thêm chủ đề, phong trào", en: "added a tag" },
  "exemplar-tag:remove": { vi: "bỏ chủ đề, phong trào khỏi danh mục", en: "took out a tag" },
};

export const fieldNames: FieldNames = {
  studyUnit: { vi: "đơn vị đến học tập", en: "unit that came" },
  onDate: { vi: "ngày", en: "day" },
  lessonVersion: { vi: "lần viết", en: "version of the lesson" },
  tagName: { vi: "chủ đề, phong trào", en: "tag" },
};
