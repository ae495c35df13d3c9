import { phrasebook } from "../../../kernel/language.ts";
import type { ActNames, FieldNames } from "../../audit/contract.ts";

export const say = phrasebook(
  {
    noRound:
      "Không tìm thấy kỳ báo cáo này, hoặc chức danh đang dùng không được xem. Hãy kiểm tra đường dẫn hoặc đổi chức danh ở góc trên.",
    changed: "Có đơn vị vừa được người khác thay đổi trong kỳ này. Hãy xem lại danh sách rồi làm lại.",
    ended: "Kỳ báo cáo này đã kết thúc nên không làm bước đó được. Hãy tải lại trang.",
    notEnded: "Kỳ báo cáo này đang mở. Hãy tải lại trang.",
    formEnded: "Biểu đã ngừng nên không mở lại kỳ được. Hãy sao chép thành biểu mới nếu còn cần.",
    noPeriod: "Biểu này không có kỳ đó. Hãy chọn một kỳ của biểu, ví dụ 2026-Q3.",
    opened: "Kỳ này đã mở rồi. Hãy vào danh sách kỳ để xem.",
    notBegun: "Kỳ này chưa bắt đầu; đến ngày đầu kỳ hệ thống sẽ tự mở.",
    dueGone: "Hạn gửi của kỳ này đã qua. Hãy đặt một hạn từ hôm nay trở đi, để không đơn vị nào bị ghi là quá hạn ngay.",
    dayGone: "Hạn mới phải từ hôm nay trở đi. Hãy chọn lại ngày.",
    notExtended: "Hạn mới phải sau hạn đang có của từng đơn vị được chọn. Hãy chọn lại ngày hoặc bỏ bớt đơn vị.",
    notFixed: "Kỳ này chưa chốt số liệu lần nào. Hãy bấm “Chốt số liệu” trước.",
    nobodyAsked: "Chưa có đơn vị nào phải gửi biểu này vào ngày hôm nay. Hãy xem lại nơi thực hiện.",
    until: ({ day }: { day: string }) => `đến hết ngày ${day}`,
    card: ({ due }: { due: string }) => `Báo cáo số liệu, hạn ${due}`,
    cardLate: ({ due }: { due: string }) => `Báo cáo số liệu đã quá hạn ${due}`,
    cardReturned: "Báo cáo số liệu bị trả lại để bổ sung",
    cardDocument: "Còn thiếu văn bản đã ký",
  },
  {
    noRound: "This round was not found, or the post you are using may not see it. Check the link or switch posts at the top.",
    changed: "Somebody has just changed a unit of this round. Look at the list and do it again.",
    ended: "This round has ended, so this step is not possible. Reload the page.",
    notEnded: "This round is open. Reload the page.",
    formEnded: "The form has ended, so its rounds stay closed. Copy it into a new form if it is still needed.",
    noPeriod: "The form has no such period. Choose one of its periods, such as 2026-Q3.",
    opened: "This period has its round already. See the list of rounds.",
    notBegun: "This period has not begun; its round opens by itself on its first day.",
    dueGone: "The period's day has gone by. Set one from today on, so that nobody is late from the start.",
    dayGone: "The new last day must be today or later. Choose another.",
    notExtended: "The new last day must be later than the one each chosen unit has. Choose another day or fewer units.",
    notFixed: "Figures of this round have not been fixed yet. Fix them first.",
    nobodyAsked: "Nobody has to send this form today. Look at its addressees.",
    until: ({ day }: { day: string }) => `by the end of ${day}`,
    card: ({ due }: { due: string }) => `Report due: ${due}`,
    cardLate: ({ due }: { due: string }) => `Report past its day: ${due}`,
    cardReturned: "Report returned to be mended",
    cardDocument: "The signed document is still missing",
  },
);

export const roundActs: ActNames = {
  "round:open": { vi: "mở kỳ báo cáo", en: "opened the round" },
  "round:extend": { vi: "gia hạn", en: "gave more time" },
  "round:excuse": { vi: "cho miễn gửi kỳ này", en: "excused units" },
  "round:undo-excuse": { vi: "bỏ cho miễn", en: "took the excuse back" },
  "round:fix-figures": { vi: "chốt số liệu", en: "fixed the figures" },
  "round:close": { vi: "kết thúc kỳ báo cáo", en: "ended the round" },
  "round:reopen": { vi: "mở lại kỳ báo cáo", en: "opened the round again" },
};

export const roundFields: FieldNames = {
  period: { vi: "kỳ", en: "period" },
  lastDay: { vi: "hạn", en: "last day" },
  gained: { vi: "đơn vị thêm", en: "units gained" },
  lost: { vi: "đơn vị bớt", en: "units lost" },
};
