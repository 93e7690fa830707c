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
  toMake: 'Che cosa si può produrre',
  whyGaps: 'Ogni requisito con valutazione, scostamenti ed evidenze, per chi prepara l’audit. PDF.',
  whyGuides:
    'Ruoli, attività, flusso, regole e indicatori di ogni processo con le vostre cifre, per chi svolge il lavoro. Word.',
  whyPlaybook:
    'Come prosegue il miglioramento: ciclo, ruoli, criteri, calendario e registro attuale, per chi lo tiene vivo. PDF.',
  makeStrategy: 'Produci il quadro strategico (PowerPoint)',
  whyStrategy:
    'Obiettivi, allineamento, principi, ruoli, piano, indicatori, denaro e decisione in diapositive modificabili, per lo sponsor e la direzione. PowerPoint.',
  makeOscal: 'Crea i file OSCAL (JSON)',
  makeOpen: 'Porta via tutto (CSV e JSON)',
  whyOpen:
    'Ogni registro, dichiarazione, valutazione, piano e decisione con la traccia di audit, come semplici CSV e JSON in un file zip con impronte, per chi conduce il programma.',
  whyOscal:
    'Il catalogo, i risultati e il piano d’azione per altri programmi, secondo lo standard aperto del NIST. JSON in un file zip.',
  makeRoadmap: 'Produci il piano di attuazione (Excel)',
  whyRoadmap:
    'Attività, date, lavoro per ruolo e settimana, responsabilità e costi con formule vive, per chi guida il programma; torna dalla pagina del piano. Excel.',
  makeSummary: 'Produci la sintesi per la direzione (PDF)',
  whySummary: 'Decisione, cifre, date e rischi su una pagina, da leggere in tre minuti. PDF.',
  makeCase: 'Produci il business case (Excel)',
  whyCase: 'Ipotesi, flussi, valore, rientro e scenari con formule vive, per il partner finanziario. Excel.',
  makeAwareness: 'Produci le diapositive di sensibilizzazione (PowerPoint)',
  whyAwareness:
    'Che cosa tutti devono sapere, con i vostri dati, note per chi parla e un quiz, per chi insegna. PowerPoint.',
  makeForms: 'Produci i moduli (Word)',
  whyForms:
    'Richiesta di cambiamento, piano di rilascio, rapporto dopo un’interruzione grave e riesame dopo l’attuazione, con campi da compilare. Word, in un file zip.',
  forWhom: 'Per',
  forAll: 'tutti',
  whichGuide: 'Quale',
  allGuides: 'tutte le guide in un volume',
  fullGuide: '{{title}} (versione completa)',
  isMaking: 'Un documento è già in produzione.',
  from: 'Prodotto da',
  fromNow: 'Tutto, com’è adesso',
  snapshot: 'Istantanea {{number}} del {{on}}',
  snapshotNamed: 'Istantanea {{number}} del {{on}}: {{name}}',
  between: 'Fra le istantanee {{since}} e {{number}}',
  byItself: 'sé stesso',
  sinceThen: 'Da allora',
  makeSet: 'Produci tutti i documenti',
  whySet:
    'Ogni documento qui sotto da una sola istantanea, perché le cifre concordino. Ciò che non è cambiato è consegnato com’è stato scritto, byte per byte.',
  nothingSince: 'nulla è cambiato',
  changesSince_one: '{{count, number}} cambiamento',
  changesSince_other: '{{count, number}} cambiamenti',
  hasNewer: 'istantanea più recente',
  leftOut: 'Non inclusi:',
  language: 'Lingua',
  languageSays:
    'Titoli, scale e frasi fisse sono in questa lingua. I testi lunghi senza traduzione verificata restano in inglese, e il documento lo dice.',
  title: 'Documento',
  at: 'Prodotto il',
  by: 'Da',
  size: 'Dimensione',
  hash: 'SHA-256',
}
