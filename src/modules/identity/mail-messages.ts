import { phrasebook } from "../../kernel/language.ts";

type Named = { name: string };
type Until = { until: string };

/** What goes out by mail: plain words, one link, and what to do when it was not asked for. */
export const mail = phrasebook(
  {
    greeting: ({ name }: Named) => `Kính gửi ${name},`,
    invitationSubject: "Mời vào Khéo",
    invitationBody: "Bạn được mời dùng Khéo, hệ thống theo dõi kế hoạch dân vận. Hãy mở đường dẫn sau và chọn mật khẩu của riêng mình:",
    invitationOtherwise: "Nếu bạn không biết vì sao nhận thư này, hãy bỏ qua.",
    resetSubject: "Đặt lại mật khẩu Khéo",
    resetBody: "Có người (có lẽ là bạn) xin đặt lại mật khẩu. Hãy mở đường dẫn sau và chọn mật khẩu mới:",
    resetOtherwise: "Nếu bạn không xin, hãy bỏ qua thư này; mật khẩu cũ vẫn dùng được.",
    until: ({ until }: Until) => `Đường dẫn dùng được một lần, đến ${until}.`,
  },
  {
    greeting: ({ name }: Named) => `Dear ${name},`,
    invitationSubject: "Invitation to Khéo",
    invitationBody: "You are invited to use Khéo, which follows mass-mobilisation plans. Open this link and choose a password of your own:",
    invitationOtherwise: "If you do not know why you got this, ignore it.",
    resetSubject: "New password for Khéo",
    resetBody: "Somebody, probably you, asked for a new password. Open this link and choose one:",
    resetOtherwise: "If you did not ask, ignore this mail; your old password still works.",
    until: ({ until }: Until) => `The link works once, until ${until}.`,
  },
);
