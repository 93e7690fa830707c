import { strFromU8, unzipSync } from 'fflate'
import type { TemplateKind } from '#base/brand.ts'
import { fileType } from '#registers/file-type.ts'
import { zipSteadily } from './guides/steady.ts'
import { lintPackage } from './package-lint.ts'
import { demandSafe, type Main } from './template/demand-safe.ts'
import { dressDeck } from './template/dress-deck.ts'
import { dressDocument } from './template/dress-document.ts'
import { dressWorkbook } from './template/dress-workbook.ts'
import type { Placed, TemplateGap } from './template/gap.ts'
import { type OfficePackage, putTogether, takeApart } from './template/office-package.ts'
import { unescaped } from './template/plain-xml.ts'
import { refused } from './template/refuse.ts'
import { readSlideTemplate } from './template/slide-layouts.ts'
import { limits, unpackParts } from './template/unzip.ts'
import { readWordTemplate } from './template/word-template.ts'
import { readWorkbookTemplate } from './template/workbook-template.ts'

export type { Placed } from './template/gap.ts'

/** As large as a template may be, in bytes. */
export const largestTemplate = limits.packed

/** What a file that was given as a template is: its kind by what it holds, and what it lacks, by name. */
export type TemplateReport = Readonly<{ kind: TemplateKind; gaps: readonly TemplateGap[] }>

type Opened = Main & Readonly<{ pack: OfficePackage }>

/** Reads a template by what it holds; refuses what is no template, could run or load something, or leads out of itself. */
export async function readTemplate(bytes: Buffer): Promise<TemplateReport> {
  const opened = await open(bytes)
  return { kind: opened.kind, gaps: gapsOf(opened) }
}

async function open(bytes: Buffer): Promise<Opened> {
  if (bytes.length > limits.packed)
    throw refused(
      `has ${Math.ceil(bytes.length / 1e6)} MB, and ${limits.packed / 1e6} MB are taken`,
      'Take pictures and slides out that nobody needs in it.',
    )
  const { kind, says } = fileType(bytes.subarray(0, 65_536), bytes.subarray(-65_536))
  if (kind === 'office')
    throw refused(
      'is protected by a password, or written by an Office older than 2007',
      'Save it without a password, as DOCX, PPTX or XLSX.',
    )
  if (bytes.length === 0) throw refused('is empty', 'Choose the file again; its copy may have failed.')
  if (!['docx', 'pptx', 'xlsx', 'zip'].includes(kind))
    throw refused(`is ${says}`, 'Choose a DOCX, a PPTX or an XLSX.')
  const pack = takeApart(await unpackParts(bytes))
  return { pack, ...demandSafe(pack) }
}

function gapsOf({ kind, pack, main }: Opened): readonly TemplateGap[] {
  switch (kind) {
    case 'pptx':
      return readSlideTemplate(pack, main).gaps
    case 'docx':
      return readWordTemplate(pack, main).gaps
    case 'xlsx':
      return readWorkbookTemplate(pack, main).gaps
  }
}

/** A zip file of ours with every document in it on a template, each under the title that it has. */
export async function dressEach(zip: Uint8Array, given: Buffer, placed: Placed): Promise<Uint8Array> {
  const dressed: Record<string, Uint8Array> = {}
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const title = titleOf(bytes)?.replace(`: ${placed.organization}`, '') ?? placed.title
    dressed[name] = await dressInTemplate(bytes, given, { ...placed, title })
  }
  return zipSteadily(dressed)
}

/** What a document of ours says it is called. */
function titleOf(bytes: Uint8Array): string | undefined {
  const name = 'docProps/core.xml'
  const about = unzipSync(bytes, { filter: (part) => part.name === name })[name]
  const [, title] = /<dc:title>([^<]*)</.exec(strFromU8(about ?? new Uint8Array())) ?? []
  return title === undefined ? undefined : unescaped(title)
}

/** A document of ours on a template of somebody else: the same two files and words are the same bytes. */
export async function dressInTemplate(made: Uint8Array, given: Buffer, placed: Placed): Promise<Uint8Array> {
  const { kind, pack: theirs, main } = await open(given)
  const ours = takeApart(await unpackParts(Buffer.from(made)))
  switch (kind) {
    case 'pptx':
      dressDeck({ ours, theirs, main, template: readSlideTemplate(theirs, main) }, placed)
      break
    case 'docx':
      dressDocument({ ours, theirs, main, template: readWordTemplate(theirs, main) }, placed)
      break
    case 'xlsx':
      dressWorkbook({ ours, theirs, main, template: readWorkbookTemplate(theirs, main) }, placed)
  }
  const bytes = putTogether(theirs)
  // Whatever a template holds that nobody thought of, a package that is broken is not handed out.
  takeApart(await unpackParts(Buffer.from(bytes)))
  const wrong = lintPackage(bytes)
  if (wrong.length > 0)
    throw refused(
      `cannot be used: ${wrong.slice(0, 3).join('; ')}`,
      'Open it in its program and save it anew.',
    )
  return bytes
}
