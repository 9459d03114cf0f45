export function findBrowser(): string | undefined;
export function howToInstall(): string;
