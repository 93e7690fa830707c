import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAsk, useChange } from '../../data/ask.ts'
import { type Answered, addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { Act } from '../../ui/Act.tsx'
import { Download } from '../../ui/Download.tsx'
import { EnglishNote } from '../../ui/EnglishNote.tsx'
import { useFormat } from '../../ui/format.ts'
import { Shown } from '../../ui/States.tsx'
import { useToast } from '../../ui/Toasts.tsx'
import { Upload } from '../../ui/Upload.tsx'
import { Wrong } from '../../ui/Wrong.tsx'
import styles from './Settings.module.css'

type Template = Answered<'GET /api/organizations/:organization/templates'>['items'][number]

/** The organization's own templates: given, looked through, and what each lacks by name. */
export function Templates() {
  const { t } = useTranslation()
  const { params, whyNot } = useOrganization()
  const queries = useQueryClient()
  const say = useToast()
  const query = useAsk('GET /api/organizations/:organization/templates', { params })
  return (
    <div className={styles.form}>
      <Upload
        address={addressOf('POST /api/organizations/:organization/templates', { params })}
        accept=".docx,.dotx,.pptx,.potx,.xlsx,.xltx"
        says={t('brand.templateTakes')}
        whyNot={whyNot('manage settings')}
        isQuiet
        isSingle
        done={() => {
          say(t('ui.saved'))
          void queries.invalidateQueries()
        }}
      />
      <Shown query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="second">{t('brand.noTemplate')}</p>
          ) : (
            <ul className={styles.templates}>
              {items.map((one) => (
                <li key={one.kind}>
                  <One template={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </div>
  )
}

function One({ template }: Readonly<{ template: Template }>) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useToast()
  const { params, whyNot } = useOrganization()
  const remove = useChange('DELETE /api/organizations/:organization/templates/:templateKind')
  const { kind, isUsed, gaps, revisions, version } = template
  const place = { ...params, templateKind: kind }
  const [newest, ...older] = revisions
  if (!newest) return null
  const contentOf = (revision: number) =>
    addressOf('GET /api/organizations/:organization/templates/:templateKind/content', {
      params: place,
      query: { revision },
    })
  const name = t(`brand.kind.${kind}`)
  return (
    <>
      <h3>{name}</h3>
      {whyNot('manage settings') ? (
        <span>{newest.name}</span>
      ) : (
        <Download href={contentOf(newest.revision)}>{newest.name}</Download>
      )}
      <p className="second">
        {t('attached.revisionOf', { revision: newest.revision })} · {format.bytes(newest.bytes)} ·{' '}
        {t('attached.by', { name: newest.author, at: format.instant(newest.madeAt) })}
        <br />
        {t('attached.hash')} <code title={newest.sha256}>{newest.sha256.slice(0, 16)}</code>
      </p>
      {isUsed ? <Gaps gaps={gaps} /> : <p>{t('brand.putAside')}</p>}
      {isUsed && (
        <div className={styles.acts}>
          <Act
            size="compact-xs"
            label={`${t('brand.putAsideDo')}: ${name}`}
            whyNot={whyNot('manage settings')}
            isBusy={remove.isPending}
            onClick={() =>
              remove.mutate({ params: place, ifMatch: version }, { onSuccess: () => say(t('ui.saved')) })
            }
          >
            {t('brand.putAsideDo')}
          </Act>
        </div>
      )}
      <Wrong error={remove.error} />
      {older.length > 0 && !whyNot('manage settings') && (
        <details>
          <summary>{t('attached.older', { count: older.length })}</summary>
          <ol reversed>
            {older.map((one) => (
              <li key={one.revision}>
                <Download href={contentOf(one.revision)}>{one.name}</Download>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

function Gaps({ gaps }: Readonly<{ gaps: Template['gaps'] }>) {
  const { t } = useTranslation()
  if (gaps.length === 0) return <p>{t('brand.complete')}</p>
  return (
    <details open>
      <summary>{t('brand.lacks', { count: gaps.length })}</summary>
      <EnglishNote />
      <ul className={styles.gaps}>
        {gaps.map(({ lacks, instead }) => (
          <li key={lacks} lang="en">
            <strong>{lacks}</strong>: {instead}
          </li>
        ))}
      </ul>
    </details>
  )
}
