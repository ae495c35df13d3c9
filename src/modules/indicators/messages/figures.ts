import { phrasebook } from "../../../kernel/language.ts";

export const say = phrasebook(
  {
    unknownCell: ({ cell }: { cell: string }) => `Danh mục chỉ tiêu không có ô “${cell}”. Hãy tải lại trang và chọn lại chỉ tiêu.`,
    tooManyPlaces: ({ name, places }: { name: string; places: number }) =>
      places === 0
        ? `“${name}” chỉ nhận số nguyên. Hãy làm tròn rồi nhập lại.`
        : `“${name}” chỉ nhận ${places} chữ số thập phân. Hãy làm tròn rồi nhập lại.`,
    tooLarge: ({ name }: { name: string }) => `Số của “${name}” lớn quá mức có thể. Hãy kiểm tra đơn vị tính (đồng hay triệu đồng).`,
    halfRatio: ({ name }: { name: string }) => `“${name}” là tỷ lệ: cần cả tử số và mẫu số, hoặc để trống cả hai.`,
    notARatio: ({ name }: { name: string }) => `“${name}” không phải là tỷ lệ: chỉ nhận một số.`,
    yesOrNo: ({ name }: { name: string }) => `“${name}” chỉ nhận 1 (có) hoặc 0 (không).`,
    negativeDenominator: ({ name }: { name: string }) => `Mẫu số của “${name}” không được âm.`,
    notOverUnits: ({ name }: { name: string }) => `“${name}” không cộng giữa các đơn vị. Hãy xem số của từng đơn vị.`,
    distinctPeople: ({ name }: { name: string }) =>
      `“${name}” đếm mỗi người một lần nên không cộng được: một người có thể được tính ở nhiều nơi, nhiều kỳ. Hãy xem số của từng đơn vị, hoặc dùng chỉ tiêu tính lượt người.`,
    notOverTime: ({ name }: { name: string }) => `“${name}” không cộng giữa các kỳ. Hãy xem số của từng kỳ.`,
    periodsOverlap: ({ name }: { name: string }) =>
      `Các kỳ được chọn có ngày trùng nhau nên “${name}” sẽ bị tính hai lần. Hãy chọn các kỳ nối tiếp nhau.`,
    badPeriod: ({ code }: { code: string }) => `“${code}” không phải là mã kỳ báo cáo. Ví dụ đúng: 2026-11, 2026-Q3, 2026-H1, 2026.`,
    noUnit: "Không tìm thấy đơn vị này.",
    noFigures: "Không có số liệu này, hoặc chức danh đang dùng không được xem số liệu của đơn vị này.",
    tooManyUnits: ({ cells }: { cells: number }) => `Bảng quá lớn (${cells} ô). Hãy chọn ít chỉ tiêu hoặc ít đơn vị hơn.`,
  },
  {
    unknownCell: ({ cell }: { cell: string }) => `The dictionary has no cell “${cell}”. Reload the page and choose the indicator again.`,
    tooManyPlaces: ({ name, places }: { name: string; places: number }) =>
      places === 0
        ? `“${name}” takes whole numbers only. Round it and enter it again.`
        : `“${name}” takes ${places} decimal places. Round it and enter it again.`,
    tooLarge: ({ name }: { name: string }) => `The number of “${name}” is larger than can be. Check the unit (đồng or million đồng).`,
    halfRatio: ({ name }: { name: string }) => `“${name}” is a ratio: give both numbers, or leave both empty.`,
    notARatio: ({ name }: { name: string }) => `“${name}” is no ratio: it takes one number.`,
    yesOrNo: ({ name }: { name: string }) => `“${name}” takes 1 (yes) or 0 (no).`,
    negativeDenominator: ({ name }: { name: string }) => `The denominator of “${name}” cannot be negative.`,
    notOverUnits: ({ name }: { name: string }) => `“${name}” does not add up over units. Look at the figures of single units.`,
    distinctPeople: ({ name }: { name: string }) =>
      `“${name}” counts each person once and cannot be added: one person may be counted in several places and periods. Look at single units, or use an indicator that counts turns.`,
    notOverTime: ({ name }: { name: string }) => `“${name}” does not add up over periods. Look at single periods.`,
    periodsOverlap: ({ name }: { name: string }) =>
      `The periods share days, so “${name}” would be counted twice. Choose periods that follow each other.`,
    badPeriod: ({ code }: { code: string }) => `“${code}” is no code of a period. Right are: 2026-11, 2026-Q3, 2026-H1, 2026.`,
    noUnit: "There is no such unit.",
    noFigures: "There are no such figures, or your post may not see this unit's figures.",
    tooManyUnits: ({ cells }: { cells: number }) => `The table is too large (${cells} cells). Choose fewer indicators or fewer units.`,
  },
);
