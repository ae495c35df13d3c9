import { describe, expect, test } from "vitest";
import { compilePlan } from "../index.ts";

const body = "\n\nThực hiện Nghị quyết số 5-NQ/TU ngày 1/2/2026 của Tỉnh ủy;\nI. NHIỆM VỤ\n1. Tuyên truyền sâu rộng trong Nhân dân.\n";

describe("header blocks", () => {
  test.each([
    [
      "the Party's, with its star and its motto",
      `ĐẢNG BỘ TỈNH TÂN GIANG\nĐẢNG ỦY XÃ BÌNH LÂM\n*\nSố 12-KH/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nBình Lâm, ngày 03 tháng 02 năm 2026\nKẾ HOẠCH\nDân vận${body}Nơi nhận:\n- Tỉnh ủy,\n- Lưu VPĐU.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\n(Đã ký)\n\nNguyễn Thị Hoa`,
      [
        "12-KH/ĐU",
        "Bình Lâm",
        "2026-02-03",
        "Đảng ủy xã Bình Lâm",
        "Đảng bộ tỉnh Tân Giang",
        "Phó Bí thư Nguyễn Thị Hoa",
        "Tỉnh ủy | Lưu VPĐU",
      ],
    ],
    [
      "two columns set apart by spaces, at both ends",
      `ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH TÂN GIANG           Độc lập - Tự do - Hạnh phúc\nSố: 45/KH-UBND         Tân Giang, ngày 5 tháng 3 năm 2026\n\nKẾ HOẠCH\nDân vận${body}Nơi nhận:                   TM. ỦY BAN NHÂN DÂN\n- Như trên;                 KT. CHỦ TỊCH\n- Sở Nội vụ,                 PHÓ CHỦ TỊCH\nSở Tư pháp;\n- Lưu: VT.\n                             Lê Văn Tám`,
      [
        "45/KH-UBND",
        "Tân Giang",
        "2026-03-05",
        "Ủy ban nhân dân tỉnh Tân Giang",
        null,
        "Phó Chủ tịch Lê Văn Tám",
        "Như trên | Sở Nội vụ, Sở Tư pháp | Lưu: VT",
      ],
    ],
    [
      "issuer and motto, number and date on one line",
      `UBND TỈNH TÂN GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc\nSố: 45/KH-SNV Tân Giang, ngày 5 tháng 3 năm 2026\nKẾ HOẠCH\nDân vận${body}Nơi nhận: - Như trên; - Lưu: VT, TCCB.\nGIÁM ĐỐC\nTrần Quốc Bảo`,
      ["45/KH-SNV", "Tân Giang", "2026-03-05", "Sở Nội vụ", "UBND tỉnh Tân Giang", "Giám đốc Trần Quốc Bảo", "Như trên | Lưu: VT, TCCB"],
    ],
    [
      "two bodies together",
      `HỘI LIÊN HIỆP PHỤ NỮ XÃ BÌNH LÂM\nHỘI NÔNG DÂN XÃ BÌNH LÂM\nSố: 03/KHLT-HPN-HND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\nBình Lâm, ngày 5/3/2026\nKẾ HOẠCH LIÊN TỊCH\nDân vận${body}TM. HỘI LHPN\nCHỦ TỊCH\nLê Thị Mơ\nTM. HỘI NÔNG DÂN\nCHỦ TỊCH\nPhạm Văn Cày\nNơi nhận:\n- Lưu.`,
      [
        "03/KHLT-HPN-HND",
        "Bình Lâm",
        "2026-03-05",
        "Hội Liên hiệp Phụ nữ xã Bình Lâm và Hội Nông dân xã Bình Lâm",
        null,
        "Chủ tịch Lê Thị Mơ",
        "Lưu",
      ],
    ],
    [
      "read by recognition, without some of its marks",
      `UY BAN NHÂN DÂN\nXÃ BÌNH LÂM\nSô: 7l/KH-UBND\nCỘNG HÒA XÃ HÔI CHỦ NGHĨA VIỆT NAM\nĐộc lâp - Tự do - Hanh phúc\nBình Lâm, ngảy 3 tháng 4 năm 2026\nKÊ HOẠCH\nDân vận${body}Nơi nhân:\n- Như trên;\nTM. UỶ BAN NHÂN DÂN\nCHỦ TICH\nVõ Hoàng Long`,
      ["71/KH-UBND", "Bình Lâm", "2026-04-03", "Ủy ban nhân dân xã Bình Lâm", null, "Chủ tịch Võ Hoàng Long", "Như trên"],
    ],
    [
      "places left open",
      `ỦY BAN NHÂN DÂN XÃ BÌNH LÂM\nSố: ……/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBình Lâm, ngày …… tháng …… năm 2026\nKẾ HOẠCH\nDân vận${body}`,
      [null, "Bình Lâm", "2026", "Ủy ban nhân dân xã Bình Lâm", null, null, ""],
    ],
    [
      "the Youth Union's; the signer in capitals",
      `BCH ĐOÀN TNCS HỒ CHÍ MINH\nXÃ BÌNH LÂM\n***\nSố: 05-KH/ĐTN\nĐOÀN TNCS HỒ CHÍ MINH\nBình Lâm, ngày 8 tháng 3 năm 2026\nKẾ HOẠCH\nDân vận${body}TM. BAN CHẤP HÀNH\nBÍ THƯ\nLÝ A PÁO`,
      ["05-KH/ĐTN", "Bình Lâm", "2026-03-08", "BCH Đoàn TNCS Hồ Chí Minh xã Bình Lâm", null, "Bí thư Lý A Páo", ""],
    ],
    [
      "a standing board under a wrapped name; a city's place; a name with an apostrophe",
      `ỦY BAN MẶT TRẬN TỔ QUỐC\nVIỆT NAM TỈNH TÂN GIANG\nBAN THƯỜNG TRỰC\nSố: 12 /KH-MTTQ-BTT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nThành phố Tân Giang, ngày 8 tháng 3 năm 2026\nKẾ HOẠCH\nDân vận${body}TM. BAN THƯỜNG TRỰC\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH THƯỜNG TRỰC\nH' Linh Niê`,
      [
        "12/KH-MTTQ-BTT",
        "Thành phố Tân Giang",
        "2026-03-08",
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Tân Giang",
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Tân Giang",
        "Phó Chủ tịch Thường trực H' Linh Niê",
        "",
      ],
    ],
    [
      "dated over the signature; recipients without dashes",
      `BAN CHỈ ĐẠO THỰC HIỆN QUY CHẾ\nDÂN CHỦ Ở CƠ SỞ XÃ BÌNH LÂM\nSố: 12/KH-BCĐ\nKẾ HOẠCH\nDân vận${body}Bình Lâm, ngày 8 tháng 3 năm 2026\nTRƯỞNG BAN\nThượng tá Vũ Văn Kiên\nNơi nhận:\nThường trực Đảng ủy;\nCác thôn;\nLưu: VT.`,
      [
        "12/KH-BCĐ",
        "Bình Lâm",
        "2026-03-08",
        "Ban Chỉ đạo thực hiện quy chế dân chủ ở cơ sở xã Bình Lâm",
        null,
        "Trưởng ban Vũ Văn Kiên",
        "Thường trực Đảng ủy | Các thôn | Lưu: VT",
      ],
    ],
  ])("%s", (_, text, expected) => {
    const { header, tasks } = compilePlan(text);
    const { number, place, date, issuer, issuerParent, signer, recipients } = header;
    const signed = signer === null ? null : [signer.role, signer.name].join(" ");
    expect([number, place, date, issuer, issuerParent, signed, recipients.join(" | ")]).toEqual(expected);
    expect(tasks).toHaveLength(1);
  });

  test("a letter has no title: its subject stands under the number", () => {
    const { header } = compilePlan(
      "ỦY BAN MTTQ VIỆT NAM XÃ BÌNH LÂM\nBAN THƯỜNG TRỰC\nSố: 88/MTTQ-BTT\nV/v đăng ký mô hình\n“Dân vận khéo” năm 2026\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBình Lâm, ngày 9 tháng 4 năm 2026\n\nKính gửi: Các tổ chức thành viên\n\nThực hiện kế hoạch năm:\n1. Rà soát các mô hình.\nTL. BAN THƯỜNG TRỰC\nCHÁNH VĂN PHÒNG\nĐỗ Văn Lành",
    );
    expect(header).toMatchObject({
      docType: "Công văn",
      subject: "đăng ký mô hình “Dân vận khéo” năm 2026",
      signer: { name: "Đỗ Văn Lành" },
    });
  });
});

describe("what a document is", () => {
  test("a report gives the tasks of the time to come, not its results", () => {
    const { tasks, targets, outline } = compilePlan(
      "BÁO CÁO\nCông tác dân vận tháng 2/2026\n\nA.\nKết quả công tác tháng 02\nI.\nXây dựng mô hình\n1. Đã tổ chức 12 hội nghị, đạt 100% kế hoạch.\n2. Thành lập 05 tổ dân vận.\nB.\nNhiệm vụ trọng tâm tháng 3\n1. Tổ chức đối thoại với Nhân dân.",
    );
    expect(tasks.map(({ section }) => section)).toEqual(["B.1"]);
    expect(targets).toEqual([]);
    expect(outline.map(({ number, title }) => `${number} ${title.slice(0, 22)}`)).toEqual([
      "A Kết quả công tác tháng",
      "I Xây dựng mô hình",
      "1 Đã tổ chức 12 hội nghị",
      "2 Thành lập 05 tổ dân vậ",
      "B Nhiệm vụ trọng tâm thá",
      "1 Tổ chức đối thoại với ",
    ]);
  });

  test("a form orders nothing", () => {
    const { tasks } = compilePlan(
      "BẢN ĐĂNG KÝ\nMô hình “Dân vận khéo”\n\n1. Tên mô hình: …\n2. Tổ chức thực hiện: Thành lập Tổ tự quản.\nĐẠI DIỆN ĐƠN VỊ\nTRƯỞNG BAN\n(Ký, ghi rõ họ tên)",
    );
    expect(tasks).toEqual([]);
  });

  test("a regulation put in force by a decision binds whom it names, and its bands are criteria", () => {
    const { tasks, outline, header } = compilePlan(
      "QUYẾT ĐỊNH\nBan hành Quy định xếp loại\n\nCăn cứ Luật Dân vận;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy định xếp loại.\nNơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN CHỦ TỊCH\nPhạm Văn Tòng\n\nQUY ĐỊNH\n\nXẾP LOẠI CÔNG TÁC DÂN VẬN\n\nChương I\n\nNHỮNG QUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\nQuy định này áp dụng cho các cơ quan.\n\nChương II\n\nTIÊU CHÍ\n\nĐiều 2. Xếp loại hằng năm\n1. Hoàn thành tốt: Là những cơ quan đạt từ 85 điểm.\n\nChương III\n\nTỔ CHỨC THỰC HIỆN\n\nĐiều 3. Trách nhiệm\n1. Sở Nội vụ tổng hợp kết quả xếp loại.",
    );
    expect(header.signer).toEqual({ role: "Chủ tịch", name: "Phạm Văn Tòng" });
    expect(tasks.map(({ section, lead }) => [section, ...lead])).toEqual([["Chương III.Điều 3.1", "Sở Nội vụ"]]);
    expect(outline.find(({ number }) => number === "Chương I")).toMatchObject({ title: "NHỮNG QUY ĐỊNH CHUNG", kind: "heading" });
  });

  test("a plan that follows its decision without a signature between them is a part of its own", () => {
    const { tasks } = compilePlan(
      "QUYẾT ĐỊNH\nBan hành Kế hoạch dân vận\n\nXét đề nghị của Sở Nội vụ,\nQUYẾT ĐỊNH:\n\nKẾ HOẠCH\nDÂN VẬN NĂM 2026\n\nI. NHIỆM VỤ\n1. Tuyên truyền sâu rộng.",
    );
    expect(tasks.map(({ section }) => section)).toEqual(["I.1"]);
  });

  test("the outline of a report in an annex is no second plan", () => {
    const { tasks } = compilePlan(
      "KẾ HOẠCH\nDân vận\n\nI. NHIỆM VỤ\n1. Tuyên truyền sâu rộng.\nNơi nhận:\n- Lưu: VT.\nTM. BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Tám\nĐỀ CƯƠNG BÁO CÁO\nI. KẾT QUẢ\n1. Tổ chức thực hiện các mô hình.",
    );
    expect(tasks.map(({ section }) => section)).toEqual(["I.1"]);
  });

  test("a letter stays a letter when the outline it asks to be filled follows it", () => {
    const { header, tasks } = compilePlan(
      "ỦY BAN NHÂN DÂN\nTỈNH TÂN GIANG\nSố: 88/UBND-NC\nV/v sơ kết công tác dân vận\nTân Giang, ngày 04 tháng 3 năm 2026\nKính gửi: Ủy ban nhân dân các xã, phường.\nỦy ban nhân dân tỉnh đề nghị Ủy ban nhân dân các xã, phường rà soát kết quả, xong trước ngày 20/3/2026.\nĐỀ CƯƠNG BÁO CÁO\nI. KẾT QUẢ\n1. Tổ chức thực hiện các mô hình.",
    );
    expect(header.docType).toBe("Công văn");
    expect(tasks.map(({ due }) => due.date)).toEqual(["2026-03-20"]);
  });
});
