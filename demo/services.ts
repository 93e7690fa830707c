import type { Instant } from './calendar.ts'
import { instant } from './calendar.ts'

/** One service of the catalogue; `weight` is its share of incidents. */
export type Service = {
  readonly name: string
  readonly title: string
  readonly group: string
  criticality: string | undefined
  readonly weight: number
  readonly users: number
  readonly customers: readonly string[]
  readonly supplier: string | undefined
  readonly status: 'Operational' | 'Pipeline' | 'Retired'
  readonly liveAt: Instant | undefined
  readonly availability: number
  readonly outcome: string
}

const CRITICALITY = {
  A: '1 - most critical',
  B: '2 - somewhat critical',
  C: '3 - less critical',
  D: '4 - not critical',
} as const
const AVAILABILITY = { A: 0.995, B: 0.99, C: 0.985, D: 0.98 } as const

type Row = readonly [
  name: string,
  title: string,
  group: string,
  criticality: keyof typeof CRITICALITY,
  weight: number,
  users: number,
  customers: string,
  supplier: string,
]

const EVERYBODY = 'FR DE IT ES GR PL AE NO WEB ATE FIN HR'
const BOUTIQUES = 'FR DE IT ES GR PL AE NO'

const ROWS: readonly Row[] = [
  ['Caisse boutique', 'Store till France', 'Store Systems', 'A', 6, 900, 'FR', 'Kassento'],
  ['Ταμείο καταστήματος', 'Store till Greece', 'Store Systems', 'A', 3, 160, 'GR', 'Kassento'],
  ['نقاط البيع دبي', 'Store till Dubai', 'Store Systems', 'A', 3, 140, 'AE', 'Gulf Retail Tech'],
  ['Kasa sklepowa', 'Store till Poland', 'Store Systems', 'B', 3, 180, 'PL', 'Kassento'],
  [
    'Kassensystem Filialen',
    'Store till Germany, Austria and Switzerland',
    'Store Systems',
    'A',
    5,
    620,
    'DE',
    'Kassento',
  ],
  ['Punto vendita', 'Store till Italy', 'Store Systems', 'B', 4, 540, 'IT', 'Kassento'],
  ['Terminal de pago', 'Payment terminals Iberia', 'Store Systems', 'B', 3, 260, 'ES', 'Pagora'],
  ['Payment gateway', 'Card payments of all channels', 'E-commerce', 'A', 2, 2800, 'WEB FIN', 'Pagora'],
  ['Online store', 'Online store', 'E-commerce', 'A', 4, 400, 'WEB', 'Nuvola Hosting'],
  ['Zarządzanie zamówieniami', 'Order management', 'E-commerce', 'A', 3, 350, 'WEB PL', 'Orderwise Labs'],
  ['Click and collect', 'Click and collect', 'E-commerce', 'B', 2, 1500, 'WEB FR IT', 'Orderwise Labs'],
  ['Catalogue produits', 'Product information', 'E-commerce', 'C', 2, 220, 'WEB', 'Pimento'],
  ['Clienteling', 'Clienteling on the shop floor', 'Clienteling', 'B', 4, 1900, BOUTIQUES, 'Salonsoft'],
  ['CRM client', 'Customer relations', 'Clienteling', 'B', 3, 1100, 'FR DE WEB', 'Salonsoft'],
  ['Fidélité', 'Loyalty programme', 'Clienteling', 'C', 1, 800, 'FR WEB', 'Salonsoft'],
  ['ERP Finance', 'Accounting and purchasing', 'ERP and Finance', 'A', 5, 700, 'FIN', 'Rechenwerk'],
  ['Consolidation groupe', 'Group consolidation', 'ERP and Finance', 'C', 1, 90, 'FIN', 'Rechenwerk'],
  ['Paie', 'Payroll', 'ERP and Finance', 'B', 2, 60, 'HR FIN', 'Paieline'],
  ['Tesoreria', 'Treasury', 'ERP and Finance', 'C', 1, 40, 'FIN IT', 'Rechenwerk'],
  ['Lagerverwaltung', 'Warehouse management', 'Supply Chain', 'A', 4, 420, 'DE WEB ATE', 'Lagerlogik'],
  ['Transport et douane', 'Transport and customs', 'Supply Chain', 'B', 2, 180, 'FR AE', 'Douanex'],
  ['Réapprovisionnement', 'Replenishment', 'Supply Chain', 'C', 2, 260, BOUTIQUES, 'Lagerlogik'],
  ['Traçabilité des pièces', 'Traceability of pieces', 'Atelier Systems', 'C', 2, 500, 'ATE FR', 'Etiq RFID'],
  ['Planning atelier', 'Workshop planning', 'Atelier Systems', 'B', 2, 310, 'ATE', 'Etiq RFID'],
  ['CAO joaillerie', 'Jewellery design', 'Atelier Systems', 'C', 2, 120, 'ATE', 'Gemcad'],
  ['Certificats gemmes', 'Gem certificates', 'Atelier Systems', 'D', 1, 150, 'ATE FR', 'Gemcad'],
  ['Réseau boutiques', 'Boutique network', 'Network', 'A', 5, 3200, BOUTIQUES, 'Linea Telecom'],
  ['Téléphonie', 'Telephony', 'Network', 'B', 2, 3500, EVERYBODY, 'Linea Telecom'],
  ['Wi-Fi invités', 'Guest wireless', 'Network', 'D', 1, 500, 'NO FR IT AE', 'Linea Telecom'],
  ['Remote access', 'Remote access', 'Network', 'B', 3, 1800, 'FIN HR WEB ATE', ''],
  ['Messagerie', 'E-mail and calendar', 'Workplace', 'B', 5, 4000, EVERYBODY, 'Officine Cloud'],
  ['Poste de travail', 'Workplace devices', 'Workplace', 'C', 8, 4200, EVERYBODY, 'Dynamo Devices'],
  ['Collaboration', 'Collaboration', 'Workplace', 'C', 3, 3900, EVERYBODY, 'Officine Cloud'],
  ['Impression', 'Printing', 'Workplace', 'D', 3, 3000, EVERYBODY, 'Tinta Print'],
  ['Identity and access', 'Identity and access', 'Identity', 'A', 5, 4500, EVERYBODY, ''],
  [
    'Plateforme hébergement',
    'Hosting platform',
    'Server and Cloud',
    'A',
    3,
    600,
    'WEB FIN ATE',
    'Nuvola Hosting',
  ],
  ['Integration hub', 'Integration hub', 'Integration', 'A', 3, 300, 'WEB FIN', 'Messagio'],
  [
    'Entrepôt de données',
    'Data warehouse',
    'Data and Analytics',
    'B',
    2,
    450,
    'FIN WEB HR',
    'Nuvola Hosting',
  ],
  ['Miroir connecté', 'Connected mirror', 'Store Systems', 'C', 0, 0, 'FR', ''],
  ['Télécopie', 'Fax gateway', 'Network', 'D', 0, 0, 'FIN', ''],
]

const CUSTOMERS: Readonly<Record<string, string>> = {
  FR: 'Boutiques France',
  DE: 'Boutiques DACH',
  IT: 'Boutiques Italia',
  ES: 'Boutiques Iberia',
  GR: 'Boutiques Hellas',
  PL: 'Boutiques Polska',
  AE: 'Boutiques Middle East',
  NO: 'Boutiques Nordics',
  WEB: 'E-commerce',
  ATE: 'Ateliers',
  FIN: 'Finance',
  HR: 'Human Resources',
}

/** The organizations that services are delivered to. */
export const CUSTOMER_NAMES: readonly string[] = Object.values(CUSTOMERS)

const NEW_SERVICES = new Map([
  ['Wi-Fi invités', instant('2025-03-03T07:00:00Z')],
  ['Click and collect', instant('2025-11-03T07:00:00Z')],
])

/** The forty services of the catalogue, fresh for one simulation. */
export function makeServices(): Service[] {
  return ROWS.map(([name, title, group, criticality, weight, users, customers, supplier], place) => ({
    name,
    title,
    group,
    criticality: CRITICALITY[criticality],
    weight,
    users,
    customers: customers.split(' ').map((code) => CUSTOMERS[code] ?? code),
    supplier: supplier === '' ? undefined : supplier,
    status: statusOf(name),
    liveAt: statusOf(name) === 'Pipeline' ? undefined : (NEW_SERVICES.get(name) ?? liveSince(place)),
    availability: AVAILABILITY[criticality],
    outcome: `${title} can be relied on whenever the house is open`,
  }))
}

function statusOf(name: string): Service['status'] {
  if (name === 'Miroir connecté') return 'Pipeline'
  return name === 'Télécopie' ? 'Retired' : 'Operational'
}

function liveSince(place: number): Instant {
  return instant(`${2014 + (place % 9)}-0${1 + (place % 8)}-15T08:00:00Z`)
}

/** Whether the service stands on the most critical level. */
export function isCritical(service: Service): boolean {
  return service.criticality === CRITICALITY.A
}

/** Whether the service stands on one of the two lower levels. */
export function isMinor(service: Service): boolean {
  return service.criticality === CRITICALITY.C || service.criticality === CRITICALITY.D
}
