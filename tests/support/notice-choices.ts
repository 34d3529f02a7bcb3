import { ChoicesAsk } from '#app/domain/notifications/choices-ask.ts'
import { topics, usualChoices } from '#app/domain/notifications/topic.ts'

/** The settings screen as a browser sends it, with the usual choices until a field says otherwise. */
export function screen(fields: Record<string, string> = {}): Record<string, string> {
  const usual = topics.flatMap((topic) => [
    [`${topic}_mail`, usualChoices[topic].mail],
    ...(usualChoices[topic].push ? [[`${topic}_push`, '1']] : []),
  ])
  return { ...Object.fromEntries(usual), digest_hour: '8', quiet_from: '22:00', quiet_to: '07:00', ...fields }
}

export function asked(fields: Record<string, string> = {}) {
  return ChoicesAsk.parse(screen(fields))
}
