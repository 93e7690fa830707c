import type { webhooks as english } from '../en/webhooks.ts'
import type { Said } from '../said.ts'

/** The webhooks of the organization. */
export const webhooks: Said<typeof english> = {
  title: 'Webhook',
  says: 'Un webhook comunica a un altro programma ogni modifica, appena avviene, firmata con un segreto.',
  new: 'Nuovo webhook',
  url: 'Indirizzo web',
  events: 'Eventi',
  eventsHint: 'Per esempio rating.*, record.changed, separati da virgole. Vuoto: tutti.',
  add: 'Aggiungi webhook',
  secretOnce: 'Copi ora il segreto; non verrà più mostrato:',
  none: 'Non è stato ancora aggiunto alcun webhook.',
  active: 'attivo',
  paused: 'sospeso',
  allEvents: 'tutti gli eventi',
  since: 'dal {{at}}',
  pause: 'Sospendi',
  resume: 'Riprendi',
  newSecret: 'Nuovo segreto',
  newSecretSays:
    'Il vecchio segreto non firma più nulla. I programmi che verificano la firma hanno bisogno di quello nuovo.',
  removeAsk: 'Rimuovere {{url}}?',
  removeSays: 'Non gli viene più comunicato nulla. Ciò che gli è stato inviato non è più elencato.',
  sent: 'Che cosa è stato inviato',
  nothingSent: 'Non è stato ancora inviato nulla.',
  event: 'Evento',
  state: 'Stato',
  states: {
    waiting: 'in attesa',
    delivered: 'consegnato',
    'given up': 'rinunciato',
  },
  attempts: 'Tentativi',
  answer: 'Risposta',
  at: 'Quando',
  again: 'Reinvia',
  isSentAgain: 'Viene inviato ancora una volta.',
}
