/** Below those that the system gives to connections that go out: they could have it while a program starts again. */
export const somePort = (): number => 10_000 + Math.floor(Math.random() * 22_000);
