/** A value typed in the place of a figure: taken as offices here write numbers, and written that way. */

/** Words for parts of money that stand behind its number. */
const MONEY = ['đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng', 'nghìn', 'triệu', 'tỷ']

export type Put = { value: string } | { refusal: string }

/** What stands behind a number as the report prints it: `%`, ` triệu đồng`. */
const behind = (shown: string): string => /^-?[\d.,]+(\s?\D*)$/.exec(shown)?.[1] ?? ''

/**
 * The number as it is printed: `4821` becomes `4.821`, `85.97` becomes `85,97`; what is none is refused.
 *
 * `unit`: what the figure counts. `shown`: what stands there now; what it has behind its number goes with the new one.
 */
export function putNumber(typed: string, unit: string, shown: string): Put {
  const text = typed.normalize('NFC').trim()
  const refusal = `“${text}” không phải số. Hãy ghi như 4.821 hoặc 97,5: nghìn cách bằng dấu chấm, số lẻ sau dấu phẩy; điều cần nói thêm ghi vào lý do.`
  const [, minus = '', digits = '', words = ''] = /^([-−]?)\s*(\d[\d., \u00a0\u202f]*?)\s*(\D*)$/.exec(text) ?? []
  const number = numberOf(digits)
  const said = words.trim().toLowerCase()
  if (number === null || (said !== '' && ![...MONEY, '%', unit.toLowerCase()].includes(said))) return { refusal }
  const end = said === '' ? behind(shown) : said === '%' ? '%' : ` ${words.trim()}`
  return { value: `${minus ? '-' : ''}${number}${end}` }
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
