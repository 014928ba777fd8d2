/** What of a paste does not come into a report, told with what to do. */
import type { Left } from './pastePage'

/** A page that holds such words is read itself: the plain text beside it has them among the others. */
export const holdsLeft = (html: string): boolean => /<del\b|\bmsoDel\b|mso-hide|msocom|MsoComment|display\s*:\s*none/i.test(html)

const SHOWN = 3
const LONGEST = 40

/** The first of them, each in its beginning. */
function quoted(words: readonly string[]): string {
  const first = words.slice(0, SHOWN).map((one) => `“${one.length > LONGEST ? `${one.slice(0, LONGEST).trim()}…` : one}”`)
  return first.join(', ') + (words.length > SHOWN ? ` và ${words.length - SHOWN} chỗ khác` : '')
}

function pictures(html: string, files: readonly string[]): string[] {
  const count = Math.max(html.match(/<(?:img|v:imagedata|svg|picture|canvas)\b/gi)?.length ?? 0, files.filter((type) => type.startsWith('image/')).length)
  return count === 0 ? [] : [`${count} ảnh vừa dán không vào báo cáo, vì báo cáo chỉ nhận chữ. Hãy viết ý của ảnh bằng chữ, hoặc gửi ảnh kèm theo báo cáo.`]
}

/** Word tells a comment by a sign, `[NV1]`, in the text and before what was said. */
const SIGN = /^\[[^\]]*\]\s*/

function comments(words: readonly string[]): string[] {
  const texts = words.map((one) => one.replace(SIGN, '')).filter((one) => one !== '')
  if (words.length === 0) return []
  return [`Lời nhận xét bên lề của bản vừa dán không vào báo cáo${texts.length > 0 ? ` (${quoted(texts)})` : ''}. Ý nào đúng thì sửa luôn vào câu.`]
}

/** `null`: all of it comes in. */
export function leftOutside(html: string, files: readonly string[], left: readonly Left[] = []): string | null {
  const of = (why: Left['why']) => left.filter((one) => one.why === why).map((one) => one.words)
  const [deleted, hidden] = [of('deleted'), of('hidden')]
  const told = pictures(html, files)
  if (deleted.length > 0) told.push(`Bản vừa dán còn theo dõi sửa đổi: báo cáo lấy chữ sau khi sửa, không lấy chữ đã xóa (${quoted(deleted)}). Hãy xem lại câu và số ở chỗ đó.`)
  told.push(...comments(of('comment')))
  if (hidden.length > 0) told.push(`Chữ ẩn trong bản vừa dán không vào báo cáo (${quoted(hidden)}). Cần chữ nào thì gõ thêm chữ đó.`)
  return told.length === 0 ? null : told.join(' ')
}
