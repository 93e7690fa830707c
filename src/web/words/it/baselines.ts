import type { baselines as english } from '../en/baselines.ts'
import type { Said } from '../said.ts'

/** The baselines of the assessment, and which of them a page shows. */
export const baselines: Said<typeof english> = {
  title: 'Valutazioni di riferimento',
  shown: 'Valutazione mostrata',
  kinds: {
    full: 'completa',
    'quick scan': 'esame rapido',
  },
  kindSays: {
    full: 'Si esamina ogni requisito.',
    'quick scan': 'Un primo sguardo ai requisiti previsti per questo; ciò che deriva da altri si tralascia.',
  },
  states: {
    open: 'aperta',
    closed: 'chiusa',
  },
  older: 'Sta guardando «{{name}}», una valutazione precedente: non vi si può modificare nulla.',
  toCurrent: 'Torna a quella attuale',
  none: 'Non c’è ancora alcuna valutazione.',
  noneSays:
    'Il primo giudizio o la prima dichiarazione ne apre una da sé; oppure ne inizi una qui, con il suo ambito.',
  saysOpen: '«{{name}}» è aperta: dichiarazioni e giudizi vi confluiscono.',
  saysNoneOpen: 'Nessuna valutazione è aperta: ne inizi una per giudicare e dichiarare.',
  start: 'Inizia una valutazione',
  startSays: 'È aperta una sola valutazione alla volta. Ciò che è stato chiuso resta com’era.',
  startDo: 'Inizia',
  name: 'Nome',
  kind: 'Tipo',
  scope: 'Ambito',
  assessedOn: 'Valutato il',
  started: 'Iniziata',
  by: '{{name}}, {{at}}',
  closed: 'Chiusa',
  close: 'Chiudi',
  reopen: 'Riapri',
  wasClosed: '«{{name}}» è stata chiusa.',
  wasStarted: '«{{name}}» è stata iniziata.',
  closeFirst: 'Chiuda prima «{{name}}».',
  carriesOver: 'Riprendi',
  carriesOverHint: 'Dichiarazioni e giudizi di una valutazione precedente, come inizio.',
  fromNothing: 'nulla: inizia da zero',
  quickScan: 'Esame rapido',
  inQuickScan: 'nell’esame rapido',
  notInQuickScan: 'non nell’esame rapido',
}
