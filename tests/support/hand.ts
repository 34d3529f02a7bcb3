import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** How somebody works a page: with a finger, or with the keyboard alone. */
export type Hand = {
  page: Page
  press: (target: Locator) => Promise<void>
  type: (target: Locator, text: string) => Promise<void>
  /** Ticks a box or chooses one of a group. */
  tick: (target: Locator) => Promise<void>
  files: (target: Locator, paths: string[]) => Promise<void>
}

export function finger(page: Page): Hand {
  return {
    page,
    press: (target) => target.click(),
    type: (target, text) => target.fill(text),
    tick: (target) => target.check({ force: true }),
    files: (target, paths) => target.setInputFiles(paths),
  }
}

/** Nothing but Tab, arrows, Enter, the space bar and letters. What Tab cannot reach fails here. */
export function keyboard(page: Page): Hand {
  const { keyboard: keys } = page
  const isOn = (target: Locator) => target.evaluate((element) => element === document.activeElement)
  const reach = async (target: Locator) => {
    await target.waitFor({ state: 'attached' })
    for (let tabs = 0; tabs < 250 && !(await isOn(target)); tabs++) await keys.press('Tab')
    expect(await isOn(target), `Tab reaches ${target}`).toBe(true)
  }
  return {
    page,
    press: async (target) => {
      await reach(target)
      await keys.press('Enter')
    },
    type: async (target, text) => {
      await reach(target)
      await keys.press('Control+A')
      await keys.type(text)
    },
    tick: (target) => tickWithKeys(target, reach, keys),
    files: async (target, paths) => {
      await reach(target)
      // A press that came before the page had woken opens nothing, and whoever sees that presses again.
      for (let presses = 0; presses < 4; presses++) {
        const chooser = page.waitForEvent('filechooser', { timeout: 8000 }).catch(() => undefined)
        await keys.press('Enter')
        const opened = await chooser
        if (opened) return opened.setFiles(paths)
      }
      throw new Error(`no file chooser opened from ${target}`)
    },
  }
}

async function tickWithKeys(target: Locator, reach: (target: Locator) => Promise<void>, keys: Page['keyboard']) {
  const group = await target.evaluate((box) =>
    box instanceof HTMLInputElement && box.type === 'radio' ? box.name : '',
  )
  if (!group) {
    await reach(target)
    await keys.press('Space')
  } else {
    const entrance = target.page().locator(`input[name="${group}"]:checked, input[name="${group}"]:not(:checked)`)
    const checked = target.page().locator(`input[name="${group}"]:checked`)
    await reach((await checked.count()) > 0 ? checked.first() : entrance.first())
    await keys.press('Space')
    for (let steps = 0; steps < 12 && !(await target.isChecked()); steps++) await keys.press('ArrowDown')
  }
  expect(await target.isChecked()).toBe(true)
}
