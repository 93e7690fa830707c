import type { surveys as english } from '../en/adoption-surveys.ts'
import type { Said } from '../said.ts'

/** Die Umfragen und der Bogen, den Menschen ausfüllen. */
export const surveys: Said<typeof english> = {
  answer: {
    title: 'Umfrage',
    gone: 'Dieser Link wurde benutzt, oder die Umfrage ist beendet. Trotzdem danke.',
    promise:
      '{{organization}} fragt Sie bis {{day}}. Der Link gilt einmal. Ihre Antworten werden ohne Namen und Zeit aufbewahrt, und unter {{smallest}} Personen wird nichts gezeigt.',
    comment: 'In eigenen Worten, wenn Sie mögen',
    commentHint: 'Wird ab 15 Antworten gezeigt, in zufälliger Reihenfolge. Bitte keine Namen.',
    done: '{{done, number}} von {{asked, number}} beantwortet. Sie dürfen etwas auslassen.',
    send: 'Absenden',
    thanks: 'Danke',
    thanksSays:
      'Ihre Antworten liegen in der Urne. Dieser Link ist verbraucht; niemand kann sagen, welche Antworten von Ihnen sind.',
  },
  surveys: {
    title: 'Umfragen',
    says: 'Beantwortet über einen Link, ohne Anmeldung und ohne Namen. Ergebnisse werden gezeigt, wenn eine Umfrage beendet ist, und nie von einer zu kleinen Gruppe.',
    sent: 'Bisherige Umfragen',
    name: 'Titel',
    nameHint: 'Leer heißt sie wie die Fragen',
    kind: 'Fragen',
    kinds: { culture: 'Kultur', readiness: 'Bereitschaft', pulse: 'Kurzumfrage' },
    state: 'Stand',
    open: 'offen',
    over: 'beendet',
    answers: 'Antworten',
    answer: 'Antwort',
    sentOn: 'Gesendet am',
    closesOn: 'Offen bis',
    closesHint: 'Der letzte Tag, an dem geantwortet werden kann',
    by: 'Gesendet von',
    send: 'Eine Umfrage senden',
    sendSays: 'Alle in den gewählten Einheiten bekommen einen Link per Mail.',
    heard: 'Wer für die Belegschaft gehört wurde, und wann',
    heardHint: 'Etwa: Betriebsrat, 12. Mai. Es steht in jeder Nachricht; ohne das wird nichts gesendet.',
    groups: 'Gruppen',
    groupsHint:
      'Ergebnisse werden nach diesen Gruppen gezeigt. Jede braucht {{smallest}} Personen mit Adresse: Legen Sie kleine Einheiten zusammen.',
    group: 'Gruppe',
    unit: '{{name}} ({{people, number}} Personen, {{reachable, number}} mit Adresse)',
    ownGroup: 'Eine eigene Gruppe',
    joined: 'Zusammen mit {{name}}',
    notAsked: 'Nicht gefragt',
    sendDo_one: 'An {{count, number}} Person senden',
    sendDo_other: 'An {{count, number}} Personen senden',
    nobody: 'Noch kann niemand gefragt werden',
    nobodySays: 'Tragen Sie zuerst die Personen im Geltungsbereich mit Einheit und Adresse ein.',
    how: 'Wie gefragt wurde',
    smallest: 'Kleinste Gruppe',
    remind: 'Alle erinnern',
    reminded_one: '{{count, number}} Nachricht liegt im Ausgang.',
    reminded_other: '{{count, number}} Nachrichten liegen im Ausgang.',
    close: 'Beenden und zeigen',
    sayOpen: '{{answered, number}} von {{invited, number}} haben geantwortet; offen bis {{day}}.',
    sayWithheld:
      '{{answered, number}} von {{invited, number}} haben geantwortet. Unter {{smallest}} wird nichts gezeigt.',
    sayReady:
      '{{ready}} hält nichts zurück ({{answered, number}} von {{invited, number}} haben geantwortet).',
    sayIndex:
      'Der Index liegt bei {{index}} von 100 ({{answered, number}} von {{invited, number}} haben geantwortet).',
    sayShown: '{{answered, number}} von {{invited, number}} haben geantwortet.',
    results: 'Ergebnisse',
    waits: 'Wird gezeigt, wenn die Umfrage beendet ist',
    waitsSays:
      'Zwei Blicke, während Antworten eingehen, würden verraten, was dazwischen kam. Nach dem Ende werden Gruppen ab {{smallest}} gezeigt.',
    withheld: 'Zurückgehalten',
    withheldSays:
      'Weniger als {{smallest}} Personen könnten an ihren Antworten erkannt werden. Daran führt kein Weg vorbei, für niemanden.',
    withheldGroups: 'Zurückgehaltene Gruppen',
    why: {
      few: 'weniger als {{smallest}} Antworten',
      protects:
        'aus ihr ließe sich eine kleinere Gruppe errechnen (Gruppen unter {{smallest}} bleiben verborgen)',
    },
    whole: 'Alle',
    lowResponse:
      'Geringe Beteiligung: Weniger als die Hälfte hat geantwortet. Das Ergebnis spricht nur für diese.',
    dimensions: 'Dimensionen',
    dimensionsSays: 'Index von 0 bis 100; der Balken zeigt alle. 50 ist die Mitte der Skala.',
    dimension: 'Dimension',
    barriers: 'Stufen',
    barriersSays:
      'Anteil der Personen nach der ersten Stufe, die sie zurückhält (Wert von 3 oder weniger). ADKAR ist eine Marke von Prosci; Aussagen und Auswertung sind unsere eigenen.',
    step: 'Stufe',
    ready: 'Durch nichts zurückgehalten',
    trend: 'Durch nichts zurückgehalten, im Verlauf',
    changes: 'Veränderungen',
    changesSays:
      'Gegenüber „{{since}}“, in Punkten des Index, mit dem 95-%-Intervall. Nur was die 0 ausschließt, heißt Veränderung.',
    finding: 'Befund',
    points: 'Punkte',
    interval: 'Intervall',
    changed: 'verändert',
    unchanged: 'keine erkennbare Veränderung',
    comments: 'In eigenen Worten',
    commentsSays:
      'In zufälliger Reihenfolge. Adressen sind entfernt; nehmen Sie Namen heraus, bevor Sie Worte weitergeben.',
  },
}
