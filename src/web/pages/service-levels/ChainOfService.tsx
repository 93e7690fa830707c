import { useTranslation } from 'react-i18next'
import type { ToneName } from '#base/look.ts'
import { useOrganization } from '../../data/organization.ts'
import { useWordsOf } from '../../data/register-words.ts'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Page.tsx'
import { To } from '../../ui/To.tsx'
import { LevelMark } from './LevelParts.tsx'
import styles from './Levels.module.css'
import { type ServiceLevel, toneOfVerdict } from './level-view.ts'

const tones = {
  supported: 'conforming',
  weaker: 'major',
  'not covered': 'minor',
  'not comparable': 'partially',
  alone: 'not_assessed',
} as const satisfies Record<string, ToneName>

type Verdict = keyof typeof tones

/** What holds up the promises of a service: each target against what is promised below, and how it went in those hands. */
export function ChainOfService({ level: { chain } }: Readonly<{ level: ServiceLevel }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const isEmpty = chain.links.length + chain.supporters.length === 0
  return (
    <Section
      title={t('serviceLevels.chain')}
      says={t('serviceLevels.chainSays')}
      actions={<To href={to.chain()}>{t('across.chain')}</To>}
    >
      {isEmpty && <p className="second">{t('serviceLevels.chainNone')}</p>}
      {chain.links.length > 0 && <Links links={chain.links} />}
      {chain.supporters.length > 0 && <Supporters supporters={chain.supporters} />}
    </Section>
  )
}

function Links({ links }: Readonly<{ links: ServiceLevel['chain']['links'] }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  return (
    <>
      <EnglishNote />
      <table className={`${styles.table} ${styles.stacked}`} aria-label={t('serviceLevels.promised')}>
        <thead>
          <tr>
            <th scope="col">{t('serviceLevels.promised')}</th>
            <th scope="col">{t('serviceLevels.below')}</th>
            <th scope="col">{t('serviceLevels.why')}</th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => {
            const verdict = link.verdict as Verdict // the words of the chain check
            const weak = link.supports.filter((one) => one.verdict === verdict && verdict !== 'supported')
            return (
              <tr key={`${link.sla.id} ${link.says}`}>
                <th scope="row" lang="en">
                  <To href={to.record('agreements', link.sla.id)}>{link.sla.number}</To> {link.says}
                </th>
                <td>
                  <LevelMark tone={tones[verdict] ?? 'not_assessed'}>
                    {t(`serviceLevels.support.${verdict}`)}
                  </LevelMark>
                </td>
                <td lang="en">
                  {weak.map((one) => (
                    <div key={one.agreement.id}>
                      <To href={to.record('agreements', one.agreement.id)}>{one.agreement.number}</To>{' '}
                      {one.says}
                    </div>
                  ))}
                  {link.accepted}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

function Supporters({ supporters }: Readonly<{ supporters: ServiceLevel['chain']['supporters'] }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { to } = useOrganization()
  const word = useWordsOf('agreements')
  return (
    <table className={`${styles.table} ${styles.stacked}`} aria-label={t('serviceLevels.held')}>
      <thead>
        <tr>
          <th scope="col">{t('serviceLevels.agreement')}</th>
          <th scope="col">{t('serviceLevels.party')}</th>
          <th scope="col">{t('serviceLevels.held')}</th>
          <th scope="col">{t('serviceLevels.agreed')}</th>
          <th scope="col">{t('serviceLevels.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {supporters.map(({ agreement, kind, party, held, agreed, verdict }) => (
          <tr key={agreement.id}>
            <th scope="row">
              <To href={to.record('agreements', agreement.id)}>{agreement.number}</To>{' '}
              <span className="second">{word(kind)}</span>
            </th>
            <td>{party ?? t('serviceLevels.notKnown')}</td>
            <td>
              {held ? (
                <>
                  {format.percentBeside(held.kept / held.decided, agreed)}{' '}
                  <span className="second">
                    {t('serviceLevels.ofDecided', {
                      kept: format.number(held.kept),
                      decided: format.number(held.decided),
                    })}
                    , {t(`serviceLevels.heldAs.${held.as}`)}
                  </span>
                </>
              ) : (
                <span className="second">{t('serviceLevels.notHeld')}</span>
              )}
            </td>
            <td data-head={t('serviceLevels.agreed')}>
              {agreed === undefined ? '–' : format.percent(agreed)}
            </td>
            <td>
              {verdict && (
                <LevelMark tone={toneOfVerdict[verdict]}>{t(`serviceLevels.verdicts.${verdict}`)}</LevelMark>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
