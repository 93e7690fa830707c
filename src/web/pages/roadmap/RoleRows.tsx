import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Act } from '../../ui/Act.tsx'
import { type DraftRole, newKey } from './plan-draft.ts'
import styles from './Roadmap.module.css'

type RoleRowsProps = Readonly<{ roles: readonly DraftRole[]; change: (roles: readonly DraftRole[]) => void }>

const kinds = ['internal', 'external'] as const
const whole = 100

/** The roles with the people, the time they have for it, and when they are away. */
export function RoleRows({ roles, change }: RoleRowsProps) {
  const { t } = useTranslation()
  const put = (at: number, part: Partial<DraftRole>) =>
    change(roles.map((role, place) => (place === at ? { ...role, ...part } : role)))
  const add = () =>
    change([...roles, { name: '', people: 1, share: 0.5, kind: 'internal', away: '', key: newKey() }])
  return (
    <>
      <div className={styles.scroller}>
        <table className={styles.plain}>
          <thead>
            <tr>
              <th scope="col">{t('roadmap.role')}</th>
              <th scope="col">{t('roadmap.people')}</th>
              <th scope="col">{t('roadmap.share')}</th>
              <th scope="col">{t('roadmap.kind')}</th>
              <th scope="col" title={t('roadmap.awayHint')}>
                {t('roadmap.away')}
              </th>
              <th scope="col">
                <span className="unseen">{t('roadmap.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {roles.map((role, at) => (
              <tr key={role.key}>
                <th scope="row">
                  <TextInput
                    aria-label={t('roadmap.role')}
                    required
                    value={role.name}
                    maxLength={100}
                    onChange={(event) => put(at, { name: event.currentTarget.value })}
                  />
                </th>
                <td>
                  <NumberInput
                    aria-label={`${role.name}: ${t('roadmap.people')}`}
                    value={role.people}
                    min={0}
                    max={500}
                    allowDecimal={false}
                    w={90}
                    onChange={(value) => put(at, { people: Number(value) })}
                  />
                </td>
                <td>
                  <NumberInput
                    aria-label={`${role.name}: ${t('roadmap.share')}`}
                    value={Math.round(whole * role.share)}
                    min={0}
                    max={whole}
                    suffix=" %"
                    w={100}
                    onChange={(value) => put(at, { share: Number(value) / whole })}
                  />
                </td>
                <td>
                  <NativeSelect
                    aria-label={`${role.name}: ${t('roadmap.kind')}`}
                    data={kinds.map((value) => ({ value, label: t(`roadmap.kinds.${value}`) }))}
                    value={role.kind}
                    onChange={(event) =>
                      put(at, { kind: kinds.find((one) => one === event.currentTarget.value) ?? role.kind })
                    }
                  />
                </td>
                <td>
                  <Textarea
                    aria-label={`${role.name}: ${t('roadmap.away')}, ${t('roadmap.awayHint')}`}
                    autosize
                    minRows={1}
                    miw={210}
                    value={role.away}
                    onChange={(event) => put(at, { away: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <Act size="xs" onClick={() => change(roles.filter((_, place) => place !== at))}>
                    {t('roadmap.remove')}
                  </Act>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div>
        <Act onClick={add}>{t('roadmap.addRole')}</Act>
      </div>
    </>
  )
}
