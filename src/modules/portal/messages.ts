import { phrasebook, type Text } from "../../kernel/language.ts";
import type { ActNames, FieldNames } from "../audit/contract.ts";

export const say = phrasebook(
  {
    noThing:
      "Không tìm thấy nội dung này, hoặc chức danh đang dùng không được công khai nó. Hãy kiểm tra đường dẫn hoặc đổi chức danh ở góc trên.",
    noPublication: "Không tìm thấy mục công khai này, hoặc nó thuộc đơn vị khác.",
    noStory: "Không tìm thấy bài viết này, hoặc nó thuộc đơn vị khác.",
    changed: "Mục này vừa được người khác sửa. Hãy xem nội dung mới rồi làm lại.",
    alreadyClosed: "Mục này đã được rút khỏi trang công khai. Hãy tải lại trang.",
    notAccepted: "Chỉ công khai mô hình đã được chấp nhận. Hãy đợi cấp có thẩm quyền duyệt.",
    notIssued: "Chỉ công khai kế hoạch đã ban hành.",
    notSigned: "Chỉ công khai quyết định đã ký.",
    contestClosed: "Chỉ công khai hội thi đã mở và chưa hủy.",
    noteResults: "Kết quả của vòng nào công bố sau này thì công khai lại để người dân thấy.",
    rulesPart: "Thể lệ",
    resultsPart: ({ name }: { name: string }) => `Kết quả ${name}`,
    notReady: "Bài viết còn đang soạn. Hãy đánh dấu “Đã xong” rồi công khai.",
    storyHidden: "Mô hình của bài viết chưa công khai. Hãy công khai mô hình trước.",
    internal: "Văn bản của kế hoạch đóng dấu “lưu hành nội bộ” nên không được công khai.",
    party: "Văn bản của cấp ủy Đảng không công khai tại đây.",
    personNotPrinted: "Điển hình cá nhân chỉ công khai khi đã có quyết định công nhận còn hiệu lực; tên ghi đúng như trong quyết định.",
    personConsent: "Hãy ghi ngày và hình thức người được nêu tên đồng ý công khai.",
    nothingLeft: "Đã bỏ hết các nội dung. Hãy giữ lại ít nhất một nội dung để người đọc hiểu mô hình.",
    noYear: "Năm này chưa có số liệu để công khai. Hãy chọn năm khác.",
    noteWithheld: "Số từ 1 đến 4 được ẩn, cùng với một số khác để không tính ngược lại được.",
    notePictures: ({ n }: { n: number }) => `${n} ảnh không công khai được: chưa xử lý xong, chưa ghi ảnh chụp ai, hoặc chưa có đồng ý.`,
    noteUnnamed: "Người chưa đồng ý nêu tên sẽ không có tên trên trang công khai.",
    noteTargets: "Chỉ số liệu đã duyệt được công khai; số tạm tính không tính vào.",
    noteWords: "Hãy đọc lại: nội dung do đơn vị nhập, không nêu tên hộ nghèo, trẻ em, tôn giáo, dân tộc, số điện thoại của ai.",
    phoneFound: ({ where }: { where: string }) =>
      `Có số điện thoại hoặc số giấy tờ trong phần “${where}”. Hãy sửa, hoặc bỏ phần này ra khỏi trang công khai.`,
    cardEmpty: "Lịch biên tập chưa có bài",
    monthEmpty: ({ month }: { month: string }) => `Tháng ${month} chưa có bài giới thiệu mô hình`,
    candidateKind: ({ kind }: { kind: string }) => kind,
    story: "Gương sáng",
    firstOfMonth: "Hãy chọn tháng.",
    pictureGone: "Có ảnh không thuộc mô hình này hoặc không được công khai. Hãy chọn lại ảnh.",
  },
  {
    noThing: "This was not found, or the post you are using may not publish it. Check the link or switch posts at the top.",
    noPublication: "This publication was not found, or it belongs to another unit.",
    noStory: "This story was not found, or it belongs to another unit.",
    changed: "Somebody has just changed this. Look at what is new and do it again.",
    alreadyClosed: "This was taken back already. Reload the page.",
    notAccepted: "Only accepted exemplars are made public. Wait until it is accepted.",
    notIssued: "Only plans that were issued are made public.",
    notSigned: "Only signed decisions are made public.",
    contestClosed: "Only a contest that is open or over, and not cancelled, is made public.",
    noteResults: "When a later round's results are published, state it anew for people to see them.",
    rulesPart: "Rules",
    resultsPart: ({ name }) => `Results: ${name}`,
    notReady: "The story is still being written. Mark it as done, then publish it.",
    storyHidden: "The exemplar of this story is not public. Publish the exemplar first.",
    internal: "The plan's document is marked for internal circulation, so it is never public.",
    party: "Documents of Party committees are not published here.",
    personNotPrinted: "An exemplary person is shown only after a decision that still holds, with the name as the decision prints it.",
    personConsent: "Record the day on which the person agreed to be named, and how.",
    nothingLeft: "Everything was left out. Keep at least one content so that readers understand it.",
    noYear: "There are no figures of this year yet. Choose another.",
    noteWithheld: "Counts of 1 to 4 are withheld, together with another one so that they cannot be worked out.",
    notePictures: ({ n }: { n: number }) =>
      `${n} pictures cannot be public: not processed, nobody said whom they show, or consent is missing.`,
    noteUnnamed: "People who did not agree to be named stay without a name in public.",
    noteTargets: "Only approved figures are public; provisional ones are not counted.",
    noteWords: "Read it again: units typed it. No names of the poor or of children, no faith, no ethnicity, no telephone numbers.",
    phoneFound: ({ where }: { where: string }) =>
      `There is a telephone or identity number in “${where}”. Correct it, or leave this part out.`,
    cardEmpty: "The editorial calendar has a gap",
    monthEmpty: ({ month }: { month: string }) => `No story yet for ${month}`,
    candidateKind: ({ kind }: { kind: string }) => kind,
    story: "Story",
    firstOfMonth: "Choose a month.",
    pictureGone: "A picture does not belong to this exemplar or may not be public. Choose again.",
  },
);

export const publicationNames: Record<string, Text> = {
  exemplar: { vi: "Mô hình, điển hình", en: "Exemplar" },
  plan: { vi: "Kế hoạch", en: "Plan" },
  recognition: { vi: "Danh sách công nhận", en: "Recognition list" },
  award: { vi: "Danh sách khen thưởng", en: "Award list" },
  story: { vi: "Bài viết", en: "Story" },
  statistics: { vi: "Số liệu năm", en: "Statistics of a year" },
  contest: { vi: "Hội thi", en: "Contest" },
};

export const actNames: ActNames = {
  "publication:open": { vi: "công khai", en: "made it public" },
  "publication:restate": { vi: "công khai lại nội dung mới", en: "stated it anew in public" },
  "publication:close": { vi: "rút khỏi trang công khai", en: "took it back from the public" },
  "story:create": { vi: "bắt đầu bài viết", en: "began the story" },
  "story:edit": { vi: "sửa bài viết", en: "changed the story" },
};

export const fieldNames: FieldNames = {
  publicationKind: { vi: "loại công khai", en: "kind of publication" },
  publicationPath: { vi: "địa chỉ công khai", en: "public address" },
  publicationLeftOut: { vi: "số phần để lại bên trong", en: "parts left out" },
  publicationPictures: { vi: "số ảnh công khai", en: "public pictures" },
  storyState: { vi: "trạng thái bài", en: "state of the story" },
  storyMonth: { vi: "tháng đăng", en: "month" },
};
