import type { Rating } from './rating.ts'

/** What the columns of a gap list are called, in the languages that people write them in. */
export const headWords = {
  requirement: [
    'requirement',
    'requirement id',
    'id',
    'clause',
    'clause number',
    'clause no',
    'section',
    'number',
    'no',
    'ref',
    'reference',
    'anforderung',
    'kapitel',
    'abschnitt',
    'nummer',
    'nr',
    'exigence',
    'article',
    'clause iso',
    'numero',
    'requisito',
    'punto',
  ],
  rating: [
    'rating',
    'status',
    'result',
    'conformity',
    'compliance',
    'assessment',
    'fulfilment',
    'fulfillment',
    'bewertung',
    'erfullung',
    'erfullungsgrad',
    'ergebnis',
    'evaluation',
    'conformite',
    'statut',
    'resultat',
    'valutazione',
    'conformita',
    'stato',
  ],
  comment: [
    'comment',
    'comments',
    'remark',
    'remarks',
    'note',
    'notes',
    'gap',
    'finding',
    'observation',
    'rationale',
    'kommentar',
    'bemerkung',
    'bemerkungen',
    'feststellung',
    'begrundung',
    'commentaire',
    'commentaires',
    'remarque',
    'constat',
    'commento',
    'commenti',
    'osservazione',
  ],
} as const

/** What ratings are called in gap lists, in small letters and without accents. */
const ratingWordsOf: Readonly<Record<Rating, readonly string[]>> = {
  conforming: [
    'conforming',
    'conform',
    'conforms',
    'compliant',
    'yes',
    'ok',
    'met',
    'fulfilled',
    'complete',
    'implemented',
    'green',
    'konform',
    'erfullt',
    'ja',
    'grun',
    'conforme',
    'oui',
    'vert',
    'si',
    'verde',
  ],
  ofi: [
    'ofi',
    'opportunity',
    'opportunity for improvement',
    'improvement',
    'verbesserungspotenzial',
    'empfehlung',
    'piste d amelioration',
    'opportunite d amelioration',
    'opportunita di miglioramento',
  ],
  partially: [
    'partially',
    'partial',
    'partly',
    'partially met',
    'partially fulfilled',
    'in progress',
    'yellow',
    'amber',
    'teilweise',
    'teilweise erfullt',
    'gelb',
    'partiel',
    'partiellement',
    'en partie',
    'jaune',
    'parziale',
    'parzialmente',
    'giallo',
  ],
  minor_nc: [
    'minor nc',
    'minor',
    'minor nonconformity',
    'nebenabweichung',
    'nc mineure',
    'mineure',
    'non conformite mineure',
    'nc minore',
    'non conformita minore',
  ],
  major_nc: [
    'major nc',
    'major',
    'major nonconformity',
    'hauptabweichung',
    'nc majeure',
    'majeure',
    'non conformite majeure',
    'nc maggiore',
    'non conformita maggiore',
  ],
  not_applicable: [
    'not applicable',
    'n a',
    'na',
    'nicht anwendbar',
    'non applicable',
    'sans objet',
    'non applicabile',
  ],
  not_assessed: [
    'not assessed',
    'open',
    'unknown',
    'tbd',
    'offen',
    'nicht bewertet',
    'non evalue',
    'non valutato',
  ],
}

const byWord = new Map(
  Object.entries(ratingWordsOf).flatMap(([rating, words]) => words.map((word) => [word, rating as Rating])), // the keys are ratings
)

/** The rating that a word stands for; undefined where nobody can be sure, as with no, red or 50 %. */
export function ratingOf(word: string): Rating | undefined {
  return byWord.get(plain(word))
}

/** Small letters, no accents, and every sign a space. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, ' ')
    .replaceAll(/(?<![0-9])[.-]|[.-](?![0-9a-z])/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
