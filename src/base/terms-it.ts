import type { Terms } from './terms.ts'

/** The fixed terms of ratings, gates and readiness: the same in every page and document. */
export const italianTerms: Terms = {
  rating: {
    conforming: 'conforme',
    ofi: 'opportunità di miglioramento',
    partially: 'parzialmente soddisfatto',
    minor_nc: 'non conformità minore',
    major_nc: 'non conformità maggiore',
    not_applicable: 'non applicabile',
    not_assessed: 'non valutato',
  },
  verdict: { pass: 'superata', fail: 'non superata', inconclusive: 'non conclusiva' },
  readiness: {
    blocked: 'bloccato',
    'not ready': 'non pronto',
    preparing: 'in preparazione',
    'nearly ready': 'quasi pronto',
    'ready with conditions': 'pronto con condizioni',
    ready: 'pronto',
  },
  level: { error: 'errore', warning: 'avviso', note: 'nota' },
  severity: { major: 'maggiore', minor: 'minore', signal: 'segnale' },
  criticality: { high: 'alta', medium: 'media', low: 'bassa' },
  gateTitles: {
    G1: 'Il campo di applicazione è approvato, servizi e altre parti sono indicati',
    G2: 'Nessuna non conformità maggiore aperta',
    G3: 'Nessun punto con tre o più valutazioni minori o parziali',
    G4: 'I requisiti ad alta criticità sono soddisfatti',
    G5: 'I requisiti sono valutati',
    G6: 'Le evidenze sono solide e aggiornate',
    G7: 'Registrazioni su tre mesi o un ciclo completo',
    G8: 'L’audit interno dell’intero campo di applicazione è svolto',
    G9: 'Il riesame di direzione è stato tenuto',
    G10: 'Le azioni correttive dell’audit interno sono in corso',
    G11: 'Le informazioni documentate richieste sono in vigore',
    G12: 'Le persone sono formate e i ruoli assegnati',
  },
  caps: {
    'major nonconformity open': 'è aperta una non conformità maggiore',
    'three or more minor nonconformities or partial ratings in one clause':
      'tre o più non conformità minori o valutazioni parziali in un punto',
    'high criticality requirement not assessed': 'un requisito ad alta criticità non è valutato',
    'less than 95 % assessed': 'meno del 95 % è valutato',
    'less than 90 % with current evidence': 'meno del 90 % ha evidenze aggiornate',
    'full internal audit missing': 'manca l’audit interno completo',
    'management review missing': 'manca il riesame di direzione',
    'high criticality requirement only partially met':
      'un requisito ad alta criticità è soddisfatto solo in parte',
    'requirements not assessed': 'alcuni requisiti non sono valutati',
    'open minor nonconformities or partial fulfilment':
      'sono aperte non conformità minori o valutazioni parziali',
  },
}
