import { Progress } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../data/refused.ts'
import { Act } from './Act.tsx'
import { useFormat } from './format.ts'
import { useReason } from './States.tsx'
import styles from './Upload.module.css'

type UploadProps = Readonly<{
  /** Where the files are sent, as one multipart body. */
  address: string
  accept?: string
  says?: string
  whyNot?: string | undefined
  field?: string
  done: (answer: unknown) => void
}>

/** Takes files by drag and drop or by choice and says how far they are. */
export function Upload({ address, accept, says, whyNot, field = 'file', done }: UploadProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [under, setUnder] = useState<{ names: string; share: number }>()
  const [problem, setProblem] = useState<Error>()

  const take = async (files: readonly File[]) => {
    if (files.length === 0 || whyNot) return
    const names = files.map(({ name }) => name).join(', ')
    setProblem(undefined)
    setUnder({ names, share: 0 })
    await send(address, files, field, (share) => setUnder({ names, share })).then(done, (error: unknown) =>
      setProblem(error instanceof Error ? error : new Error(String(error))),
    )
    setUnder(undefined)
    if (chooser.current) chooser.current.value = ''
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take([...event.dataTransfer.files])
  }

  return (
    <fieldset
      className={styles.place}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <legend className="unseen">{t('ui.chooseFiles')}</legend>
      {under ? (
        <div className={styles.progress} role="status">
          <span>
            {t('ui.uploading', { name: under.names })} {format.percent(under.share, 0)}
          </span>
          <Progress value={under.share * 100} aria-label={t('ui.uploading', { name: under.names })} />
        </div>
      ) : (
        <>
          <p>{t('ui.dropHere')}</p>
          {says && <p className="second">{says}</p>}
          <Act isPrimary whyNot={whyNot} onClick={() => chooser.current?.click()}>
            {t('ui.chooseFiles')}
          </Act>
        </>
      )}
      {problem && <Problem error={problem} />}
      <input
        ref={chooser}
        className="unseen"
        type="file"
        multiple
        accept={accept}
        tabIndex={-1}
        aria-label={t('ui.chooseFiles')}
        onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
      />
    </fieldset>
  )
}

function Problem({ error }: Readonly<{ error: Error }>) {
  return (
    <p role="alert" style={{ color: 'var(--tone-major)' }}>
      {useReason(error)}
    </p>
  )
}

/** Only this older way of sending tells how far an upload is. */
function send(
  address: string,
  files: readonly File[],
  field: string,
  tell: (share: number) => void,
): Promise<unknown> {
  const body = new FormData()
  for (const file of files) body.append(field, file, file.name)
  return new Promise((answer, refuse) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => tell(total === 0 ? 0 : loaded / total)
    request.onerror = () => refuse(new Refused({ status: 0, title: 'unreachable', detail: '' }))
    request.onload = () => {
      if (request.status < 300) return answer(request.response)
      const said = (request.response ?? {}) as { title?: string; detail?: string }
      return refuse(new Refused({ title: '', detail: '', ...said, status: request.status }))
    }
    request.send(body)
  })
}
