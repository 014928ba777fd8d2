/** The head of a report as its form reads and writes it. */
import type { ReportHead } from '../bindings/ReportHead'

/** A field of many lines as the ledger keeps it: no marks in front, no end marks, no empty line. */
export function lines(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/^\s*[-–]\s*/, '').replace(/[;.]\s*$/, '').trim().normalize('NFC')).filter((line) => line !== '')
}

/** One line, composed; its own end marks stay. */
export function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC')
}

/** How many of the rare parts are in use: they are then in sight without asking. */
export function rareInUse(head: ReportHead): number {
  return [head.on_paper, head.signature_field, head.bracket !== '', head.bases.length > 0, head.drafter !== '', head.address !== ''].filter(Boolean).length
}
