/** Says before `npm run test:eventstoredb` what it runs on; never the address, which may hold a password. */
const real = process.env['EVENTSTOREDB_URL'];
console.log(
  real === undefined || real === ''
    ? '未设置 EVENTSTOREDB_URL：在替身服务器上运行，不是 EventStoreDB。EVENTSTOREDB_URL is not set: this runs on the stand-in, not on EventStoreDB.'
    : '在 EVENTSTOREDB_URL 的服务器上运行。This runs on the server of EVENTSTOREDB_URL.',
);
export {};
