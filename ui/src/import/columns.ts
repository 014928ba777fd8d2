/** What the columns of a foreign table hold, as the officer says. */
import type { ColumnMap } from '../bindings/ColumnMap'

/** The columns of the appendix, in the order of the core's fields. */
export const FIELDS = ['TT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm'] as const

const CONTENT = 1

/** The fields with one column given another; a field stands in one column, so it leaves the column it had. */
export function chosen(fields: readonly (number | null)[], column: number, value: string): (number | null)[] {
  const field = value === '' ? null : Number(value)
  return fields.map((before, at) => (at === column ? field : before === field ? null : before))
}

/** What a map still lacks, as a sentence; empty: the table can be read. */
export function lacks(map: ColumnMap): string {
  return map.fields.includes(CONTENT) ? '' : 'Hãy chỉ cột nội dung công việc.'
}
