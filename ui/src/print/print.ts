/** In: the page in the machine's own reader, which prints it as it is; or through the window's own dialog. */
import * as api from '../api'
import type { ChartAsked } from '../bindings/ChartAsked'
import { ask, desk } from '../desk.svelte'

const LAYING = 'Đang dàn trang để in…'

export async function printReport(report: number): Promise<void> {
  opened(await ask(() => api.printReport(report), LAYING))
}

export async function printPlan(plan: number, progress: boolean): Promise<void> {
  opened(await ask(() => api.printPlan(plan, progress), LAYING))
}

export async function printChart(asked: ChartAsked): Promise<void> {
  opened(await ask(() => api.printChart(asked), LAYING))
}

function opened(path: string | undefined): void {
  if (path) desk.said = `Đã mở bản in trong trình đọc PDF của máy; hãy in từ đó. Tệp: ${path}`
}

export const printReportHere = (report: number) => here(() => api.reportPdf(report))
export const printPlanHere = (plan: number, progress: boolean) => here(() => api.planPdf(plan, progress))
export const printChartHere = (asked: ChartAsked) => here(() => api.chartPdf(asked))

async function here(pages: () => Promise<ArrayBuffer>): Promise<void> {
  const pdf = await ask(pages, LAYING)
  if (!pdf) return
  const dots = await ask(async () => (await import('./sheets')).printSheets(new Uint8Array(pdf)), 'Đang vẽ trang cho hộp thoại in…')
  if (dots) desk.said = `Hộp thoại này in trang thành ảnh ${dots} điểm một inch; muốn chữ đúng nét như tệp PDF, hãy dùng nút In.`
}
