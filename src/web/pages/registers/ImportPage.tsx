import { useParams, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../data/ask.ts'
import { type Answered, addressOf } from '../../data/call.ts'
import { useOrganization } from '../../data/organization.ts'
import { useWordsOf } from '../../data/register-words.ts'
import { Download } from '../../ui/Download.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Shown } from '../../ui/States.tsx'
import { To } from '../../ui/To.tsx'
import { Upload } from '../../ui/Upload.tsx'
import styles from './Registers.module.css'
import type { Register } from './register-columns.tsx'
import { useRegisterTitle } from './register-title.ts'

type Import = Answered<'POST /api/organizations/:organization/registers/:register/imports'>

/** What files call these two columns in every language. */
const numberHead = 'Number'
const stateHead = 'State'

/** Takes a list into a register: the first step, the file. */
export function ImportPage() {
  const { t } = useTranslation()
  const { params, to } = useOrganization()
  const { register = '' } = useParams({ strict: false })
  const titleOf = useRegisterTitle()
  const query = useAsk('GET /api/organizations/:organization/registers/:register', {
    params: { ...params, register },
  })
  const name = query.data ? titleOf(query.data) : register
  return (
    <Page
      title={t('imports.title', { register: name })}
      sentence={t('imports.says')}
      trail={<To href={to.register(register)}>{name}</To>}
    >
      <Shown query={query}>{(known) => <Choose register={known} />}</Shown>
    </Page>
  )
}

function Choose({ register }: Readonly<{ register: Register }>) {
  const { t } = useTranslation()
  const { params, to, whyNot } = useOrganization()
  const word = useWordsOf(register.id)
  const router = useRouter()
  const place = { ...params, register: register.id }
  const done = (answer: unknown) => {
    const { id } = answer as Import // the answer of POST imports, by its contract
    router.history.push(to.imported(register.id, id))
  }
  const address = (format: 'csv' | 'xlsx') =>
    addressOf('GET /api/organizations/:organization/registers/:register/export', {
      params: place,
      query: { format },
    })
  return (
    <>
      <Upload
        isSingle
        address={addressOf('POST /api/organizations/:organization/registers/:register/imports', {
          params: place,
        })}
        accept=".csv,.xlsx"
        says={t('imports.takes')}
        whyNot={register.mayWrite ? undefined : whyNot('write registers')}
        done={done}
      />
      <Section title={t('imports.columns')} says={t('imports.columnsSay')}>
        <ul className={styles.words}>
          <Head file={numberHead} page={t('registers.number')} />
          {register.fields
            .filter(({ computed }) => !computed)
            .map(({ name, label, required }) => (
              <Head key={name} file={label} page={word(label)} isRequired={required} />
            ))}
          <Head file={stateHead} page={t('registers.state')} />
        </ul>
        <p>
          {t('imports.template')} <Download href={address('xlsx')}>{t('imports.templateExcel')}</Download>{' '}
          <Download href={address('csv')}>{t('imports.templateCsv')}</Download>
        </p>
      </Section>
    </>
  )
}

type HeadProps = Readonly<{ file: string; page: string; isRequired?: boolean }>

/** What a file calls a column, and what pages call it where that is another word. */
function Head({ file, page, isRequired }: HeadProps) {
  const { t } = useTranslation()
  return (
    <li>
      <span lang="en">{file}</span>
      {page !== file && <span className="second"> {page}</span>}
      {isRequired && <span className="second"> ({t('ui.required')})</span>}
    </li>
  )
}
