/** Kinds of figures in the officer's words: code, name, what it means for windows that join. */
import type { FigureKind } from '../bindings/FigureKind'

export const FIGURE_KINDS: [FigureKind, string, string][] = [
  ['flow', 'Phát sinh trong kỳ', 'Các kỳ nối nhau thì cộng lại được: số quý cộng thành số năm.'],
  ['opening', 'Đầu kỳ, kỳ trước chuyển sang', 'Là số của ngày đầu kỳ; nhiều kỳ nối nhau lấy số của kỳ đầu, không cộng.'],
  ['closing', 'Cuối kỳ, đang có', 'Là số của ngày cuối kỳ; nhiều kỳ nối nhau lấy số của kỳ cuối, không cộng.'],
  ['total', 'Cộng từ chỉ tiêu khác', 'Chương trình cộng từ các dòng; khi chưa đủ các dòng thì gõ được cả tổng.'],
  ['ratio', 'Tỷ lệ phần trăm', 'Chương trình tính, không gõ được.'],
  ['text', 'Ghi bằng chữ', 'Ghi nguyên chữ như “trên 98%”; không tính toán gì.'],
]
