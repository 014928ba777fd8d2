/** Cài đặt of the invented commune. */
import type { DayOffRow } from '../src/bindings/DayOffRow'
import type { DaysOffView } from '../src/bindings/DaysOffView'
import type { OutlineForm } from '../src/bindings/OutlineForm'
import type { OutlineSection } from '../src/bindings/OutlineSection'
import type { OutlinesView } from '../src/bindings/OutlinesView'
import type { SettingsView } from '../src/bindings/SettingsView'

export function settings(): SettingsView {
  const backup = (day: string, clock: string, verified = true) => ({ moment: `${day}T${clock}:00`, path: `/home/canbo/.local/share/vn.socchc.desktop/sao-luu/${day}`, verified })
  const log = (change: number, moment: string, summary: string, undone = false) => ({ change, moment, person: 'Phạm Thu Hà', summary, undone })
  return {
    office: { governing: '', name: 'Ủy ban nhân dân xã Lam Khê', short: 'UBND xã Lam Khê', place: 'Lam Khê', province: 'Thành phố Hải Phòng', symbol: 'UBND', drafting: 'VHXH', addressees: ['Sở Nội vụ thành phố Hải Phòng'], before: 'exclusive', person: 'Phạm Thu Hà' },
    signers: [
      { id: 1, name: 'Trần Minh Khang', office: 'Chủ tịch', from: '2025-07-01', to: '', usual: false, form: null, ground: '', needs_ground: false, lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] },
      { id: 2, name: 'Lê Thị Hồng Vân', office: 'Phó Chủ tịch', from: '2025-08-15', to: '', usual: true, form: null, ground: '', needs_ground: false, lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
      { id: 3, name: 'Đỗ Quốc Hưng', office: 'Phó Chủ tịch', from: '2025-07-01', to: '2025-08-14', usual: false, form: null, ground: '', needs_ground: false, lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
    ],
    recipients: ['Như trên', 'Thường trực Đảng ủy', 'Chủ tịch, các Phó Chủ tịch UBND xã', 'Lưu: VT, VHXH'],
    units: [
      { id: 1, name: 'Phòng Văn hóa - Xã hội', aliases: ['Phòng Văn hóa – Xã hội', 'Phòng VHXH'], from: '', to: '' },
      { id: 2, name: 'Phòng Kinh tế', aliases: [], from: '', to: '' },
      { id: 3, name: 'Văn phòng HĐND và UBND', aliases: ['Văn phòng HĐND&UBND', 'Văn phòng'], from: '', to: '' },
      { id: 4, name: 'Trung tâm Phục vụ hành chính công', aliases: ['Trung tâm PVHCC'], from: '', to: '' },
    ],
    proposals: [
      { unit: 1, name: 'Phòng Văn hóa - Xã hội', spellings: [{ text: 'P. VH-XH', rows: 4 }, { text: 'VHXH', rows: 2 }] },
      { unit: null, name: 'Ban Chỉ huy Quân sự', spellings: [{ text: 'Ban Chỉ huy Quân sự', rows: 3 }, { text: 'BCH QS xã', rows: 1 }] },
    ],
    folder: '/home/canbo/.local/share/vn.socchc.desktop',
    backups: [backup('2026-08-09', '16:42'), backup('2026-08-08', '17:05'), backup('2026-08-07', '16:58', false)],
    log: [log(91, '2026-08-10T09:41:00', 'Ghi tiến độ TT 20: đang thực hiện'), log(90, '2026-08-10T09:30:00', 'Sửa thời hạn TT 16', true), log(89, '2026-08-08T15:12:00', 'Lập Báo cáo quý III năm 2026'), log(88, '2026-08-04T08:20:00', 'Ghi tiến độ TT 12: đang thực hiện')],
    today: '2026-08-10', version: '0.1.0',
  }
}

/** Two outlines, one of them with a newer version to offer. */
export function outlines(): OutlinesView {
  const section = (key: string, level: number, number: string, title: string, more: Partial<OutlineSection> = {}): OutlineSection =>
    ({ key, level, part: false, number, title, hint: '', writable: true, begun: true, figures: [], sentences: [], documents: null, ...more })
  const plan = 'Tính đến ngày {ngày lấy số liệu}, kế hoạch có {Tổng số nhiệm vụ trong kế hoạch CCHC} nhiệm vụ.'
  const form = (set: string, name: string): OutlineForm => ({
    set, name, kinds: set === 'outline-quarterly' ? ['quarterly', 'annual'] : [], subject: 'Tình hình thực hiện công tác cải cách hành chính {kỳ này}', bracket: '', addressed: null, decimals: false,
    sections: [
      section('mo-dau', 0, '', 'Mở đầu'), section('I', 1, 'I.', 'Công tác chỉ đạo, điều hành', { writable: false }),
      section('I.1', 2, '1.', 'Về tổ chức chỉ đạo, điều hành', { documents: { by: 'own', words: [] } }), section('I.2', 2, '2.', 'Về kế hoạch cải cách hành chính', { sentences: [plan], figures: ['plan.total'] }),
      section('II', 1, 'II.', 'Phương hướng, nhiệm vụ {kỳ sau}'), section('ket', 0, '', 'Kết thúc'),
    ],
  })
  return {
    outlines: [
      { form: form('outline-quarterly', 'Báo cáo định kỳ (theo đề cương của Sở Nội vụ)'), ships: true, edited: false, reports: 2, newer: ['Tên mục: “IV. Phương hướng, nhiệm vụ thời gian tới” thành “IV. Phương hướng, nhiệm vụ {kỳ sau}”'] },
      { form: form('outline-own', 'Mẫu của xã'), ships: false, edited: false, reports: 0, newer: [] },
    ],
    figures: [{ id: 'plan.total', name: 'Tổng số nhiệm vụ trong kế hoạch CCHC', unit: 'nhiệm vụ', field: 'Chỉ đạo, điều hành' }, { id: 'case.late', name: 'Hồ sơ giải quyết quá hạn', unit: 'hồ sơ', field: 'Cải cách thủ tục hành chính' }],
    slots: [['cơ quan', 'tên viết tắt'], ['kỳ này', 'ví dụ quý III năm 2026'], ['kỳ sau', 'ví dụ quý IV năm 2026']], sentences: [plan],
  }
}

/** Ngày nghỉ of a year; only 2026 ships here. */
export function daysOff(year: number): DaysOffView {
  const day = (day: string, name: string, kind: DayOffRow['kind'], more: Partial<DayOffRow> = {}): DayOffRow => ({ day, name, kind, announced: true, own: false, ships: true, ...more })
  const days = [day('2026-01-01', 'Tết Dương lịch', 'holiday'), day('2026-01-02', 'Nghỉ hoán đổi', null, { own: true }), day('2026-01-10', 'Làm bù cho ngày 02/01', 'workday'), day('2026-11-20', 'Hội xã', 'holiday', { own: true, ships: false }), day('2026-11-24', 'Ngày Văn hóa Việt Nam', 'holiday', { announced: false })]
  return { year, ships: year === 2026, days: year === 2026 ? days : [] }
}
