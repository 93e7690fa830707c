import { counted, listed } from '../figures/format.ts'
import { nameOfSnapshot } from '../figures/snapshot-name.ts'
import type { Programme } from '../programme-figures.ts'
import type { Paragraph } from './fit.ts'
import { bodyBox, type Slide, sideSizes, textSizes } from './slide.ts'
import { slideOf, teller } from './telling.ts'

const { x, y, w, h } = bodyBox

/** The cover: what this is, whose, and of which day. */
export function coverSlide({ matter, figures }: Programme): Slide {
  return slideOf(teller(figures), {
    id: 'cover',
    layout: 'cover',
    title: 'Service Management Strategy Framework',
    blocks: [
      {
        kind: 'text',
        box: { x: 0.9, y: 3.9, w: 11, h: 1.6 },
        paragraphs: [
          { text: matter.organization, strong: true },
          { text: matter.madeOn, quiet: true },
          ...(matter.snapshot ? [{ text: nameOfSnapshot(matter.snapshot), quiet: true }] : []),
        ],
        sizes: [20, 18, 16, 14],
      },
    ],
    source: '',
    says: `Why ${matter.organization} manages its services, where it stands, what it does next, and what is to be decided. Every figure was computed once for all documents of this day.`,
  })
}

/** The answer: what is to be decided, or was, in one sentence, with the four figures it hangs on. */
export function answerSlide(programme: Programme): Slide {
  const { matter, figures, speech } = programme
  const missing = [...programme.missing, ...speech.notes]
  const { tell, tile, told } = teller(figures)
  const signed = matter.signed
  const title = signed
    ? `${verdicts[signed.verdict]}: ${signed.signedBy} decided on ${signed.signedAt.slice(0, 10)}`
    : 'We ask for one decision: go, later or no-go'
  const tiles = [
    ...tile('readiness.index', `readiness of 100 today: ${tell('readiness.label')}`),
    ...tile('certificate.probability', `chance to be finished by ${tell('certificate.on') ?? ''}`),
    ...tile('case.npv.p50', 'value over the years, middle of all trials'),
    ...tile('case.payback', 'until the money is back'),
  ]
  return slideOf(
    { tell, tile, told },
    {
      id: 'answer',
      title,
      blocks: [
        {
          kind: 'text',
          box: { x, y, w, h: 2.2 },
          paragraphs: answerOf(programme, tell),
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
      source: 'see the notes, and each figure on the last slides',
      says: 'The whole deck in one sentence. If there is time for one slide only, it is this one.',
    },
  )
}

const verdicts = { go: 'Go', 'no-go': 'No-go', later: 'Later' } as const

/** What the decision is about, in at most three sentences. */
function answerOf(
  { matter, businessCase }: Programme,
  tell: (id: string) => string | undefined,
): Paragraph[] {
  const texts = [
    `${tell('gaps.total')} gaps lie between us and the certificate, ${tell('gaps.major')} of them heavy.`,
    matter.roadmap
      ? `The work that was accepted takes ${tell('plan.days')} person-days and is finished by ${tell('plan.p80')} in four of five simulated courses.`
      : '',
    businessCase
      ? `In four of five trials the value lies between ${tell('case.npv.p10')} and ${tell('case.npv.p90')}; it is above zero in ${tell('case.positive')}.`
      : '',
  ]
  return texts.filter((text) => text !== '').map((text) => ({ text }))
}

/** Why: the goals of the organization in its own words. */
export function whySlide({ matter, figures }: Programme): Slide {
  const { tell, tile, told } = teller(figures)
  const goals = (matter.strategy?.goals ?? []).toSorted((a, b) => rank(a.priority) - rank(b.priority))
  const [first] = goals
  const title = first
    ? `Why: ${tell('goals.count')} goals, first of them “${first.title}”`
    : 'Why: the goals are still to be written down'
  const rows = goals.map(({ title: goal, metric, unit, baseline, current, target, dueOn }) => [
    goal,
    metric ?? 'not said',
    [baseline, current, target].map((value) => (value === undefined ? '–' : String(value))).join(' → '),
    unit ?? '',
    dueOn ?? 'not said',
  ])
  return slideOf(
    { tell, tile, told },
    {
      id: 'why',
      title,
      blocks: first
        ? [
            {
              kind: 'table',
              box: bodyBox,
              name: 'Goals',
              rows: [['Goal', 'Seen by', 'From → now → to', 'In', 'Until'], ...rows],
              widths: [3, 4.2, 2, 1.4, 1.4],
            },
          ]
        : [
            missingText(
              'No goal is written down yet. Without one nobody can say what services are for: write the goals first, each with an owner and a figure.',
            ),
          ],
      source: `Register of goals, ${matter.madeOn}`,
      says: 'The goals are the organization’s own, in its words. From is where the figure stood, now where it stands, to where it shall be.',
    },
  )
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
export function alignmentSlide({ matter, figures }: Programme): Slide {
  const { tell, tile, told } = teller(figures)
  const { strategy } = matter
  const score = tell('alignment.score')
  const named = (kinds: readonly string[], goal: NonNullable<typeof strategy>['goals'][number]) => {
    const own = goal.contributions.filter((one) => kinds.includes(one.kind) && one.strength !== 'none')
    const shown = own.slice(0, 3).map(({ title, kind, what }) => (kind === 'requirement' ? what : title))
    return own.length === 0
      ? 'none'
      : [...shown, own.length > 3 ? `+ ${own.length - 3}` : ''].filter(Boolean).join(', ')
  }
  return slideOf(
    { tell, tile, told },
    {
      id: 'alignment',
      title:
        score === undefined
          ? 'Alignment cannot be measured before goals and services are written down'
          : `Services and goals fit each other to ${score}`,
      blocks: strategy
        ? [
            {
              kind: 'table',
              box: { x, y, w, h: h - 1.25 },
              name: 'Alignment of goals',
              rows: [
                ['Goal', 'Services that carry it', 'Requirements', 'KPIs'],
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
              paragraphs: [
                {
                  text: `Reached: ${tell('alignment.services') ?? 'no'} of the services by weight, ${tell('alignment.goals') ?? 'none'} of the goals. ${openEnds(strategy.lists)}`,
                },
              ],
              sizes: sideSizes,
            },
          ]
        : [missingText('There are no goals to hold services against.')],
      source: `Matrix of contributions, ${matter.madeOn}`,
      says: 'Coverage weighs services by how critical they are and goals by priority; the lower of both shares counts. An open end is no fault of the service: perhaps a goal was forgotten.',
    },
  )
}

function openEnds({
  goalsWithoutService,
  servicesWithoutGoal,
  kpisWithoutOwner,
}: Readonly<{
  goalsWithoutService: readonly unknown[]
  servicesWithoutGoal: readonly unknown[]
  kpisWithoutOwner: readonly unknown[]
}>): string {
  const ends = [
    [goalsWithoutService.length, 'goal', 'without a service'],
    [servicesWithoutGoal.length, 'service', 'without a goal'],
    [kpisWithoutOwner.length, 'KPI', 'without an owner'],
  ] as const
  const open = ends.filter(([n]) => n > 0).map(([n, noun, lacks]) => `${counted(n, noun)} ${lacks}`)
  return open.length === 0 ? 'There are no open ends.' : `Open ends: ${listed(open)}.`
}
