import type { surveys as english } from '../en/adoption-surveys.ts'
import type { Said } from '../said.ts'

/** Les enquêtes, et la feuille à laquelle on répond. */
export const surveys: Said<typeof english> = {
  answer: {
    title: 'Enquête',
    gone: 'Ce lien a servi, ou l’enquête est terminée. Merci quand même.',
    promise:
      '{{organization}} vous interroge jusqu’au {{day}}. Le lien sert une fois. Vos réponses sont gardées sans nom ni heure, et rien n’est montré de moins de {{smallest}} personnes.',
    comment: 'Avec vos mots, si vous voulez',
    commentHint: 'Montré à partir de 15 réponses, dans un ordre de hasard. Ne nommez personne.',
    done: '{{done, number}} réponses sur {{asked, number}}. Vous pouvez en laisser.',
    send: 'Envoyer',
    thanks: 'Merci',
    thanksSays:
      'Vos réponses sont dans l’urne. Ce lien est épuisé ; personne ne peut dire quelles réponses sont les vôtres.',
  },
  surveys: {
    title: 'Enquêtes',
    says: 'On répond par un lien, sans s’identifier et sans nom. Les résultats sont montrés à la fin, et jamais d’un groupe trop petit.',
    sent: 'Enquêtes jusqu’ici',
    name: 'Titre',
    nameHint: 'Vide, elle porte le nom des questions',
    kind: 'Questions',
    kinds: { culture: 'Culture', readiness: 'Préparation', pulse: 'Baromètre' },
    state: 'État',
    open: 'ouverte',
    over: 'terminée',
    answers: 'Réponses',
    answer: 'Réponse',
    sentOn: 'Envoyée le',
    closesOn: 'Ouverte jusqu’au',
    closesHint: 'Le dernier jour pour répondre',
    by: 'Envoyée par',
    send: 'Envoyer une enquête',
    sendSays: 'Chacun dans les unités choisies reçoit un lien par courriel.',
    heard: 'Qui a parlé pour le personnel, et quand',
    heardHint:
      'Par exemple : comité social, 12 mai. C’est dans chaque message ; sans cela rien n’est envoyé.',
    groups: 'Groupes',
    groupsHint:
      'Les résultats sont montrés par ces groupes. Chacun demande {{smallest}} personnes avec adresse : réunissez les petites unités.',
    group: 'Groupe',
    unit: '{{name}} ({{people, number}} personnes, {{reachable, number}} avec adresse)',
    ownGroup: 'Un groupe à part',
    joined: 'Avec {{name}}',
    notAsked: 'Pas interrogée',
    sendDo_one: 'Envoyer à {{count, number}} personne',
    sendDo_other: 'Envoyer à {{count, number}} personnes',
    nobody: 'Personne ne peut encore être interrogé',
    nobodySays: 'Saisissez d’abord les personnes du périmètre, avec unité et adresse.',
    how: 'Comment on a demandé',
    smallest: 'Plus petit groupe',
    remind: 'Rappeler à tous',
    reminded_one: '{{count, number}} message est dans la boîte d’envoi.',
    reminded_other: '{{count, number}} messages sont dans la boîte d’envoi.',
    close: 'Terminer et montrer',
    sayOpen: '{{answered, number}} sur {{invited, number}} ont répondu ; ouverte jusqu’au {{day}}.',
    sayWithheld:
      '{{answered, number}} sur {{invited, number}} ont répondu. Rien n’est montré de moins de {{smallest}}.',
    sayReady: '{{ready}} ne sont freinées par rien ({{answered, number}} réponses sur {{invited, number}}).',
    sayIndex: 'L’indice est de {{index}} sur 100 ({{answered, number}} réponses sur {{invited, number}}).',
    sayShown: '{{answered, number}} sur {{invited, number}} ont répondu.',
    results: 'Résultats',
    waits: 'Montrés quand l’enquête est terminée',
    waitsSays:
      'Deux regards pendant que les réponses arrivent diraient ce qui est venu entre-temps. À la fin, les groupes dès {{smallest}} sont montrés.',
    withheld: 'Retenu',
    withheldSays:
      'Moins de {{smallest}} personnes pourraient être reconnues à leurs réponses. Il n’y a pas de détour, pour personne.',
    withheldGroups: 'Groupes retenus',
    why: {
      few: 'moins de {{smallest}} réponses',
      protects:
        'il permettrait de calculer un groupe plus petit (les groupes sous {{smallest}} restent cachés)',
    },
    whole: 'Tous',
    lowResponse:
      'Faible participation : moins de la moitié ont répondu. Le résultat ne parle que pour elles.',
    dimensions: 'Dimensions',
    dimensionsSays: 'Indice de 0 à 100 ; la barre montre l’ensemble. 50 est le milieu de l’échelle.',
    dimension: 'Dimension',
    barriers: 'Étapes',
    barriersSays:
      'Part des personnes selon la première étape qui les freine (valeur de 3 ou moins). ADKAR est une marque de Prosci ; énoncés et calcul sont les nôtres.',
    step: 'Étape',
    ready: 'Freinées par rien',
    trend: 'Freinées par rien, dans le temps',
    changes: 'Évolutions',
    changesSays:
      'Par rapport à « {{since}} », en points d’indice, avec l’intervalle à 95 %. N’est dit évolution que ce qui exclut 0.',
    finding: 'Constat',
    points: 'Points',
    interval: 'Intervalle',
    changed: 'évolution',
    unchanged: 'pas d’évolution discernable',
    comments: 'Avec leurs mots',
    commentsSays: 'Dans un ordre de hasard. Les adresses sont ôtées ; ôtez les noms avant de transmettre.',
  },
}
