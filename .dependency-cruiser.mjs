import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The tool parses every file without TSX (its own parse.mjs says so): where a file holds it, the parser is told. */
const swc = createRequire(import.meta.url)('@swc/core')
const parseFileSync = swc.parseFileSync.bind(swc)
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })

/** The rules of borders, generated from chapters.json (see ARCHITECTURE.md). */
const chapters = JSON.parse(readFileSync(new URL('./chapters.json', import.meta.url), 'utf8')).chapters.map(
  (c) => c.name,
)
const tests = '\\.test\\.ts$'

const looksBackOnly = chapters.slice(0, -1).map((name, index) => ({
  name: `${name}-looks-back-only`,
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: tests },
  to: { path: `^src/(${chapters.slice(index + 1).join('|')})/` },
}))

/** Files that may touch files, network or processes, besides whole chapters db, server and cli. */
const edges = '^src/(db|server|cli|ingest/formats|deliver/write|content/read)|(^|/|-)store\\.ts$'

export default {
  forbidden: [
    ...looksBackOnly,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'enter-by-the-front-door',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/([^/]+)/[^/]+/', pathNot: '^src/$1/' },
    },
    {
      name: 'only-store-speaks-sql',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `^src/db/|^src/server/[^/]+\\.ts$|^src/cli/|(^|/|-)store\\.ts$|${tests}`,
      },
      to: { path: '^src/db/' },
    },
    {
      name: 'only-edges-touch-the-world',
      severity: 'error',
      from: { path: '^src/', pathNot: `(${edges})|${tests}` },
      to: { path: '^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads|os)$' },
    },
    {
      name: 'web-speaks-only-the-contract',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/', pathNot: '^src/(web|api|base)/' },
    },
    {
      name: 'nobody-needs-the-web',
      severity: 'error',
      from: { path: '^src/(?!web/)' },
      to: { path: '^src/web/' },
    },
    {
      name: 'pages-do-not-talk',
      severity: 'error',
      from: { path: '^src/web/pages/([^/]+)/' },
      to: { path: '^src/web/pages/', pathNot: '^src/web/pages/$1/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
