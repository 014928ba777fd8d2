export function reports(_written: (summary: string, thing: number | null) => unknown): Record<string, (args: any) => unknown> {
  return {}
}
