/** A value typed in the place of a figure: taken as offices here write numbers and days, and written that way. */
import type { FigureFormat } from '../bindings/FigureFormat'
import { parseDay, screenDay } from '../shared/days'

/** Words for parts of money that stand behind its number. */
const MONEY = ['đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng', 'nghìn', 'triệu', 'tỷ']
/** What is measured, not counted, may have parts. */
const MEASURED = ['', '%', 'điểm', 'giờ', 'phút', 'ngày', 'tháng', 'm', 'm2', 'm²', 'km', 'km2', 'km²', 'ha', 'kg', 'tạ', 'tấn', 'lít', ...MONEY]
/** More digits before the comma no figure of a commune has. */
const LONGEST = 13

export type Put = { value: string } | { refusal: string }

/** The figure whose place is taken. */
export interface Place {
  /** What it counts. */
  unit: string
  format: FigureFormat
  /** What stands there now; what it has behind its number goes with the new one. */
  shown: string
  /** The words right behind it. */
  after: string
}

/** What stands behind a number as the report prints it: `%`, ` triệu đồng`. */
const behind = (shown: string): string => /^-?[\d.,]+(\s?\D*)$/.exec(shown)?.[1] ?? ''
const begins = (text: string, word: string): boolean => word !== '' && new RegExp(`^${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'iu').test(text)

/** The day as it is printed; one that no calendar has is refused. */
export function putDay(typed: string, today: string): Put {
  const text = typed.normalize('NFC').trim()
  const day = parseDay(text.replace(/^ngày\s+/i, ''), today)
  return day === null ? { refusal: `“${text}” không phải một ngày có thật. Hãy ghi ngày, tháng, năm như 14/12/2026.` } : { value: screenDay(day) }
}

/** The number as it is printed: `4821` becomes `4.821`, `85.97` becomes `85,97`; what is none, or another kind than the figure, is refused. */
export function putNumber(typed: string, { unit, format, shown, after }: Place): Put {
  const text = typed.normalize('NFC').trim()
  const none = { refusal: `“${text}” không phải số. Hãy ghi như 4.821 hoặc 97,5: nghìn cách bằng dấu chấm, số lẻ sau dấu phẩy; điều cần nói thêm ghi vào lý do.` }
  const [, minus = '', digits = '', words = ''] = /^([-−]?)\s*(\d[\d., \u00a0\u202f]*?)\s*(\D*)$/.exec(text) ?? []
  const number = numberOf(digits)
  const said = words.trim().toLowerCase()
  const own = behind(shown).trim().toLowerCase()
  const next = after.trimStart().toLowerCase()
  const share = unit === '%' || own === '%' || format.startsWith('percent')
  const money = MONEY.includes(unit.toLowerCase()) || MONEY.includes(own) || format === 'million' || format === 'billion'
  if (number === null || (said !== '' && ![...MONEY, '%', unit.toLowerCase()].includes(said))) return none
  if ((said === '%' && !share) || (MONEY.includes(said) && said !== unit.toLowerCase() && !money)) {
    return { refusal: `Số này ${unit === '' || share ? 'không' : `đếm ${unit}, không`} ghi theo ${said}. Hãy ghi số ấy, không có “${said}” đằng sau.` }
  }
  if (minus && !shown.startsWith('-')) return { refusal: `Số này không thể nhỏ hơn 0. Hãy xem lại “${text}”.` }
  if (number.replace(/,.*|\./g, '').length > LONGEST) return { refusal: `“${text}” dài quá ${LONGEST} chữ số. Hãy xem lại số ấy.` }
  const whole = !share && !money && (format === 'sentence' || !MEASURED.includes(unit.toLowerCase())) && !shown.includes(',')
  if (whole && number.includes(',')) return { refusal: `Số này đếm ${unit === '' ? 'từng việc' : unit}, phải là số nguyên. Nếu “${text}” là số hàng nghìn thì ghi đủ ba chữ số sau dấu chấm.` }
  // What stands behind it in the text, or is never printed with it, is not written twice.
  if (begins(next, said) || (said !== '' && said === unit.toLowerCase() && shown !== '' && own === '')) return { value: `${minus && '-'}${number}` }
  const other = MONEY.toSorted((a, b) => b.length - a.length).find((word) => begins(next, word))
  if (MONEY.includes(said) && other) return { refusal: `Đằng sau số này báo cáo đã viết “${other}”. Hãy ghi số theo ${other}.` }
  return { value: `${minus && '-'}${number}${said === '' ? behind(shown) : said === '%' ? '%' : ` ${words.trim()}`}` }
}

/** `2.310`, `2 310`, `85,97`; a point that parts no three digits is taken for a comma: `85.97`, `0.125`. */
function numberOf(text: string): string | null {
  const [, whole = '', part] = /^(\d+|[1-9]\d{0,2}(?:[. \u00a0\u202f]\d{3})+)(?:,(\d+))?$/.exec(text) ?? /^(\d+)\.(\d+)$/.exec(text) ?? []
  return whole === '' ? null : written(whole.replace(/\D/g, ''), part)
}

/** `05` of a running sentence stays as it is typed. */
function written(whole: string, part: string | undefined): string {
  const bare = whole.length > 2 ? whole.replace(/^0+(?=\d)/, '') : whole
  return bare.replace(/\B(?=(\d{3})+$)/g, '.') + (part === undefined ? '' : `,${part}`)
}
