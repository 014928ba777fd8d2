/** What a deadline means, in the officer's words. */
import type { Deadline } from '../bindings/Deadline'
import { screenDay, weekday } from '../shared/days'

export interface Meaning {
  /** The day that matters most, shown bold. */
  day: string
  before: string
  after: string
  /** Nothing was understood, or the words leave the day open: the officer may answer one. */
  open: boolean
}

export function meaning(deadline: Deadline): Meaning {
  const { kind, first, last, occurrences } = deadline
  const year = deadline.year_assumed ? '; năm lấy theo kế hoạch' : ''
  switch (kind) {
    case 'date':
      return { before: 'Hết', day: screenDay(last), after: `${last ? `, ${weekday(last)}` : ''}${year}`, open: false }
    case 'window':
      if (!last) return { before: 'Bắt đầu từ', day: screenDay(first), after: `, chưa có ngày cuối${year}`, open: true }
      return { before: `Từ ${screenDay(first)} đến hết`, day: screenDay(last), after: year, open: false }
    case 'recurring': {
      const next = occurrences[0]
      return { before: `${occurrences.length} lần thực hiện, lần đầu hết`, day: screenDay(next?.last ?? last), after: year, open: false }
    }
    case 'continuous':
      return { before: 'Thường xuyên, không có hạn cuối', day: '', after: '', open: false }
    case 'triggered':
      return { before: 'Chờ văn bản yêu cầu, chưa có ngày', day: '', after: '', open: true }
    case 'relative':
      if (last) return { before: 'Hết', day: screenDay(last), after: `, ${weekday(last)}`, open: false }
      return { before: 'Tính từ một việc chưa biết ngày', day: '', after: '', open: true }
    case 'unknown':
      return { before: 'Chưa rõ hạn', day: '', after: '', open: true }
  }
}
