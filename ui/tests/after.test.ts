import { expect, test } from 'vitest'
import { corrections } from '../src/report/after'

test('empty lines of a correction are left out, words are whole', () => {
  const rows = [
    { place: ' điểm b, mục II.2 ', was: '55,77%', is: '55,78%' },
    { place: '', was: ' ', is: '' },
    { place: '', was: '', is: 'hoà'.normalize('NFD') },
  ]
  expect(corrections(rows)).toEqual([{ place: 'điểm b, mục II.2', was: '55,77%', is: '55,78%' }, { place: '', was: '', is: 'hoà'.normalize('NFC') }])
})
