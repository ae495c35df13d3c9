/** Words with which officialese orders, opens a sentence before its subject, or says by whom a thing is done. Lower-case sources. */

/** Verbs of ordering: the one ordered does it. */
export const ordering =
  "(?:kính |trân trọng |đồng ý |thống nhất |tiếp tục )?(?:giao(?: trách nhiệm| nhiệm vụ| quyền)?(?: cho)?|đề nghị|yêu cầu|phân công(?: nhiệm vụ)?(?: cho)?|ủy quyền(?: cho)?|chỉ định|phân cấp cho)";

/** What may stand before an order or a subject without changing it. */
export const connecting =
  "(?:đồng thời|đặc biệt|ngoài ra|bên cạnh đó|cùng với đó|song song đó|theo đó|trong đó|qua đó|trước mắt|trước hết|riêng|tiếp đó|sau đó|cụ thể|hướng tới|định kỳ|hằng năm|hàng năm)";

/** Openings after which the subject stands behind a comma or "thì". */
export const leadingIn =
  "(?:căn cứ|trên cơ sở|thực hiện(?= (?:nghị|chỉ thị|kế hoạch|quyết|kết luận|quy|hướng|chương|luật|đề án|thông|tốt|theo|nhiệm))|trong|sau|trước|khi|nếu|đối với|từ|thông qua|để|nhằm|kết thúc|ngoài ra|đồng thời|bên cạnh|đặc biệt|theo|hằng|hàng|định kỳ|mỗi khi|vào|chậm nhất|muộn nhất|riêng|quá trình|ngay|tùy|với|qua|từng|trường hợp|giai đoạn|năm|quý|tháng|tuần|ngày|đến|thời gian|dịp|nhân dịp|cuối|đầu|xuất phát từ|bám sát|dựa trên|tại|ở|do(?= (?:điều kiện|tình hình|tính chất))|cùng với|song song|song song với|trong đó|trước mắt|trước hết|bằng|giữa|hướng tới|trường hợp|khi có|mỗi (?:tháng|quý|năm|tuần)|chào mừng|kịp thời)";

/** Deeds by which "do X …" names who is responsible, not who issued something. */
export const agency =
  "(?:chủ trì|đảm nhận|đảm nhiệm|đảm trách|phụ trách|chịu trách nhiệm|thực hiện|tổ chức|triển khai|tham mưu|hướng dẫn|bố trí|bảo đảm|đảm bảo|quyết định|đề xuất|theo dõi|làm|quản lý|xem xét|chi trả|cấp)";

/** Words that no deed begins with. */
export const nominal =
  "(?:và|hoặc|với|cùng|của|các|những|mỗi|từng|về|trên|dưới|cấp|liên|chính trị|xã hội|dân|chuyên|toàn|mới|khác|này|nêu|thuộc|trực|công tác|cơ|lực lượng|đoàn thể|nhà nước|nước|sự nghiệp|ngành|lĩnh vực|ở|giữa|là|bị|đó|ấy|nào|kia|theo đó|việc|sự|một|hai|ba|vừa|cũng|trong|ngoài)";
