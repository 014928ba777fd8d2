/** Nhận lại bản sửa: what is taken of a returned file, and what the ledger is told. */
import type { BackAnswer } from '../bindings/BackAnswer'
import type { BackComment } from '../bindings/BackComment'
import type { BackDifference } from '../bindings/BackDifference'
import type { BackKind } from '../bindings/BackKind'
import type { BackProposal } from '../bindings/BackProposal'

export const KIND_WORDS: Record<BackKind, string> = {
  changed: 'Sửa chữ',
  added: 'Thêm đoạn',
  removed: 'Bỏ đoạn',
  moved: 'Chuyển chỗ',
  split: 'Tách đoạn',
  merged: 'Gộp đoạn',
  look: 'Đậm, nghiêng',
}

/** What the officer chose: which differences, and for figures that give way the reason as typed. */
export interface Choices {
  taken: ReadonlySet<string>
  reasons: Readonly<Record<string, string>>
}

/** At first all is taken but what was changed here meanwhile, or nothing of a file that may be of another report; every figure stays. */
export function firstChoices(proposal: BackProposal): Choices {
  if (proposal.doubt !== undefined) return { taken: new Set(), reasons: {} }
  return { taken: new Set(proposal.differences.filter((one) => one.here === undefined).map((one) => one.key)), reasons: {} }
}

export function toggled(choices: Choices, key: string, take: boolean): Choices {
  const taken = new Set(choices.taken)
  if (take) taken.add(key)
  else taken.delete(key)
  return { ...choices, taken }
}

export function all(proposal: BackProposal, choices: Choices, take: boolean): Choices {
  return { ...choices, taken: new Set(take ? proposal.differences.map((one) => one.key) : []) }
}

/** `null`: the figure stays. */
export function reasoned(choices: Choices, key: string, reason: string | null): Choices {
  const reasons = { ...choices.reasons }
  if (reason === null) delete reasons[key]
  else reasons[key] = reason
  return { ...choices, reasons }
}

/** The first figure that gives way in a difference that is taken, and has no reason yet. */
export function unreasoned(proposal: BackProposal, choices: Choices): string | null {
  const figures = proposal.differences.filter((one) => choices.taken.has(one.key)).flatMap((one) => one.figures)
  return figures.find((figure) => choices.reasons[figure.key]?.trim() === '')?.key ?? null
}

export function answerOf(proposal: BackProposal, choices: Choices): BackAnswer {
  const taken = proposal.differences.filter((one) => choices.taken.has(one.key))
  const figures = taken.flatMap((one) => one.figures).flatMap((figure) => {
    const reason = choices.reasons[figure.key]
    return reason === undefined ? [] : [{ key: figure.key, reason: reason.trim() }]
  })
  return { token: proposal.token, taken: taken.map((one) => one.key), figures }
}

/** Remarks on paragraphs that are as they were. */
export function loose(proposal: BackProposal): BackComment[] {
  return proposal.comments.filter((comment) => comment.difference === '')
}

export function remarksOn(proposal: BackProposal, one: BackDifference): BackComment[] {
  return proposal.comments.filter((comment) => comment.difference === one.key)
}

/** What the file holds, for the bar above the differences. */
export function summary(proposal: BackProposal): string {
  const { paragraphs, by_mark, by_words } = proposal.matched
  const known = by_mark + by_words
  return known === paragraphs ? `Nhận ra cả ${paragraphs} đoạn của tệp` : `Nhận ra ${known} trên ${paragraphs} đoạn của tệp`
}
