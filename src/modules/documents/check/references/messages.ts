import { phrasebook } from "../../../../kernel/language.ts";

export const say = phrasebook(
  {
    twoDates: ({ number, one, other }: { number: string; one: string; other: string }) =>
      `Số ${number} được dẫn với hai ngày khác nhau: ${one} và ${other}. Có phải là hai văn bản, hay một ngày ghi nhầm?`,
    twoDatesFar: ({ number, one, other }: { number: string; one: string; other: string }) =>
      `Có hai văn bản cùng số ${number}: ${one} và ${other}. Có phải đúng là hai văn bản khác nhau? Khi dẫn lại nên ghi kèm ngày.`,
    checkOriginal: "Đối chiếu với bản gốc.",
    twoIssuers: ({ number, one, other }: { number: string; one: string; other: string }) =>
      `Số ${number} được ghi là của “${one}” và của “${other}”. Cơ quan nào ban hành?`,
    issuerElsewhere: ({ number, here, there, where }: { number: string; here: string; there: string; where: string }) =>
      `Số ${number} ở đây ghi là của “${here}”, còn ${where} ghi là của “${there}”. Cơ quan nào ban hành?`,
    dateElsewhere: ({ number, here, there, where }: { number: string; here: string; there: string; where: string }) =>
      `Số ${number} ở đây ghi ngày ${here}, còn ${where} ghi ngày ${there}. Có phải là hai văn bản, hay một ngày ghi nhầm?`,
    later: ({ number, date, own }: { number: string; date: string; own: string }) =>
      `Văn bản số ${number} đề ngày ${date}, sau ngày của văn bản này (${own}). Có phải ghi nhầm ngày?`,
    titles: ({ number, one, other }: { number: string; one: string; other: string }) =>
      `Số ${number} được dẫn với hai trích yếu: “${one}” và “${other}”. Trích yếu nào đúng?`,
    typeSymbol: ({ type, number, means }: { type: string; number: string; means: string }) =>
      `Ghi là “${type}” nhưng số ${number} có ký hiệu của ${means}. Có phải ghi nhầm loại văn bản?`,
    typeMend: ({ means }: { means: string }) => `Có thể là “${means}”.`,
    year: ({ number, year }: { number: string; year: string }) =>
      `Số ${number} mang năm khác với ngày ban hành (${year}). Có phải ghi nhầm?`,
    noDate: ({ count, list }: { count: number; list: string }) =>
      `${count} văn bản được dẫn mà không chỗ nào ghi ngày ban hành: ${list}. Có phải nên ghi đủ ở lần dẫn đầu?`,
    noNumber: ({ count, first }: { count: number; first: string }) =>
      `${count} căn cứ không ghi số, ngày, như “${first} …”. Có phải văn bản nào chưa điền?`,
    noIssuer: ({ count, list }: { count: number; list: string }) =>
      `${count} văn bản ở phần căn cứ không ghi cơ quan ban hành: ${list}. Của cơ quan nào?`,
    noDateMend: "Lần dẫn đầu ghi đủ tên loại, số, ngày, cơ quan ban hành và trích yếu.",
    superseded: ({ number, by }: { number: string; by: string }) =>
      `Văn bản số ${number} có thể đã được thay thế hoặc bãi bỏ (${by}). Còn dẫn được không?`,
  },
  {
    twoDates: ({ number, one, other }: { number: string; one: string; other: string }) =>
      `Number ${number} is cited with two dates: ${one} and ${other}. Two documents, or one date mistaken?`,
    twoDatesFar: ({ number, one, other }: { number: string; one: string; other: string }) =>
      `Two documents have the number ${number}: ${one} and ${other}. Are they two? Later citations should give the date.`,
    checkOriginal: "Compare with the original.",
    twoIssuers: ({ number, one, other }: { number: string; one: string; other: string }) =>
      `Number ${number} is said to be by “${one}” and by “${other}”. Who issued it?`,
    issuerElsewhere: ({ number, here, there, where }: { number: string; here: string; there: string; where: string }) =>
      `Number ${number} is said here to be by “${here}”, and in ${where} by “${there}”. Who issued it?`,
    dateElsewhere: ({ number, here, there, where }: { number: string; here: string; there: string; where: string }) =>
      `Number ${number} is dated ${here} here, and ${there} in ${where}. Two documents, or one date mistaken?`,
    later: ({ number, date, own }: { number: string; date: string; own: string }) =>
      `Document ${number} is dated ${date}, later than this document (${own}). Is the date mistaken?`,
    titles: ({ number, one, other }: { number: string; one: string; other: string }) =>
      `Number ${number} is cited with two titles: “${one}” and “${other}”. Which is right?`,
    typeSymbol: ({ type, number, means }: { type: string; number: string; means: string }) =>
      `It is called “${type}”, but number ${number} has the letters of ${means}. Is the type mistaken?`,
    typeMend: ({ means }: { means: string }) => `Perhaps “${means}”.`,
    year: ({ number, year }: { number: string; year: string }) => `Number ${number} carries another year than its date (${year}). A slip?`,
    noDate: ({ count, list }: { count: number; list: string }) =>
      `${count} documents are cited without a date anywhere: ${list}. Give it at the first citation?`,
    noNumber: ({ count, first }: { count: number; first: string }) =>
      `${count} bases have no number and no date, such as “${first} …”. Which documents are meant?`,
    noIssuer: ({ count, list }: { count: number; list: string }) =>
      `${count} documents among the bases are cited without their issuer: ${list}. Whose are they?`,
    noDateMend: "The first citation gives type, number, date, issuer and title.",
    superseded: ({ number, by }: { number: string; by: string }) =>
      `Document ${number} may have been replaced or repealed (${by}). May it still be cited?`,
  },
);
