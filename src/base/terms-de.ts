import type { Terms } from './terms.ts'

/** The fixed terms of ratings, gates and readiness: the same in every page and document. */
export const germanTerms: Terms = {
  rating: {
    conforming: 'konform',
    ofi: 'Verbesserungspotenzial',
    partially: 'teilweise erfüllt',
    minor_nc: 'geringfügige Nichtkonformität',
    major_nc: 'wesentliche Nichtkonformität',
    not_applicable: 'nicht anwendbar',
    not_assessed: 'nicht bewertet',
  },
  verdict: { pass: 'bestanden', fail: 'nicht bestanden', inconclusive: 'nicht eindeutig' },
  readiness: {
    blocked: 'blockiert',
    'not ready': 'nicht bereit',
    preparing: 'in Vorbereitung',
    'nearly ready': 'nahezu bereit',
    'ready with conditions': 'bereit mit Auflagen',
    ready: 'bereit',
  },
  level: { error: 'Fehler', warning: 'Warnung', note: 'Hinweis' },
  severity: { major: 'wesentlich', minor: 'geringfügig', signal: 'Hinweis' },
  criticality: { high: 'hoch', medium: 'mittel', low: 'niedrig' },
  gateTitles: {
    G1: 'Der Anwendungsbereich ist freigegeben, Services und andere Beteiligte sind benannt',
    G2: 'Keine wesentliche Nichtkonformität ist offen',
    G3: 'Kein Abschnitt mit drei oder mehr geringfügigen oder teilweisen Bewertungen',
    G4: 'Anforderungen hoher Kritikalität sind erfüllt',
    G5: 'Die Anforderungen sind bewertet',
    G6: 'Die Nachweise sind stark und aktuell',
    G7: 'Aufzeichnungen über drei Monate oder einen vollen Zyklus',
    G8: 'Das interne Audit des gesamten Anwendungsbereichs ist abgeschlossen',
    G9: 'Die Managementbewertung hat stattgefunden',
    G10: 'Korrekturmaßnahmen aus dem internen Audit laufen',
    G11: 'Die geforderte dokumentierte Information ist in Kraft',
    G12: 'Personen sind geschult, Rollen sind besetzt',
  },
  caps: {
    'major nonconformity open': 'eine wesentliche Nichtkonformität ist offen',
    'three or more minor nonconformities or partial ratings in one clause':
      'drei oder mehr geringfügige Nichtkonformitäten oder teilweise erfüllte Anforderungen in einem Abschnitt',
    'high criticality requirement not assessed': 'eine Anforderung hoher Kritikalität ist nicht bewertet',
    'less than 95 % assessed': 'weniger als 95 % sind bewertet',
    'less than 90 % with current evidence': 'weniger als 90 % haben aktuelle Nachweise',
    'full internal audit missing': 'das vollständige interne Audit fehlt',
    'management review missing': 'die Managementbewertung fehlt',
    'high criticality requirement only partially met':
      'eine Anforderung hoher Kritikalität ist nur teilweise erfüllt',
    'requirements not assessed': 'einige Anforderungen sind nicht bewertet',
    'open minor nonconformities or partial fulfilment':
      'geringfügige Nichtkonformitäten oder teilweise erfüllte Anforderungen sind offen',
  },
}
