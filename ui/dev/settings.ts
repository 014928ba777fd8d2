/** Cài đặt of the invented commune. */
import type { DayOffRow } from '../src/bindings/DayOffRow'
import type { DaysOffView } from '../src/bindings/DaysOffView'
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

/** Ngày nghỉ of a year; only 2026 ships here. */
export function daysOff(year: number): DaysOffView {
  const day = (day: string, name: string, kind: DayOffRow['kind'], more: Partial<DayOffRow> = {}): DayOffRow => ({ day, name, kind, announced: true, own: false, ships: true, ...more })
  const days = [day('2026-01-01', 'Tết Dương lịch', 'holiday'), day('2026-01-02', 'Nghỉ hoán đổi', null, { own: true }), day('2026-01-10', 'Làm bù cho ngày 02/01', 'workday'), day('2026-11-20', 'Hội xã', 'holiday', { own: true, ships: false }), day('2026-11-24', 'Ngày Văn hóa Việt Nam', 'holiday', { announced: false })]
  return { year, ships: year === 2026, days: year === 2026 ? days : [] }
}
