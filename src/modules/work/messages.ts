import { phrasebook } from "../../kernel/language.ts";
import type { ActNames, FieldNames } from "../audit/contract.ts";

export const say = phrasebook(
  {
    noWork: "Không tìm thấy việc này, hoặc chức danh đang dùng không được xem. Hãy kiểm tra đường dẫn hoặc đổi chức danh ở góc trên.",
    changed: "Việc này vừa được người khác cập nhật. Hãy xem nội dung mới rồi làm lại; phần đang viết vẫn còn.",
    notNow: "Việc này đang ở trạng thái khác nên không làm bước đó được. Hãy tải lại trang để xem các bước làm được bây giờ.",
    assigned: "Việc được giao thì không từ chối hay trả lời theo cách khác. Nếu không làm được, hãy đề nghị điều chỉnh ở trang kế hoạch.",
    ownReport: "Người báo cáo hoàn thành không tự xác nhận. Hãy để một người khác của đơn vị giao việc xác nhận.",
    dayBefore: "Hạn mới phải từ hôm nay trở đi. Hãy chọn lại ngày.",
    sameDay: "Hạn mới trùng với hạn đang có. Hãy chọn ngày khác.",
    noFile: "Không tìm thấy tệp này, hoặc chức danh đang dùng không được xem.",
    fileType: "Chỉ nhận ảnh (JPG, PNG, WEBP), PDF, Word, Excel và tệp văn bản. Hãy đổi định dạng rồi gửi lại.",
    fileEmpty: "Tệp này không có nội dung. Hãy chọn lại tệp.",
    fileTooLarge: "Mỗi tệp không quá 25 MB. Hãy giảm cỡ ảnh hoặc chia nhỏ tệp rồi gửi lại.",
    byDay: ({ day }: { day: string }) => `hết ngày ${day}`,
    someDocument: "văn bản giao việc",
    card: "Việc",
  },
  {
    noWork: "This item was not found, or the post you are using may not see it. Check the link or switch posts at the top.",
    changed: "Somebody has just updated this item. Look at what is new and do it again; what you were writing is still here.",
    notNow: "The item is in another state, so this step is not possible. Reload the page to see the steps that are.",
    assigned: "Assigned work is not declined or answered otherwise. If it cannot be done, ask for an adjustment on the plan's page.",
    ownReport: "Whoever reports completion does not confirm it. Let another person of the assigning unit confirm.",
    dayBefore: "The new deadline must be today or later. Choose another day.",
    sameDay: "The new deadline is the one it has. Choose another day.",
    noFile: "This file was not found, or the post you are using may not see it.",
    fileType: "Only pictures (JPG, PNG, WEBP), PDF, Word, Excel and text files are taken. Change the format and send again.",
    fileEmpty: "This file has no content. Choose another.",
    fileTooLarge: "Each file can be 25 MB at most. Make the picture smaller or split the file and send again.",
    byDay: ({ day }: { day: string }) => `by the end of ${day}`,
    someDocument: "the document that asks for it",
    card: "Work",
  },
);

export const actNames: ActNames = {
  "work:open": { vi: "chuyển việc này đến đơn vị", en: "put this item on the unit's desk" },
  "work:accept": { vi: "nhận việc", en: "accepted the item" },
  "work:see": { vi: "xác nhận đã xem", en: "marked it as seen" },
  "work:answer": { vi: "trả lời theo cách khác", en: "answered otherwise" },
  "work:decline": { vi: "từ chối", en: "declined" },
  "work:agree": { vi: "đồng ý với cách trả lời", en: "agreed to the answer" },
  "work:insist": { vi: "đề nghị lại", en: "asked again" },
  "work:progress": { vi: "báo cáo tiến độ", en: "reported progress" },
  "work:complete": { vi: "báo cáo hoàn thành", en: "reported completion" },
  "work:confirm": { vi: "xác nhận hoàn thành", en: "confirmed completion" },
  "work:return": { vi: "trả lại báo cáo", en: "returned the report" },
  "work:roll-over": { vi: "lùi hạn", en: "moved the deadline" },
  "work:withdraw": { vi: "thu hồi việc", en: "withdrew the item" },
  "work:amend": { vi: "điều chỉnh theo kế hoạch sửa đổi", en: "amended it with the plan" },
  "work:comment": { vi: "ghi ý kiến", en: "commented" },
};

export const fieldNames: FieldNames = {
  text: { vi: "nội dung", en: "text" },
  percent: { vi: "phần trăm", en: "per cent" },
  due: { vi: "thời hạn", en: "deadline" },
};
