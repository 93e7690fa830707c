import type { executive as english } from '../en/executive.ts'
import type { Said } from '../said.ts'

/** What executives ask, with the figures of today. */
export const executive: Said<typeof english> = {
  title: 'Domande',
  says: 'Che cosa chiedono i dirigenti prima di decidere, con le cifre di oggi.',
  asks: {
    scalability: 'Cresce con noi?',
    integration: 'Si adatta ai nostri sistemi?',
    workforce: 'Le nostre persone sono pronte?',
  },
  because: {
    scalability: 'Volumi e crescita sono contati nei ticket; l’ambito si estende passo per passo.',
    integration:
      'Nulla va sostituito: gli strumenti sono valutati e per ciò che manca ci sono opzioni con costo.',
    workforce:
      'Ruoli, competenze, formazione e direzione come li tengono registri e sondaggi; i piccoli gruppi non sono mostrati.',
  },
  figures: {
    volume: 'Ticket all’anno',
    growth: 'Crescita dell’ultimo anno',
    'people-later': 'Persone necessarie tra {{years}} anni a questo ritmo',
    services: 'Servizi attivi nell’ambito',
    extensions: 'Servizi attivi che un’estensione aggiungerebbe',
    tools: 'Strumenti di gestione dei servizi in uso',
    'tools-judged': 'Strumenti valutati per compatibilità',
    'shown-by-data': 'Che cosa mostrano i dati delle capacità richieste',
    'contracts-ending': 'Contratti che terminano presto',
    'options-open': 'Opzioni ancora a confronto',
    'roles-filled': 'Ruoli assegnati',
    'competence-gaps': 'Lacune di competenza',
    training: 'Formazione completata',
    leadership: 'Dirigenti coinvolti',
    resistance: 'Resistenze aperte',
  },
  of: '{{value}} su {{of}}',
  over: '{{value}}, su {{of}}',
  today: '{{value}}, oggi {{of}}',
  unknown: 'non ancora noto',
  missing_one: '{{count, number}} cifra non è ancora nota: la sua pagina dice che cosa serve.',
  missing_other: '{{count, number}} cifre non sono ancora note: le loro pagine dicono che cosa serve.',
  options: 'Vie verso la conformità',
  optionsSay:
    'L’impegno è quello del personale proprio per questa dimensione, secondo il catalogo e la nostra stima; riprendete una via per valutarne le condizioni e scegliere.',
  heads: {
    option: 'Via',
    conditions: 'Condizioni',
    effort: 'Impegno proprio',
    months: 'Mesi',
    risk: 'Rischio',
  },
  days: 'da {{low}} a {{high}} giorni',
}
