/** Pages as pictures for the window's own print dialog: nothing else of the window is printed. */
import './sheets.css'
import { drawPage, openPdf, pageSizes, retire } from '../shared/pdf'

/** A short paper is drawn as finely as offices print; a long one so that its pictures fit in memory. */
const FINE = 300
const PLAIN = 200
const LONG = 10

let last: { box: HTMLElement; pictures: string[] } | null = null

/** Opens the dialog once all pages are drawn; answers the dots to the inch. */
export async function printSheets(bytes: Uint8Array): Promise<number> {
  clear()
  const pdf = await openPdf(bytes)
  const box = document.createElement('div')
  box.className = 'print-sheets'
  const pictures: string[] = []
  try {
    const sizes = await pageSizes(pdf)
    const dots = sizes.length > LONG ? PLAIN : FINE
    for (const [at, size] of sizes.entries()) {
      // The dialog has one kind of paper: a landscape page lies turned on it, as it lies in the printer.
      const canvas = await drawPage(pdf, at + 1, dots / 72, size.width > size.height)
      const picture = URL.createObjectURL(await pictureOf(canvas))
      pictures.push(picture)
      box.append(await sheetOf(picture))
      canvas.width = canvas.height = 0
    }
    document.body.append(box)
    // The dialog may still ask for the pages after it was closed: they stay until the next printing.
    last = { box, pictures }
    window.print()
    return dots
  } finally {
    retire(pdf)
  }
}

function pictureOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('page without a picture'))), 'image/png'))
}

async function sheetOf(picture: string): Promise<HTMLElement> {
  const sheet = document.createElement('div')
  const image = document.createElement('img')
  image.alt = ''
  image.src = picture
  await image.decode()
  sheet.append(image)
  return sheet
}

function clear(): void {
  last?.box.remove()
  last?.pictures.forEach((picture) => URL.revokeObjectURL(picture))
  last = null
}
