import { phrasebook, type Text } from "../../../kernel/language.ts";
import type { ActNames, FieldNames } from "../../audit/contract.ts";
import { contentNames } from "../messages.ts";
import type { ContentKey } from "../shapes.ts";
import type { EventKind, EvidenceKind, NextStep } from "./kinds.ts";

export const say = phrasebook(
  {
    notNow: "Mô hình đang ở trạng thái khác nên không làm việc này được. Hãy tải lại trang.",
    future: "Ngày này chưa tới. Hãy ghi ngày việc đã diễn ra.",
    before: "Ngày này trước năm 1990. Hãy kiểm tra lại.",
    nothingSaid: "Hãy ghi ít nhất một câu: đã làm gì, kết quả ra sao.",
    detailWrong: "Ô này chưa đúng. Hãy sửa lại rồi lưu.",
    noFindings: "Chỉ lượt thăm, kiểm tra mới ghi được kiến nghị. Hãy bỏ phần kiến nghị hoặc chọn loại khác.",
    noDocument: "Không có văn bản này trong sổ, hoặc chức danh đang dùng không được xem. Hãy chọn lại văn bản.",
    noEvent: "Không tìm thấy minh chứng này. Hãy tải lại trang.",
    struckAlready: "Minh chứng này đã được gạch bỏ. Hãy tải lại trang.",
    gatesOpen: "Chưa qua được bước này: còn nội dung chưa có. Hãy bổ sung, hoặc ghi rõ vì sao không có ở từng mục.",
    noGoal: "Không tìm thấy mục tiêu này. Hãy tải lại trang.",
    readingTaken: "Mục tiêu này đã có số liệu của ngày đó. Hãy sửa số đã có, hoặc chọn ngày khác.",
    noReading: "Không tìm thấy số liệu này. Hãy tải lại trang.",
    notNumber: "Chưa hiểu số này. Hãy gõ như 120, 1.250, hơn 100, khoảng 2,5.",
    numberTooLarge: "Số này lớn quá mức có thể. Hãy kiểm tra lại.",
    noFinding: "Không tìm thấy kiến nghị này. Hãy tải lại trang.",
    yearAhead: "Năm này chưa tới. Hãy chọn năm nay hoặc năm đã qua.",
    noGrade: "Mức xếp loại này không có trong danh mục. Hãy tải lại trang và chọn lại.",
    notGraded: "Chỉ xếp loại mô hình đã được chấp nhận đăng ký. Hãy bỏ dòng này.",
    gradeChanged: "Xếp loại của một mô hình trong danh sách vừa được người khác sửa. Hãy xem lại rồi làm tiếp; các dòng khác chưa lưu.",
    gradeDecided: "Xếp loại năm này đã được cấp trên quyết định nên không đề xuất lại được. Hãy liên hệ cấp trên nếu cần sửa.",
    notProposed: "Mô hình này chưa được đề xuất xếp loại. Hãy để đơn vị chủ trì đề xuất trước.",
    ownProposal: "Người đề xuất không tự quyết định xếp loại. Hãy nhờ người khác xem và quyết định.",
    gradeTwice: "Hai mức xếp loại trùng tên hoặc trùng mã. Hãy sửa một mức.",
    ruleChanged: "Quy định này vừa được người khác sửa. Hãy tải lại trang rồi sửa tiếp.",
    beyond: "Chức danh đang dùng không xem được danh sách của đơn vị này. Hãy chọn đơn vị của mình hoặc cấp dưới.",
    quietOne: "Lâu chưa có tin: ghi tình hình mới",
    quietMany: ({ count }: { count: number }) => `${count} mô hình lâu chưa có tin`,
    quietManyWhat: "Ghi tình hình mới",
    findingOpen: ({ count }: { count: number }) => `${count} kiến nghị chờ trả lời`,
    findingAnswered: ({ count }: { count: number }) => `${count} trả lời chờ xem`,
    gradesWaiting: ({ count }: { count: number }) => `${count} mô hình chờ quyết định xếp loại`,
    gradesTitle: ({ year }: { year: number }) => `Xếp loại năm ${year}`,
    document: "Văn bản",
  },
  {
    notNow: "It is in another state, so this is not possible. Reload the page.",
    future: "This day has not come. Write the day on which it happened.",
    before: "This day is before 1990. Check it.",
    nothingSaid: "Write at least one sentence: what was done, and what came of it.",
    detailWrong: "This field is not right. Correct it and save.",
    noFindings: "Only visits and inspections have findings. Take them out or choose another kind.",
    noDocument: "There is no such document in the register, or the post you are using may not see it. Choose again.",
    noEvent: "This evidence was not found. Reload the page.",
    struckAlready: "This evidence was struck already. Reload the page.",
    gatesOpen: "The step cannot be passed yet: something is missing. Add it, or say at each line why it cannot be had.",
    noGoal: "This goal was not found. Reload the page.",
    readingTaken: "This goal has a reading of that day. Correct that one or choose another day.",
    noReading: "This reading was not found. Reload the page.",
    notNumber: "This number was not understood. Write it like 120, 1.250, hơn 100, khoảng 2,5.",
    numberTooLarge: "This number is larger than it can be. Check it.",
    noFinding: "This finding was not found. Reload the page.",
    yearAhead: "This year has not come. Choose this year or an earlier one.",
    noGrade: "There is no such grade. Reload the page and choose again.",
    notGraded: "Only accepted exemplars are graded. Take this line out.",
    gradeChanged: "Somebody has just changed a grade of this list. Look at it and go on; no line was saved.",
    gradeDecided: "The grade of this year was decided above, so it cannot be proposed again. Ask them if it must change.",
    notProposed: "No grade was proposed for it yet. Let the lead propose one first.",
    ownProposal: "Whoever proposed a grade does not decide it. Ask somebody else.",
    gradeTwice: "Two grades have the same name or code. Correct one.",
    ruleChanged: "Somebody has just changed this. Reload the page and go on.",
    beyond: "The post you are using may not see this unit's list. Choose your own unit or one below.",
    quietOne: "No news for long: say how it stands",
    quietMany: ({ count }: { count: number }) => `${count} exemplars without news for long`,
    quietManyWhat: "say how they stand",
    findingOpen: ({ count }: { count: number }) => `${count} findings to answer`,
    findingAnswered: ({ count }: { count: number }) => `${count} answers to look at`,
    gradesWaiting: ({ count }: { count: number }) => `${count} grades to decide`,
    gradesTitle: ({ year }: { year: number }) => `Grades of ${year}`,
    document: "Document",
  },
);

export const stepNames: Record<1 | 2 | 3 | 4, Text> = {
  1: { vi: "Xác định chủ trương, mục tiêu, khảo sát", en: "Purpose, goals and survey" },
  2: { vi: "Tổ chức thực hiện", en: "Carrying out" },
  3: { vi: "Kiểm tra theo tiêu chí", en: "Inspection against the criteria" },
  4: { vi: "Sơ kết, tổng kết, rút kinh nghiệm, nhân rộng", en: "Review, lessons, replication" },
};

export const eventNames: Record<EventKind, Text> = {
  survey: { vi: "Khảo sát", en: "Survey" },
  plan: { vi: "Kế hoạch", en: "Plan" },
  assign: { vi: "Phân công", en: "Duties" },
  communicate: { vi: "Tuyên truyền, vận động", en: "Communication" },
  launch: { vi: "Ra mắt", en: "Launch" },
  visit: { vi: "Thăm, hướng dẫn", en: "Visit" },
  inspect: { vi: "Kiểm tra", en: "Inspection" },
  review: { vi: "Sơ kết, tổng kết", en: "Review" },
  lesson: { vi: "Bài học kinh nghiệm", en: "Lesson" },
  note: { vi: "Ghi chép", en: "Note" },
  "step-passed": { vi: "Qua bước", en: "Passed step" },
  "step-back": { vi: "Trở lại bước", en: "Back to step" },
  paused: { vi: "Tạm ngừng", en: "Paused" },
  resumed: { vi: "Tiếp tục", en: "Gone on" },
  stopped: { vi: "Dừng", en: "Stopped" },
  sustained: { vi: "Duy trì", en: "Sustained" },
  recognised: { vi: "Được công nhận", en: "Recognised" },
  "recognition-revoked": { vi: "Bị thu hồi công nhận", en: "Recognition revoked" },
  awarded: { vi: "Được khen thưởng", en: "Awarded" },
  "award-revoked": { vi: "Bị thu hồi khen thưởng", en: "Award revoked" },
};

/** What each kind is for, beside its name on the phone. */
export const eventHints: Record<EvidenceKind, Text> = {
  survey: { vi: "hỏi dân, thuận lợi, khó khăn", en: "what people say, what helps, what hinders" },
  plan: { vi: "kế hoạch, các mốc", en: "plan and milestones" },
  assign: { vi: "đơn vị nào lo việc gì", en: "which office does what" },
  communicate: { vi: "họp, loa, đến từng nhà", en: "meetings, loudspeaker, house to house" },
  launch: { vi: "cam kết, phân công, sản phẩm", en: "commitments, duties, output" },
  visit: { vi: "đến thăm, góp ý", en: "came to see and advise" },
  inspect: { vi: "so với tiêu chí, mục tiêu", en: "against criteria and goals" },
  review: { vi: "kết quả, hạn chế, bài học", en: "results, shortcomings, lessons" },
  lesson: { vi: "điều nên làm, nên tránh", en: "what to do, what to avoid" },
  note: { vi: "việc khác cần nhớ", en: "anything else" },
};

const gateTexts: Record<string, Text> = {
  "goal-with-baseline": { vi: "Mục tiêu bằng con số, có số hiện trạng", en: "Goals as figures, with where they stand now" },
  survey: { vi: "Khảo sát", en: "Survey" },
  plan: { vi: "Kế hoạch thực hiện", en: "Plan" },
  assign: { vi: "Phân công phụ trách", en: "Duties" },
  communicate: { vi: "Tuyên truyền, vận động", en: "Communication" },
  launch: { vi: "Ra mắt mô hình", en: "Launch" },
  "inspect-concluded": { vi: "Kiểm tra theo tiêu chí, có kết luận", en: "Inspection with a conclusion" },
  "reading-of-each-goal": { vi: "Số liệu đạt được của từng mục tiêu", en: "A reading of each goal" },
  review: { vi: "Sơ kết hoặc tổng kết", en: "Review" },
  lessons: { vi: "Bài học kinh nghiệm", en: "Lessons" },
};

/** What a gate asks for, in words. */
export function gateName(code: string): Text {
  const key = code.replace(/^content-/, "");
  return key === code ? (gateTexts[code] ?? { vi: code, en: code }) : contentNames[key as ContentKey].name;
}

export const nextStepNames: Record<NextStep, Text> = {
  replicate: { vi: "nhân rộng", en: "replicate" },
  sustain: { vi: "duy trì", en: "sustain" },
  consolidate: { vi: "củng cố", en: "consolidate" },
  stop: { vi: "dừng", en: "stop" },
};

export const actNames: ActNames = {
  "exemplar:event": { vi: "ghi minh chứng", en: "added evidence" },
  "exemplar:strike-event": { vi: "gạch bỏ minh chứng", en: "struck evidence" },
  "exemplar:pass": { vi: "xác nhận qua bước", en: "passed a step" },
  "exemplar:back": { vi: "trở lại bước trước", en: "went back a step" },
  "exemplar:pause": { vi: "tạm ngừng mô hình", en: "paused it" },
  "exemplar:go-on": { vi: "tiếp tục sau tạm ngừng", en: "went on after a pause" },
  "exemplar:sustain": { vi: "xác nhận duy trì", en: "confirmed that it goes on" },
  "exemplar:read": { vi: "ghi số liệu mục tiêu", en: "read a goal" },
  "exemplar:correct-reading": { vi: "sửa số liệu mục tiêu", en: "corrected a reading" },
  "exemplar:answer-finding": { vi: "trả lời kiến nghị", en: "answered a finding" },
  "exemplar:settle-finding": { vi: "xác nhận đã khắc phục", en: "settled a finding" },
  "exemplar:reopen-finding": { vi: "mở lại kiến nghị", en: "reopened a finding" },
  "exemplar:propose-grade": { vi: "đề xuất xếp loại", en: "proposed a grade" },
  "exemplar:decide-grade": { vi: "quyết định xếp loại", en: "decided a grade" },
  "exemplar-rule:set": { vi: "đặt quy định theo dõi mô hình", en: "decided how exemplars are followed" },
};

export const fieldNames: FieldNames = {
  exemplarStep: { vi: "bước", en: "step" },
  exemplarPaused: { vi: "tạm ngừng", en: "paused" },
  eventKind: { vi: "loại minh chứng", en: "kind of evidence" },
  eventDay: { vi: "ngày", en: "day" },
  findings: { vi: "số kiến nghị", en: "findings" },
  gatesWithout: { vi: "mục qua bước khi chưa có", en: "passed without" },
  gradeYear: { vi: "năm xếp loại", en: "year of the grade" },
  gradeProposed: { vi: "đề xuất", en: "proposed" },
  gradeDecided: { vi: "xếp loại", en: "grade" },
  sustainedYear: { vi: "năm duy trì", en: "year" },
  quietDays: { vi: "số ngày không có tin", en: "days without news" },
};
