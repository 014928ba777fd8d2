import { describe, expect, it } from 'vitest'
import { compareViet } from '../src/shared/viet'

/** Each list stands in order already; it must come back from any order. */
const LISTS: [string, string[]][] = [
  ['the alphabet', [...'aăâbcdđeêghiklmnoôơpqrstuưvxy']],
  ['tones', ['ma', 'mà', 'mả', 'mã', 'má', 'mạ']],
  ['tones of marked letters', ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự']],
  ['letters before tones', ['bạ', 'băn', 'bằn', 'bân', 'bận', 'bo']],
  ['word by word', ['Ban hành', 'Ban nhân dân', 'Bàn giao', 'Bản đồ', 'Bang']],
  ['a shorter word first', ['an', 'an ninh', 'ang', 'anh']],
  ['units', ['Công an xã', 'Đoàn Thanh niên', 'Phòng Kinh tế', 'Phòng Văn hóa', 'Trạm Y tế', 'Ủy ban Mặt trận', 'Văn phòng']],
  ['d before đ', ['dự toán', 'đa dạng']],
  ['numbers as numbers', ['1', '2', '7', '7a', '7b', '10', '010b', '32']],
  ['numbers inside words', ['Tháng 2', 'Tháng 10', 'Tháng 11/2026']],
  ['numbers before letters', ['12', 'a']],
]
const reversed = (list: string[]) => [...list].reverse()
const shuffled = (list: string[]) => list.map((word, at) => ({ word, at: (at * 7919) % 13 })).sort((a, b) => a.at - b.at).map(({ word }) => word)

describe('Vietnamese order', () => {
  it.each(LISTS)('%s', (_, list) => {
    for (const mixed of [reversed(list), shuffled(list)]) expect(mixed.sort(compareViet)).toEqual(list)
  })
  it.each([['hòa', 'hoà'], ['Kế hoạch', 'kế hoạch'], ['Việt', 'Việt'.normalize('NFD')], ['“Gọn”', 'gọn'], ['Phòng  Kinh tế', 'Phòng Kinh tế']])('%s is as %s', (a, b) => expect(compareViet(a, b)).toBe(0))
})
