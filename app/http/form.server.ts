import type { z } from 'zod'
import type { FieldErrors } from './replies.server.ts'

type Typed = Record<string, string>
type Read<T> = { value: T; typed: Typed; errors?: never } | { value?: never; typed: Typed; errors: FieldErrors }

/** The form's fields checked for shape; messages are i18n keys. Repeated fields arrive joined by commas. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Read<z.infer<Schema>>> {
  return readFields(await request.formData(), schema)
}

export function readFields<Schema extends z.ZodType>(
  form: FormData | URLSearchParams,
  schema: Schema,
): Read<z.infer<Schema>> {
  const typed = typedFields(form)
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { value: parsed.data, typed }
  const errors: FieldErrors = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message
  return { errors, typed: withoutSecrets(typed) }
}

/** Every field as it was typed. Repeated fields arrive joined by commas. */
export function typedFields(form: FormData | URLSearchParams): Typed {
  const typed: Typed = {}
  for (const name of new Set(form.keys())) {
    typed[name] = form
      .getAll(name)
      .filter((value): value is string => typeof value === 'string')
      .join(',')
  }
  return typed
}

/** What may go back into the form: passwords are typed again. */
export function withoutSecrets(typed: Typed) {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !name.includes('password')))
}
