import { phrasebook, type Text } from "../../../kernel/language.ts";

export const say = phrasebook(
  {
    tooLarge: ({ megabytes }: { megabytes: number }) =>
      `Tệp lớn hơn ${megabytes} MB. Hãy bỏ bớt hoặc nén ảnh trong văn bản (trong Word: bấm vào ảnh, chọn Nén ảnh), hoặc tách phụ lục ra tệp riêng, rồi tải lên lại.`,
    empty: "Tệp không có chữ nào. Hãy mở tệp để kiểm tra rồi tải lên bản có nội dung.",
    onlyPictures:
      "Trong tệp chỉ có ảnh chụp hoặc ảnh quét của văn bản, không có chữ để đọc. Hãy tải lên bản Word có chữ; nếu không có, hãy mở tệp này, chọn “Lưu thành” (Save As), kiểu PDF, rồi tải tệp PDF lên để Khéo nhận dạng chữ trong ảnh.",
    unknownFormat: ({ extension }: { extension: string }) =>
      `Chưa đọc được tệp ${extension || "không có phần mở rộng"}. Hiện đọc được: Word (.docx, .doc), OpenDocument (.odt), RTF, PDF, ảnh, trang web (.html), văn bản thuần (.txt) và Markdown (.md). Hãy lưu văn bản thành một trong các loại ấy (tốt nhất là .docx) rồi tải lên.`,
    otherFormat: ({ format }: { format: Text }) =>
      `Không đọc được ${format.vi} như một văn bản. Hãy mở bằng chương trình đã tạo ra nó, chọn “Lưu thành” (Save As), kiểu “Word Document (.docx)”, rồi tải lên tệp .docx đó.`,
    mislabelled: ({ extension, found }: { extension: string; found: Text }) =>
      `Tệp mang đuôi ${extension} nhưng bên trong là ${found.vi}. Hãy mở tệp bằng chương trình đã tạo ra nó, lưu lại thành .docx rồi tải lên.`,
    encrypted:
      "Tệp được đặt mật khẩu nên không đọc được. Hãy mở bằng Word, vào Tệp > Thông tin > Bảo vệ tài liệu, bỏ mật khẩu, lưu lại rồi tải lên.",
    macros: "Tệp có macro nên không được nhận. Hãy mở bằng Word, lưu thành “Word Document (.docx)” (không có macro) rồi tải lên.",
    damaged:
      "Tệp bị hỏng, không đọc hết được. Hãy mở bằng Word (chọn sửa tệp nếu được hỏi), lưu thành một tệp .docx mới rồi tải lên. Nếu Word cũng không mở được, hãy tải lại tệp hoặc xin nơi gửi gửi lại.",
    cutPicture:
      "Ảnh bị hỏng hoặc chỉ có một phần (thường do chép hay gửi chưa xong). Hãy chép lại từ máy ảnh, điện thoại, hoặc chụp, quét lại rồi tải lên.",
    archiveTooLarge:
      "Tệp nén bất thường (giải ra quá lớn hoặc có quá nhiều phần), không đọc để bảo đảm an toàn. Hãy mở bằng Word, lưu thành một tệp .docx mới rồi tải lên.",
    tooLong: "Văn bản quá dài (trên 400 trang). Hãy tách phụ lục ra tệp riêng rồi tải lên từng tệp.",
    tooSlow: "Đọc tệp quá lâu nên đã dừng. Hãy mở bằng Word, lưu thành một tệp .docx mới, hoặc tách phụ lục ra tệp riêng rồi tải lên.",
    notText:
      "Tệp không phải văn bản thuần, hoặc dùng bảng mã mà Khéo không nhận ra. Hãy tải lên bản Word; nếu chỉ có tệp này, hãy mở bằng Notepad, chọn “Lưu thành” (Save As), ở ô Mã hóa (Encoding) chọn UTF-8, rồi tải lên.",

    noteMislabelled: ({ extension, found }: { extension: string; found: Text }) =>
      `Tên tệp ${extension ? `có đuôi ${extension}` : "không có đuôi"} nhưng bên trong là ${found.vi}; Khéo đọc theo nội dung bên trong.`,
    noteNumberingLost:
      "Không tính lại được hết số thứ tự tự động (I, 1, a…) của tệp này; hãy đối chiếu với bản gốc hoặc lưu lại thành .docx.",
    noteTrackedChanges:
      "Văn bản còn dấu sửa (Track Changes): phần thêm được đọc, phần xóa được bỏ. Nên chấp nhận hết dấu sửa trước khi ban hành.",
    noteHiddenText: "Văn bản có chữ ẩn; chữ ẩn không được đọc.",
    notePictures: "Văn bản có ảnh; chữ trong ảnh không được đọc.",
    noteFootnotes: ({ count }: { count: number }) => `${count} chú thích cuối trang được để riêng, không nằm trong nội dung.`,
    noteEmbedded:
      "Văn bản nhúng một tài liệu khác (tệp đính, bảng tính…); phần nhúng không được đọc. Nếu trong đó có nhiệm vụ, hãy tải phần ấy lên thành tệp riêng.",
    noteDiagrams: "Văn bản có biểu đồ; số liệu và chữ trong biểu đồ không được đọc.",
    noteComments: "Văn bản có nhận xét ở lề (comment); nhận xét không được đọc.",
    noteLegacyFont: ({ font }: { font: string }) => `Phông chữ cũ ${font} được chuyển sang Unicode; hãy soát lại dấu.`,
    noteLetterhead: "Tên cơ quan và quốc hiệu được lấy từ phần đầu trang.",
    noteEncoding: ({ encoding }: { encoding: string }) => `Tệp dùng bảng mã ${encoding}, đã chuyển sang Unicode; hãy soát lại dấu.`,
    noteUnreadable: "Có ký tự không đọc được, hiện thành dấu “�”; hãy soát lại.",
  },
  {
    tooLarge: ({ megabytes }: { megabytes: number }) =>
      `The file is larger than ${megabytes} MB. Remove or compress its pictures (in Word: click a picture, Compress Pictures), or put its annexes into files of their own, and upload it again.`,
    empty: "There is no text in the file. Open it to check, and upload the one that has content.",
    onlyPictures:
      "The file holds only photographs or scans of the document, no text to read. Upload the Word file that has the text; if there is none, open this one, choose “Save As”, type PDF, and upload that PDF: the words in the pictures are then recognised.",
    unknownFormat: ({ extension }: { extension: string }) =>
      `A file ${extension ? `of type ${extension}` : "without an extension"} cannot be read. What can be read: Word (.docx, .doc), OpenDocument (.odt), RTF, PDF, pictures, web pages (.html), plain text (.txt) and Markdown (.md). Save the document as one of these (.docx is best) and upload that.`,
    otherFormat: ({ format }: { format: Text }) =>
      `What you sent is ${format.en}, which is not read as a document. Open it with the program that made it, choose “Save As”, type “Word Document (.docx)”, and upload that .docx.`,
    mislabelled: ({ extension, found }: { extension: string; found: Text }) =>
      `The file is named ${extension} but is ${found.en} inside. Open it with the program that made it, save it as .docx and upload that.`,
    encrypted:
      "The file is protected by a password and cannot be read. Open it in Word, File > Info > Protect Document, remove the password, save, and upload it.",
    macros:
      "The file contains macros and is not accepted. Open it in Word, save it as “Word Document (.docx)” (without macros) and upload that.",
    damaged:
      "The file is damaged and cannot be read to its end. Open it in Word (let it repair the file if it asks), save it as a new .docx and upload that. If Word cannot open it either, download it again or ask its sender for another copy.",
    cutPicture:
      "The picture is damaged or only a part of it is here (often because copying or sending did not finish). Copy it again from the camera or telephone, or photograph or scan the page again, and upload that.",
    archiveTooLarge:
      "The file is compressed in an unusual way (it unpacks to too much or has too many parts) and is not read, for safety. Open it in Word, save it as a new .docx and upload that.",
    tooLong: "The document is too long (over 400 pages). Put its annexes into files of their own and upload them one by one.",
    tooSlow:
      "Reading the file took too long and was stopped. Open it in Word and save it as a new .docx, or put its annexes into files of their own, and upload that.",
    notText:
      "The file is not plain text, or its encoding is not known. Upload the Word file; if this is all you have, open it in Notepad, choose “Save As”, Encoding UTF-8, and upload that.",

    noteMislabelled: ({ extension, found }: { extension: string; found: Text }) =>
      `The file's name ${extension ? `ends in ${extension}` : "has no extension"} but inside it is ${found.en}; it was read as that.`,
    noteNumberingLost:
      "Not every automatic number (I, 1, a …) of this file could be computed; compare with the original, or save it as .docx.",
    noteTrackedChanges:
      "The document still has tracked changes: insertions were read, deletions left out. Accept all changes before issuing it.",
    noteHiddenText: "The document has hidden text; it was not read.",
    notePictures: "The document has pictures; text inside pictures was not read.",
    noteFootnotes: ({ count }: { count: number }) => `${count} footnotes are kept apart from the text.`,
    noteEmbedded:
      "The document embeds another one (an attached file, a spreadsheet …), which was not read. If there are tasks in it, upload it as a file of its own.",
    noteDiagrams: "The document has charts; their figures and words were not read.",
    noteComments: "The document has comments in its margin; they were not read.",
    noteLegacyFont: ({ font }: { font: string }) => `The old font ${font} was converted to Unicode; please check the accents.`,
    noteLetterhead: "The issuer and the national title were taken from the page header.",
    noteEncoding: ({ encoding }: { encoding: string }) =>
      `The file is encoded as ${encoding} and was converted to Unicode; please check the accents.`,
    noteUnreadable: "Some characters could not be read and show as “�”; please check.",
  },
);
