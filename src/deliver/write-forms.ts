import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formDocument } from './forms/form-document.ts'
import type { FormPage } from './forms.ts'
import { zipSteadily } from './guides/steady.ts'
import { printWord } from './write-word.ts'

/** A form as a Word document; the same form is the same bytes. */
export function printForm(form: FormPage): Promise<Uint8Array> {
  return printWord((fonts) => formDocument(form, fonts), form.madeOn)
}

/** All forms in one zip file. */
export async function printForms(forms: readonly FormPage[]): Promise<Uint8Array> {
  const parts: Record<string, Uint8Array> = {}
  for (const form of forms) parts[`${form.id}.docx`] = await printForm(form)
  return zipSteadily(parts)
}

/** Writes each form into a folder; gives their paths. */
export async function writeForms(forms: readonly FormPage[], folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true })
  const paths: string[] = []
  for (const form of forms) {
    const path = join(folder, `${form.id}.docx`)
    writeFileSync(path, await printForm(form))
    paths.push(path)
  }
  return paths
}
