/** Under which name the registry links its accounts: it outlives the address. */
export const builtInIssuer = 'urn:anjuan:built-in-issuer';
