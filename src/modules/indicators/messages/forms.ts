import { phrasebook } from "../../../kernel/language.ts";
import type { ActNames, FieldNames } from "../../audit/contract.ts";

export const say = phrasebook(
  {
    noForm: "Không tìm thấy biểu này, hoặc chức danh đang dùng không được xem. Hãy kiểm tra đường dẫn hoặc đổi chức danh ở góc trên.",
    noEdition: "Biểu này không có lần ban hành đó. Hãy mở lại trang biểu.",
    changed: "Biểu này vừa được người khác sửa. Hãy xem nội dung mới rồi làm lại; phần đang viết vẫn còn.",
    nothingPreparing: "Biểu này không có bản nháp. Hãy bấm “Lập bản mới” trước khi sửa.",
    alreadyPreparing: "Biểu này đang có một bản nháp. Hãy sửa tiếp bản đó, hoặc bỏ nó đi.",
    notOpen: "Biểu này không còn hiệu lực nên không làm bước đó được. Hãy tải lại trang.",
    periodsStay: "Kỳ báo cáo của biểu đã ban hành thì giữ nguyên. Nếu cần kỳ khác, hãy sao chép thành biểu mới.",
    needsBasis: "Biểu chưa ghi căn cứ. Hãy ghi văn bản yêu cầu báo cáo này, để đơn vị biết ai yêu cầu, theo văn bản nào.",
    needsContent: "Biểu chưa hỏi gì. Hãy thêm ít nhất một chỉ tiêu hoặc một mục viết lời.",
    needsUnits: "Chưa có đơn vị nào phải gửi. Hãy ghi nơi thực hiện, ví dụ “MTTQ các xã, phường”.",
    needsSetAside: ({ count }: { count: number }) =>
      `Còn ${count} chỗ trong nơi thực hiện chưa rõ là đơn vị nào. Hãy sửa lại cho rõ, hoặc xác nhận bỏ qua những chỗ đó.`,
    doubled: ({ label, headings }: { label: string; headings: string }) =>
      `“${label}” đứng ở nhiều mục (${headings}). Một chỉ tiêu chỉ hỏi một lần trong một biểu: hãy giữ lại một dòng.`,
    unknownIndicator: ({ label }: { label: string }) => `“${label}” không còn trong danh mục chỉ tiêu. Hãy chọn lại chỉ tiêu cho dòng này.`,
    adHocOver: "Hạn gửi của biểu đột xuất đã qua. Hãy đặt hạn từ hôm nay trở đi.",
    dayOver: ({ day }: { day: string }) =>
      `Hạn gửi ${day} đã qua, nên ban hành cũng không mở kỳ nào. Hãy đặt hạn từ hôm nay trở đi, hoặc hạn tính theo kỳ.`,
    stillPreparing: "Biểu đang là bản nháp. Hãy ban hành, hoặc bỏ bản nháp.",
    noException: "Đơn vị này không phải do chọn tay. Hãy tải lại trang.",
    ownUnit: "Đơn vị ra biểu thì không gửi cho chính mình",
    aboveUs: "Là cấp trên: kính báo bằng văn bản, không giao biểu",
    noDocument: "Không tìm thấy văn bản này, hoặc chức danh đang dùng không được xem. Hãy chọn lại văn bản.",
    badForm: ({ places }: { places: string }) =>
      `Nội dung biểu có chỗ quá dài hoặc thiếu (${places}). Hãy rút gọn tiêu đề và tên chỉ tiêu dưới 500 chữ cái rồi lập lại.`,
    someUnknown: "Có chỉ tiêu không còn trong danh mục. Hãy tải lại danh mục rồi chọn lại.",
    copyOf: ({ title }: { title: string }) => `${title} (bản sao)`,
  },
  {
    noForm: "This form was not found, or the post you are using may not see it. Check the link or switch posts at the top.",
    noEdition: "The form has no such version. Open the form's page again.",
    changed: "Somebody has just changed this form. Look at what is new and do it again; what you were writing is still here.",
    nothingPreparing: "The form has no draft. Begin a new version before editing.",
    alreadyPreparing: "The form has a draft already. Go on with that one, or throw it away.",
    notOpen: "The form is no longer in force, so this step is not possible. Reload the page.",
    periodsStay: "The periods of a published form stay. If you need others, copy it into a new form.",
    needsBasis: "The form does not say its basis. Name the document that asks for this report, so that units know who asks and why.",
    needsContent: "The form asks nothing yet. Add at least one indicator or one narrative section.",
    needsUnits: "Nobody has to send it yet. Say who, for example “MTTQ các xã, phường”.",
    needsSetAside: ({ count }: { count: number }) =>
      `${count} pieces of the addressees name no unit that is known. Word them more clearly, or confirm that they are set aside.`,
    doubled: ({ label, headings }: { label: string; headings: string }) =>
      `“${label}” stands in several sections (${headings}). A form asks an indicator once: keep one row.`,
    unknownIndicator: ({ label }: { label: string }) => `“${label}” is no longer in the dictionary. Choose the row's indicator again.`,
    adHocOver: "The ad hoc form's last day has gone by. Set one from today on.",
    dayOver: ({ day }: { day: string }) =>
      `The due date ${day} has gone by: published, the form would never open. Set a day from today on, or one that follows the period.`,
    stillPreparing: "The form is a draft. Publish it, or throw the draft away.",
    noException: "This unit was not chosen by hand. Reload the page.",
    ownUnit: "The unit that asks does not send to itself",
    aboveUs: "A superior: it is told by letter, never given a form",
    noDocument: "This document was not found, or the post you are using may not see it. Choose it again.",
    badForm: ({ places }: { places: string }) =>
      `Parts of the form are too long or missing (${places}). Keep headings and labels under 500 letters and make it again.`,
    someUnknown: "Some of the indicators are not in the dictionary. Reload it and choose again.",
    copyOf: ({ title }: { title: string }) => `${title} (copy)`,
  },
);

export const formActs: ActNames = {
  "form:create": { vi: "lập biểu", en: "made the form" },
  "form:edit": { vi: "sửa biểu", en: "changed the form" },
  "form:except": { vi: "thêm hoặc bớt đơn vị phải gửi", en: "added or took out a unit" },
  "form:publish": { vi: "ban hành biểu", en: "published the form" },
  "form:new-version": { vi: "lập bản mới của biểu", en: "began a new version" },
  "form:discard": { vi: "bỏ bản nháp", en: "threw the draft away" },
  "form:close": { vi: "ngừng biểu", en: "ended the form" },
};

export const formFields: FieldNames = {
  title: { vi: "tên", en: "title" },
  basis: { vi: "căn cứ", en: "basis" },
  addressees: { vi: "nơi thực hiện", en: "addressees" },
  countsOnTime: { vi: "tính đúng hạn theo", en: "counts as on time" },
  edition: { vi: "lần", en: "version" },
  due: { vi: "hạn gửi", en: "due" },
  rows: { vi: "số chỉ tiêu", en: "indicators" },
  units: { vi: "số đơn vị", en: "units" },
  rounds: { vi: "kỳ đã mở", en: "rounds opened" },
};
