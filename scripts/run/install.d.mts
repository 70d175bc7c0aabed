type Packages = {
  readonly packages: Readonly<Record<string, { version?: string; integrity?: string; optional?: boolean }>>
}
export declare function ensureInstalled(): void
export declare function isInstalled(lock: Packages | null, installed: Packages | null): boolean
