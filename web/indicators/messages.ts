import { phrasebook } from "../../src/kernel/language.ts";

type Count = { count: number };
type Days = { days: number };

/** Forms, rounds, the dictionary; entry has its own file. */
export const say = phrasebook(
  {
    figures: "Số liệu",
    figuresNote: "Biểu mẫu phải gửi, biểu mẫu đơn vị mình yêu cầu, danh mục chỉ tiêu.",

    periodWeek: "Hằng tuần",
    periodMonth: "Hằng tháng",
    periodQuarter: "Hằng quý",
    periodHalf: "6 tháng",
    periodNineMonth: "9 tháng",
    periodYear: "Hằng năm",
    periodAdHoc: "Đột xuất",
    calendarCivil: "Theo tháng dương lịch",
    calendarCutOff: "Từ ngày 15 tháng trước đến ngày 14",

    formDraft: "Đang soạn",
    formOpen: "Đang thu",
    formClosed: "Đã ngừng",

    standingLate: ({ days }: Days) => `Trễ ${days} ngày`,
    standingPast: ({ days }: Days) => `Đã qua ngày đề nghị ${days} ngày`,
    standingToday: "Hạn hôm nay",
    standingSoon: ({ days }: Days) => `Còn ${days} ngày`,
    standingLater: ({ days }: Days) => `Còn ${days} ngày`,
    standingApproved: "Đã duyệt",
    standingOver: "Đã xong",
    "standing.returned": "Bị trả lại",
    "standing.document": "Còn văn bản ký",
    "standing.waiting": "Đã gửi, chờ duyệt",
    "standing.excused": "Được miễn kỳ này",
    progressNotBegun: "chưa nhập",
    progressDraft: "đang nhập",
    progressSent: "đã gửi",
    progressReturned: "đã trả lại",
    progressApproved: "đã duyệt",

    minutes: ({ minutes }: { minutes: number }) => `mất khoảng ${minutes} phút`,
    basis: ({ basis }: { basis: string }) => `Theo ${basis}`,
    back: "Số liệu",
    cancel: "Hủy",
    save: "Lưu",
    count: ({ count }: Count) => `${count}`,
  },
  {
    figures: "Figures",
    figuresNote: "Forms to send, forms that your unit asks for, the dictionary of indicators.",

    periodWeek: "Weekly",
    periodMonth: "Monthly",
    periodQuarter: "Quarterly",
    periodHalf: "Half-yearly",
    periodNineMonth: "Nine months",
    periodYear: "Yearly",
    periodAdHoc: "Once",
    calendarCivil: "Calendar months",
    calendarCutOff: "From the 15th of the month before to the 14th",

    formDraft: "In preparation",
    formOpen: "Collecting",
    formClosed: "Ended",

    standingLate: ({ days }) => `${days} days late`,
    standingPast: ({ days }) => `${days} days past the day asked for`,
    standingToday: "Due today",
    standingSoon: ({ days }) => `${days} days left`,
    standingLater: ({ days }) => `${days} days left`,
    standingApproved: "Approved",
    standingOver: "Done",
    "standing.returned": "Returned",
    "standing.document": "Signed document missing",
    "standing.waiting": "Sent, to be approved",
    "standing.excused": "Excused this time",
    progressNotBegun: "not begun",
    progressDraft: "being entered",
    progressSent: "sent",
    progressReturned: "returned",
    progressApproved: "approved",

    minutes: ({ minutes }) => `takes about ${minutes} minutes`,
    basis: ({ basis }) => `Under ${basis}`,
    back: "Figures",
    cancel: "Cancel",
    save: "Save",
    count: ({ count }) => `${count}`,
  },
);
