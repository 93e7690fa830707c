import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { useFormat } from '../../ui/format.ts'
import { Page } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import { FactInput } from './FactInput.tsx'
import styles from './Programme.module.css'
import { countKnown, groups, type Kept, toWritten, valueAt, withValue } from './programme-fields.ts'
import { ReadinessTabs } from './ReadinessTabs.tsx'

/** The facts about the programme that no ticket holds; gates are computed from them. */
export function ProgrammeFactsPage() {
  const { t } = useTranslation()
  const { params } = useOrganization()
  const query = useAsk('GET /api/organizations/:organization/programme', { params })
  return (
    <Page
      title={t('programme.title')}
      sentence={query.data && t('programme.says', countKnown(query.data.programme))}
    >
      <ReadinessTabs />
      <Shown query={query}>{(kept) => <Facts key={kept.version} kept={kept} />}</Shown>
    </Page>
  )
}

function Facts({ kept }: Readonly<{ kept: Kept }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { params, whyNot } = useOrganization()
  const say = useToast()
  const [programme, setProgramme] = useState(kept.programme)
  const write = useChange('PUT /api/organizations/:organization/programme')
  const reason = whyNot('manage baselines')
  const hasChanges = JSON.stringify(programme) !== JSON.stringify(kept.programme)

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason) return
        write.mutate(
          { params, ifMatch: kept.version, body: { programme: toWritten(programme) } },
          { onSuccess: () => say(t('ui.saved')) },
        )
      }}
    >
      <p className="second">
        {kept.writtenBy && kept.writtenAt
          ? t('programme.written', { name: kept.writtenBy, at: format.instant(kept.writtenAt) })
          : t('programme.notWritten')}
      </p>
      {groups.map(({ name, fields }) => (
        <fieldset key={name} className={styles.group} disabled={reason !== undefined}>
          <legend>{t(`programme.groups.${name}`)}</legend>
          {fields.map(([path, kind]) => (
            <FactInput
              key={path}
              path={path}
              kind={kind}
              value={valueAt(programme, path)}
              set={(value) => setProgramme((old) => withValue(old, path, value))}
            />
          ))}
        </fieldset>
      ))}
      <div className={styles.foot}>
        <Act
          type="submit"
          isPrimary
          isBusy={write.isPending}
          whyNot={reason ?? (hasChanges ? undefined : t('registers.nothingChanged'))}
        >
          {t('ui.save')}
        </Act>
        <Wrong error={write.error} />
      </div>
    </form>
  )
}
