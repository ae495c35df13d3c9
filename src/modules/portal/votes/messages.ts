import { phrasebook } from "../../../kernel/language.ts";
import type { ActNames, FieldNames } from "../../audit/contract.ts";

export const say = phrasebook(
  {
    noContest: "Không tìm thấy hội thi này, hoặc chức danh đang dùng không được công khai nó.",
    noVote: "Không tìm thấy đợt bình chọn này, hoặc nó thuộc đơn vị khác.",
    notPublic: "Hội thi chưa công khai. Hãy công khai hội thi trước, rồi mở bình chọn.",
    notJudging: "Chỉ mở bình chọn cho vòng đang chấm, khi các bài dự thi không thay đổi nữa. Hãy chuyển hội thi sang chấm trước.",
    twice: "Vòng này đã có một đợt bình chọn. Mỗi vòng chỉ mở một lần, vì khi khép lại mọi dấu vết chống trùng đã bị xóa.",
    daysBefore: "Ngày cuối phải sau hoặc trùng ngày đầu. Hãy sửa các ngày.",
    inPast: "Ngày mở không được ở trong quá khứ. Hãy chọn từ hôm nay.",
    tooLong: "Bình chọn kéo dài không quá 60 ngày. Hãy chọn ngày cuối sớm hơn.",
    tooFew: "Cần ít nhất hai bài dự thi để bình chọn.",
    tooMany: ({ count, most }: { count: number; most: number }) =>
      `Vòng này có ${count} bài; bình chọn được nhiều nhất ${most} bài để trang vẫn nhẹ. Hãy mở bình chọn ở vòng sau, khi còn ít bài hơn.`,
    mostTooMany: "Số bài được chọn phải ít hơn số bài dự thi.",
    phoneFound: ({ title }: { title: string }) => `Có số điện thoại hoặc số giấy tờ trong bài “${title}”. Hãy trả lại bài để đơn vị sửa.`,
    closed: "Đợt bình chọn đã khép. Hãy tải lại trang.",
    changed: "Đợt bình chọn vừa thay đổi. Hãy tải lại trang rồi làm lại.",
  },
  {
    noContest: "This contest was not found, or the post you are using may not publish it.",
    noVote: "This vote was not found, or it belongs to another unit.",
    notPublic: "The contest is not public. Make it public first, then open the vote.",
    notJudging: "A vote is opened for the round that is being judged, when entries change no more. Begin to judge first.",
    twice: "This round has had its vote. There is one for each round: when it closes, everything that tells repeats is deleted.",
    daysBefore: "The last day must not come before the first. Correct the days.",
    inPast: "The first day must not be in the past. Choose today or later.",
    tooLong: "A vote lasts no more than 60 days. Choose an earlier last day.",
    tooFew: "There must be at least two entries to vote on.",
    tooMany: ({ count, most }) =>
      `This round has ${count} entries; a vote takes ${most} at most, to keep its page light. Open it in a later round.`,
    mostTooMany: "A visitor must choose fewer entries than there are.",
    phoneFound: ({ title }) => `There is a telephone or identity number in the entry “${title}”. Return it to be corrected.`,
    closed: "The vote is closed. Reload the page.",
    changed: "The vote has just changed. Reload the page and do it again.",
  },
);

export const actNames: ActNames = {
  "contest-vote:open": { vi: "mở bình chọn của công chúng", en: "opened a vote of the public" },
  "contest-vote:close": { vi: "khép bình chọn của công chúng", en: "closed the vote of the public" },
};

export const fieldNames: FieldNames = {
  voteRound: { vi: "vòng bình chọn", en: "round of the vote" },
  voteMost: { vi: "số bài mỗi người chọn", en: "entries each visitor chooses" },
  votePerNetwork: { vi: "số phiếu mỗi địa chỉ mạng", en: "ballots from one network" },
  voteUntil: { vi: "ngày cuối bình chọn", en: "last day of the vote" },
  voteEntries: { vi: "số bài được bình chọn", en: "entries voted on" },
};
