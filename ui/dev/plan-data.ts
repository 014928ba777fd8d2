/** An invented plan of an invented commune, for looking at the page without the program. */
export const GROUPS: [string, string][] = [
  ['I', 'Chỉ đạo điều hành, kiểm tra và tuyên truyền'],
  ['II', 'Cải cách thể chế'],
  ['III', 'Cải cách thủ tục hành chính'],
  ['IV', 'Cải cách tổ chức bộ máy'],
  ['V', 'Cải cách chế độ công vụ'],
  ['VI', 'Cải cách tài chính công'],
  ['VII', 'Xây dựng chính quyền điện tử, chính quyền số'],
]

const VHXH = 'Phòng Văn hóa - Xã hội'
const KT = 'Phòng Kinh tế'
const VP = 'Văn phòng HĐND và UBND'
const HCC = 'Trung tâm Phục vụ hành chính công'
const ALL = 'Các phòng, ban, đơn vị'

/** group, TT, content, lead, coordinating, deadline, product */
export const TASKS: [number, string, string, string, string, string, string][] = [
  [0, '1', 'Ban hành Kế hoạch cải cách hành chính năm 2026 của xã Lam Khê', VHXH, ALL, 'Tháng 01/2026', 'Kế hoạch'],
  [0, '2', 'Phát động phong trào thi đua “Mỗi tuần một việc gọn cho dân” trong toàn thể cán bộ, công chức xã', VHXH, 'Ủy ban Mặt trận Tổ quốc xã', 'Quý I/2026', 'Văn bản phát động'],
  [0, '3', 'Xây dựng báo cáo cải cách hành chính định kỳ gửi Sở Nội vụ', VHXH, ALL, 'Ngày 25 tháng cuối quý', 'Báo cáo'],
  [0, '4', 'Tổ chức hội nghị đối thoại giữa Chủ tịch UBND xã với người dân và doanh nghiệp về thủ tục đất đai', VP, `${KT}; ${HCC}`, 'Quý III/2026', 'Hội nghị, thông báo kết luận'],
  [0, '5', 'Phát thanh chuyên mục hỏi đáp thủ tục hành chính trên hệ thống truyền thanh cơ sở', VHXH, HCC, 'Hằng tháng', 'Tin, bài'],
  [1, '6', 'Rà soát văn bản quy phạm pháp luật do xã ban hành, đề nghị bãi bỏ văn bản không còn phù hợp', VP, ALL, 'Trước ngày 15/6/2026', 'Báo cáo rà soát'],
  [1, '7', 'Ban hành Quy chế làm việc của Ủy ban nhân dân xã', VP, ALL, 'Tháng 02/2026', 'Quyết định'],
  [1, '8', 'Theo dõi thi hành pháp luật về đăng ký hộ tịch trên địa bàn xã', VP, 'Công an xã', 'Quý II, III/2026', 'Báo cáo'],
  [1, '9', 'Góp ý dự thảo văn bản của thành phố có nội dung liên quan đến cấp xã', VP, ALL, 'Theo yêu cầu của Sở Tư pháp', 'Văn bản góp ý'],
  [2, '10', 'Niêm yết đầy đủ, kịp thời danh mục thủ tục hành chính tại Trung tâm Phục vụ hành chính công bằng bảng và mã phản hồi nhanh', HCC, ALL, 'Thường xuyên', 'Danh mục niêm yết'],
  [2, '11', 'Thí điểm “Ngày thứ Sáu không viết, không chờ” đối với hồ sơ chứng thực', HCC, VP, 'Từ tháng 3 đến tháng 10', 'Báo cáo thí điểm'],
  [2, '12', 'Số hóa kết quả giải quyết hộ tịch còn hiệu lực từ năm 2010 đến nay', HCC, `${VP}; Công an xã`, 'Chậm nhất 31/10/2026', 'Dữ liệu số hóa'],
  [2, '13', 'Lấy ý kiến mức độ hài lòng của người dân sau mỗi lần trả kết quả', HCC, 'Đoàn Thanh niên xã', 'Hằng quý', 'Phiếu, báo cáo tổng hợp'],
  [2, '14', 'Công khai việc xin lỗi khi trả kết quả quá hạn', HCC, ALL, 'Khi phát sinh', 'Thư xin lỗi'],
  [2, '15', 'Kiểm tra việc tiếp nhận hồ sơ tại các điểm hỗ trợ ở thôn', VHXH, HCC, 'Quý II/2026', 'Biên bản, thông báo kết quả kiểm tra'],
  [2, '16', 'Đề xuất cắt giảm giấy tờ phải nộp trong ba thủ tục có nhiều hồ sơ nhất', HCC, ALL, 'Xong đợt II', 'Báo cáo đề xuất'],
  [3, '17', 'Rà soát chức năng, nhiệm vụ của các phòng chuyên môn sau sắp xếp', VHXH, ALL, 'Tháng 6/2026', 'Báo cáo, quyết định'],
  [3, '18', 'Xây dựng phương án bố trí trụ sở làm việc và điểm tiếp dân', VP, KT, 'Tháng 7/2026', 'Phương án'],
  [3, '19', 'Giao biên chế và số lượng người làm việc năm 2027', VHXH, ALL, 'Trước 15/12/2026', 'Quyết định'],
  [4, '20', 'Hoàn thiện bản mô tả vị trí việc làm của công chức xã', VHXH, ALL, 'Quý III,IV/2026', 'Đề án được duyệt'],
  [4, '21', 'Cử công chức dự lớp bồi dưỡng kỹ năng số và kỹ năng tiếp công dân', VHXH, ALL, 'Trong năm', 'Danh sách, chứng nhận'],
  [4, '23', 'Kiểm tra kỷ luật, kỷ cương hành chính, kể cả kiểm tra không báo trước', VHXH, VP, 'Hằng quý', 'Thông báo kết quả'],
  [4, '24', 'Sơ kết việc luân chuyển công chức giữa các bộ phận', VHXH, ALL, 'Tháng 9/2026', 'Báo cáo'],
  [5, '25', 'Công khai dự toán, quyết toán ngân sách xã trên cổng thông tin điện tử và tại trụ sở', KT, VP, 'Quý I, II', 'Văn bản công khai'],
  [5, '26', 'Sửa đổi quy chế chi tiêu nội bộ, quản lý tài sản công theo hướng khoán công tác phí', KT, ALL, 'Đến hết 31/3/2026', 'Quyết định'],
  [5, '27', 'Giao quyền tự chủ tài chính cho các đơn vị sự nghiệp công lập thuộc xã', KT, 'Các trường học, Trạm Y tế', 'Quý IV/2026', 'Quyết định'],
  [6, '28', 'Ký số toàn bộ văn bản đi, xử lý văn bản trên môi trường điện tử', VP, ALL, 'Thường xuyên trong năm', 'Số liệu hệ thống'],
  [6, '29', 'Tổ chức tổ công nghệ số cộng đồng hỗ trợ người dân nộp hồ sơ trực tuyến tại 12 thôn', `${VHXH}; Đoàn Thanh niên xã`, 'Các thôn', 'Trước 30/11/2026', 'Kế hoạch, báo cáo'],
  [6, '30', 'Nâng tỷ lệ thanh toán trực tuyến phí, lệ phí đạt từ 90% trở lên', HCC, KT, 'Năm 2026', 'Số liệu hệ thống'],
  [6, '31', 'Duy trì hệ thống quản lý chất lượng theo TCVN ISO 9001:2015', VP, ALL, 'Trước ngày 20 của tháng cuối quý', 'Báo cáo xem xét của lãnh đạo'],
  [6, '32', 'Công bố báo cáo tự chấm điểm chỉ số cải cách hành chính của xã', VHXH, ALL, '20 ngày sau khi Sở Nội vụ có hướng dẫn', 'Báo cáo'],
]

/** TT → state, day, note, evidence */
export const DONE: Record<string, [string, string, string, string]> = {
  '1': ['done', '2026-01-19', 'Đã ban hành và gửi các phòng, các thôn.', 'Kế hoạch 07/KH-UBND, 19/01/2026'],
  '2': ['done', '2026-03-12', 'Có 14 đơn vị đăng ký.', 'Công văn 61/UBND-VHXH, 12/03/2026'],
  '3': ['in-progress', '2026-06-22', 'Đã gửi báo cáo quý I và 6 tháng.', 'Báo cáo 118/BC-UBND, 22/06/2026'],
  '5': ['in-progress', '2026-07-30', 'Đã phát 7 chuyên mục.', ''],
  '6': ['done', '2026-06-10', 'Đề nghị bãi bỏ 02 văn bản.', 'Báo cáo 109/BC-UBND, 10/06/2026'],
  '7': ['done', '2026-03-04', 'Chậm do chờ góp ý của các phòng.', 'Quyết định 45/QĐ-UBND, 04/03/2026'],
  '8': ['in-progress', '2026-07-02', 'Đã kiểm tra hồ sơ sáu tháng đầu năm.', ''],
  '10': ['in-progress', '2026-02-03', 'Niêm yết 368 thủ tục.', ''],
  '11': ['in-progress', '2026-05-08', 'Đã qua 9 thứ Sáu, 214 hồ sơ.', ''],
  '12': ['in-progress', '2026-08-04', 'Đã số hóa 5.120 trên 9.300 kết quả.', ''],
  '13': ['in-progress', '2026-07-10', '', ''],
  '15': ['done', '2026-06-18', 'Kiểm tra 04 điểm.', 'Thông báo 33/TB-UBND, 18/06/2026'],
  '17': ['done', '2026-06-29', '', 'Báo cáo 121/BC-UBND, 29/06/2026'],
  '20': ['in-progress', '2026-08-01', 'Đã gửi lấy ý kiến các phòng.', 'Công văn 188/UBND-VHXH, 01/08/2026'],
  '21': ['in-progress', '2026-04-15', 'Cử 06 lượt người.', ''],
  '23': ['in-progress', '2026-07-03', '', ''],
  '25': ['done', '2026-06-25', '', ''],
  '26': ['done', '2026-03-27', '', 'Quyết định 62/QĐ-UBND, 27/03/2026'],
  '27': ['stopped', '2026-05-20', 'Thành phố giao về cấp trên quản lý.', ''],
  '28': ['in-progress', '2026-01-05', '', ''],
  '29': ['in-progress', '2026-07-15', 'Đã có 12 tổ, 61 thành viên.', ''],
  '30': ['in-progress', '2026-07-31', 'Đạt 87,4%.', ''],
  '31': ['in-progress', '2026-06-19', '', ''],
}
