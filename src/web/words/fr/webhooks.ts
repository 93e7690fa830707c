import type { webhooks as english } from '../en/webhooks.ts'
import type { Said } from '../said.ts'

/** The webhooks of the organization. */
export const webhooks: Said<typeof english> = {
  title: 'Webhooks',
  says: 'Un webhook signale chaque changement à un autre programme, dès qu’il a lieu, signé par un secret.',
  new: 'Nouveau webhook',
  url: 'Adresse web',
  events: 'Événements',
  eventsHint: 'Par exemple rating.*, record.changed, séparés par des virgules. Vide : tous.',
  add: 'Ajouter le webhook',
  secretOnce: 'Copiez le secret maintenant ; il ne sera plus affiché :',
  none: 'Aucun webhook n’a encore été ajouté.',
  active: 'actif',
  paused: 'suspendu',
  allEvents: 'tous les événements',
  since: 'depuis {{at}}',
  pause: 'Suspendre',
  resume: 'Reprendre',
  newSecret: 'Nouveau secret',
  newSecretSays:
    'L’ancien secret ne signe plus rien. Les programmes qui vérifient la signature ont besoin du nouveau.',
  removeAsk: 'Supprimer {{url}} ?',
  removeSays: 'Plus rien ne lui est signalé. Ce qui lui a été envoyé n’est plus listé.',
  sent: 'Ce qui a été envoyé',
  nothingSent: 'Rien n’a encore été envoyé.',
  event: 'Événement',
  state: 'État',
  states: {
    waiting: 'en attente',
    delivered: 'remis',
    'given up': 'abandonné',
  },
  attempts: 'Essais',
  answer: 'Réponse',
  at: 'Quand',
  again: 'Renvoyer',
  isSentAgain: 'C’est envoyé encore une fois.',
}
