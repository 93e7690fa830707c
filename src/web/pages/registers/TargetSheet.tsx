import { useTranslation } from 'react-i18next'
import { useOrganization } from '../../data/organization.ts'
import { SideSheet } from '../../ui/SideSheet.tsx'
import { To } from '../../ui/To.tsx'
import { Verdict } from '../../ui/Verdict.tsx'
import { chainTones, type Link } from './chain.ts'
import styles from './Registers.module.css'

/** One target of an SLA, and each agreement below it. */
export function TargetSheet({ link, back }: Readonly<{ link: Link; back: string }>) {
  const { t } = useTranslation()
  const { to } = useOrganization()
  const { sla, says, verdict, accepted, supports } = link
  return (
    <SideSheet title={says} back={back}>
      <div className={styles.record}>
        <p>
          <To href={to.record('agreements', sla.id)}>{`${sla.number} ${sla.label}`}</To>
        </p>
        <Verdict tone={chainTones[verdict]}>{t(`across.verdicts.${verdict}`)}</Verdict>
        <p className="second">{t(`across.verdictSays.${verdict}`)}</p>
        {accepted && <p>{t('across.accepted', { reason: accepted })}</p>}
        {supports.length > 0 && (
          <section aria-label={t('across.supports')}>
            <h3>{t('across.supports')}</h3>
            <ul className={styles.supports}>
              {supports.map((one) => (
                <li key={one.agreement.id}>
                  <div>
                    <To href={to.record('agreements', one.agreement.id)}>
                      {`${one.agreement.number} ${one.agreement.label}`}
                    </To>
                    <div className="second" lang="en">
                      {one.says}
                    </div>
                  </div>
                  <Verdict tone={chainTones[one.verdict]}>{t(`across.verdicts.${one.verdict}`)}</Verdict>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </SideSheet>
  )
}
