import { phrasebook, type Text } from "../../kernel/language.ts";
import type { ActNames, FieldNames } from "../audit/contract.ts";
import { pictureActs, pictureFields } from "./pictures/messages.ts";
import type { ContentKey, ExemplarField, ExemplarKind, ExemplarState } from "./shapes.ts";

export const say = phrasebook(
  {
    noExemplar:
      "Không tìm thấy mô hình, điển hình này, hoặc chức danh đang dùng không được xem. Hãy kiểm tra đường dẫn hoặc đổi chức danh ở góc trên.",
    changed: "Nội dung này vừa được người khác sửa. Hãy xem nội dung mới rồi làm lại; phần đang nhập vẫn còn.",
    notNow: "Mô hình đang ở trạng thái khác nên không làm bước đó được. Hãy tải lại trang.",
    noUnit: "Không có đơn vị này. Hãy chọn lại đơn vị.",
    noLocalField: "Lĩnh vực này không có trong danh mục của đợt đăng ký. Hãy chọn lại.",
    endsBefore: "Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa một trong hai ngày.",
    notNumber: "Chưa hiểu số này. Hãy gõ như 120, 1.250, hơn 100, 2,5 triệu.",
    goalNumber: "Mục tiêu cần một con số để sau này so được. Hãy gõ như 95 hoặc 12,5; phần chữ ghi vào tên mục tiêu.",
    goalTwice: "Hai mục tiêu cùng tên, cùng đơn vị tính. Hãy sửa tên hoặc bỏ bớt một mục tiêu.",
    numberTooLarge: "Số này lớn quá mức có thể. Hãy kiểm tra lại.",
    missing: "Còn thiếu nội dung mà đợt đăng ký yêu cầu. Hãy điền các ô được đánh dấu rồi đăng ký; phần đã nhập vẫn được giữ.",
    missingContent: "Nội dung này cần có khi đăng ký.",
    ownWork: "Người nhập mô hình không tự duyệt mô hình đó. Hãy nhờ người khác của đơn vị xem và chấp nhận.",
    noRound: "Không tìm thấy đợt đăng ký này, hoặc chức danh đang dùng không được xem.",
    roundNotOpen: "Đợt đăng ký này chưa mở hoặc đã hủy nên chưa nhận đăng ký. Có thể lưu nháp và đăng ký khi đợt mở.",
    roundKind: "Đợt đăng ký này không nhận loại đó. Hãy chọn loại khác hoặc đợt khác.",
    roundNotYours: "Đợt đăng ký này không dành cho đơn vị đã chọn. Hãy chọn đợt khác hoặc để trống.",
    roundState: "Đợt đăng ký đang ở trạng thái khác nên không làm bước đó được. Hãy tải lại trang.",
    roundChanged: "Đợt đăng ký này vừa được người khác sửa. Hãy xem nội dung mới rồi làm lại.",
    needsGuidance:
      "Chưa mở được đợt: văn bản hướng dẫn đăng ký chưa có trong sổ văn bản. Hãy đưa văn bản vào sổ rồi chọn tại ô “Văn bản hướng dẫn”.",
    needsUnits: "Chưa mở được đợt: chưa chọn đơn vị nào đăng ký. Hãy chọn các đơn vị rồi mở lại.",
    needsSums: "Chưa mở được đợt: số phân bổ cho các đơn vị chưa khớp với số kế hoạch nêu. Hãy sửa phân bổ, hoặc ghi rõ vì sao khác.",
    noDocument: "Không có văn bản này trong sổ, hoặc chức danh đang dùng không được xem. Hãy chọn lại văn bản.",
    periodBefore: "Ngày cuối phải sau ngày đầu. Hãy sửa một trong hai ngày.",
    unitTwice: "Một đơn vị được chọn hai lần. Hãy bỏ bớt một dòng.",
    beyondUnits: "Chỉ mở đợt cho đơn vị thuộc mình hoặc ở cấp dưới. Hãy bỏ các đơn vị khác.",
    card: "Mô hình, điển hình",
  },
  {
    noExemplar: "This exemplar was not found, or the post you are using may not see it. Check the link or switch posts at the top.",
    changed: "Somebody has just changed this. Look at what is new and do it again; what you typed is still here.",
    notNow: "It is in another state, so this step is not possible. Reload the page.",
    noUnit: "There is no such unit. Choose again.",
    noLocalField: "The round has no such field. Choose again.",
    endsBefore: "The last day must come after the first. Correct one of them.",
    notNumber: "This number was not understood. Write it like 120, 1.250, hơn 100, 2,5 triệu.",
    goalNumber: "A goal needs a number to compare with later. Write it like 95 or 12,5; words go into the goal's name.",
    goalTwice: "Two goals have the same name and unit. Rename one or take it out.",
    numberTooLarge: "This number is larger than it can be. Check it.",
    missing: "Some contents that the round asks for are missing. Fill in the marked fields and register; what you typed is kept.",
    missingContent: "This is asked for at registration.",
    ownWork: "Whoever typed an exemplar does not accept it. Ask somebody else of the unit.",
    noRound: "This round was not found, or the post you are using may not see it.",
    roundNotOpen: "This round is not open yet or was cancelled. Save a draft and register when it opens.",
    roundKind: "This round does not take that kind. Choose another kind or another round.",
    roundNotYours: "This round is not meant for the chosen unit. Choose another round or none.",
    roundState: "The round is in another state, so this step is not possible. Reload the page.",
    roundChanged: "Somebody has just changed this round. Look at what is new and do it again.",
    needsGuidance: "The round cannot open yet: its guidance document is not in the register. Register it, then choose it here.",
    needsUnits: "The round cannot open yet: it addresses no unit. Choose units and open it again.",
    needsSums:
      "The round cannot open yet: what units were allotted does not add up to what the plan says. Correct it, or say why it differs.",
    noDocument: "There is no such document in the register, or the post you are using may not see it. Choose again.",
    periodBefore: "The last day must come after the first. Correct one of them.",
    unitTwice: "A unit was chosen twice. Take one line out.",
    beyondUnits: "A round is for your own units or those below. Take the others out.",
    card: "Exemplar",
  },
);

export const kindNames: Record<ExemplarKind, Text> = {
  model: { vi: "Mô hình", en: "Model" },
  works: { vi: "Công trình, phần việc", en: "Works" },
  person: { vi: "Điển hình cá nhân", en: "Exemplary person" },
  group: { vi: "Điển hình tập thể", en: "Exemplary collective" },
  "self-government": { vi: "Mô hình tự quản", en: "Self-government model" },
  "friendly-government": { vi: "Chính quyền thân thiện", en: "Friendly government" },
  "creative-activity": { vi: "Hoạt động sáng tạo của tổ chức", en: "Creative activity" },
};

export const fieldTitles: Record<ExemplarField, Text> = {
  economy: { vi: "Kinh tế", en: "Economy" },
  "culture-society": { vi: "Văn hóa - xã hội", en: "Culture and society" },
  "defence-security": { vi: "Quốc phòng - an ninh", en: "Defence and security" },
  "political-system": { vi: "Xây dựng hệ thống chính trị", en: "Political system" },
};

export const stateNames: Record<ExemplarState, Text> = {
  draft: { vi: "Nháp", en: "Draft" },
  registered: { vi: "Đã đăng ký", en: "Registered" },
  returned: { vi: "Trả lại để bổ sung", en: "Returned" },
  accepted: { vi: "Đã chấp nhận", en: "Accepted" },
  stopped: { vi: "Đã dừng", en: "Stopped" },
  withdrawn: { vi: "Đã rút", en: "Withdrawn" },
};

/** The contents of the registration form, each with the question that it answers. */
export const contentNames: Record<ContentKey, { name: Text; hint: Text }> = {
  situation: {
    name: { vi: "Thực trạng, lý do", en: "Situation and reason" },
    hint: { vi: "Vấn đề cụ thể nào cần giải quyết?", en: "Which problem is to be solved?" },
  },
  goals: {
    name: { vi: "Mục tiêu, tiêu chí", en: "Goals and criteria" },
    hint: { vi: "Đến khi nào, đạt gì? Nhìn vào đâu để biết đã đạt?", en: "What is to be reached by when, and how will one see it?" },
  },
  method: {
    name: { vi: "Nội dung, cách thức thực hiện", en: "Content and method" },
    hint: { vi: "Làm những việc gì, làm thế nào?", en: "What is done, and how?" },
  },
  area: {
    name: { vi: "Địa bàn, đối tượng", en: "Area and people" },
    hint: { vi: "Ở đâu, ai tham gia, ai được hưởng?", en: "Where, who takes part, who gains?" },
  },
  forces: {
    name: { vi: "Lực lượng thực hiện", en: "Forces" },
    hint: { vi: "Ai chủ trì, ai phối hợp, ai tham gia?", en: "Who leads, coordinates, takes part?" },
  },
  resources: {
    name: { vi: "Nguồn lực", en: "Resources" },
    hint: { vi: "Kinh phí, ngày công, vật chất; lấy từ đâu?", en: "Money, labour, material, and from where?" },
  },
  time: {
    name: { vi: "Thời gian thực hiện", en: "Time" },
    hint: { vi: "Bắt đầu khi nào, các mốc, khi nào đánh giá?", en: "Start, milestones, when is it assessed?" },
  },
  output: {
    name: { vi: "Sản phẩm, kết quả đầu ra", en: "Output" },
    hint: { vi: "Kết quả nào đếm được, kiểm tra được?", en: "Which result can be counted and checked?" },
  },
  sustaining: {
    name: { vi: "Khả năng duy trì, nhân rộng", en: "Sustaining and replicating" },
    hint: { vi: "Sau đó ai giữ, nơi nào làm theo được?", en: "Who keeps it up, who can follow?" },
  },
};

export const actNames: ActNames = {
  ...pictureActs,
  "exemplar:create": { vi: "lập mô hình, điển hình", en: "began the exemplar" },
  "exemplar:edit": { vi: "sửa nội dung", en: "changed it" },
  "exemplar:register": { vi: "đăng ký", en: "registered it" },
  "exemplar:accept": { vi: "chấp nhận đăng ký", en: "accepted the registration" },
  "exemplar:return": { vi: "trả lại để bổ sung", en: "returned it" },
  "exemplar:withdraw": { vi: "rút đăng ký", en: "withdrew it" },
  "exemplar:stop": { vi: "dừng mô hình", en: "stopped it" },
  "exemplar:resume": { vi: "tiếp tục mô hình", en: "went on with it" },
  "exemplar:invite": { vi: "lập đường dẫn mời đăng ký mô hình", en: "made an invitation to offer models" },
  "exemplar:invite-end": { vi: "thu hồi đường dẫn mời đăng ký mô hình", en: "revoked an invitation to offer models" },
  "exemplar:offer-ask": { vi: "hỏi lại người gửi mô hình", en: "asked back about an offered model" },
  "exemplar:offer-take": { vi: "nhận mô hình được gửi làm bản nháp", en: "took an offered model over as a draft" },
  "exemplar:offer-aside": { vi: "để lại mô hình được gửi", en: "set an offered model aside" },
  "exemplar:import": { vi: "nhập danh sách mô hình cũ", en: "took in an old list of models" },
  "exemplar:imported": { vi: "nhập từ danh sách cũ", en: "took it in from an old list" },
  "exemplar:import-kept": { vi: "giữ một dòng danh sách cũ ở ghi chú", en: "kept a row of an old list as a note" },
  "exemplar-round:create": { vi: "lập đợt đăng ký", en: "prepared the round" },
  "exemplar-round:edit": { vi: "sửa đợt đăng ký", en: "changed the round" },
  "exemplar-round:open": { vi: "mở đợt đăng ký", en: "opened the round" },
  "exemplar-round:extend": { vi: "cho đơn vị thêm thời gian đăng ký", en: "gave a unit more time to register" },
  "exemplar-round:close": { vi: "đóng đợt đăng ký", en: "closed the round" },
  "exemplar-round:cancel": { vi: "hủy đợt đăng ký", en: "cancelled the round" },
};

export const fieldNames: FieldNames = {
  ...pictureFields,
  exemplarState: { vi: "trạng thái", en: "state" },
  exemplarKind: { vi: "loại", en: "kind" },
  exemplarField: { vi: "lĩnh vực", en: "field" },
  exemplarLead: { vi: "đơn vị chủ trì", en: "lead" },
  exemplarRound: { vi: "đợt đăng ký", en: "round" },
  firstYear: { vi: "năm tính là mới", en: "year in which it is new" },
  invitedMost: { vi: "nhận nhiều nhất", en: "takes at most" },
  imported: { vi: "số mô hình nhập", en: "taken in" },
  goals: { vi: "số mục tiêu", en: "goals" },
  roundState: { vi: "trạng thái đợt", en: "state of the round" },
  roundUnits: { vi: "số đơn vị", en: "units" },
  closesOn: { vi: "hạn đăng ký", en: "closes on" },
};
