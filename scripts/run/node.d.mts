export declare function chooseNode(): string
export declare function isNewEnough(version: string): boolean
