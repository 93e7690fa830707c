import type { growth as english } from '../en/growth.ts'
import type { Said } from '../said.ts'

/** A scenario of growth, from what was counted. */
export const growth: Said<typeof english> = {
  title: 'Crescita',
  says: 'Che cosa richiede più lavoro in persone e denaro, a partire dai volumi contati nei ticket.',
  rate: 'Crescita annua, %',
  rateMeasured: 'Misurata: {{rate}}, gli ultimi dodici mesi rispetto ai dodici precedenti',
  rateUnknown: 'Non misurata: servono 24 mesi interi',
  staff: 'Persone oggi',
  share: 'Parte del loro tempo per i ticket, %',
  shareSays: 'Nostra stima finché qualcuno non la misura; tutto il resto rimane com’è',
  ahead: 'Anni a venire',
  nothing: 'Ancora nessun volume',
  nothingSays: 'Importate i ticket e raccogliete le evidenze: lo scenario parte da ciò che è stato contato.',
  counted: 'Che cosa è stato contato',
  volume: 'Volume',
  aYear: 'All’anno',
  grew: 'Cresciuto di',
  lessened: 'In meno con il programma',
  over: 'Su',
  years: 'Gli anni a venire',
  yearsSay:
    'Senza il programma, e con il programma come lo suppone il business case. Il costo è ciò che supera quello di oggi.',
  tickets: 'Ticket',
  ticketsWith: 'Ticket, con esso',
  people: 'Persone',
  peopleWith: 'Persone, con esso',
  cost: 'Costo',
  costWith: 'Costo, con esso',
  noStaff: 'Quante persone siano non è noto: scrivetelo sopra o nei dati del programma.',
  noRate: 'Quanto costa una giornata propria non è noto: indicatelo sotto Ipotesi e il costo comparirà qui.',
  formula: 'Come si calcola',
  reset: 'Come misurato',
}
