/** The look of the window: as the machine has it, or as the officer chose on this machine. */
export type Theme = 'machine' | 'light' | 'dark'

const KEY = 'theme'

export function readTheme(): Theme {
  const kept = localStorage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : 'machine'
}

/** Keeps the choice and shows it at once. */
export function keepTheme(theme: Theme): void {
  if (theme === 'machine') localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, theme)
  applyTheme()
}

export function applyTheme(): void {
  const theme = readTheme()
  if (theme === 'machine') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
