import { phrasebook } from "../../../src/kernel/language.ts";

/** Scans: how far their recognition is, and a page's text beside its image. */
export const say = phrasebook(
  {
    recognising: ({ read, pages }: { read: number; pages: number }) => `Đang nhận dạng chữ: xong ${read}/${pages} trang`,
    recognisingText: "Có thể rời trang này, việc nhận dạng vẫn tiếp tục trên máy chủ.",
    stop: "Dừng nhận dạng",
    title: "Chữ nhận dạng và ảnh trang",
    openPages: "Xem chữ bên cạnh ảnh trang",
    openPagesText: ({ pages }: { pages: number }) =>
      `Bản quét ${pages} trang, chữ do máy nhận dạng. Nên đối chiếu với ảnh trước khi rà soát.`,
    unread: ({ unread }: { unread: number }) => `${unread} trang không nhận dạng được, cần gõ lại theo ảnh.`,
    back: "Về văn bản",
    pageOf: ({ page, pages }: { page: number; pages: number }) => `Trang ${page}/${pages}`,
    previous: "Trang trước",
    next: "Trang sau",
    pages: "Các trang",
    image: ({ page }: { page: number }) => `Ảnh trang ${page}`,
    text: "Chữ của trang",
    doubtful: ({ count }: { count: number }) => `${count} từ cần đối chiếu với ảnh: được tô trong chữ và đóng khung trên ảnh.`,
    changed: ({ count }: { count: number }) => `${count} từ máy đã sửa theo từ đứng cạnh`,
    wasRead: ({ read }: { read: string }) => `Máy đọc: ${read}`,
    poor: "Ảnh trang này khó đọc nên chữ nhận dạng sai nhiều. Hãy quét lại ở 300 dpi, hoặc chụp thẳng trang giấy: máy song song với mặt giấy, đủ bốn góc, đủ sáng, không có bóng; rồi tải lên lại.",
    sure: "Không có từ nào máy chưa chắc ở trang này.",
    fromFile: "Chữ của trang này có sẵn trong tệp, không phải nhận dạng.",
    waiting: "Trang này đang chờ nhận dạng.",
    noText: "Chưa nhận dạng được chữ ở trang này. Hãy gõ lại theo ảnh.",
    correct: "Sửa chữ trang này",
    correctHint: "Mỗi đoạn một dòng. Đoạn kéo sang từ trang trước nằm ở trang trước.",
    save: "Lưu và đọc lại văn bản",
    cancel: "Hủy",
    saved: "Đã lưu chữ của trang.",
    correctedBy: ({ name, at }: { name: string; at: string }) => `${name} đã sửa, ${at}`,
    showBoxes: "Khung từ cần đối chiếu trên ảnh",
    zoom: "Ảnh lớn",
    erased: ({ at }: { at: string }) =>
      `Tệp bạn tải lên lúc ${at} mang dấu độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên Khéo đã xóa toàn bộ tệp, ảnh trang và chữ. Văn bản mật chỉ được xử lý theo quy định về bảo vệ bí mật nhà nước.`,
    seen: "Đã hiểu",
  },
  {
    recognising: ({ read, pages }: { read: number; pages: number }) => `Recognising: ${read} of ${pages} pages done`,
    recognisingText: "You may leave this page; the server goes on.",
    stop: "Stop recognising",
    title: "Recognised text and page images",
    openPages: "See the text beside the page images",
    openPagesText: ({ pages }: { pages: number }) =>
      `A scan of ${pages === 1 ? "1 page" : `${pages} pages`}, recognised by machine. Compare it with the images before reviewing.`,
    unread: ({ unread }: { unread: number }) =>
      unread === 1
        ? "1 page could not be recognised and has to be typed from its image."
        : `${unread} pages could not be recognised and have to be typed from their images.`,
    back: "Back to the document",
    pageOf: ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
    previous: "Previous page",
    next: "Next page",
    pages: "Pages",
    image: ({ page }: { page: number }) => `Image of page ${page}`,
    text: "Text of the page",
    doubtful: ({ count }: { count: number }) =>
      count === 1
        ? "1 word to compare with the image: marked in the text and framed on the image."
        : `${count} words to compare with the image: marked in the text and framed on the image.`,
    changed: ({ count }: { count: number }) =>
      count === 1 ? "1 word set right by the words beside it" : `${count} words set right by the words beside them`,
    wasRead: ({ read }: { read: string }) => `Recognised: ${read}`,
    poor: "This page's image is hard to read and much of it is recognised wrongly. Scan it again at 300 dpi, or photograph the sheet squarely: the telephone parallel to the paper, all four corners in the picture, enough light, no shadow; then upload it again.",
    sure: "No doubtful words on this page.",
    fromFile: "The file itself spells this page; nothing had to be recognised.",
    waiting: "This page waits to be recognised.",
    noText: "Nothing could be recognised on this page. Type it from the image.",
    correct: "Correct this page",
    correctHint: "One line for a paragraph. A paragraph that began on the page before stands there.",
    save: "Save and read the document again",
    cancel: "Cancel",
    saved: "The page's text is saved.",
    correctedBy: ({ name, at }: { name: string; at: string }) => `Corrected by ${name}, ${at}`,
    showBoxes: "Frame the words to compare on the image",
    zoom: "Large image",
    erased: ({ at }: { at: string }) =>
      `The file that you uploaded at ${at} carries a secrecy mark (MẬT, TỐI MẬT or TUYỆT MẬT), so Khéo has erased the file, its page images and its text. Secret documents are handled under the rules on state secrets only.`,
    seen: "Understood",
  },
);
