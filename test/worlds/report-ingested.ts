import type { Ingested } from '#ingest/ingested.ts'
import { hash } from './report-evidence.ts'

/** What the import of the world came to, with problems and fill rates. */
export function ingested(): Ingested {
  const types: Readonly<Record<string, number>> = {
    incident: 24_918,
    service_request: 11_204,
    problem: 312,
    change: 1_433,
    release: 61,
    security_incident: 87,
    complaint: 143,
    event: 40_211,
  }
  const columns = [
    'title',
    'status',
    'priority',
    'impact',
    'urgency',
    'category',
    'service',
    'opened_at',
    'acknowledged_at',
    'resolved_at',
    'closed_at',
    'resolution_code',
    'closing_note',
    'supplier',
    'root_cause',
    'risk',
    'change_type',
    'approved_at',
    'started_at',
    'reviewed_at',
    'opened_by_channel',
  ]
  return {
    files: [
      {
        file: 'tickets-2024-2026.csv',
        table: 'tickets-2024-2026',
        sha256: hash(1),
        format: 'csv',
        rows: 78_369,
        read_as: 'ticket',
        shape: 'list',
        type: undefined,
        is_new: true,
      },
      {
        file: 'history.xlsx',
        table: 'Änderungen',
        sha256: hash(2),
        format: 'xlsx',
        rows: 412_902,
        read_as: 'event',
        shape: 'history',
        type: undefined,
        is_new: true,
      },
      {
        file: 'config_items.json',
        table: 'config_items',
        sha256: hash(3),
        format: 'json',
        rows: 5_120,
        read_as: 'ci',
        shape: 'record',
        type: undefined,
        is_new: true,
      },
      {
        file: 'notes.csv',
        table: 'notes',
        sha256: hash(4),
        format: 'csv',
        rows: 14,
        read_as: 'ignore',
        shape: 'record',
        type: undefined,
        is_new: true,
      },
    ],
    counts: {
      event: 412_902,
      ticket: 78_369,
      service: 8,
      ...Object.fromEntries(Object.entries(types).map(([type, n]) => [`ticket ${type}`, n])),
    },
    states: [],
    supplied: [],
    problems: [
      {
        code: 'ingest.no-timezone',
        level: 'note',
        message:
          'times carry no zone and none was named: they are taken as they stand. Name the zone with --timezone.',
        where: { file: 'tickets-2024-2026.csv' },
        count: 1,
        sample: [],
      },
      {
        code: 'ingest.bad-date',
        level: 'warning',
        message: '431 values in column "Closed (local)" do not read as day/month/year and count as missing',
        where: { file: 'tickets-2024-2026.csv', line: 812 },
        count: 431,
        sample: [812, 813, 990, 1204].map((line) => ({
          file: 'tickets-2024-2026.csv',
          line,
          ticket: `INC-${line}`,
          detail: 'Closed (local)',
        })),
      },
      {
        code: 'ingest.unknown-state',
        level: 'warning',
        message:
          'the status "Παραμονή / في الانتظار" of change tickets is not known; by its place in the paths it is read as pending.',
        where: { file: 'history.xlsx' },
        count: 77,
        sample: [],
      },
      {
        code: 'ingest.end-before-start',
        level: 'warning',
        message: '19 tickets end before they begin; their durations are left out',
        where: { file: 'tickets-2024-2026.csv', line: 44 },
        count: 19,
        sample: [
          {
            file: 'tickets-2024-2026.csv',
            line: 44,
            ticket: 'CHG-10248',
            detail: 'closed 2026-01-03, opened 2026-01-09',
          },
        ],
      },
    ],
    timezone: undefined,
    data_from: '2024-06-28 07:12:00',
    data_until: '2026-06-30 18:04:11',
    fill: Object.entries(types).flatMap(([type, of], place) =>
      [...columns, 'vip_flag', 'cost_code'].map((column, index) => ({
        type,
        column,
        of,
        filled:
          index >= columns.length || (index + place) % 9 === 4
            ? 0
            : Math.round(of * Math.max(0, 1 - ((index * 7 + place * 3) % 11) / 14)),
      })),
    ),
  }
}
