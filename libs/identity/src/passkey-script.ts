import { createHash } from 'node:crypto';

/** Under the mount path. */
export const scriptPath = '/passkey.js';

/** The one script of our pages: it asks the browser for a passkey and sends its answer in the form of the page. */
export const passkeyScript = `'use strict';
const form = document.querySelector('form[data-passkey]');
const button = document.getElementById('use-passkey');
const failed = document.getElementById('passkey-failed');
const ask = (options) =>
  form.dataset.kind === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
if (form && button) {
  button.addEventListener('click', async () => {
    failed.hidden = true;
    if (!form.reportValidity()) return;
    try {
      const answer = await ask(JSON.parse(form.dataset.passkey));
      form.elements.passkey.value = JSON.stringify(answer.toJSON());
    } catch {
      failed.hidden = false;
      return;
    }
    form.submit();
  });
  button.hidden = false;
}
`;

/** With the bytes it has, and no others. */
export const scriptIntegrity = `sha384-${createHash('sha384').update(passkeyScript).digest('base64')}`;
