import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { choicesOf } from '#app/domain/notifications/choices.read.server.ts'
import { ChoicesAsk } from '#app/domain/notifications/choices-ask.ts'
import { chooseNotices } from '#app/domain/notifications/choose-notices.server.ts'
import { pushDevicesOf } from '#app/domain/notifications/push-devices.read.server.ts'
import { vapidKeys } from '#app/domain/notifications/vapid-keys.server.ts'
import { write } from '#app/domain/write.server.ts'
import { signedIn } from '#app/http/context.server.ts'
import { redirectSaying } from '#app/http/flash.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { invalid } from '#app/http/replies.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ChoicesPage } from './choices-page.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, member, locale, now } = await signedIn(request)
  const [chosen, devices, { public_key }] = await Promise.all([
    choicesOf(db, member.id),
    pushDevicesOf(db, member.id, now),
    vapidKeys(db, now),
  ])
  return {
    title: translator(locale).t('notices.choose'),
    chosen,
    devices: devices.map((device) => ({ ...device, is_here: device.id === member.session_id })),
    public_key,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { db, act } = await signedIn(request)
  const ask = await readForm(request, ChoicesAsk)
  if (ask.errors) return invalid(ask.errors, ask.typed)
  await write(db, (trx) => chooseNotices(trx, act, ask.value))
  return redirectSaying('/account/notices', 'notices.settings.saved')
}

export default function NoticeChoices() {
  return <ChoicesPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
