import { Outlet } from '@remix-run/react'
import { Tabs } from '#app/ui/tabs.tsx'
import { useT } from '#app/ui/use-t.tsx'

const pages = [
  ['/about', 'how'],
  ['/about/weighing', 'weighing'],
  ['/about/refused', 'refused'],
  ['/about/privacy', 'privacy'],
  ['/about/accessibility', 'accessibility'],
  ['/about/licences', 'licences'],
] as const

export default function About() {
  const { t } = useT()
  return (
    <div className="page page--top stack stack--l">
      <Tabs label={t('about.tabs.label')} tabs={pages.map(([to, name]) => ({ to, label: t(`about.tabs.${name}`) }))} />
      <Outlet />
    </div>
  )
}
