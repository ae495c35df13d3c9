import { phrasebook, type Text } from "../../../kernel/language.ts";
import type { ActNames, FieldNames } from "../../audit/contract.ts";
import type { LikenessAnswer, LikenessReason, SignalKind } from "./contract.ts";

export const say = phrasebook(
  {
    noQuestion: "Không còn câu hỏi này. Hãy tải lại trang.",
    saidMissing: "Hãy ghi một câu: khác ở chỗ nào, hoặc đã đổi gì cho hợp với nơi mình.",
    circle: "Mô hình kia lại được làm theo mô hình này, nên không thể ghi là học từ đó. Hãy chọn câu trả lời khác.",
  },
  {
    noQuestion: "This question is gone. Reload the page.",
    saidMissing: "Write a sentence: in what it differs, or what was adapted.",
    circle: "The other one was copied from this one, so it cannot be learnt from. Choose another answer.",
  },
);

/** Questions, as a colleague would ask; none of them accuses. */
export const reasonNames: Record<LikenessReason, Text> = {
  text: { vi: "Lời văn giống nhau", en: "The same wording" },
  name: { vi: "Tên gần giống", en: "A similar name" },
  place: { vi: "Cùng nơi, cùng chủ đề", en: "Same place and theme" },
  picture: { vi: "Ảnh đã dùng trước đó", en: "A photograph used before" },
  renamed: { vi: "Chính đơn vị đã làm từ năm trước", en: "The same unit had it in an earlier year" },
  owned: { vi: "Tổ chức khác trong địa bàn đang làm", en: "Another organisation of the area leads it" },
};

export const answerNames: Record<LikenessAnswer, Text> = {
  different: { vi: "Khác ở chỗ", en: "Different in" },
  same: { vi: "Là một, không tính thêm", en: "The same one, not counted again" },
  learnt: { vi: "Học từ mô hình đó", en: "Learnt from it" },
};

export const signalNames: Record<SignalKind, { name: Text; hint: Text }> = {
  cloned: {
    name: { vi: "Lời văn chép", en: "Copied wording" },
    hint: {
      vi: "Hơn 2/5 số chữ trùng với mô hình khác mà chưa ghi là học từ đó. Có thật là việc của nơi này không?",
      en: "More than two fifths of the words stand in another one, and it is not marked as learnt from it. Is it really carried out here?",
    },
  },
  "no-output": {
    name: { vi: "Một năm chưa có kết quả", en: "No output after a year" },
    hint: {
      vi: "Đã chấp nhận hơn một năm, chưa có số liệu, kiểm tra hay sơ kết nào. Còn làm không, vướng ở đâu?",
      en: "Accepted more than a year ago, and no reading, inspection or review since. Does it go on, what stands in the way?",
    },
  },
  "all-good": {
    name: { vi: "Tất cả đều xếp loại cao nhất", en: "Everything has the best grade" },
    hint: {
      vi: "Mọi mô hình của đơn vị trong năm đều xếp loại để nhân rộng. Đã so với mục tiêu chưa?",
      en: "Every exemplar of the unit in the year is graded for replication. Were they held against their goals?",
    },
  },
  yearly: {
    name: { vi: "Đăng ký lại nhiều năm", en: "Registered again" },
    hint: {
      vi: "Cùng đơn vị, năm trước đã có mô hình như vậy. Là mô hình mới hay đang duy trì?",
      en: "The same unit had one like it in an earlier year. Is it new, or sustained?",
    },
  },
  "no-reading": {
    name: { vi: "Có mục tiêu, chưa đo lần nào", en: "Goals that were never read" },
    hint: {
      vi: "Đã chấp nhận hơn sáu tháng, có mục tiêu bằng số nhưng chưa ghi lần nào. Ai theo dõi?",
      en: "Accepted more than six months ago with goals as figures, none of them read. Who looks after it?",
    },
  },
};

export const actNames: ActNames = {
  "exemplar:different": { vi: "giải trình: khác với mô hình tương tự", en: "explained in what it differs from a similar one" },
  "exemplar:same": { vi: "ghi là một với mô hình khác, không tính thêm", en: "said it is the same as another one, not counted" },
  "exemplar:learnt": { vi: "ghi là học từ mô hình khác", en: "said it learns from another one" },
};

export const fieldNames: FieldNames = {
  similarAnswer: { vi: "trả lời về mô hình tương tự", en: "answer about a similar one" },
  sameAs: { vi: "là một với", en: "same as" },
  copiedFrom: { vi: "học từ", en: "copied from" },
};
