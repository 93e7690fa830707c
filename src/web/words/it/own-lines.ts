import type { ownLines as english } from '../en/own-lines.ts'
import type { Said } from '../said.ts'

/** Lines of cost and benefit that an organization writes itself. */
export const ownLines: Said<typeof english> = {
  add: 'Aggiungi una riga propria',
  own: 'propria',
  open: 'Importa righe proprie',
  side: 'Costo o beneficio',
  cost: 'Costo',
  benefit: 'Beneficio',
  kind: 'Tipo di costo',
  kinds: { direct: 'denaro', 'own people': 'tempo proprio' },
  reach: 'Nasce',
  reaches: { 'inside IT': 'nell’IT', users: 'presso gli utenti', company: 'nell’azienda' },
  needsCertificate: 'Solo con il certificato',
  unitSays: 'Vuoto: gli importi sono in {{currency}}',
  price: '{{currency}} per unità',
  once: 'Una volta, in {{unit}}',
  yearly: 'In ogni anno successivo, in {{unit}}',
  fullYear: 'In un anno pieno, in {{unit}}',
  realisation: 'Quota realizzata',
  realisationSays: 'Del tempo liberato la metà, salvo diversa indicazione: 0,5',
  attribution: 'Quota dovuta al programma',
  onceIn: 'Una volta nell’anno',
  onceInSays: 'Vuoto: nell’anno 0',
  fromYear: 'Primo anno',
  yearsSay: 'Anno da 0 a {{years, number}}; vuoto: come di solito',
  toYear: 'Ultimo anno',
  claims: 'Che cosa conta',
  claimsSay:
    'Scelga che cosa contano anche altre righe, o scriva parole proprie: così nessun beneficio è contato due volte',
  proofNone: 'ancora nessuna',
  import: 'Importa righe proprie',
  importSays:
    'Un elenco di costi e benefici propri, fatto altrove. Vede che cosa accadrebbe a ogni riga prima che qualcosa venga scritto.',
  takes: 'Excel o CSV, al massimo 2 MB: una riga per voce, almeno con le colonne Riga e Lato.',
  columns:
    'Una riga riguarda la riga propria con il suo titolo. Una cella vuota lascia ciò che c’è; ciò che la riga conta si separa con punti e virgola.',
  apply_one: 'Scrivi {{count, number}} riga',
  apply_other: 'Scrivi {{count, number}} righe',
  applied_one: '{{count, number}} riga è stata scritta.',
  applied_other: '{{count, number}} righe sono state scritte.',
  before: 'Ora: una volta / all’anno',
  after: 'Poi: una volta / all’anno',
  whyNot: 'Perché no',
}
