import type { PreviewPage } from "./PreviewPage";
export type PreviewHead = { pages: Array<PreviewPage>, face: string, };
