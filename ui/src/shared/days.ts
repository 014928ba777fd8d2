/** Days on the screen: ISO inside, dd/mm/yyyy outside, typed any way an officer types them. */

const PAD = (n: number) => String(n).padStart(2, '0')
const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']

/** An ISO day, or `null` when there is no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return `${year}-${PAD(month)}-${PAD(day)}`
}

/** `2026-08-05` as `05/08/2026`; anything else as it stands. */
export function screenDay(iso: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '')
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : (iso ?? '')
}

/** `05/08/2026` as `2026-08-05`; `null` for anything that is no day. */
export function isoOf(screen: string): string | null {
  return screen.trim() === '' ? null : parseDay(screen, '2000-01-01')
}

/** `2026-08-05T09:41:00` as `05/08/2026 09:41`. */
export function screenMoment(moment: string): string {
  return `${screenDay(moment)} ${clock(moment)}`
}

/** `2026-08-05T09:41:00` as `09:41`. */
export function clock(moment: string): string {
  return moment.slice(11, 16)
}

/** `Thứ Tư` for `2026-08-05`. */
export function weekday(iso: string): string {
  return WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? ''
}

export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Days from the first to the second; negative when the second lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/**
 * Reads a day as typed: `5/1`, `05012026`, `5-1-26`, `2026-01-05`, `hôm nay`, `hôm qua`.
 *
 * A missing year is the year of `today`. `null`: no such day.
 */
export function parseDay(typed: string, today: string): string | null {
  const text = typed.trim().toLowerCase().normalize('NFC')
  if (/^(hôm nay|hom nay|nay)$/.test(text)) return today
  if (/^(hôm qua|hom qua)$/.test(text)) return addDays(today, -1)
  if (/^(ngày mai|ngay mai|mai)$/.test(text)) return addDays(today, 1)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const parts = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{4}|\d{2}))?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(text)
  if (!parts) return null
  const year = parts[3] ? Number(parts[3].length === 2 ? `20${parts[3]}` : parts[3]) : Number(today.slice(0, 4))
  return isoDay(year, Number(parts[2]), Number(parts[1]))
}
