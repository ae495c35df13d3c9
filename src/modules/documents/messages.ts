import { phrasebook } from "../../kernel/language.ts";
import type { ActNames, FieldNames } from "../audit/contract.ts";

export const say = phrasebook(
  {
    noDocument:
      "Không tìm thấy văn bản này, hoặc chức danh đang dùng không được xem. Hãy kiểm tra đường dẫn hoặc đổi chức danh ở góc trên.",
    noItem: "Mục này không còn trong bản rà soát. Hãy tải lại trang.",
    secret:
      "Tệp này mang dấu độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên Khéo không nhận và không giữ lại gì. Văn bản mật chỉ được xử lý theo quy định về bảo vệ bí mật nhà nước; hãy dùng bản không mật nếu có.",
    fileEmpty: "Tệp này không có nội dung. Hãy chọn lại tệp.",
    badScan: "Chỉ nhận bản quét .pdf, .jpg hoặc .png. Hãy quét lại rồi tải lên.",
    documentChanged: "Văn bản này vừa được người khác cập nhật. Hãy xem nội dung mới rồi làm lại; phần đang sửa vẫn còn.",
    itemChanged: "Mục này vừa được người khác cập nhật. Hãy xem nội dung mới rồi quyết định lại; phần đang sửa vẫn còn.",
    noCorrection: "Điều đã ghi nhớ này không còn. Hãy tải lại danh sách.",
    notInReview: "Văn bản này không ở bước rà soát. Muốn sửa tiếp, hãy mở lại bản rà soát trước.",
    noPage: "Không tìm thấy trang này của văn bản. Hãy tải lại trang.",
    noRefusal: "Thông báo này đã được xem. Hãy tải lại trang.",
    pageChanged: "Trang này vừa được người khác sửa. Hãy xem nội dung mới rồi sửa tiếp; phần đang sửa vẫn còn.",
    notRecognising: "Văn bản này không ở bước nhận dạng chữ. Hãy tải lại trang.",
    stopped: "Việc nhận dạng chữ đã được dừng. Bấm “Đọc lại” để nhận dạng tiếp các trang còn lại.",
    nothingRecognised:
      "Không nhận dạng được trang nào. Hãy quét lại rõ hơn (300 dpi, thẳng trang) rồi tải lên, hoặc gõ nội dung vào từng trang bên cạnh ảnh.",
    secretRecognised:
      "Trong văn bản có dấu độ mật (MẬT, TỐI MẬT hoặc TUYỆT MẬT) nên Khéo đã xóa toàn bộ tệp, ảnh trang và chữ, không giữ lại gì. Văn bản mật chỉ được xử lý theo quy định về bảo vệ bí mật nhà nước.",
    secretInUse:
      "Trong trang vừa sửa có dấu độ mật, nhưng văn bản này đã được dùng cho một kế hoạch, nhiệm vụ hoặc biểu mẫu nên chưa xóa được. Nội dung vừa gõ không được lưu. Hãy bỏ liên kết ở kế hoạch, nhiệm vụ hoặc biểu mẫu đó, hoặc báo người quản trị.",
    stillReading: "Văn bản đang được đọc, chưa làm được bước này. Hãy chờ ít phút.",
    notReviewed: "Bản rà soát chưa hoàn thành nên chưa mở lại được.",
    notPossible: "Mục này đang ở trạng thái khác nên không làm được việc đó. Hãy xem lại rồi chọn việc khác.",
    otherKind: "Không đổi được loại của một mục. Hãy bỏ mục này và thêm mục mới.",
    outsideText: "Chỗ được chọn không nằm trong văn bản. Hãy chọn lại các từ trong văn bản bên trái.",
    tooLong: "Nội dung của mục này quá dài. Hãy tách thành nhiều mục.",
    onlyPlanParts: "Phần này của đầu văn bản mỗi loại chỉ có một. Hãy sửa mục đang có.",
    undecided: ({ count }: { count: number }) =>
      `Còn ${count} mục chưa quyết định. Hãy chấp nhận, sửa hoặc bỏ từng mục, hay chấp nhận tất cả các mục còn lại, rồi hoàn thành.`,
    unresolved:
      "Còn chỗ chưa rõ ai chủ trì hoặc chưa tính được ngày. Hãy xem danh sách; nếu để nguyên, hãy xác nhận là đã xem rồi hoàn thành.",
    internalStays: "Văn bản lưu hành nội bộ chỉ đơn vị giữ và các đơn vị được giao việc xem được, không mở cho mọi người.",
    sameDocument: "Không so một văn bản với chính nó. Hãy chọn văn bản khác.",
    noCitedDocument:
      "Chưa thấy văn bản này: không có trong sổ và chưa văn bản nào mà chức danh đang dùng xem được viện dẫn nó. Hãy kiểm tra số, ký hiệu và ngày.",
    notYetRead: "Một trong hai văn bản chưa đọc xong nên chưa so sánh được. Hãy chờ ít phút rồi thử lại.",
    compileFailed:
      "Không tách được nội dung của văn bản này. Văn bản vẫn được giữ trong sổ; hãy thử đọc lại, nếu vẫn lỗi hãy báo người quản trị.",
    noInterval: "nói định kỳ nhưng không nói bao lâu một lần",
    relative: "tính từ một mốc mà văn bản không nêu ngày",
    noDay: "có nói thời gian nhưng chưa tính được ngày",
    review: "Rà soát văn bản",
    failed: "Văn bản đọc không được",
    untitled: "Văn bản chưa rõ tên",
    ofDay: ({ day }: { day: string }) => `ngày ${day}`,
  },
  {
    noDocument: "This document was not found, or the post you are using may not see it. Check the link or switch posts at the top.",
    noItem: "This item is no longer part of the review. Reload the page.",
    secret:
      "This file carries a secrecy mark (MẬT, TỐI MẬT or TUYỆT MẬT), so Khéo does not take it and keeps nothing of it. Secret documents are handled under the rules on state secrets only; use an open version if there is one.",
    fileEmpty: "This file has no content. Choose another.",
    badScan: "Only scans as .pdf, .jpg or .png are taken. Scan again and upload.",
    documentChanged: "Somebody has just updated this document. Look at what is new and do it again; what you were changing is still here.",
    itemChanged: "Somebody has just updated this item. Look at what is new and decide again; what you were changing is still here.",
    noCorrection: "This remembered correction is gone. Reload the list.",
    notInReview: "This document is not under review. To change it, reopen the review first.",
    noPage: "This page of the document was not found. Reload the page.",
    noRefusal: "This message has been seen already. Reload the page.",
    pageChanged: "Somebody has just corrected this page. Look at what is new and go on; what you were changing is still here.",
    notRecognising: "This document is not being recognised. Reload the page.",
    stopped: "Recognition was stopped. Choose “Read again” to go on with the pages that are left.",
    nothingRecognised:
      "None of the pages could be recognised. Scan it again more clearly (300 dpi, straight) and upload that, or type each page beside its image.",
    secretRecognised:
      "The document carries a secrecy mark (MẬT, TỐI MẬT or TUYỆT MẬT), so Khéo has erased the file, the page images and the text, and keeps nothing. Secret documents are handled under the rules on state secrets only.",
    secretInUse:
      "The page carries a secrecy mark, but a plan, a task or a form uses this document, so it cannot be erased yet. What you typed was not kept. Unlink it from that plan, task or form, or tell an administrator.",
    stillReading: "The document is being read; this cannot be done yet. Wait a few minutes.",
    notReviewed: "The review is not finished, so it cannot be reopened.",
    notPossible: "The item is in another state, so this cannot be done. Look again and choose another act.",
    otherKind: "The kind of an item cannot change. Drop it and add a new one.",
    outsideText: "The chosen place is not in the document. Choose the words in the text on the left again.",
    tooLong: "This item is too long. Split it.",
    onlyPlanParts: "There is only one of each part of the header. Correct the item that is there.",
    undecided: ({ count }: { count: number }) =>
      `${count} items are undecided. Accept, correct or drop each, or accept all that are left, and then finish.`,
    unresolved:
      "Some leads are not clear or some days cannot be computed. See the list; to leave them, say that you have seen it, and finish.",
    internalStays:
      "A document for internal circulation is seen by the unit that keeps it and the units it addresses; it is not opened to everybody.",
    sameDocument: "A document is not compared with itself. Choose another.",
    noCitedDocument:
      "This document was not found: it is not in the register, and no document that the post you are using may read cites it. Check number and date.",
    notYetRead: "One of the two documents has not been read yet, so they cannot be compared. Wait a few minutes and try again.",
    compileFailed:
      "The content of this document could not be taken apart. It stays in the register; try reading it again, and if it fails again tell the administrator.",
    noInterval: "says periodically, but not how often",
    relative: "counts from a moment whose day the document does not give",
    noDay: "speaks of a time for which no day can be computed",
    review: "Review a document",
    failed: "A document that could not be read",
    untitled: "Document without a title",
    ofDay: ({ day }: { day: string }) => `of ${day}`,
  },
);

export const actNames: ActNames = {
  "document:upload": { vi: "đưa văn bản lên", en: "uploaded the document" },
  "document:refuse-secret": {
    vi: "gửi một tệp mang dấu độ mật, hệ thống từ chối và không giữ gì",
    en: "sent a file with a secrecy mark; it was refused and nothing kept",
  },
  "document:erase-secret": {
    vi: "nhận ra dấu độ mật trong bản quét và xóa toàn bộ tệp",
    en: "recognised a secrecy mark in a scan and erased all of it",
  },
  "document:correct-page": { vi: "sửa chữ nhận dạng của một trang", en: "corrected the recognised text of a page" },
  "document:stop-recognition": { vi: "dừng nhận dạng chữ", en: "stopped the recognition" },
  "document:compile": { vi: "đọc nội dung văn bản", en: "read what the document says" },
  "document:read-again": { vi: "cho đọc lại văn bản", en: "had the document read again" },
  "document:enter": { vi: "sửa thông tin trong sổ", en: "changed the register entry" },
  "document:settle-lookalike": { vi: "trả lời về văn bản trùng", en: "settled whether another document is the same" },
  "document:finish": { vi: "hoàn thành rà soát", en: "finished the review" },
  "document:reopen": { vi: "mở lại bản rà soát", en: "reopened the review" },
  "document:share": { vi: "mở văn bản cho các đơn vị được giao việc", en: "opened the document to the units it addresses" },
  "document:accept": { vi: "chấp nhận một mục", en: "accepted an item" },
  "document:correct": { vi: "sửa một mục", en: "corrected an item" },
  "document:drop": { vi: "bỏ một mục", en: "dropped an item" },
  "document:restore": { vi: "lấy lại một mục", en: "restored an item" },
  "document:add": { vi: "thêm một mục", en: "added an item" },
  "document:split": { vi: "tách một mục", en: "split an item" },
  "document:accept-confident": { vi: "chấp nhận nhiều mục cùng lúc", en: "accepted many items at once" },
  "document:set-finding-aside": { vi: "gác một điểm kiểm tra văn bản", en: "set a question of the plan check aside" },
  "document:take-finding-up": { vi: "xem lại một điểm kiểm tra đã gác", en: "took a question of the plan check up again" },
  "document:settle": { vi: "trả lời một câu hỏi cho nhiều mục", en: "answered a question about many items" },
  "document:silence-correction": { vi: "không hỏi lại một điều đã ghi nhớ", en: "stopped a remembered correction from being offered" },
  "document:offer-correction": { vi: "cho hỏi lại một điều đã ghi nhớ", en: "let a remembered correction be offered again" },
  "document:forget-correction": { vi: "xóa một điều đã ghi nhớ", en: "removed a remembered correction" },
  "document:set-aside": { vi: "bỏ qua một đề xuất từ sổ văn bản", en: "set a proposal of the register aside" },
  "document:take-back": { vi: "lấy lại một đề xuất từ sổ văn bản", en: "took a proposal of the register back" },
  "document:link-citation": { vi: "chỉ ra văn bản được viện dẫn", en: "said which document is cited" },
};

export const fieldNames: FieldNames = {
  page: { vi: "trang", en: "page" },
  quote: { vi: "nội dung", en: "words" },
  lead: { vi: "chủ trì", en: "lead" },
  due: { vi: "thời hạn", en: "deadline" },
  count: { vi: "số mục", en: "items" },
  internal: { vi: "lưu hành nội bộ", en: "internal circulation" },
  audience: { vi: "phạm vi xem", en: "who may see" },
  issuerUnit: { vi: "đơn vị ban hành", en: "issuing unit" },
  text: { vi: "nội dung mục", en: "text" },
};
