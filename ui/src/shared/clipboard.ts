/** Tables on the clipboard, as Excel and Word write and read them. */

const MOST = 20_000

/** Cells between tabs; a cell with a tab, a break or a quote stands in quotes, as Excel has it. */
export function toTabbed(cells: readonly (readonly string[])[]): string {
  const quoted = (text: string) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return cells.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

export function fromTabbed(text: string): string[][] {
  const rows: string[][] = []
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false]
  const endRow = () => {
    rows.push([...row, cell])
    ;[row, cell] = [[], '']
  }
  for (let at = 0; at < text.length && rows.length < MOST; at++) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') [row, cell] = [[...row, cell], '']
    else if (sign === '\n') endRow()
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** A plain table that Word takes as one. */
export function toHtml(cells: readonly (readonly string[])[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
  return `<table border="1" style="border-collapse:collapse">${cells.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`).join('')}</table>`
}

/** The words of the first table of a page; `null` when it has none. Nothing of the page is run or shown. */
export function fromHtml(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return null
  const rows: string[][] = []
  // Cells over several rows or columns: their words stand in the first, the others are empty.
  const taken = new Map<string, true>()
  for (const [at, tr] of [...table.rows].slice(0, MOST).entries()) {
    const row: string[] = []
    let col = 0
    for (const cell of tr.cells) {
      while (taken.has(`${at}:${col}`)) row[col++] = ''
      for (const gone of cell.querySelectorAll('script, style')) gone.remove()
      for (let down = 0; down < Math.min(cell.rowSpan, 200); down++) for (let over = 0; over < Math.min(cell.colSpan, 64); over++) if (down + over > 0) taken.set(`${at + down}:${col + over}`, true)
      row[col++] = (cell.textContent ?? '').replace(/\s+/g, ' ').trim()
      while (taken.has(`${at}:${col}`)) row[col++] = ''
    }
    rows.push(row)
  }
  return rows
}

/** What a paste event brings as cells: the table of its page, else its tabbed text. */
export function cellsOf(data: DataTransfer | null): string[][] {
  const html = data?.getData('text/html') ?? ''
  return (html === '' ? null : fromHtml(html)) ?? fromTabbed(data?.getData('text/plain') ?? '')
}
