export type PreviewPage = { width: number, height: number, fingerprint: string, headings: Array<[string, number]>, };
