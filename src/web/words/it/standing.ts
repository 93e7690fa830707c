import type { standing as english } from '../en/standing.ts'
import type { Said } from '../said.ts'

/** Where the assessment stands: snapshots, contradictions, comparison. */
export const standing: Said<typeof english> = {
  snapshots: 'Istantanee',
  consistency: 'Radiografia',
  benchmark: 'Confronto',
  consistent: 'Nulla si contraddice.',
  doubts_one: '{{count, number}} punto da rivedere: si contraddice o poggia su troppo poco.',
  doubts_other: '{{count, number}} punti da rivedere: si contraddicono o poggiano su troppo poco.',
  nothingFound: 'Nulla da segnalare.',
  rises: 'Molte valutazioni alzate in una volta',
  snapshotCount_one: '{{count, number}} stato congelato. Un’istantanea non cambia mai.',
  snapshotCount_other: '{{count, number}} stati congelati. Un’istantanea non cambia mai.',
  snapshotName: 'Nome dell’istantanea',
  freeze: 'Congela adesso',
  frozen: 'Lo stato attuale della valutazione è stato congelato.',
  sinceThen: 'Che cosa è cambiato da allora',
  snapshotHead: '{{number}}: {{name}}',
  prune: 'Eliminare i dati vecchi',
  pruneSays:
    'Le istantanee prima di un giorno conservano la valutazione, e i documenti che ne derivano restano. Ciò che solo loro contengono (prove, registri, piano) viene eliminato.',
  pruneBefore: 'Istantanee prima del',
  pruneDo: 'Elimina i loro dati',
  pruneDay: 'Scegliere prima un giorno.',
  pruneAsk: 'Eliminare i dati di tutte le istantanee prima del {{on}}?',
  pruneMeans:
    'Non si può annullare: da queste istantanee non si potrà più fare alcun documento nuovo. L’operazione è scritta nella traccia di audit.',
  pruned_one: 'I dati di un’istantanea sono stati eliminati.',
  pruned_other: 'I dati di {{count, number}} istantanee sono stati eliminati.',
  forDocuments: 'presa per documenti',
  missing:
    'I suoi dati sono stati lasciati andare il {{on}} da {{by}}: i documenti prodotti restano, di nuovi non se ne possono fare.',
  missingParts: 'Una parte dei suoi dati non c’è più.',
  reportOf: 'Scriverlo come rapporto (PDF)',
  reportAsked: 'Il rapporto è in produzione. Sarà sulla pagina Documenti.',
  difference: 'Cambiamenti dall’istantanea',
  indexFromTo: 'L’indice è passato da {{before}} a {{after}}.',
  changed_one: '{{count, number}} requisito è cambiato.',
  changed_other: '{{count, number}} requisiti sono cambiati.',
  direction: {
    better: 'migliorato',
    worse: 'peggiorato',
    same: 'invariato',
    new: 'nuovo',
    gone: 'rimosso',
  },
  benchmarkSays: 'Quota di requisiti soddisfatti, accanto all’obiettivo e ai profili di riferimento.',
  target: 'Obiettivo',
}
