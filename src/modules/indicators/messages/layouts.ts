import { phrasebook } from "../../../kernel/language.ts";

export const say = phrasebook(
  {
    noLayout: "Không tìm thấy mẫu bảng này. Hãy tải lại trang và chọn lại mẫu.",
    shipped: "Mẫu có sẵn không sửa được. Hãy lập một mẫu của đơn vị mình.",
    stale: "Mẫu bảng vừa được người khác sửa. Hãy xem lại rồi lưu lần nữa.",
    unknownCells: "Mẫu có cột của chỉ tiêu không còn trong danh mục. Hãy chọn lại chỉ tiêu của cột đó.",
    whatToExport: "Hãy chọn kỳ và đơn vị, hoặc một đợt báo cáo, để xuất bảng.",
    noColumns: "Mẫu này lấy các chỉ tiêu được chọn khi xuất. Hãy chọn ít nhất một chỉ tiêu.",
    tooManyRows: ({ most }: { most: number }) => `Bảng có hơn ${most} dòng. Hãy chọn kỳ ngắn hơn hoặc đơn vị nhỏ hơn.`,
    needsRound: "Không tìm thấy đợt báo cáo này, hoặc chức danh đang dùng không được xem số liệu của các đơn vị trong đợt.",
    total: "Tổng cộng",
    notAdded: "không cộng",
    sent: "Đã gửi",
    notSent: "Chưa gửi",
    percent: "%",
  },
  {
    noLayout: "There is no such layout. Reload the page and choose again.",
    shipped: "Shipped layouts are not edited. Make one of your own unit.",
    stale: "Somebody else has just changed the layout. Look at it and save again.",
    unknownCells: "A column's indicator is no longer in the dictionary. Choose the column's indicator again.",
    whatToExport: "Choose a period and a unit, or a round, to export.",
    noColumns: "This layout takes the indicators chosen at export. Choose at least one.",
    tooManyRows: ({ most }: { most: number }) => `The table has more than ${most} rows. Choose a shorter period or a smaller unit.`,
    needsRound: "There is no such round, or your post may not see the figures of its units.",
    total: "Total",
    notAdded: "not added",
    sent: "Sent",
    notSent: "Not sent",
    percent: "%",
  },
);
