import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { guidePages } from './scripts/guide-pages.ts'
import { webFonts } from './scripts/web-fonts.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The web application: everything the browser loads, built into dist/web, nothing from the network. */
export default defineConfig(async () => ({
  root: here('src/web'),
  plugins: [react(), guidePages()],
  publicDir: await webFonts(here('node_modules/.cache/clausewise-fonts')),
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // What many pages use comes in one file: sixty small ones take longer to fetch than to read.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 12 }] } },
    },
  },
  server: {
    fs: { allow: [here('.')] },
    proxy: { '/api': process.env.CLAUSEWISE_SERVER ?? 'http://127.0.0.1:4600' },
  },
}))
