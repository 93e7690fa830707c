import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { Brand } from '#base/brand.ts'
import { look } from '#base/look.ts'
import { Refusal } from '#base/refusal.ts'
import type { DifferenceReport } from './difference-report.ts'
import type { ExecutiveSummary } from './executive-summary.ts'
import type { GapReport } from './gap-report.ts'
import type { Playbook } from './playbook.ts'
import type { ServiceReportView } from './service-report.ts'

/** The part of the Typst compiler that is used; its package has no types of its own. */
type Compiler = {
  readonly mapShadow: (path: string, content: Buffer) => void
  readonly pdf: (
    document: { mainFilePath: string; resetRead: boolean },
    options: { pdfStandard: string },
  ) => Buffer
  /** Lets go of what was computed for earlier documents, as many compilations ago; it is kept beyond the compiler. */
  readonly evictCache: (age: number) => void
  readonly compile: (document: { mainFilePath: string }) => {
    readonly takeDiagnostics: () => { readonly shortDiagnostics: readonly unknown[] } | null
  }
}
type Typst = {
  readonly NodeCompiler: {
    readonly create: (options: {
      workspace: string
      fontArgs: readonly { fontPaths: readonly string[] }[]
    }) => Compiler
  }
}

/** Written against this; a missing alternative text or title fails the compilation. */
const standard = 'ua-1'

/** Fonts in the document: the two weights of the look, and Arabic behind them. */
const fontFolders = [
  'inter/400Regular',
  'inter/600SemiBold',
  'noto-sans-arabic/400Regular',
  'noto-sans-arabic/600SemiBold',
]

/**
 * Chinese, Japanese and Korean letters and the fonts that have them: forty megabytes, so they are opened only for a text that
 * has such letters. Han letters are drawn as mainland China draws them, in names of Japan and Korea too.
 */
const eastern = {
  letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
  fonts: ['Noto Sans SC', 'Noto Sans KR'],
  folders: ['sc', 'kr'].flatMap((part) => [`noto-sans-${part}/400Regular`, `noto-sans-${part}/600SemiBold`]),
} as const

/** Makes the gap analysis report as a tagged PDF; `content` is the folder of the content pack. */
export function printGapReport(report: GapReport, content: string): Uint8Array {
  return print(content, 'gap-analysis', report)
}

/** Makes the continuous improvement playbook as a tagged PDF. */
export function printPlaybook(playbook: Playbook, content: string): Uint8Array {
  return print(content, 'playbook', playbook)
}

/** Makes the executive summary as a tagged PDF of one page. */
export function printExecutiveSummary(summary: ExecutiveSummary, content: string): Uint8Array {
  return print(content, 'executive-summary', summary)
}

/** Makes the report of what lies between two snapshots as a tagged PDF. */
export function printDifferenceReport(report: DifferenceReport, content: string): Uint8Array {
  return print(content, 'difference', report)
}

/** Makes a service report as a tagged PDF; equal figures are equal bytes. */
export function printServiceReport(report: ServiceReportView, content: string): Uint8Array {
  return print(content, 'service-report', report)
}

/** Makes the gap analysis report and keeps it as a file. */
export function writeGapReport(report: GapReport, content: string, path: string): void {
  const bytes = printGapReport(report, content)
  mkdirSync(dirname(resolve(path)), { recursive: true })
  writeFileSync(path, bytes)
}

/**
 * Runs the templates of a report over a view. What users wrote travels as JSON and is never read as markup. The common
 * look lies one folder higher than the templates, and what it reads beside it.
 */
function print(content: string, report: string, view: PrintedView): Uint8Array {
  const workspace = resolve(content, 'reports')
  const mainFilePath = join(workspace, report, 'main.typ')
  if (!existsSync(mainFilePath)) {
    throw new Refusal(
      'not-found',
      `The templates of the report are not in ${join(workspace, report)}. Name the folder of the content pack.`,
    )
  }
  const { logo } = view.brand
  const brand = { ...view.brand, logo: logo && { format: typstFormat[logo.type] } }
  const text = JSON.stringify({ ...view, brand }, absentAsNull)
  const isEastern = eastern.letters.test(text)
  const compiler = open(workspace, isEastern ? [...fontFolders, ...eastern.folders] : fontFolders)
  const place = (name: string, bytes: Buffer) => compiler.mapShadow(join(workspace, name), bytes)
  if (logo) place('logo', Buffer.from(logo.base64, 'base64'))
  const fonts = isEastern ? [...look.fonts, ...eastern.fonts] : look.fonts
  place('view.json', Buffer.from(text))
  place('look.json', Buffer.from(JSON.stringify({ ...look, fonts })))
  try {
    return compiler.pdf({ mainFilePath, resetRead: true }, { pdfStandard: standard })
  } catch (error) {
    const said = compiler.compile({ mainFilePath }).takeDiagnostics()?.shortDiagnostics ?? []
    throw new Error(`The report cannot be set: ${JSON.stringify(said)}`, { cause: error })
  } finally {
    // No two documents have pages in common, and what is kept of one is a few hundred megabytes.
    compiler.evictCache(0)
  }
}

/** A view as every template takes it. */
type PrintedView = Readonly<{ brand: Brand }>

/** What the typesetter calls the formats of a logo. */
const typstFormat = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' } as const

/** What is absent has to be there for a template, as none. */
function absentAsNull(_: string, value: unknown): unknown {
  return value === undefined ? null : value
}

function open(workspace: string, folders: readonly string[]): Compiler {
  const load = createRequire(import.meta.url)
  const fonts = dirname(load.resolve('@expo-google-fonts/inter/package.json'))
  const fontPaths = folders.map((folder) => join(dirname(fonts), folder))
  return compilerOf(load).NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] })
}

function compilerOf(load: NodeJS.Require): Typst {
  try {
    return load('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as Typst // the native module has no types
  } catch (error) {
    throw new Refusal(
      'invalid',
      `PDF documents cannot be made here: the typesetter is not installed for ${process.platform} ${process.arch}. Use another format, or run it on Linux x64.`,
      { cause: error },
    )
  }
}
