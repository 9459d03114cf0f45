const NOBODY = /^(no|do)[-._]?(not[-._]?)?repl(y|ies)([-._+].*)?$/i;

/** Whether somebody may be expected to read what comes to an address: people answer what they are written. */
export const isAnswerable = (address: string): boolean => !NOBODY.test(address.split('@')[0] ?? '');
