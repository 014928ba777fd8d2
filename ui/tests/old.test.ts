import { describe, expect, it } from 'vitest'
import type { OldPaper } from '../src/bindings/OldPaper'
import { asOffice, contents, fileName } from '../src/old/old'

const found = { agency: 'Ủy ban nhân dân xã Lam Khê', level: 'Xã', name: 'Lam Khê', place: 'Lam Khê', symbol: 'BC-UBND', number: '', signer: 'Lê Thị Hồng Vân', signer_office: 'Phó Chủ tịch', drafting: 'VHXH', addressees: ['Sở Nội vụ'], recipients: ['Như trên', 'Lưu: VT, VHXH'] }
const paper: OldPaper = { name: 'BÁO CÁO', subject: 'Công tác cải cách hành chính', headings: 12, paragraphs: 148, tables: 0, found, mended: [] }

describe('an earlier paper', () => {
  it('fills the first start, the province aside', () => {
    expect(asOffice(paper)).toEqual({ level: 'Xã', name: 'Lam Khê', province: '', place: 'Lam Khê', drafting: 'VHXH', signer: 'Lê Thị Hồng Vân', signer_office: 'Phó Chủ tịch', addressees: ['Sở Nội vụ'], recipients: ['Như trên', 'Lưu: VT, VHXH'] })
  })
  it('leaves the usual choice where it says nothing', () => {
    const silent = { ...paper, found: { ...found, level: '', signer: '', signer_office: '' } }
    expect(asOffice(silent)).toMatchObject({ level: 'Xã', signer: '', signer_office: 'Chủ tịch' })
  })
  it('says what is in it', () => {
    expect(contents(paper)).toBe('12 đề mục, 148 đoạn')
    expect(contents({ headings: 0, paragraphs: 0, tables: 2 })).toBe('2 bảng')
    expect(contents({ headings: 0, paragraphs: 0, tables: 0 })).toBe('chưa có nội dung')
  })
  it('is called by its file on either system', () => {
    expect([fileName('/home/lan/bc.docx'), fileName('C:\\Users\\Lan\\bc.docx'), fileName('bc.txt')]).toEqual(['bc.docx', 'bc.docx', 'bc.txt'])
  })
})
