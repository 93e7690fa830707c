import { Textarea, TextInput } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { type Proof, SignForm } from '../../ui/SignForm.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Trouble } from '../../ui/Trouble.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Improvement.module.css'
import { ReviewDecisions } from './ReviewDecisions.tsx'
import { ReviewInputs } from './ReviewInputs.tsx'
import type { Review } from './where.ts'

type ReviewProps = Readonly<{ review: Review }>

/** One management review: what is on the table, what is said and decided, and who signs. */
export function ReviewPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { review = '' } = useParams({ strict: false })
  const query = useAsk('GET /api/organizations/:organization/reviews/:review', {
    params: { ...params, review },
  })
  return (
    <Page
      title={t('improvement.reviewNumber', { number: query.data?.number ?? '' })}
      trail={<To href={to.reviews}>{t('shell.reviews')}</To>}
      sentence={query.data && <Sentence review={query.data} />}
    >
      <Shown query={query}>
        {(page) => (
          <>
            <EnglishNote />
            {page.carried.length > 0 && <Carried review={page} />}
            <Minutes key={`${page.id} ${page.preparedAt}`} review={page} />
            <ReviewDecisions review={page} />
            {page.signature ? <Signed review={page} /> : <Sign review={page} />}
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ review: { signature, unspoken, preparedAt, preparedBy } }: ReviewProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (signature) return t('improvement.reviewSigned', { by: signature.by, at: format.instant(signature.at) })
  const prepared = t('improvement.reviewPrepared', { at: format.instant(preparedAt), by: preparedBy })
  return unspoken.length === 0
    ? `${prepared} ${t('improvement.allSpoken')}`
    : `${prepared} ${t('improvement.unspoken', { count: unspoken.length })}`
}

/** What earlier reviews decided, the overdue first, as it stood when this one was prepared. */
function Carried({ review: { carried } }: ReviewProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const tones = { open: 'partially', done: 'conforming', dropped: 'not_applicable' } as const
  return (
    <Section title={t('improvement.carried')} says={t('improvement.carriedSays')}>
      <ul className={styles.list}>
        {carried.map(({ id, says, owner, dueOn, state, isOverdue, outcome, review }) => (
          <li key={id}>
            <div>
              <Verdict tone={isOverdue ? 'major' : tones[state]}>
                {isOverdue ? t('improvement.overdue') : t(`improvement.actionState.${state}`)}
              </Verdict>
              <p>{says}</p>
              <p className="second">
                {t('improvement.actionLine', { owner, day: format.day(dueOn), number: review })}
              </p>
              {outcome && <p className={styles.small}>{outcome}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The inputs with what is said about each, and the frame of the meeting. */
function Minutes({ review }: ReviewProps) {
  const { t } = useTranslation()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const keep = useChange('PUT /api/organizations/:organization/reviews/:review/minutes')
  const anew = useChange('POST /api/organizations/:organization/reviews/:review/figures')
  const [minutes, setMinutes] = useState<Readonly<Record<string, string>>>(review.minutes)
  const [frame, setFrame] = useState({
    heldOn: review.heldOn,
    nextOn: review.nextOn ?? '',
    attendees: review.attendees,
    conclusion: review.conclusion,
  })
  const at = { ...params, review: review.id }
  const why = whyNot('sign decisions') && whyNot('manage baselines')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { nextOn, ...rest } = frame
    const body = { ...rest, minutes, ...(nextOn ? { nextOn } : {}) }
    keep.mutate(
      { params: at, body, ifMatch: review.version },
      { onSuccess: () => say(t('improvement.minutesKept')) },
    )
  }
  const set = (change: Partial<typeof frame>) => setFrame((old) => ({ ...old, ...change }))
  const isSigned = review.signature !== undefined
  return (
    <form onSubmit={submit}>
      <Section
        title={t('improvement.inputs')}
        says={t('improvement.inputsSay')}
        actions={
          !isSigned && (
            <Act
              size="xs"
              isBusy={anew.isPending}
              whyNot={why}
              onClick={() => anew.mutate({ params: at, body: undefined })}
            >
              {t('improvement.anew')}
            </Act>
          )
        }
      >
        <Trouble error={anew.error} />
        <ReviewInputs
          review={review}
          minutes={minutes}
          say={isSigned ? undefined : (id, text) => setMinutes((old) => ({ ...old, [id]: text }))}
        />
      </Section>
      {isSigned ? (
        <Section title={t('improvement.meeting')}>
          <Frame review={review} />
        </Section>
      ) : (
        <Section title={t('improvement.meeting')}>
          <div className={styles.form}>
            <div className={styles.row}>
              <TextInput
                label={t('improvement.heldOn')}
                type="date"
                required
                withAsterisk={false}
                value={frame.heldOn}
                onChange={(event) => set({ heldOn: event.currentTarget.value })}
              />
              <TextInput
                label={t('improvement.nextOn')}
                type="date"
                value={frame.nextOn}
                onChange={(event) => set({ nextOn: event.currentTarget.value })}
              />
            </div>
            <Textarea
              label={t('improvement.attendees')}
              autosize
              minRows={1}
              maxLength={2000}
              value={frame.attendees}
              onChange={(event) => set({ attendees: event.currentTarget.value })}
            />
            <Textarea
              label={t('improvement.conclusion')}
              autosize
              minRows={2}
              maxLength={4000}
              value={frame.conclusion}
              onChange={(event) => set({ conclusion: event.currentTarget.value })}
            />
            <Trouble error={keep.error} />
            <div>
              <Act type="submit" isBusy={keep.isPending} whyNot={why}>
                {t('improvement.keepMinutes')}
              </Act>
            </div>
          </div>
        </Section>
      )}
    </form>
  )
}

function Frame({ review: { heldOn, nextOn, attendees, conclusion } }: ReviewProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Facts
      facts={[
        { name: t('improvement.heldOn'), value: format.day(heldOn) },
        { name: t('improvement.attendees'), value: attendees },
        ...(conclusion ? [{ name: t('improvement.conclusion'), value: conclusion }] : []),
        ...(nextOn ? [{ name: t('improvement.nextOn'), value: format.day(nextOn) }] : []),
      ]}
    />
  )
}

function Sign({ review }: ReviewProps) {
  const { t } = useTranslation()
  const say = useToast()
  const { params } = useOrganization()
  const keep = useChange('POST /api/organizations/:organization/reviews/:review/signatures')
  const sign = async (proof: Proof) => {
    await keep.mutateAsync({ params: { ...params, review: review.id }, body: { seal: review.seal, proof } })
    say(t('improvement.reviewIsSigned'))
  }
  return (
    <Section title={t('improvement.sign')} says={t('improvement.signSays')}>
      <SignForm
        sign={sign}
        whyNotYet={review.attendees.trim() === '' ? t('improvement.whoWasThere') : undefined}
      >
        {review.unspoken.length > 0 && (
          <p className={styles.note}>{t('improvement.unspoken', { count: review.unspoken.length })}</p>
        )}
      </SignForm>
    </Section>
  )
}

function Signed({ review: { signature } }: ReviewProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!signature) return null
  return (
    <Section title={t('improvement.signature')}>
      <Verdict tone="conforming">
        {t('improvement.reviewSigned', { by: signature.by, at: format.instant(signature.at) })}
      </Verdict>
      <p className={styles.small}>
        {signature.isComplete ? t('improvement.complete') : t('improvement.incomplete')}
      </p>
      <p className={styles.seal}>
        {t('improvement.seal')}: {signature.seal}
      </p>
    </Section>
  )
}
