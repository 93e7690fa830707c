import type { documents as english } from '../en/documents.ts'
import type { Said } from '../said.ts'

/** The page of documents. */
export const documents: Said<typeof english> = {
  none: 'Ancora nessun documento',
  noneSays:
    'Il rapporto di analisi degli scostamenti nasce dalle evidenze più recenti e dalle valutazioni attuali. Richiede fino a un minuto; intanto potete lasciare questa pagina.',
  made: 'Documenti prodotti',
  pack: 'Pacchetto delle evidenze',
  packSays:
    'Tutti i fatti, le risposte, le domande e i risultati con il registro di audit in un file zip: chiunque può verificarlo senza questo programma.',
  packDo: 'Scarica il pacchetto delle evidenze',
  says: 'Il più recente: {{title}}, prodotto il {{at}} da {{by}}.',
  saysNone:
    'Producete il rapporto di analisi degli scostamenti: ogni requisito con valutazione, scostamenti ed evidenze, pronto da stampare.',
  make: 'Produci il rapporto di analisi degli scostamenti',
  makeGuides: 'Crea le guide dei processi (Word)',
  makePlaybook: 'Crea la guida al miglioramento (PDF)',
  isMaking: 'Un documento è già in produzione.',
  title: 'Documento',
  at: 'Prodotto il',
  by: 'Da',
  size: 'Dimensione',
  hash: 'SHA-256',
}
