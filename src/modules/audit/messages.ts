import { phrasebook } from "../../kernel/language.ts";

type Counts = { acts: number; seals: number; pending: number; outside: number; findings: number };

export const say = phrasebook(
  {
    notFound: "Không tìm thấy mục này, hoặc chức danh đang dùng không được xem. Hãy kiểm tra đường dẫn hoặc đổi chức danh ở góc trên.",
    noInstallationKey: "Chưa có khóa bảo vệ dữ liệu cá nhân của nhật ký. Hãy khởi động lại máy chủ Khéo một lần rồi thử lại.",
    keyMissing: ({ path }: { path: string }) =>
      `Không mở được dữ liệu cá nhân trong nhật ký: khóa ở ${path} không phải khóa đã dùng khi ghi. Hãy chép lại tệp khóa đã giữ riêng rồi thử lại.`,
    system: "Hệ thống",
    erased: "(người đã được xóa tên)",
    someone: ({ name, role, unit }: { name: string; role: string; unit: string }) => `${name} (${role}, ${unit})`,
    inPlaceOf: ({ name, other }: { name: string; other: string }) => `${name} thay ${other}`,
    whole: ({ acts, seals, pending, outside }: Counts) =>
      `Nhật ký nguyên vẹn: ${acts} dòng, ${seals} dấu niêm phong, ${outside} dấu đối chiếu với tệp giữ ngoài, ${pending} dòng đang chờ niêm phong.`,
    notWhole: ({ acts, seals, findings }: Counts) =>
      `Nhật ký KHÔNG nguyên vẹn: ${findings} chỗ sai trong ${acts} dòng và ${seals} dấu niêm phong (xem ở trên). Hãy giữ nguyên hiện trạng, sao chép thư mục dữ liệu ra nơi khác và báo người phụ trách an toàn thông tin.`,
    yes: "có",
    no: "không",
    changed: ({ id, thing }: { id: string; thing: string }) =>
      `Dòng nhật ký số ${id} (${thing}) đã bị sửa: nội dung không khớp mã băm của nó.`,
    removed: ({ id, seal }: { id: string; seal: string }) =>
      `Dòng nhật ký số ${id} đã bị xóa: dấu niêm phong số ${seal} có ghi dòng này nhưng dòng không còn.`,
    unsealed: ({ id }: { id: string }) =>
      `Dòng nhật ký số ${id} bị chèn thêm hoặc bị gỡ niêm phong: không dấu niêm phong nào ghi nhận và cũng không chờ niêm phong.`,
    pendingRemoved: ({ id }: { id: string }) => `Dòng nhật ký số ${id} đã bị xóa trước khi được niêm phong.`,
    twice: ({ id }: { id: string }) => `Dòng nhật ký số ${id} nằm trong hai dấu niêm phong: các dòng hoặc dấu niêm phong đã bị đảo.`,
    sealRows: ({ seal }: { seal: string }) =>
      `Dấu niêm phong số ${seal} không khớp các dòng mà nó ghi nhận: có dòng đã bị sửa, thay hoặc đảo thứ tự.`,
    sealChanged: ({ seal }: { seal: string }) => `Dấu niêm phong số ${seal} đã bị sửa: nội dung không khớp mã băm của nó.`,
    chainBroken: ({ seal }: { seal: string }) =>
      `Chuỗi niêm phong đứt ở số ${seal}: dấu này không nối với dấu ngay trước nó (thiếu, thừa hoặc bị đảo).`,
    truncated: ({ seal, file }: { seal: string; file: string }) =>
      `Chuỗi niêm phong bị cắt: tệp ${file} ngoài cơ sở dữ liệu có dấu số ${seal} nhưng cơ sở dữ liệu không còn dấu đó.`,
    outsideDiffers: ({ seal, file }: { seal: string; file: string }) =>
      `Dấu niêm phong số ${seal} trong cơ sở dữ liệu khác với bản giữ ở tệp ${file}.`,
    outsideMissing: ({ folder }: { folder: string }) =>
      `Không có tệp niêm phong nào ở ${folder} để đối chiếu, nên không biết được chuỗi có bị cắt hay không. Hãy chép lại thư mục seals đã giữ riêng; nếu đây là bản vừa khôi phục, hãy khởi động máy chủ một lần rồi kiểm tra lại.`,
    outsideBroken: ({ file, line }: { file: string; line: string }) => `Tệp ${file}, dòng ${line}, không đọc được: tệp đã bị sửa.`,
  },
  {
    notFound: "This was not found, or the post you are using may not see it. Check the link or switch posts at the top.",
    noInstallationKey:
      "The key that protects personal values in the record is not there yet. Restart the Khéo server once, then try again.",
    keyMissing: ({ path }: { path: string }) =>
      `Personal values in the record cannot be opened: the key in ${path} is not the one they were written with. Put the key file that you keep apart back and try again.`,
    system: "The system",
    erased: "(a person whose name was erased)",
    someone: ({ name, role, unit }: { name: string; role: string; unit: string }) => `${name} (${role}, ${unit})`,
    inPlaceOf: ({ name, other }: { name: string; other: string }) => `${name} in place of ${other}`,
    whole: ({ acts, seals, pending, outside }: Counts) =>
      `The record is whole: ${acts} rows, ${seals} seals, ${outside} seals compared with the files outside, ${pending} rows waiting for a seal.`,
    notWhole: ({ acts, seals, findings }: Counts) =>
      `The record is NOT whole: ${findings} places are wrong in ${acts} rows and ${seals} seals (see above). Leave everything as it is, copy the data folder elsewhere, and tell whoever answers for information security.`,
    yes: "yes",
    no: "no",
    changed: ({ id, thing }: { id: string; thing: string }) =>
      `Row ${id} of the record (${thing}) was changed: its content does not match its digest.`,
    removed: ({ id, seal }: { id: string; seal: string }) =>
      `Row ${id} of the record was removed: seal ${seal} covers it, but the row is gone.`,
    unsealed: ({ id }: { id: string }) =>
      `Row ${id} of the record was slipped in or its seal was taken off: no seal covers it and it does not wait for one.`,
    pendingRemoved: ({ id }: { id: string }) => `Row ${id} of the record was removed before it was sealed.`,
    twice: ({ id }: { id: string }) => `Row ${id} of the record is covered by two seals: rows or seals were reordered.`,
    sealRows: ({ seal }: { seal: string }) => `Seal ${seal} does not match the rows it covers: a row was changed, replaced or reordered.`,
    sealChanged: ({ seal }: { seal: string }) => `Seal ${seal} was changed: its content does not match its digest.`,
    chainBroken: ({ seal }: { seal: string }) =>
      `The chain of seals is broken at ${seal}: it does not continue the seal before it (missing, extra or reordered).`,
    truncated: ({ seal, file }: { seal: string; file: string }) =>
      `The chain of seals was cut: the file ${file} outside the database has seal ${seal}, the database no longer has it.`,
    outsideDiffers: ({ seal, file }: { seal: string; file: string }) =>
      `Seal ${seal} in the database differs from the one kept in ${file}.`,
    outsideMissing: ({ folder }: { folder: string }) =>
      `There is no seal file in ${folder} to compare with, so a cut chain could not be noticed. Put the seals folder that you keep apart back; after a restore, start the server once and check again.`,
    outsideBroken: ({ file, line }: { file: string; line: string }) => `File ${file}, line ${line}, cannot be read: the file was changed.`,
  },
);

/** What the acts of this slice are called in a history. */
export const actNames = { "audit:erase": { vi: "xóa dữ liệu cá nhân trong nhật ký", en: "erased personal values from the record" } };
