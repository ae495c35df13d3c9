import { phrasebook } from "../../../../kernel/language.ts";

export const say = phrasebook(
  {
    noLead: ({ count, total }: { count: number; total: number }) =>
      `${count} trong ${total} việc không nêu ai chủ trì. Có phải đều do cơ quan ban hành tự làm?`,
    noLeadMend: "Ghi rõ cơ quan chủ trì cho từng việc, hoặc một câu giao chung.",
    noDue: ({ count, total }: { count: number; total: number }) =>
      `${count} trong ${total} việc không nêu thời hạn hay nhịp làm. Có phải là việc thường xuyên?`,
    noDueMend: "Ghi hạn hoặc nhịp (hằng tháng, hằng quý …) cho việc cần kết quả.",
    beforeDocument: ({ date, own }: { date: string; own: string }) =>
      `Hạn ${date} trước ngày ban hành (${own}). Có phải ghi nhầm ngày hoặc năm?`,
    afterPeriod: ({ date, period }: { date: string; period: string }) =>
      `Hạn ${date} sau thời kỳ của kế hoạch (${period}). Có phải ghi nhầm?`,
    checkDate: "Xem lại ngày.",
    noSuchDay: ({ printed }: { printed: string }) => `Không có ngày “${printed}”. Ngày nào đúng?`,
    weekday: ({ printed, date, real }: { printed: string; date: string; real: string }) =>
      `Ngày ${date} là ${real}, không phải ${printed}. Thứ hay ngày ghi nhầm?`,
    weekdayMend: ({ real }: { real: string }) => `Nếu đúng ngày thì viết “${real}”.`,
    spanBack: ({ from, to }: { from: string; to: string }) => `“Từ ngày ${from} đến ngày ${to}”: ngày sau đứng trước. Có phải ghi nhầm?`,
    startsBefore: ({ from, own }: { from: string; own: string }) =>
      `Thời gian thực hiện bắt đầu ngày ${from}, trước ngày ban hành (${own}). Có phải ban hành chậm, hay ghi nhầm ngày?`,
    reportNoDay: ({ count }: { count: number }) => `${count} báo cáo không nêu thời hạn gửi. Gửi trước ngày nào?`,
    reportNoDayMend: "Ghi ngày gửi, hoặc kỳ báo cáo.",
    notRecipient: ({ list, count }: { list: string; count: number }) =>
      `${count} đơn vị được giao việc mà không thấy ở “Nơi nhận”: ${list}. Có gửi cho họ không?`,
    notRecipientMend: "Bổ sung vào “Nơi nhận”, hoặc xem lại tên.",
    noScope: ({ count }: { count: number }) => `${count} chỉ tiêu không nói rõ ai phải đạt. Giao cho đơn vị nào?`,
    noScopeMend: "Ghi rõ đơn vị phải đạt chỉ tiêu.",
    sum: ({ total, unit, sum }: { total: string; unit: string; sum: string }) =>
      `Tổng ghi ${total} ${unit}, các phần cộng lại là ${sum}. Con số nào đúng?`,
    sumMend: "Cộng lại.",
    same: "Hai việc viết gần như giống hệt nhau. Có phải chép lặp?",
    sameMend: "Giữ một, hoặc nói rõ hai việc khác nhau ở đâu.",
    interval: ({
      years,
      kind,
      number,
      from,
      year,
      real,
    }: {
      years: number;
      kind: string;
      number: string;
      from: string;
      year: number;
      real: number;
    }) => `“${kind} ${years} năm” văn bản số ${number} (${from}) vào năm ${year}: đến năm đó là ${real} năm. Năm hoặc số năm có ghi nhầm?`,
    intervalMend: ({ year }: { year: number }) => `Tròn số năm đó là ${year}.`,
    reportTwice: ({ who, to }: { who: string; to: string }) =>
      `${who} phải gửi ${to} cùng một loại báo cáo ở hai chỗ. Có phải một báo cáo nói hai lần?`,
    reportTwiceMend: "Giữ một chỗ, hoặc nói rõ đây là hai báo cáo.",
    leftToOther: ({ what }: { what: string }) =>
      `Tiêu đề hứa “${what}”, còn nội dung chỉ giao cơ quan khác hướng dẫn. Khi nào có hướng dẫn, và chờ nó hay làm trước?`,
    leftToOtherMend: "Ghi hạn ban hành hướng dẫn, hoặc nêu ngay nội dung.",
    widerScope: ({ scope, issuer }: { scope: string; issuer: string }) =>
      `“${scope}” rộng hơn địa bàn của ${issuer}. Có phải chép từ văn bản cấp trên?`,
    widerScopeMend: "Ghi đúng địa bàn của đơn vị mình.",
    quota: ({ metric, own, asked, parent }: { metric: string; own: string; asked: string; parent: string }) =>
      `“${metric}”: ở đây ${own}, ${parent} yêu cầu ${asked}. Có phải hạ chỉ tiêu?`,
    quotaMend: ({ asked }: { asked: string }) => `Văn bản cấp trên ghi ${asked}.`,
    notTaken: ({ count, parent, first }: { count: number; parent: string; first: string }) =>
      `${count} việc mà ${parent} giao chưa thấy ai nhận ở đây, như: “${first}”. Có phải bỏ sót?`,
    notTakenMend: "Bổ sung việc, hoặc nói rõ ai làm.",
  },
  {
    noLead: ({ count, total }: { count: number; total: number }) => `${count} of ${total} tasks name no lead. Does the issuer do them all?`,
    noLeadMend: "Name the lead of each task, or assign them in one sentence.",
    noDue: ({ count, total }: { count: number; total: number }) =>
      `${count} of ${total} tasks have no deadline or rhythm. Are they continuous work?`,
    noDueMend: "Give a deadline or a rhythm where a result is wanted.",
    beforeDocument: ({ date, own }: { date: string; own: string }) =>
      `The deadline ${date} is before the document's own day (${own}). Is day or year mistaken?`,
    afterPeriod: ({ date, period }: { date: string; period: string }) =>
      `The deadline ${date} is after the plan's period (${period}). A slip?`,
    checkDate: "Check the date.",
    noSuchDay: ({ printed }: { printed: string }) => `There is no day “${printed}”. Which is meant?`,
    weekday: ({ printed, date, real }: { printed: string; date: string; real: string }) =>
      `${date} is ${real}, not ${printed}. Is the weekday or the date mistaken?`,
    weekdayMend: ({ real }: { real: string }) => `If the date is right, write “${real}”.`,
    spanBack: ({ from, to }: { from: string; to: string }) => `“From ${from} to ${to}”: the end comes first. A slip?`,
    startsBefore: ({ from, own }: { from: string; own: string }) =>
      `The work begins on ${from}, before the document's own day (${own}). Issued late, or a slip of the date?`,
    reportNoDay: ({ count }: { count: number }) => `${count} reports have no day to be sent by. By when?`,
    reportNoDayMend: "Give the day, or the period.",
    notRecipient: ({ list, count }: { list: string; count: number }) =>
      `${count} bodies have tasks but are not among the recipients: ${list}. Is it sent to them?`,
    notRecipientMend: "Add them to the recipients, or check the name.",
    noScope: ({ count }: { count: number }) => `${count} targets do not say who must reach them. Whose are they?`,
    noScopeMend: "Name the unit that must reach the target.",
    sum: ({ total, unit, sum }: { total: string; unit: string; sum: string }) =>
      `The total says ${total} ${unit}, the parts add up to ${sum}. Which is right?`,
    sumMend: "Add up again.",
    same: "Two tasks say nearly the same words. Copied twice?",
    sameMend: "Keep one, or say how they differ.",
    interval: ({
      years,
      kind,
      number,
      from,
      year,
      real,
    }: {
      years: number;
      kind: string;
      number: string;
      from: string;
      year: number;
      real: number;
    }) => `“${kind} ${years} năm” of document ${number} (${from}) in ${year}: that is ${real} years. Is the year or the interval mistaken?`,
    intervalMend: ({ year }: { year: number }) => `That many years are full in ${year}.`,
    reportTwice: ({ who, to }: { who: string; to: string }) =>
      `${who} owe ${to} the same kind of report in two places. One report said twice?`,
    reportTwiceMend: "Keep one place, or say that they are two.",
    leftToOther: ({ what }: { what: string }) =>
      `The heading promises “${what}”; the text only asks another body to give guidance. When will it come, and is it waited for?`,
    leftToOtherMend: "Say by when the guidance comes, or give the content.",
    widerScope: ({ scope, issuer }: { scope: string; issuer: string }) =>
      `“${scope}” is wider than the area of ${issuer}. Copied from the superior's document?`,
    widerScopeMend: "Name the area of your own unit.",
    quota: ({ metric, own, asked, parent }: { metric: string; own: string; asked: string; parent: string }) =>
      `“${metric}”: here ${own}, ${parent} asks ${asked}. Lowered on purpose?`,
    quotaMend: ({ asked }: { asked: string }) => `The superior's document says ${asked}.`,
    notTaken: ({ count, parent, first }: { count: number; parent: string; first: string }) =>
      `${count} duties that ${parent} assigns are not taken up here, such as: “${first}”. Left out?`,
    notTakenMend: "Add them, or say who does them.",
  },
);
