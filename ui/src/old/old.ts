/** An earlier paper in words. */
import type { NewOffice } from '../bindings/NewOffice'
import type { OldPaper } from '../bindings/OldPaper'

/** `12 đề mục, 148 đoạn, 1 bảng`. */
export function contents(paper: Pick<OldPaper, 'headings' | 'paragraphs' | 'tables'>): string {
  const parts: [number, string][] = [[paper.headings, 'đề mục'], [paper.paragraphs, 'đoạn'], [paper.tables, 'bảng']]
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return said.length > 0 ? said.join(', ') : 'chưa có nội dung'
}

/** The last part of a path, of either system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

/** What an earlier paper tells of the office, as the first start's form has it; empty where it says nothing. */
export function asOffice(paper: OldPaper): NewOffice {
  const { level, name, place, drafting, signer, signer_office, addressees, recipients } = paper.found
  return { level: level || 'Xã', name, province: '', place, drafting, signer, signer_office: signer_office || 'Chủ tịch', addressees, recipients }
}
