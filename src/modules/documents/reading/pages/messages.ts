import { phrasebook } from "../../../../kernel/language.ts";

/** What people are told about PDF files and pictures of pages. */
export const say = phrasebook(
  {
    encrypted:
      "Tệp PDF được đặt mật khẩu nên không đọc được. Hãy mở bằng trình xem PDF, in ra một tệp PDF mới không có mật khẩu (hoặc dùng bản Word gốc) rồi tải lên.",
    damaged: "Tệp PDF bị hỏng, không mở được. Hãy mở bằng trình xem PDF và in ra một tệp PDF mới, hoặc quét lại văn bản, rồi tải lên.",
    tooManyPages: ({ pages, most }: { pages: number; most: number }) =>
      `Tệp có ${pages} trang, nhiều hơn ${most} trang mà Khéo đọc một lần. Hãy tách phụ lục ra tệp riêng rồi tải lên từng tệp.`,
    tooManyScans: ({ pages, most }: { pages: number; most: number }) =>
      `Tệp là bản quét ${pages} trang; nhận dạng chữ chỉ làm được với tệp tối đa ${most} trang. Hãy tách ra nhiều tệp, hoặc tải lên bản Word gốc.`,
    bilevelScan:
      "Bản quét này nén kiểu ảnh đen trắng (CCITT hoặc JBIG2) mà Khéo chưa giải được. Hãy quét lại với chế độ ảnh xám hoặc ảnh màu; hoặc mở tệp bằng trình xem PDF, xuất từng trang ra ảnh .png hoặc .jpg rồi tải lên.",
    noPages: "Tệp PDF không có trang nào, hoặc trang nào cũng trống. Hãy mở tệp để kiểm tra rồi tải lên bản có nội dung.",
    brokenPicture: "Ảnh bị hỏng, không mở được. Hãy chụp hoặc quét lại rồi tải lên.",
    heic: "Ảnh .heic của điện thoại chưa đọc được. Trên iPhone: Cài đặt > Camera > Định dạng > “Tương thích nhất”, rồi chụp lại; hoặc gửi ảnh qua ứng dụng khác để được tệp .jpg rồi tải lên.",
    tiff: "Ảnh .tif kiểu này chưa đọc được. Hãy mở bằng trình xem ảnh, lưu từng trang thành .png hoặc .jpg rồi tải lên; lần sau đặt máy quét ra tệp PDF (ảnh xám hoặc ảnh màu).",
    tooManyPixels: "Ảnh quá lớn (hơn 64 triệu điểm ảnh). Hãy quét ở 300 dpi hoặc thu nhỏ ảnh rồi tải lên.",
    tooFewPixels: "Ảnh quá nhỏ để đọc được chữ. Hãy chụp lại gần hơn, đủ một trang giấy, hoặc quét ở 300 dpi.",
    noteScan: ({ pages }: { pages: number }) =>
      `Văn bản là bản quét hoặc ảnh chụp (${pages} trang); chữ do máy nhận dạng, hãy đối chiếu với ảnh từng trang.`,
    noteSomeScans: ({ pages }: { pages: string }) => `Trang ${pages} là ảnh quét; chữ ở đó do máy nhận dạng, hãy đối chiếu với ảnh.`,
    noteBrokenText: ({ pages }: { pages: string }) =>
      `Chữ lưu trong tệp PDF ở trang ${pages} không đúng với chữ nhìn thấy (phông chữ cũ hoặc bảng mã sai), nên Khéo nhận dạng lại từ hình trang.`,
    noteLegacyFont: ({ font }: { font: string }) => `Phông chữ cũ ${font} được chuyển sang Unicode; hãy soát lại dấu.`,
    notePictures: "Văn bản có ảnh; chữ trong ảnh không được đọc.",
  },
  {
    encrypted:
      "The PDF is protected by a password and cannot be read. Open it in a PDF viewer, print it to a new PDF without a password (or use the original Word file), and upload that.",
    damaged:
      "The PDF is damaged and cannot be opened. Open it in a PDF viewer and print it to a new PDF, or scan the document again, and upload that.",
    tooManyPages: ({ pages, most }: { pages: number; most: number }) =>
      `The file has ${pages} pages, more than the ${most} that are read at once. Put its annexes into files of their own and upload them one by one.`,
    tooManyScans: ({ pages, most }: { pages: number; most: number }) =>
      `The file is a scan of ${pages} pages; at most ${most} pages of a file are recognised. Split it, or upload the original Word file.`,
    bilevelScan:
      "This scan is compressed as black and white pictures (CCITT or JBIG2), which cannot be unpacked. Scan it again in grey or colour; or open it in a PDF viewer, export its pages as .png or .jpg pictures and upload those.",
    noPages: "The PDF has no pages, or nothing stands on them. Open it to check, and upload the one that has content.",
    brokenPicture: "The picture is damaged and cannot be opened. Photograph or scan the page again and upload that.",
    heic: "A telephone's .heic picture cannot be read. On an iPhone: Settings > Camera > Formats > “Most Compatible”, and take it again; or send the picture through another application to get a .jpg, and upload that.",
    tiff: "This kind of .tif picture cannot be read. Open it in a picture viewer, save each page as .png or .jpg and upload those; next time let the scanner make a PDF (in grey or colour).",
    tooManyPixels: "The picture is too large (over 64 million pixels). Scan at 300 dpi or make it smaller, and upload it again.",
    tooFewPixels:
      "The picture is too small to read words in it. Take it again from nearer, one page of paper filling it, or scan at 300 dpi.",
    noteScan: ({ pages }: { pages: number }) =>
      `The document is a scan or photograph (${pages} pages); its words were recognised by machine: compare them with the image of each page.`,
    noteSomeScans: ({ pages }: { pages: string }) =>
      `Page ${pages} is a scan; its words were recognised by machine: compare them with the image.`,
    noteBrokenText: ({ pages }: { pages: string }) =>
      `The words kept in the PDF on page ${pages} are not those that the page shows (an old font or a wrong character map), so they are recognised from the page's image.`,
    noteLegacyFont: ({ font }: { font: string }) => `The old font ${font} was converted to Unicode; please check the accents.`,
    notePictures: "The document has pictures; text inside pictures was not read.",
  },
);
