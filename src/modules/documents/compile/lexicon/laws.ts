/** Titles of laws and ordinances that hold a comma, which would otherwise end them (first words, lower case). */
export const commaTitles = [
  "thi đua, khen thưởng",
  "phòng, chống",
  "quản lý, sử dụng",
  "hòa giải, đối thoại",
  "an toàn, vệ sinh lao động",
  "trật tự, an toàn giao thông",
  "xuất cảnh, nhập cảnh",
  "nhập cảnh, xuất cảnh, quá cảnh, cư trú",
  "tín ngưỡng, tôn giáo",
  "tạm giữ, tạm giam",
  "ưu đãi người có công",
  "bảo vệ, chăm sóc",
  "giám định, định giá",
] as const;

/** Words that end a title in running text; "có" and "với" belong to some titles ("Ưu đãi người có công với cách mạng"). */
export const titleEnds =
  /\s(?:ngày|số|năm \d{4}|nhằm|để|theo|trên|trong|được|và (?:Luật|các|Nghị|Bộ|quy|pháp|những|tình|văn)|về|của|gắn|quy định|(?<!người )có|khi|do|tại|đã|đến|cho|(?<!công )với|sửa đổi)(?=\s|$)/u;
