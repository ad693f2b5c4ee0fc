import type { EngineName } from '../../scripts/engines.mjs'

// What the stories are told with; each engine has its own way to do it.

/** The roles of what people touch and read. */
export type Role = 'alert' | 'banner' | 'button' | 'heading' | 'link' | 'main' | 'region' | 'status'

/** One tab of a browser, as a person uses it: what is not there yet is waited for. */
export interface Tab {
  goTo(url: string): Promise<void>
  reload(): Promise<void>
  /** Where the tab is. */
  address(): Promise<string>
  /** Taps the first thing whose name begins so. */
  tap(role: Role, name: string): Promise<void>
  /** Replaces what is typed in the field with this label. */
  type(label: string, text: string): Promise<void>
  /** Chooses a file of this machine in the field with this label. */
  choose(label: string, path: string): Promise<void>
  /** What is typed in the field with this label now; null when there is no such field. */
  typed(label: string): Promise<string | null>
  /** The text that shows in the first thing of a role, whose name begins so; null when there is none. */
  shown(role: Role, name?: string): Promise<string | null>
  /** What a piece of code comes to in the page; a promise is waited for. */
  ask(code: string): Promise<unknown>
  /** What the window shows, as a PNG. */
  picture(): Promise<Buffer>
}

/** The window that a device shows its tabs in. */
export interface Window {
  readonly width: number
  readonly height: number
  readonly scheme: 'light' | 'dark'
}

/** The screen of a phone in an apron pocket, as nearly as an engine's own buttons let it be. */
export const PHONE: Window = { width: 390, height: 844, scheme: 'light' }

/** A browser that never had the app, with its own storage. */
export interface Device {
  /** Opens a tab in front of the others. */
  open(url: string): Promise<Tab>
  /** Errors that a page did not catch, and breaches of its content policy. */
  faults(): Promise<readonly string[]>
  end(): Promise<void>
}

/** A running engine, that gives any number of devices one after the other. */
export interface Engine {
  device(window?: Window): Promise<Device>
  stop(): Promise<void>
}

export interface EngineKind {
  readonly name: EngineName
  start(): Promise<Engine>
}

/** How long anything may take to show up. */
export const PATIENCE = 60_000
