export declare function ensureClient(node: string): void
export declare function buildStamp(): string
export declare function stampOf(places: readonly string[]): string
