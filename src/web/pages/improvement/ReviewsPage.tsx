import { Select, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Improvement.module.css'

type Reviews = Answered<'GET /api/organizations/:organization/reviews'>
type Action = Reviews['actions'][number]

/** When top management looked, what it decided, and what became of it. */
export function ReviewsPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/reviews', { params })
  return (
    <Page title={t('shell.reviews')} sentence={query.data && <Sentence page={query.data} />}>
      <Shown query={query}>
        {(page) => (
          <>
            <Prepare page={page} />
            {page.actions.length > 0 && (
              <Section title={t('improvement.actions')} says={t('improvement.actionsSay')}>
                <ul className={styles.list}>
                  {page.actions.map((action) => (
                    <OneAction key={`${action.id} ${action.version}`} action={action} />
                  ))}
                </ul>
              </Section>
            )}
            {page.reviews.length > 0 && <Held page={page} />}
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ page: { nextOn, isOverdue, actions, reviews } }: Readonly<{ page: Reviews }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const overdue = actions.filter((one) => one.isOverdue).length
  if (!reviews.some(({ signature }) => signature)) return t('improvement.reviewNone')
  const next =
    nextOn &&
    t(isOverdue ? 'improvement.reviewOverdue' : 'improvement.reviewNext', { day: format.day(nextOn) })
  return [
    next,
    overdue > 0 ? t('improvement.actionsOverdue', { count: overdue }) : t('improvement.noneOverdue'),
  ]
    .filter(Boolean)
    .join(' ')
}

function Prepare({ page: { on, reviews } }: Readonly<{ page: Reviews }>) {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  const navigate = useNavigate()
  const start = useChange('POST /api/organizations/:organization/reviews')
  const [heldOn, setHeldOn] = useState(on)
  const open = reviews.find(({ signature }) => !signature)
  if (open)
    return (
      <p className={styles.note}>
        <To href={to.review(open.id)}>{t('improvement.reviewOpen', { number: open.number })}</To>
      </p>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    start.mutate(
      { params, body: { heldOn } },
      { onSuccess: ({ id }) => void navigate({ href: to.review(id) }) },
    )
  }
  const why = whyNot('sign decisions') && whyNot('manage baselines')
  return (
    <Section title={t('improvement.prepare')} says={t('improvement.prepareSays')}>
      <form onSubmit={submit}>
        <div className={styles.row}>
          <TextInput
            label={t('improvement.heldOn')}
            type="date"
            required
            withAsterisk={false}
            value={heldOn}
            onChange={(event) => setHeldOn(event.currentTarget.value)}
          />
          <Act type="submit" isPrimary isBusy={start.isPending} whyNot={why}>
            {t('improvement.prepareDo')}
          </Act>
        </div>
        <Trouble error={start.error} />
      </form>
    </Section>
  )
}

const toneOf = { open: 'partially', done: 'conforming', dropped: 'not_applicable' } as const

function OneAction({ action }: Readonly<{ action: Action }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { says, owner, dueOn, state, isOverdue, review, outcome } = action
  return (
    <li>
      <div>
        <Verdict tone={isOverdue ? 'major' : toneOf[state]}>
          {isOverdue ? t('improvement.overdue') : t(`improvement.actionState.${state}`)}
        </Verdict>
        <p>{says}</p>
        <p className="second">
          {t('improvement.actionLine', { owner, day: format.day(dueOn), number: review })}
        </p>
        {outcome && <p className={styles.small}>{outcome}</p>}
        {state === 'open' && <Follow action={action} />}
      </div>
    </li>
  )
}

/** What became of something that was decided. */
function Follow({ action: { id, version } }: Readonly<{ action: Action }>) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const keep = useChange('PUT /api/organizations/:organization/review-actions/:action')
  const [state, setState] = useState<'done' | 'dropped'>('done')
  const [outcome, setOutcome] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate(
      { params: { ...params, action: id }, body: { state, outcome, version } },
      { onSuccess: () => say(t('improvement.kept')) },
    )
  }
  return (
    <details>
      <summary>{t('improvement.follow')}</summary>
      <form className={styles.form} onSubmit={submit}>
        <Select
          label={t('improvement.state')}
          allowDeselect={false}
          data={(['done', 'dropped'] as const).map((value) => ({
            value,
            label: t(`improvement.actionState.${value}`),
          }))}
          value={state}
          onChange={(value) => setState(value === 'dropped' ? 'dropped' : 'done')}
        />
        <Textarea
          label={t('improvement.whatCame')}
          required
          withAsterisk={false}
          autosize
          minRows={1}
          maxLength={2000}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value)}
        />
        <Trouble error={keep.error} />
        <div>
          <Act
            type="submit"
            size="xs"
            isBusy={keep.isPending}
            whyNot={whyNot('sign decisions') && whyNot('write registers')}
          >
            {t('improvement.keep')}
          </Act>
        </div>
      </form>
    </details>
  )
}

function Held({ page: { reviews } }: Readonly<{ page: Reviews }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  return (
    <Section title={t('improvement.held')}>
      <div className={styles.wide}>
        <table className={`${styles.table} ${styles.stacked}`}>
          <thead>
            <tr>
              <th>{t('improvement.review')}</th>
              <th>{t('improvement.heldOn')}</th>
              <th>{t('improvement.signed')}</th>
              <th className={styles.number}>{t('improvement.decisions')}</th>
            </tr>
          </thead>
          <tbody>
            {reviews.map(({ id, number, heldOn, signature, decided }) => (
              <tr key={id}>
                <th scope="row">
                  <To href={to.review(id)}>{t('improvement.reviewNumber', { number })}</To>
                </th>
                <td>{format.day(heldOn)}</td>
                <td>
                  {signature
                    ? t('improvement.signedBy', { by: signature.by, day: format.day(signature.at) })
                    : t('improvement.unsigned')}
                </td>
                <td className={styles.number}>{format.number(decided, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
