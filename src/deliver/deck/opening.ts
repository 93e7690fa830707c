import { saySnapshot } from '../figures/snapshot-name.ts'
import type { Programme } from '../programme-figures.ts'
import type { Speech } from '../speech.ts'
import type { Paragraph } from './fit.ts'
import { bodyBox, type Slide, sideSizes, textSizes } from './slide.ts'
import { slideOf, type Teller, teller } from './telling.ts'

const { x, y, w, h } = bodyBox

/** The cover: what this is, whose, and of which day. */
export function coverSlide(programme: Programme): Slide {
  const { matter, speech } = programme
  return slideOf(teller(programme), {
    id: 'cover',
    layout: 'cover',
    title: speech.say('title'),
    blocks: [
      {
        kind: 'text',
        box: { x: 0.9, y: 3.9, w: 11, h: 1.6 },
        paragraphs: [
          { text: matter.organization, strong: true },
          { text: speech.day(matter.madeOn), quiet: true },
          ...(matter.snapshot ? [{ text: saySnapshot(matter.snapshot, speech), quiet: true }] : []),
        ],
        sizes: [20, 18, 16, 14],
      },
    ],
    source: '',
    says: speech.say('cover.says', { organization: matter.organization }),
  })
}

/** The answer: what is to be decided, or was, in one sentence, with the four figures it hangs on. */
export function answerSlide(programme: Programme): Slide {
  const { matter, speech } = programme
  const { say } = speech
  const missing = [...programme.missing, ...speech.notes]
  const own = teller(programme)
  const { tile, places, tell } = own
  const { signed } = matter
  const title = signed
    ? say('answer.decided', {
        verdict: say(`decided.${signed.verdict}`),
        name: signed.signedBy,
        day: speech.day(signed.signedAt),
      })
    : say('answer.asked')
  const tiles = [
    ...tile('readiness.index', say('answer.index', places({ label: 'readiness.label' }))),
    ...(tell('certificate.probability') === undefined
      ? []
      : tile('certificate.probability', say('answer.chance', places({ day: 'certificate.on' })))),
    ...tile('case.npv.p50', say('answer.value')),
    ...tile('case.payback', say('answer.payback')),
  ]
  return slideOf(own, {
    id: 'answer',
    title,
    blocks: [
      {
        kind: 'text',
        box: { x, y, w, h: 2.2 },
        paragraphs: answerOf(programme, own),
        sizes: textSizes,
      },
      { kind: 'tiles', box: { x, y: y + 2.4, w, h: 1.6 }, tiles },
      {
        kind: 'text',
        box: { x, y: y + 4.15, w, h: 0.8 },
        paragraphs: missing.length > 0 ? [{ text: missing.join(' '), quiet: true }] : [],
        sizes: sideSizes,
      },
    ],
    source: say('answer.source'),
    says: say('answer.says'),
  })
}

/** What the decision is about, in at most three sentences. */
function answerOf({ matter, businessCase }: Programme, { places, speech }: Teller): Paragraph[] {
  const { say } = speech
  const texts = [
    say('answer.gaps', places({ gaps: 'gaps.total', majors: 'gaps.major' })),
    ...(matter.roadmap ? [say('answer.work', places({ days: 'plan.days', p80: 'plan.p80' }))] : []),
    ...(businessCase
      ? [
          say(
            'answer.range',
            places({ low: 'case.npv.p10', high: 'case.npv.p90', positive: 'case.positive' }),
          ),
        ]
      : []),
  ]
  return texts.map((text) => ({ text }))
}

/** Why: the goals of the organization in its own words. */
export function whySlide(programme: Programme): Slide {
  const { matter, speech } = programme
  const { say } = speech
  const own = teller(programme)
  const goals = (matter.strategy?.goals ?? []).toSorted((a, b) => rank(a.priority) - rank(b.priority))
  const [first] = goals
  const title = first
    ? speech.many('why.title', goals.length, { ...own.places({ count: 'goals.count' }), goal: first.title })
    : say('why.none')
  const rows = goals.map(({ title: goal, metric, unit, baseline, current, target, dueOn }) => [
    goal,
    metric ?? say('why.unsaid'),
    [baseline, current, target]
      .map((value) => (value === undefined ? '–' : speech.pointed(String(value))))
      .join(' → '),
    unit ?? '',
    dueOn === undefined ? say('why.unsaid') : speech.day(dueOn),
  ])
  return slideOf(own, {
    id: 'why',
    title,
    blocks: first
      ? [
          {
            kind: 'table',
            box: bodyBox,
            name: say('why.name'),
            rows: [headsOf(speech, 'why.head', ['goal', 'seen', 'way', 'in', 'until']), ...rows],
            widths: [3, 4.2, 2, 1.4, 1.4],
          },
        ]
      : [missingText(say('why.missing'))],
    source: say('why.source', { day: speech.day(matter.madeOn) }),
    says: say('why.says'),
  })
}

/** The heads of a table by their names. */
export function headsOf({ say }: Speech, before: string, names: readonly string[]): readonly string[] {
  return names.map((name) => say(`${before}.${name}`))
}

function rank(priority: string | undefined): number {
  return ['high', 'medium', 'low'].indexOf(priority ?? 'medium')
}

/** A body that says what is not there. */
export function missingText(says: string) {
  return {
    kind: 'text' as const,
    box: bodyBox,
    paragraphs: [{ text: says }],
    sizes: textSizes,
    isBody: true,
  }
}

/** How goals, services, requirements and KPIs hang together. */
export function alignmentSlide(programme: Programme): Slide {
  const { matter, speech } = programme
  const { say } = speech
  const own = teller(programme)
  const { strategy } = matter
  const score = own.tell('alignment.score')
  const named = (kinds: readonly string[], goal: NonNullable<typeof strategy>['goals'][number]) => {
    const all = goal.contributions.filter((one) => kinds.includes(one.kind) && one.strength !== 'none')
    const shown = all.slice(0, 3).map(({ title, kind, what }) => (kind === 'requirement' ? what : title))
    return all.length === 0
      ? say('alignment.none')
      : [...shown, all.length > 3 ? `+ ${all.length - 3}` : ''].filter(Boolean).join(', ')
  }
  return slideOf(own, {
    id: 'alignment',
    title: score === undefined ? say('alignment.unmeasured') : say('alignment.title', { score }),
    blocks: strategy
      ? [
          {
            kind: 'table',
            box: { x, y, w, h: h - 1.25 },
            name: say('alignment.name'),
            rows: [
              headsOf(speech, 'alignment.head', ['goal', 'services', 'requirements', 'kpis']),
              ...strategy.goals.map((goal) => [
                goal.title,
                named(['service'], goal),
                named(['requirement'], goal),
                named(['KPI', 'objective'], goal),
              ]),
            ],
            widths: [2.6, 4.6, 2.2, 2.8],
          },
          {
            kind: 'text',
            box: { x, y: y + h - 1.15, w, h: 1.15 },
            paragraphs: [{ text: `${reachedOf(own)} ${openEnds(strategy.lists, speech)}` }],
            sizes: sideSizes,
          },
        ]
      : [missingText(say('alignment.missing'))],
    source: say('alignment.source', { day: speech.day(matter.madeOn) }),
    says: say('alignment.says'),
  })
}

function reachedOf({ tell, speech: { say } }: Teller): string {
  const none = say('alignment.none')
  return say('alignment.reached', {
    services: tell('alignment.services') ?? none,
    goals: tell('alignment.goals') ?? none,
  })
}

function openEnds(
  {
    goalsWithoutService,
    servicesWithoutGoal,
    kpisWithoutOwner,
  }: Readonly<{
    goalsWithoutService: readonly unknown[]
    servicesWithoutGoal: readonly unknown[]
    kpisWithoutOwner: readonly unknown[]
  }>,
  speech: Speech,
): string {
  const ends = [
    [goalsWithoutService.length, 'ends.goals'],
    [servicesWithoutGoal.length, 'ends.services'],
    [kpisWithoutOwner.length, 'ends.kpis'],
  ] as const
  const open = ends.filter(([n]) => n > 0).map(([n, key]) => speech.many(key, n))
  return open.length === 0 ? speech.say('ends.none') : speech.say('ends.some', { ends: speech.listed(open) })
}
