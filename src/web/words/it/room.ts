import type { room as english } from '../en/room.ts'
import type { Said } from '../said.ts'

/** The evidence room. */
export const room: Said<typeof english> = {
  says: 'Che cosa {{organization}} mostra a un auditor esterno. Qui non si può modificare nulla; ciò che viene aperto resta nel registro delle modifiche.',
  draw: 'Estrai un campione',
  scope: 'Campo di applicazione',
  approved: 'Approvato il {{day}}',
  services: 'Servizi',
  parties: 'Fornitori e altre parti',
  documents: 'Informazioni documentate',
  evidence: 'Evidenze per requisito',
  evidenceSays_one:
    '{{count, number}} requisito, {{files, number}} file con l’hash sotto cui sono conservati',
  evidenceSays_other:
    '{{count, number}} requisiti, {{files, number}} file con l’hash sotto cui sono conservati',
  list: 'Scarica l’elenco delle evidenze (CSV)',
  count_one: '{{count, number}} voce',
  count_other: '{{count, number}} voci',
  checks_one: '{{count, number}} verifica',
  checks_other: '{{count, number}} verifiche',
  ratings: 'Valutazioni proprie dell’organizzazione',
  ratingsSay: 'Non vengono mostrate finché non le apre.',
  openRatings: 'Apri le valutazioni',
}
