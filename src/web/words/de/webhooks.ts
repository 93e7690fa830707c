import type { webhooks as english } from '../en/webhooks.ts'
import type { Said } from '../said.ts'

/** The webhooks of the organization. */
export const webhooks: Said<typeof english> = {
  title: 'Webhooks',
  says: 'Ein Webhook meldet einem anderen Programm jede Änderung, sobald sie geschieht, mit einem Geheimnis signiert.',
  new: 'Neuer Webhook',
  url: 'Webadresse',
  events: 'Ereignisse',
  eventsHint: 'Etwa rating.*, record.changed, mit Kommas dazwischen. Leer: alle.',
  add: 'Webhook hinzufügen',
  secretOnce: 'Kopieren Sie das Geheimnis jetzt; es wird nicht mehr gezeigt:',
  none: 'Noch wurde kein Webhook hinzugefügt.',
  active: 'aktiv',
  paused: 'angehalten',
  allEvents: 'alle Ereignisse',
  since: 'seit {{at}}',
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  newSecret: 'Neues Geheimnis',
  newSecretSays:
    'Das alte Geheimnis signiert nichts mehr. Programme, die die Signatur prüfen, brauchen das neue.',
  removeAsk: '{{url}} entfernen?',
  removeSays: 'Es wird nichts mehr dorthin gemeldet. Was gesendet wurde, ist nicht mehr aufgeführt.',
  sent: 'Was gesendet wurde',
  nothingSent: 'Noch wurde nichts gesendet.',
  event: 'Ereignis',
  state: 'Stand',
  states: {
    waiting: 'wartet',
    delivered: 'zugestellt',
    'given up': 'aufgegeben',
  },
  attempts: 'Versuche',
  answer: 'Antwort',
  at: 'Wann',
  again: 'Neu senden',
  isSentAgain: 'Es wird noch einmal gesendet.',
}
