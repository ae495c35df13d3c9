import { phrasebook } from "../../../../kernel/language.ts";

type Both = { vi: string; en: string };

export const say = phrasebook(
  {
    ended: ({ what, count, from, words }: { what: Both; count: number; from: string; words: string }) =>
      `Văn bản vẫn nói đến ${what.vi} (${count} chỗ, như “${words}”), trong khi từ ${from} không còn. Có phải chép từ văn bản cũ?`,
    successor: ({ successor }: { successor: Both }) => `Nay là: ${successor.vi}.`,
    province: ({ name, into }: { name: string; into: string }) => `Tỉnh ${name} đã sáp nhập vào ${into}. Có phải nói về thời gian trước?`,
    provinceMend: ({ into }: { into: string }) => `Nay là: ${into}; nếu nói chuyện trước đây, ghi thêm “(cũ)”.`,
    place: ({ name, until }: { name: string; until: string }) =>
      `“${name}” trong danh mục đơn vị đã kết thúc ngày ${until}. Nay là đơn vị nào?`,
    placeMend: "Ghi tên đơn vị hiện nay, hoặc thêm “(cũ)”.",
  },
  {
    ended: ({ what, count, from, words }: { what: Both; count: number; from: string; words: string }) =>
      `The text still speaks of ${what.en} (${count} places, such as “${words}”), which ended on ${from}. Copied from an older document?`,
    successor: ({ successor }: { successor: Both }) => `Now: ${successor.en}.`,
    province: ({ name, into }: { name: string; into: string }) => `The province ${name} went into ${into}. Is an earlier time meant?`,
    provinceMend: ({ into }: { into: string }) => `Now: ${into}; add “(cũ)” when an earlier time is meant.`,
    place: ({ name, until }: { name: string; until: string }) =>
      `“${name}” ended on ${until} in the directory of units. Which unit is it now?`,
    placeMend: "Name today's unit, or add “(cũ)”.",
  },
);
