/** The real page on the screen: pdf.js, loaded only when it is needed, working off the window's thread. */
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'

type Library = typeof import('pdfjs-dist')
/** The library and its one worker, which outlives every PDF. */
let library: Promise<{ pdfjs: Library; worker: PDFWorker }> | null = null

async function load(): Promise<{ pdfjs: Library; worker: PDFWorker }> {
  const [pdfjs, { default: PdfWorker }] = await Promise.all([import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.min.mjs?worker')])
  // The library's types know no port but `null`; its code and its manual take a worker.
  return { pdfjs, worker: new pdfjs.PDFWorker({ port: new PdfWorker() as unknown as null }) }
}

export interface PageSize {
  /** Points. */
  width: number
  height: number
}

/** An open PDF. Closed once it is retired and no page of it is being drawn. */
export interface OpenPdf {
  document: PDFDocumentProxy
  drawing: number
  retired: boolean
}

export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  library ??= load()
  const { pdfjs, worker } = await library
  // Letters are drawn as outlines. A face given to the window instead would be loaded anew with each
  // PDF and have every word of the window laid out again: a hundred milliseconds a key.
  const document = await pdfjs.getDocument({ data: bytes, worker, disableFontFace: true, useWasm: false, useWorkerFetch: false, enableXfa: false, verbosity: 0 }).promise
  return { document, drawing: 0, retired: false }
}

export async function pageSizes(pdf: OpenPdf): Promise<PageSize[]> {
  const sizes: PageSize[] = []
  for (let number = 1; number <= pdf.document.numPages; number++) {
    const { width, height } = (await pdf.document.getPage(number)).getViewport({ scale: 1 })
    sizes.push({ width, height })
  }
  return sizes
}

export function retire(pdf: OpenPdf): void {
  pdf.retired = true
  if (pdf.drawing === 0) void pdf.document.loadingTask.destroy()
}

/**
 * Draws a page on a canvas of its own, whole when the promise is kept.
 *
 * `scale`: pixels to the point. `turned` lays a landscape page on upright paper, its head at the left,
 * where papers are bound.
 */
export async function drawPage(pdf: OpenPdf, number: number, scale: number, turned = false): Promise<HTMLCanvasElement> {
  pdf.drawing += 1
  try {
    const page = await pdf.document.getPage(number)
    const viewport = page.getViewport({ scale, rotation: turned ? page.rotate + 270 : page.rotate })
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(viewport.width)
    canvas.height = Math.round(viewport.height)
    // As for printing: the page is drawn in one go, without waiting for a frame between its parts.
    await page.render({ canvas, viewport, intent: 'print' }).promise
    return canvas
  } finally {
    pdf.drawing -= 1
    if (pdf.retired) retire(pdf)
  }
}
