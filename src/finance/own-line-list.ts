import { type Line, plainHeads } from '#assessment/gap-list.ts'
import { QualityOfValue } from './assumption.ts'
import type { OwnLineDraft } from './own-line.ts'

/** What a row says of an own line; an empty cell says nothing, and what stands there stays. */
export type OwnRow = Readonly<{
  line: number
  title: string
  said: Partial<OwnLineDraft> & Readonly<{ owner?: string; isIn?: boolean; settled?: string }>
  wrong: string | undefined
}>

/** What the columns are called; the first word of each is the one that the guide and an export name. */
export const ownHeads = {
  title: ['line', 'title', 'name', 'zeile', 'bezeichnung', 'ligne', 'intitule', 'riga', 'voce', 'titolo'],
  side: ['side', 'cost or benefit', 'seite', 'cote', 'lato'],
  class: ['counts as', 'kind of benefit', 'class', 'zahlt als', 'compte comme', 'conta come'],
  unit: ['unit', 'einheit', 'unite', 'unita'],
  priceLow: ['price low', 'preis tief', 'prix bas', 'prezzo basso'],
  priceBase: ['price likely', 'price', 'preis', 'prix', 'prezzo'],
  priceHigh: ['price high', 'preis hoch', 'prix haut', 'prezzo alto'],
  onceLow: ['once low', 'einmal tief', 'une fois bas', 'una volta basso'],
  onceBase: ['once likely', 'once', 'einmal wahrscheinlich', 'une fois probable', 'una volta probabile'],
  onceHigh: ['once high', 'einmal hoch', 'une fois haut', 'una volta alto'],
  yearlyLow: ['yearly low', 'jahrlich tief', 'par an bas', 'annuo basso'],
  yearlyBase: ['yearly likely', 'yearly', 'jahrlich wahrscheinlich', 'par an probable', 'annuo probabile'],
  yearlyHigh: ['yearly high', 'jahrlich hoch', 'par an haut', 'annuo alto'],
  onceIn: ['once in year', 'einmal im jahr', 'une fois en annee', 'una volta nell anno'],
  fromYear: ['first year', 'erstes jahr', 'premiere annee', 'primo anno'],
  toYear: ['last year', 'letztes jahr', 'derniere annee', 'ultimo anno'],
  realisation: ['realised share', 'realisierter anteil', 'part realisee', 'quota realizzata'],
  attribution: ['programme share', 'anteil des programms', 'part du programme', 'quota del programma'],
  claims: ['claims', 'counts', 'zahlt', 'compte', 'conta'],
  guard: ['leaves out', 'lasst weg', 'laisse', 'esclude'],
  proof: ['measure', 'kennzahl', 'mesure', 'misura'],
  source: ['source', 'quelle', 'fonte'],
  quality: ['quality', 'qualitat', 'qualite', 'qualita'],
  owner: ['owner', 'verantwortlich', 'responsable', 'responsabile'],
  note: ['note', 'notiz', 'nota'],
  kind: ['kind of cost', 'kostenart', 'type de cout', 'tipo di costo'],
  reach: ['where', 'wo', 'ou', 'dove'],
  needsCertificate: [
    'only with certificate',
    'nur mit zertifikat',
    'seulement avec certificat',
    'solo con certificato',
  ],
  isIn: ['in the case', 'zahlt im fall', 'dans le calcul', 'nel calcolo'],
  settled: ['overlap settled', 'uberschneidung geklart', 'recoupement regle', 'sovrapposizione risolta'],
} as const
export type OwnColumn = keyof typeof ownHeads

const yesOrNo = { yes: ['yes', 'ja', 'oui', 'si'], no: ['no', 'nein', 'non'] } as const
const words = {
  side: {
    cost: ['cost', 'costs', 'kosten', 'cout', 'costo'],
    benefit: ['benefit', 'benefits', 'nutzen', 'benefice', 'beneficio'],
  },
  class: {
    hard: ['hard', 'hart', 'ferme', 'certo'],
    'freed time': ['freed time', 'freie zeit', 'temps libere', 'tempo liberato'],
    soft: ['soft', 'weich', 'souple', 'incerto'],
  },
  kind: {
    'own people': ['own people', 'own time', 'eigene leute', 'personnel propre', 'personale proprio'],
    direct: ['direct', 'money', 'direkt', 'costo diretto'],
  },
  reach: {
    'inside IT': ['inside it', 'it'],
    users: ['users', 'anwender', 'utilisateurs', 'utenti'],
    company: ['company', 'unternehmen', 'entreprise', 'azienda'],
  },
  needsCertificate: yesOrNo,
  isIn: yesOrNo,
} as const

/** Heads are looked for in the first lines: people put a title above them. */
const headLines = 20

/** Where the columns stand; undefined when no line names a title and a side. */
export function findOwnHead(lines: readonly Line[]) {
  for (const [at, { cells }] of lines.slice(0, headLines).entries()) {
    const found = plainHeads(cells)
    const places = new Map<OwnColumn, number>()
    for (const [column, called] of Object.entries(ownHeads) as [OwnColumn, readonly string[]][]) {
      const place = called.map((word) => found.indexOf(word)).find((one) => one >= 0)
      if (place !== undefined) places.set(column, place)
    }
    if (places.has('title') && places.has('side')) return { at, places }
  }
  return undefined
}

/** What the rows of a list say of own lines; undefined when it has no head that names title and side. */
export function readOwnLines(lines: readonly Line[]): readonly OwnRow[] | undefined {
  const head = findOwnHead(lines)
  return head && lines.slice(head.at + 1).flatMap((line) => readRow(line, head.places))
}

function readRow({ line, cells }: Line, places: ReadonlyMap<OwnColumn, number>): readonly OwnRow[] {
  if (cells.every((one) => one.trim() === '')) return []
  const { cell, text, number, range, word, truth, wrong } = readCells(cells, places)
  const quality = QualityOfValue.safeParse(cell('quality'))
  if (cell('quality') !== '' && !quality.success)
    wrong.push(
      `quality: "${cell('quality').slice(0, 40)}" is not known. Write ${QualityOfValue.options.join(', ')}.`,
    )
  const claims = cell('claims')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const said = {
    side: word('side'),
    class: word('class'),
    kind: word('kind'),
    reach: word('reach'),
    needsCertificate: truth('needsCertificate'),
    unit: text('unit', 60),
    price: range('price'),
    once: range('once'),
    yearly: range('yearly'),
    onceIn: number('onceIn'),
    fromYear: number('fromYear'),
    toYear: number('toYear'),
    realisation: number('realisation'),
    attribution: number('attribution'),
    claims: claims.length > 0 ? claims : undefined,
    guard: text('guard', 2000),
    proof: text('proof', 120),
    source: text('source', 500),
    quality: quality.data,
    owner: text('owner', 200),
    note: text('note', 2000),
    isIn: truth('isIn'),
    settled: text('settled', 2000),
  }
  return [{ line, title: cell('title').slice(0, 200), said: definedOf(said), wrong: wrong[0] }]
}

/** Reads the cells of one row by their columns; what is wrong with them is collected. */
function readCells(cells: readonly string[], places: ReadonlyMap<OwnColumn, number>) {
  const wrong: string[] = []
  const cell = (column: OwnColumn) => (cells[places.get(column) ?? -1] ?? '').trim()
  const text = (column: OwnColumn, most: number) => cell(column).slice(0, most) || undefined
  const number = (column: OwnColumn): number | undefined => {
    const said = cell(column)
    if (said === '') return undefined
    const value = numberIn(said)
    if (value === undefined)
      wrong.push(
        `${ownHeads[column][0]}: "${said.slice(0, 40)}" is no number that can be read one way only. Write 1234 or 1234.5.`,
      )
    return value
  }
  const range = (part: 'once' | 'yearly' | 'price') => {
    const [low, base, high] = [number(`${part}Low`), number(`${part}Base`), number(`${part}High`)]
    if (low === undefined && base === undefined && high === undefined) return undefined
    if (low !== undefined && base !== undefined && high !== undefined) return { low, base, high }
    // A price may be certain, and then it is one number.
    if (part === 'price' && base !== undefined && low === undefined && high === undefined)
      return { low: base, base, high: base }
    if (wrong.length === 0) wrong.push(`${part}: low, likely and high are needed, all three.`)
    return undefined
  }
  const word = <K extends keyof typeof words>(column: K): keyof (typeof words)[K] | undefined => {
    if (cell(column) === '') return undefined
    const [said = ''] = plainHeads([cell(column)])
    const choices = Object.entries(words[column]) as [keyof (typeof words)[K], readonly string[]][]
    const found = choices.find(([, called]) => called.includes(said))?.[0]
    if (found === undefined)
      wrong.push(
        `${ownHeads[column][0]}: "${cell(column).slice(0, 40)}" is not known. Write ${Object.keys(words[column]).join(', ')}.`,
      )
    return found
  }
  const truth = (column: 'needsCertificate' | 'isIn') => {
    const said = word(column)
    return said === undefined ? undefined : said === 'yes'
  }
  return { cell, text, number, range, word, truth, wrong }
}

/** 1234.5, 1 234.5, 1'234.5, 1.234,5 and 1234,5; 1,234 and 1.234 can be read two ways and are refused. */
function numberIn(text: string): number | undefined {
  const bare = text.replaceAll(/[\s'’]/g, '')
  if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(bare)) return undefined
  const isComma = bare.lastIndexOf(',') > bare.lastIndexOf('.')
  const plainNumber = isComma ? bare.replaceAll('.', '').replace(',', '.') : bare.replaceAll(',', '')
  return /^-?\d+(\.\d+)?$/.test(plainNumber) ? Number(plainNumber) : undefined
}

function definedOf<T extends object>(said: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  } // what is undefined was just taken out
}
