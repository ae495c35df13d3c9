import { phrasebook } from "../../../kernel/language.ts";
import type { ActNames, FieldNames } from "../../audit/contract.ts";

export const say = phrasebook(
  {
    noIndicator: "Không tìm thấy chỉ tiêu này trong danh mục. Hãy tải lại danh mục và chọn lại.",
    ofCatalogue: "Đây là chỉ tiêu của danh mục dùng chung, không sửa được ở từng đơn vị. Hãy thêm một chỉ tiêu của đơn vị mình.",
    notYours: "Chỉ tiêu này của đơn vị khác. Hãy đề nghị đơn vị đó sửa, hoặc thêm một chỉ tiêu của đơn vị mình.",
    stale: "Chỉ tiêu vừa được người khác sửa. Hãy xem lại rồi lưu lần nữa; nội dung bạn nhập vẫn còn trên màn hình.",
    used: "Đã có số liệu của chỉ tiêu này nên loại số liệu, số chữ số thập phân, cách cộng và các thành phần đã có phải giữ nguyên. Hãy ngừng dùng chỉ tiêu này và thêm một chỉ tiêu mới.",
    isRetired: "Chỉ tiêu này đã ngừng dùng. Hãy cho dùng lại trước.",
    notRetired: "Chỉ tiêu này đang được dùng.",
    sameName: ({ name, code }: { name: string; code: string }) =>
      `Đã có chỉ tiêu “${name}” (${code}) với cùng đơn vị tính. Hãy dùng chỉ tiêu đó để số liệu không phải nhập hai lần.`,
    tooManyMembers: ({ most }: { most: number }) =>
      `Chỉ tiêu loại này có nhiều nhất ${most} thành phần. Hãy gộp bớt hoặc chia thành hai chỉ tiêu.`,
    wholeOnly: "Chỉ tiêu đếm số việc hoặc đếm người dùng số nguyên. Hãy để số chữ số thập phân là 0.",
    noSuchMember: ({ member }: { member: string }) =>
      `Nguồn tự tính nhắc đến thành phần “${member}” mà chỉ tiêu không có. Hãy chọn lại thành phần.`,
    noSuchPart: "Tử số và mẫu số chỉ có ở chỉ tiêu loại tỷ lệ. Hãy chọn lại nguồn tự tính.",
    noSuchMeasure: ({ name }: { name: string }) => `Không có nguồn tự tính “${name}”. Hãy chọn lại trong danh sách.`,
    ratioNeedsRatio:
      "Tỷ lệ không cộng, không lấy trung bình: tử số và mẫu số được cộng riêng. Hãy chọn cách cộng “theo tử số, mẫu số”, hoặc không cộng.",
    onlyRatioIsRatio: "Chỉ chỉ tiêu loại tỷ lệ có tử số, mẫu số để cộng. Hãy chọn cách cộng khác.",
    yesNoNeedsShare:
      "Có hoặc không thì không cộng được: tổng hợp là số đơn vị trả lời có trên số đơn vị trả lời. Hãy chọn “tỷ lệ đơn vị”, hoặc không cộng.",
    onlyYesNoIsShare: "“Tỷ lệ đơn vị” chỉ dùng cho chỉ tiêu có hoặc không. Hãy chọn cách cộng khác.",
    peopleNever:
      "Đếm mỗi người một lần thì không cộng được giữa các đơn vị, các kỳ: một người có thể ở nhiều nơi. Hãy để “không cộng”, hoặc đổi sang đếm lượt người.",
    stockNotOverTime:
      "Số hiện có tại một thời điểm không cộng qua các kỳ: cuối kỳ nào đọc số kỳ đó. Hãy chọn “số cuối kỳ”, hoặc không cộng.",
    lastIsForStocks:
      "“Số cuối kỳ” chỉ dùng cho số hiện có, tỷ lệ, tiền, đo lường hoặc có/không; số phát sinh trong kỳ thì cộng. Hãy chọn cách cộng khác.",
    newOnlyIsForCounts: "“Chỉ tính mới” dùng cho số phát sinh trong kỳ. Hãy chọn cách cộng khác.",
    addsSum: "Cộng số của các đơn vị.",
    addsRatio: "Cộng riêng tử số, mẫu số rồi mới tính tỷ lệ; không lấy trung bình.",
    addsShare: "Số đơn vị trả lời có trên số đơn vị trả lời.",
    addsNone: "Không cộng giữa các đơn vị; xem số của từng đơn vị.",
    timeSum: "Cộng số của các kỳ nối tiếp nhau.",
    timeLast: "Lấy số của kỳ cuối; không cộng.",
    timeRatio: "Cộng riêng tử số, mẫu số của các kỳ.",
    timeNone: "Không cộng giữa các kỳ.",
    timeNew: "Mỗi kỳ chỉ tính phần mới, nên cộng các kỳ không bị trùng (“không tính cộng dồn” số của năm trước).",
    mergerSum: "Khi sáp nhập, cộng số của các đơn vị cũ.",
    mergerRatio: "Khi sáp nhập, cộng riêng tử số, mẫu số của các đơn vị cũ.",
    mergerShare: "Khi sáp nhập, đơn vị mới trả lời lại; số cũ giữ theo đơn vị cũ.",
    mergerNone: "Khi sáp nhập, phải đếm lại.",
  },
  {
    noIndicator: "There is no such indicator in the dictionary. Reload it and choose again.",
    ofCatalogue: "This indicator is of the common catalogue and is not edited by single units. Add one of your own unit.",
    notYours: "This indicator is another unit's. Ask that unit to change it, or add one of your own.",
    stale: "Somebody else has just changed the indicator. Look at it and save again; what you typed is still on the screen.",
    used: "Figures of this indicator exist, so its kind, decimals, sums and members stay. Retire it and add a new one.",
    isRetired: "This indicator is retired. Restore it first.",
    notRetired: "This indicator is in use.",
    sameName: ({ name, code }: { name: string; code: string }) =>
      `There is an indicator “${name}” (${code}) with the same unit of measure already. Use it, so that figures are not entered twice.`,
    tooManyMembers: ({ most }: { most: number }) =>
      `An indicator of this kind has at most ${most} members. Merge some, or make two indicators.`,
    wholeOnly: "What counts events or people uses whole numbers. Set the decimals to 0.",
    noSuchMember: ({ member }: { member: string }) =>
      `A computed source names the member “${member}”, which the indicator does not have. Choose again.`,
    noSuchPart: "Only a ratio has a numerator and a denominator. Choose the computed source again.",
    noSuchMeasure: ({ name }: { name: string }) => `Nothing computes “${name}”. Choose from the list.`,
    ratioNeedsRatio: "A ratio is neither added nor averaged: numerators and denominators are added apart. Choose “ratio”, or no sum.",
    onlyRatioIsRatio: "Only a ratio has numerators and denominators to add. Choose another sum.",
    yesNoNeedsShare: "Yes and no do not add up: the total is the share of units that say yes. Choose “share”, or no sum.",
    onlyYesNoIsShare: "“Share” is for yes-or-no indicators only. Choose another sum.",
    peopleNever:
      "People counted once each cannot be added over units or periods: one person may be in several. Choose no sum, or count turns.",
    stockNotOverTime: "What exists at a moment is not added over periods: read the last. Choose “last”, or no sum.",
    lastIsForStocks: "“Last” is for stocks, ratios, money, measures or yes-or-no; what happens in a period is added. Choose another sum.",
    newOnlyIsForCounts: "“New only” is for what happens in a period. Choose another sum.",
    addsSum: "Figures of units are added.",
    addsRatio: "Numerators and denominators are added apart; never averaged.",
    addsShare: "Units that say yes, of those that answer.",
    addsNone: "Not added over units; look at single units.",
    timeSum: "Periods that follow each other are added.",
    timeLast: "The last period's figure counts; nothing is added.",
    timeRatio: "Numerators and denominators of periods are added apart.",
    timeNone: "Not added over periods.",
    timeNew: "Each period counts only what is new, so periods are added without counting twice.",
    mergerSum: "On a merger the old units' figures are added.",
    mergerRatio: "On a merger the old units' numerators and denominators are added apart.",
    mergerShare: "On a merger the new unit answers anew; old answers stay with the old units.",
    mergerNone: "After a merger it has to be counted anew.",
  },
);

export const indicatorActs: ActNames = {
  "indicator:create": { vi: "thêm chỉ tiêu", en: "added the indicator" },
  "indicator:edit": { vi: "sửa chỉ tiêu", en: "changed the indicator" },
  "indicator:retire": { vi: "ngừng dùng chỉ tiêu", en: "retired the indicator" },
  "indicator:restore": { vi: "cho dùng lại chỉ tiêu", en: "restored the indicator" },
  "layout:create": { vi: "thêm mẫu bảng", en: "added the layout" },
  "layout:edit": { vi: "sửa mẫu bảng", en: "changed the layout" },
  "layout:remove": { vi: "bỏ mẫu bảng", en: "removed the layout" },
};

export const indicatorFields: FieldNames = {
  name: { vi: "tên", en: "name" },
  definition: { vi: "định nghĩa", en: "definition" },
  topic: { vi: "nhóm", en: "topic" },
  unit: { vi: "đơn vị tính", en: "unit of measure" },
  valueKind: { vi: "loại số liệu", en: "kind of value" },
  overUnits: { vi: "cộng giữa các đơn vị", en: "over units" },
  overTime: { vi: "cộng giữa các kỳ", en: "over time" },
  overMerger: { vi: "khi sáp nhập", en: "over a merger" },
  members: { vi: "thành phần", en: "members" },
  measures: { vi: "nguồn tự tính", en: "computed from" },
};
