/** Money in fen (分), a whole number within the safe-integer range. Never a float of yuan. */
export type Fen = number;

/** A text or number that is no amount of money. */
export class MoneyUnreadable extends Error {
  override readonly name = 'MoneyUnreadable';
  constructor(readonly text: string) {
    super(
      `无法识别的金额“${text}”：请按元填写，如 184000.00，至多两位小数，不带负号、逗号或指数；` +
        `"${text}" is no amount: write yuan such as 184000.00, at most two decimals, no sign, comma or exponent`,
    );
  }
}

const yuanForm = /^(0|[1-9]\d{0,15})(?:\.(\d{1,2}))?$/;

const checked = (fen: number): Fen => {
  if (!Number.isSafeInteger(fen)) throw new MoneyUnreadable(String(fen));
  return fen;
};

/** Reads '184000.00', '15260' or '0.5' (yuan) exactly. Throws MoneyUnreadable for anything else. */
export const fenFromYuan = (text: string): Fen => {
  const form = yuanForm.exec(text);
  if (form === null) throw new MoneyUnreadable(text);
  const fen = Number(`${form[1] ?? ''}${(form[2] ?? '').padEnd(2, '0')}`);
  if (!Number.isSafeInteger(fen)) throw new MoneyUnreadable(text);
  return fen;
};

/** Shows fen as yuan with two decimals and thousands separators: '184,000.00'. */
export const yuan = (fen: Fen): string => {
  const digits = String(Math.abs(checked(fen))).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
};

/**
 * APL 72(1)(1): the surcharge of 3 % of the fine per day of delay, never above the fine.
 * Less than one fen is dropped: the law sets no rounding, and doubt is the party's gain.
 */
export const surcharge = (fineFen: Fen, days: number): Fen => {
  if (checked(fineFen) < 0) throw new MoneyUnreadable(yuan(fineFen));
  if (!Number.isSafeInteger(days) || days < 0) {
    throw new RangeError(
      `逾期天数须为不小于零的整数，收到 ${days}；days of delay must be a whole number from 0, got ${days}`,
    );
  }
  // The percentage times a long delay leaves the safe-integer range before the cap brings it back.
  const accrued = (BigInt(fineFen) * 3n * BigInt(days)) / 100n;
  return accrued > BigInt(fineFen) ? fineFen : Number(accrued);
};
