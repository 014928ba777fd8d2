/** The real page on the screen: pdf.js, loaded only when a report is open, working off the window's thread. */
import type { PDFDocumentProxy } from 'pdfjs-dist'

type Library = typeof import('pdfjs-dist')
let library: Promise<Library> | null = null

async function load(): Promise<Library> {
  const [pdfjs, { default: PdfWorker }] = await Promise.all([import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.min.mjs?worker')])
  pdfjs.GlobalWorkerOptions.workerPort = new PdfWorker()
  return pdfjs
}

export interface PageSize {
  /** Points. */
  width: number
  height: number
}

export interface OpenPdf {
  document: PDFDocumentProxy
  pages: PageSize[]
}

export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  library ??= load()
  const pdfjs = await library
  const document = await pdfjs.getDocument({ data: new Uint8Array(bytes), useWasm: false, useWorkerFetch: false, enableXfa: false, verbosity: 0 }).promise
  const pages: PageSize[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 })
    pages.push({ width, height })
  }
  return { document, pages }
}

/** Draws a page; the canvas is handed over when it is whole, so that nothing flickers. */
export function drawPage(pdf: OpenPdf, number: number, scale: number): { canvas: Promise<HTMLCanvasElement | null>; cancel: () => void } {
  let stopped = false
  let stop = () => {}
  const draw = async (): Promise<HTMLCanvasElement | null> => {
    const page = await pdf.document.getPage(number)
    if (stopped) return null
    const sharp = Math.min(2.5, window.devicePixelRatio || 1)
    const viewport = page.getViewport({ scale: scale * sharp })
    const canvas = window.document.createElement('canvas')
    canvas.width = Math.round(viewport.width)
    canvas.height = Math.round(viewport.height)
    const task = page.render({ canvas, viewport })
    stop = () => task.cancel()
    await task.promise
    return stopped ? null : canvas
  }
  return {
    canvas: draw().catch(() => null),
    cancel: () => {
      stopped = true
      stop()
    },
  }
}
