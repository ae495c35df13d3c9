import { phrasebook } from "../../../kernel/language.ts";
import type { ActNames, FieldNames } from "../../audit/contract.ts";

export const say = phrasebook(
  {
    noPicture: "Không tìm thấy ảnh hoặc tệp này: có thể đã gỡ, hoặc chức danh đang dùng không được xem. Hãy tải lại trang.",
    withdrawn: "Mô hình đã rút đăng ký nên không thêm ảnh được nữa. Hãy đăng ký lại trước.",
    nothingGiven: "Chưa có ảnh hay tệp nào. Hãy chọn ít nhất một tệp.",
    tooMany: ({ most }: { most: number }) => `Mỗi mô hình giữ tối đa ${most} ảnh và ${most} tệp. Hãy gỡ bớt rồi thêm.`,
    fileEmpty: "Tệp này không có nội dung. Hãy chọn lại tệp.",
    fileTooLarge: "Mỗi tệp không quá 25 MB. Hãy giảm cỡ hoặc chia nhỏ tệp rồi gửi lại.",
    paperType: "Chỉ nhận PDF, Word, Excel, PowerPoint và tệp văn bản; ảnh chụp giấy tờ hãy thêm ở phần ảnh. Hãy đổi định dạng rồi gửi lại.",
    paperContent: "Nội dung tệp không đúng với đuôi tên tệp. Hãy mở tệp bằng đúng chương trình, lưu lại rồi gửi.",
    noEvent: "Không tìm thấy sự kiện này trong mô hình. Hãy tải lại trang rồi chọn lại.",
    changed: "Ảnh này vừa được người khác sửa. Hãy xem lại rồi làm lại.",
    notReady: "Ảnh chưa xử lý xong nên chưa làm bước này được. Hãy đợi một lát rồi tải lại trang.",
    sayShows: "Hãy cho biết ảnh có ai trước đã.",
    noConsent: "Ảnh này không có đồng ý nào đang ghi. Hãy tải lại trang.",
    hasConsent: "Ảnh này đã ghi đồng ý. Muốn ghi lại thì bỏ đồng ý cũ trước.",
    consentNeedless: "Ảnh không có ai thì không cần ghi đồng ý.",
    downloadName: "anh-mo-hinh",
  },
  {
    noPicture: "This picture or file was not found: it was taken out, or the post you are using may not see it. Reload the page.",
    withdrawn: "The exemplar was withdrawn, so no picture can be added. Register it again first.",
    nothingGiven: "There is no photograph or file yet. Choose at least one.",
    tooMany: ({ most }: { most: number }) => `An exemplar keeps ${most} photographs and ${most} files at most. Take some out first.`,
    fileEmpty: "This file has no content. Choose another.",
    fileTooLarge: "Each file can be 25 MB at most. Make it smaller or split it and send again.",
    paperType:
      "Only PDF, Word, Excel, PowerPoint and text files are taken; photographs of papers go with the pictures. Change the format and send again.",
    paperContent: "The content of this file is not what its ending says. Open it in its program, save it again and send it.",
    noEvent: "This event was not found in the exemplar. Reload the page and choose again.",
    changed: "Somebody has just changed this picture. Look at it and do it again.",
    notReady: "The picture is not processed yet, so this step is not possible. Wait a moment and reload the page.",
    sayShows: "Say first whom the picture shows.",
    noConsent: "No consent is recorded for this picture. Reload the page.",
    hasConsent: "A consent is recorded already. Take it off first to record another.",
    consentNeedless: "A picture that shows nobody needs no consent.",
    downloadName: "exemplar-picture",
  },
);

export const pictureActs: ActNames = {
  "exemplar-picture:add": { vi: "thêm ảnh, tài liệu", en: "added pictures and papers" },
  "exemplar-picture:edit": { vi: "sửa thông tin ảnh", en: "changed what a picture says" },
  "exemplar-picture:consent": { vi: "ghi đồng ý cho ảnh", en: "recorded a consent for a picture" },
  "exemplar-picture:withdraw-consent": { vi: "bỏ đồng ý của ảnh", en: "took a consent off a picture" },
  "exemplar-picture:blur": { vi: "che mặt trong ảnh", en: "covered faces in a picture" },
  "exemplar-picture:take-out": { vi: "gỡ ảnh", en: "took a picture out" },
  "exemplar-paper:take-out": { vi: "gỡ tài liệu", en: "took a paper out" },
};

export const pictureFields: FieldNames = {
  photographs: { vi: "số ảnh", en: "photographs" },
  papers: { vi: "số tài liệu", en: "papers" },
  pictureShows: { vi: "ảnh có ai", en: "whom it shows" },
  pictureConsent: { vi: "đã ghi đồng ý", en: "consent recorded" },
  pictureMayBePublic: { vi: "được phép công khai", en: "may be public" },
  pictureAreas: { vi: "số vùng che", en: "covered areas" },
};
