import { phrasebook } from "../../kernel/language.ts";
import type { ActNames, FieldNames } from "../audit/contract.ts";

export const say = phrasebook(
  {
    notOwed: "Việc này không còn chờ đơn vị gửi, hoặc chức danh đang dùng không được xem. Hãy tải lại trang để xem hiện trạng.",
    nobodyOwes: "Các đơn vị được chọn đều đã gửi, nên không có gì để nhắc.",
    notAsked: "Chỉ đơn vị giao việc hoặc yêu cầu báo cáo mới gửi lời nhắc và cho thêm thời gian.",
    dayNotLater: ({ day }: { day: string }) => `Ngày xin lùi phải sau hạn hiện nay (${day}) và từ hôm nay trở đi. Hãy chọn ngày khác.`,
    alreadyAsked: "Đơn vị đã xin thêm thời gian cho việc này và đang chờ trả lời.",
    noExtension: "Không tìm thấy đề nghị này, hoặc chức danh đang dùng không được xem.",
    decided: "Đề nghị này đã được trả lời hoặc rút lại. Hãy tải lại trang để xem kết quả.",
    changed: "Đề nghị này vừa được người khác cập nhật. Hãy xem nội dung mới rồi làm lại.",
    ownRequest: "Người xin thêm thời gian không tự quyết định. Hãy để một người khác của đơn vị giao việc trả lời.",
    granted: ({ reason }: { reason: string }) => `Đồng ý đề nghị thêm thời gian: ${reason}`,
    card: "Xin thêm thời gian",
    mailSubject: ({ count, day }: { count: number; day: string }) => `Khéo: ${count} việc cần làm, ngày ${day}`,
    mailGreeting: ({ name }: { name: string }) => `Kính gửi đồng chí ${name},`,
    mailSubjectNews: ({ count, day }: { count: number; day: string }) => `Khéo: ${count} tin mới, ngày ${day}`,
    mailNews: "Tin mới về những gì đơn vị đang chờ:",
    mailIntro: "Đây là các việc của đơn vị sắp đến hạn hoặc đã quá ngày. Việc đã gửi sẽ không được nhắc nữa.",
    mailLine: ({ title, due, unit }: { title: string; due: string; unit: string }) => `${title} – ${due} (${unit})`,
    mailOpen: "Mở danh sách việc:",
    mailStop: "Không muốn nhận thư này nữa: tắt ở trang “Nhắc việc”.",
    until: ({ day }: { day: string }) => `hết ngày ${day}`,
  },
  {
    notOwed: "The unit does not owe this any more, or the post you are using may not see it. Reload the page to see how it stands.",
    nobodyOwes: "All of these units have sent, so there is nothing to remind of.",
    notAsked: "Only the unit that gave the work out or asks for the report reminds of it and grants more time.",
    dayNotLater: ({ day }: { day: string }) =>
      `The new day must be after the present deadline (${day}) and not before today. Choose another day.`,
    alreadyAsked: "The unit has asked for more time for this already and waits for the answer.",
    noExtension: "This request was not found, or the post you are using may not see it.",
    decided: "This request was answered or withdrawn. Reload the page to see the result.",
    changed: "Somebody has just updated this request. Look at what is new and do it again.",
    ownRequest: "Whoever asks for time does not decide on it. Let another person of the assigning unit answer.",
    granted: ({ reason }: { reason: string }) => `More time granted: ${reason}`,
    card: "Request for more time",
    mailSubject: ({ count, day }: { count: number; day: string }) => `Khéo: ${count} things to do, ${day}`,
    mailGreeting: ({ name }: { name: string }) => `Dear ${name},`,
    mailSubjectNews: ({ count, day }) => `Khéo: ${count} pieces of news, ${day}`,
    mailNews: "News of what your unit has been waiting for:",
    mailIntro: "These things of your unit are due soon or were due already. What has been sent is not mentioned again.",
    mailLine: ({ title, due, unit }: { title: string; due: string; unit: string }) => `${title} – ${due} (${unit})`,
    mailOpen: "Open the list:",
    mailStop: "To stop this mail, switch it off on the page “Reminders”.",
    until: ({ day }: { day: string }) => `by the end of ${day}`,
  },
);

export const actNames: ActNames = {
  "notice:remind": { vi: "gửi lời nhắc", en: "sent a reminder" },
  "notice:mail": { vi: "đổi cách nhận nhắc việc", en: "changed how reminders arrive" },
  "extension:ask": { vi: "xin thêm thời gian", en: "asked for more time" },
  "extension:grant": { vi: "đồng ý cho thêm thời gian", en: "granted more time" },
  "extension:refuse": { vi: "chưa đồng ý cho thêm thời gian", en: "refused more time" },
  "extension:withdraw": { vi: "rút đề nghị thêm thời gian", en: "withdrew the request for more time" },
};

export const fieldNames: FieldNames = {
  untilDay: { vi: "đến ngày", en: "until" },
  extensionState: { vi: "kết quả đề nghị", en: "state of the request" },
};
