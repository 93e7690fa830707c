import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { guidePages } from './scripts/guide-pages.ts'
import { webFonts } from './scripts/web-fonts.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The styles that all others build on come first, as they do while developing: a part wins over what it is made of. */
const lookFirst: Plugin = {
  name: 'look-first',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const styles = html.match(/ *<link rel="stylesheet"[^>]*>\n?/g) ?? []
      const rest = styles.reduce((text, one) => text.replace(one, ''), html)
      const isLook = (one: string) => one.includes('/index-')
      const sorted = [...styles.filter(isLook), ...styles.filter((one) => !isLook(one))]
      return rest.replace('</head>', `${sorted.join('')}</head>`)
    },
  },
}

/** The web application: everything the browser loads, built into dist/web, nothing from the network. */
export default defineConfig(async () => ({
  root: here('src/web'),
  plugins: [react(), guidePages(), lookFirst],
  publicDir: await webFonts(here('node_modules/.cache/clausewise-fonts')),
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // What several pages use comes in one file: sixty small ones take longer to fetch than to read.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 3 }] } },
    },
  },
  server: {
    fs: { allow: [here('.')] },
    proxy: { '/api': process.env.CLAUSEWISE_SERVER ?? 'http://127.0.0.1:4600' },
  },
}))
