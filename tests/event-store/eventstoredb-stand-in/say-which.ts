/** Says before `npm run test:eventstoredb` what it runs on; never the address, which may hold a password. */
const real = process.env['EVENTSTOREDB_URL'];
console.log(
  real === undefined || real === ''
    ? '未设置 EVENTSTOREDB_URL：在替身服务器上运行，不是 EventStoreDB。EVENTSTOREDB_URL is not set: this runs on the stand-in, not on EventStoreDB.'
    : '在 EVENTSTOREDB_URL 的服务器上运行；traps、left、start、halves 需要按要求出错，只在替身服务器上运行。This runs on the server of EVENTSTOREDB_URL; eventstoredb-traps, -left, -start and -halves need a server that fails on demand and run on the stand-in.',
);
const killed = process.env['EVENTSTOREDB_COMMAND'];
console.log(
  killed === undefined || killed === ''
    ? '未设置 EVENTSTOREDB_COMMAND（及 EVENTSTOREDB_COMMAND_URL）：未在真实服务器上做杀进程试验。EVENTSTOREDB_COMMAND and EVENTSTOREDB_COMMAND_URL are not set: no real server is killed, the kill test runs on the stand-in.'
    : '杀进程试验使用 EVENTSTOREDB_COMMAND 启动的服务器。The server that EVENTSTOREDB_COMMAND starts is killed and started again.',
);
export {};
