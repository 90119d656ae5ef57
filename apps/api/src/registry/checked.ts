/** What the fields of an entry in the registry must be to one another, and to the rules in force. */
import { sameText, type LocalDate, type RulePack } from '@anjuan/law';
import { invalid, type Fault } from '../http/faults.js';

const refuse = (faults: readonly Fault[]): void => {
  if (faults.length > 0) throw invalid(faults);
};

/** A field that no pack names would mean the rules of another ministry, for good. */
export const knownDomain = (domain: string, packs: readonly RulePack[]): void => {
  const known = packs.flatMap(({ domains }) => domains);
  if (known.some((one) => sameText(one, domain))) return;
  refuse([
    {
      pointer: '#/domain',
      detail: `没有规则包写明该领域，可用的为 ${known.join('、')}；no pack of rules names this field: known are ${known.join(', ')}`,
    },
  ]);
};

/** Only a unit head heads one. */
export const headsAUnit = (capacity: string, unit: string | undefined): void => {
  if (unit === undefined || capacity === 'unit-head') return;
  refuse([{ pointer: '#/unit', detail: '仅办案机构负责人填写；given of a unit head alone' }]);
};

type Span = Readonly<{ at: string; from: LocalDate; to: LocalDate | undefined }>;

/** `at`: the pointer to the end. */
export const endsAfterBeginning = (...spans: readonly Span[]): void => {
  refuse(
    spans.flatMap(({ at, from, to }) =>
      to === undefined || from <= to
        ? []
        : [{ pointer: at, detail: `须不早于开始之日 ${from}；it must not be before the first day, ${from}` }],
    ),
  );
};

/** An entry of nothing would be kept for ever. */
export const someOf = (fields: Readonly<Record<string, unknown>>): void => {
  if (Object.values(fields).some((value) => value !== undefined)) return;
  const names = Object.keys(fields);
  refuse([
    { pointer: '#', detail: `${names.join('、')} 至少填写一项；give at least one of ${names.join(', ')}` },
  ]);
};
