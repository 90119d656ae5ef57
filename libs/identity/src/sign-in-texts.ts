import { textFaultSaid, type TextFault } from '@anjuan/law';
import { type Bilingual } from './pages.js';

/** Programs distinguish the outcomes of an attempt by the status, people by the text. */
export const wrong: Bilingual = { zh: '账号或密码不正确。', en: 'The login or the password is not right.' };

export const notAForm: Bilingual = {
  zh: '只接受本页表单以 UTF-8 提交的内容。',
  en: 'Only the form of this page is taken, urlencoded in UTF-8.',
};
export const tooLarge: Bilingual = {
  zh: '提交的内容过大。',
  en: 'What was sent is too large for a sign-in form.',
};
export const unreadable: Bilingual = {
  zh: '提交的内容无法读取，请返回原页面重新登录。',
  en: 'What was sent cannot be read; go back to where you came from and sign in again.',
};

/** Copied along with a login, it is seen by nobody. */
export const unseenIn = (fault: TextFault): Bilingual => {
  const { zh, en } = textFaultSaid(fault);
  return { zh: `账号${zh}。`, en: `The login: ${en}.` };
};

export const locked = (until: Date): Bilingual => {
  const minutes = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 60_000));
  return {
    zh: `连续输错次数过多，请在 ${minutes} 分钟后再试。`,
    en: `Too many wrong tries in a row; try again in ${minutes} min.`,
  };
};

export const busy: Bilingual = {
  zh: '登录的人过多，请几秒后再试。',
  en: 'Too many people sign in at the moment; try again in a few seconds.',
};

export const first: Bilingual = {
  zh: '这是他人给出的初始密码，不能用于登录；请再次输入，并设置只有您自己知道的新密码。',
  en: 'This is a first password, which somebody else gave: it signs nobody in. Enter it again, with a new password known to you alone.',
};
export const firstExpired: Bilingual = {
  zh: '初始密码已过期；请一名管理员将该账号销户，另一名管理员重新开通（管理员本人：在服务器上运行 anjuan admin reset）。',
  en: 'The first password has expired: one administrator closes the account, another opens it anew (for an administrator: anjuan admin reset, on the machine itself).',
};
export const codeWanted: Bilingual = {
  zh: '该账号已启用两步验证，请再次输入密码，并输入设备上的验证码或者一个恢复代码，或者使用通行密钥。设备、通行密钥和恢复代码均已丢失的，请一名管理员将该账号销户，另一名管理员重新开通（管理员本人：在服务器上运行 anjuan admin reset）。',
  en: 'This account has a second factor: enter the password again, with the code on your device, a recovery code or your passkey. Where all of them are lost, one administrator closes the account, another opens it anew (for an administrator: anjuan admin reset, on the machine itself).',
};
export const factorFirst: Bilingual = {
  zh: '密码正确，但尚未登录：您的身份须用两步验证，而该账号尚未登记。登记之后才能登录；在此之前不能做任何事。',
  en: 'The password is right, and you are not signed in yet: your capacity demands a second factor, and this account has none. Register one, and you are signed in; before that nothing can be done.',
};
export const firstCodeWrong: Bilingual = {
  zh: '验证码不正确，尚未登记：请再次输入密码和设备上的下一个验证码；此前显示的恢复代码不变，除非下面另有新的。',
  en: 'The code is not right, so nothing is registered yet: enter the password again with the next code of the device. The recovery codes shown before stay as they are, unless there are others below.',
};
export const resetCodeWanted: Bilingual = {
  zh: '两名管理员已取消该账号的全部两步验证，原有登录均已结束：请向批准人当面领取一次性代码，再次输入密码，并在此输入该代码，然后登记新的。代码自批准之日起七日内有效；不是您要求的，请立即告知执法监督人员。',
  en: 'Two administrators have taken back every second factor of this account, and all of its sessions have ended. Have the one who approved it hand you the one-time code in person, enter the password again and the code here, then register a new factor. The code is good for seven days from the approval. If you did not ask for this, tell an auditor at once.',
};
export const resetCodeWrong: Bilingual = {
  zh: '一次性代码不正确或者已过期：请核对后再次输入密码和代码；已过期的，请管理员重新办理。',
  en: 'The one-time code is not right, or has expired: check it and enter password and code again; of an expired one, let the administrators begin anew.',
};
export const passwordKept: Bilingual = {
  zh: '新密码尚未设置，原密码仍然有效：登记两步验证之后再修改。',
  en: 'The new password is not set, the one you have is still good: change it once the second factor is registered.',
};
export const codeWrong: Bilingual = {
  zh: '验证码不正确，或者已经用过；设备上每 30 秒换一个新的。',
  en: 'The code is not right, or was used already; the device shows another every 30 s.',
};
export const passkeyWrong: Bilingual = {
  zh: '通行密钥未通过核对，或者等待过久；请再次输入密码，再用一次通行密钥。',
  en: 'The passkey was not accepted, or it took too long: enter the password again and use the passkey once more.',
};
export const passkeyUnverified: Bilingual = {
  zh: '设备没有核对是否您本人（指纹、面容或者 PIN），只算一个要素：请输入账号和密码，再用一次通行密钥。',
  en: 'The device did not check that it is you (fingerprint, face or PIN), so it is one factor alone: enter login and password, and use the passkey once more.',
};
export const passkeyCloned: Bilingual = {
  zh: '该通行密钥的使用次数少于已记录的，可能已被复制，因此不予登录，并已记录。请改用其他通行密钥、验证码或者恢复代码登录，删除该通行密钥，并告知管理员。',
  en: 'This passkey has counted fewer uses than are recorded: it may have been copied, so it signs nobody in, and that is recorded. Sign in with another passkey, a code or a recovery code, remove this one, and tell an administrator.',
};
export const unlike: Bilingual = {
  zh: '两次输入的新密码不一致，请重新输入。',
  en: 'The new password was not entered twice alike; enter it again.',
};

export const changedTooOften: Bilingual = {
  zh: '24 小时内至多修改密码 10 次，请明日再改；原密码仍然有效。',
  en: 'A password is changed ten times in 24 hours at most: change it tomorrow. The one you have is still good.',
};

export const expired: Bilingual = {
  zh: '本次登录已过期或已完成，请返回原页面重新登录。',
  en: 'This sign-in has expired or is finished; go back to where you came from and sign in again.',
};
