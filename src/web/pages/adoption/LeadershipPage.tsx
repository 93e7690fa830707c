import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import type { Answered } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useFormat } from '../../ui/format.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import styles from './Adoption.module.css'
import { AdoptionTabs } from './AdoptionTabs.tsx'
import { Bar } from './Bar.tsx'
import { DeclareAct } from './DeclareAct.tsx'

type Leadership = Answered<'GET /api/organizations/:organization/adoption/leadership'>
type Score = NonNullable<Leadership['own']>

/** The leadership index by level, and the own score, which nobody else sees but the sponsor. */
export function LeadershipPage() {
  const { t } = useTranslation()
  const { params, to, organization } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/adoption/leadership', { params })
  const mayConfirm = organization.permissions.includes('confirm leadership acts')
  return (
    <Page
      title={t('adoption.leadership.title')}
      sentence={query.data && <Sentence leadership={query.data} />}
      actions={
        mayConfirm && <To href={to.register('leadership-acts')}>{t('registers.titles.leadership-acts')}</To>
      }
    >
      <AdoptionTabs />
      <Shown query={query}>
        {(leadership) => (
          <>
            <Levels leadership={leadership} />
            {leadership.own && <Own leadership={leadership} own={leadership.own} />}
            {leadership.leaders && <Named leadership={leadership} />}
          </>
        )}
      </Shown>
    </Page>
  )
}

function Sentence({ leadership }: Readonly<{ leadership: Leadership }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { index, target, least, windowDays } = leadership
  if (index.index === undefined)
    return t('adoption.leadership.sayWithheld', { counted: index.counted, least })
  return t(index.isMet ? 'adoption.leadership.sayMet' : 'adoption.leadership.sayNotMet', {
    share: format.percent(index.index, 0),
    engaged: index.engaged ?? 0,
    counted: index.counted,
    target: format.percent(target, 0),
    days: windowDays,
  })
}

function Levels({ leadership }: Readonly<{ leadership: Leadership }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section
      title={t('adoption.leadership.levels')}
      says={t('adoption.leadership.levelsSays', { least: leadership.least, from: leadership.engagedFrom })}
    >
      <table className={styles.bars}>
        <thead>
          <tr>
            <th scope="col">{t('adoption.leadership.level')}</th>
            <td />
            <th scope="col" className="number">
              {t('adoption.leadership.counted')}
            </th>
            <th scope="col" className="number">
              {t('adoption.leadership.engaged')}
            </th>
          </tr>
        </thead>
        <tbody>
          {leadership.index.levels.map(({ level, counted, index }) => (
            <tr key={level}>
              <th scope="row">{t(`adoption.leadership.of.${level}`)}</th>
              <td>{index !== undefined && <Bar share={index} />}</td>
              <td className={styles.figure}>{counted}</td>
              <td className={styles.figure}>
                {index === undefined ? t('adoption.leadership.withheld') : format.percent(index, 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Own({ leadership, own }: Readonly<{ leadership: Leadership; own: Score }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('adoption.leadership.own')} says={t('adoption.leadership.ownSays')}>
      <Verdict tone={own.isEngaged ? 'conforming' : 'partially'}>
        {own.score === undefined
          ? t('adoption.leadership.notCounted')
          : t(own.isEngaged ? 'adoption.leadership.engagedWith' : 'adoption.leadership.below', {
              score: format.number(own.score, 0),
              from: leadership.engagedFrom,
            })}
      </Verdict>
      <table className={styles.bars}>
        <tbody>
          {own.components.map(({ id, points, most }) => (
            <tr key={id}>
              <th scope="row">{t(`adoption.leadership.components.${id}`)}</th>
              <td>
                <Bar share={points / most} />
              </td>
              <td className={styles.figure}>{t('ui.of', { part: points, whole: most })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <DeclareAct />
      {leadership.ownActs.length > 0 && (
        <ul>
          {leadership.ownActs.map(({ number, title, doneOn, state }) => (
            <li key={number}>
              {title}
              {doneOn ? `, ${format.day(doneOn)}` : ''}: {t(`adoption.leadership.states.${state as 'open'}`)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Named({ leadership }: Readonly<{ leadership: Leadership }>) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('adoption.leadership.named')} says={t('adoption.leadership.namedSays')}>
      <table className={styles.bars}>
        <tbody>
          {leadership.leaders?.map(({ name, unit, level, score }) => (
            <tr key={`${name} ${unit}`}>
              <th scope="row">{name}</th>
              <td>
                {unit}, {t(`adoption.leadership.of.${level}`)}
              </td>
              <td>{score !== undefined && <Bar share={score / 100} />}</td>
              <td className={styles.figure}>
                {score === undefined ? t('adoption.leadership.notCounted') : format.number(score, 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
