import { phrasebook } from "../../../kernel/language.ts";

export const say = phrasebook(
  {
    draftEmpty: "Chưa có nội dung để kiểm tra. Hãy dán văn bản hoặc chọn tệp có chữ.",
    draftScan: "Tệp này là bản quét, chưa có chữ để kiểm tra. Hãy đưa vào sổ văn bản để nhận dạng chữ trước, hoặc dán nội dung.",
    draftLong: "Văn bản này quá dài để kiểm tra ngay. Hãy đưa vào sổ văn bản, phần kiểm tra có ở trang của văn bản.",
    notRead: "Văn bản chưa đọc xong nên chưa có phiếu kiểm tra. Hãy chờ ít phút rồi tải lại.",
    cannotOpen: ({ file }: { file: string }) => `Không mở được tệp ${file}. Hãy kiểm tra đường dẫn và quyền đọc rồi chạy lại.`,
    json: "in kết quả ở dạng JSON",
    paperIntro: ({ count }: { count: number }) =>
      `Có ${count} điều cần xem lại, xếp theo mức cần sửa, xem lại, gợi ý. Số dòng tính theo bản chữ mà phần mềm đọc được.`,
    paperNote: "Các điều trên là câu hỏi để người soạn thảo cân nhắc; ghi cách xử lý vào cột cuối.",
    paperNowhere: "Không thấy trong văn bản",
    none: "Không thấy điều gì cần hỏi lại.",
    count: ({ count }: { count: number }) => `${count} điều cần xem lại`,
    wrong: "CẦN SỬA",
    look: "XEM LẠI",
    hint: "GỢI Ý",
    line: ({ line, more }: { line: number; more: number }) => `dòng ${line}${more > 0 ? ` và ${more} chỗ khác` : ""}`,
    mend: "Có thể sửa",
    basis: "Căn cứ",
  },
  {
    draftEmpty: "There is nothing to check. Paste a text or choose a file with text in it.",
    draftScan: "This file is a scan without text. Put it into the register first, where its pages are recognised, or paste the text.",
    draftLong: "This text is too long to check at once. Put it into the register; the check is on the document's page.",
    notRead: "The document has not been read yet, so there is no list. Wait a few minutes and download again.",
    cannotOpen: ({ file }: { file: string }) =>
      `The file ${file} cannot be opened. Check the path and that it may be read, then run again.`,
    json: "print the result as JSON",
    paperIntro: ({ count }: { count: number }) =>
      `${count} questions, in the order wrong, look at, hint. Lines count in the text as the program read it.`,
    paperNote: "These are questions for the writer to weigh; say in the last column what was done.",
    paperNowhere: "Not found in the text",
    none: "Nothing to ask about.",
    count: ({ count }: { count: number }) => `${count} questions`,
    wrong: "WRONG",
    look: "LOOK AT",
    hint: "HINT",
    line: ({ line, more }: { line: number; more: number }) => `line ${line}${more > 0 ? ` and ${more} more` : ""}`,
    mend: "Perhaps",
    basis: "Basis",
  },
);
