import { svelte } from '@sveltejs/vite-plugin-svelte'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// `npm run dev` shows the page in a browser, with an invented ledger in place of the program.
const mock: Plugin = {
  name: 'mock-ledger',
  apply: 'serve',
  transformIndexHtml: () => [{ tag: 'script', attrs: { type: 'module', src: '/dev/mock.ts' }, injectTo: 'head-prepend' }],
}

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), ...(mode === 'mock' ? [mock] : [])],
  clearScreen: false,
  worker: { format: 'es' },
  server: { port: 5173, strictPort: true },
  build: {
    target: 'safari16.4',
    modulePreload: { polyfill: false },
    // Data addresses are for pictures and faces only; scripts and styles stay files (strict CSP).
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  test: { include: ['tests/**/*.test.ts'] },
}))
