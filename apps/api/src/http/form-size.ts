import { getMetadataStorage } from 'class-validator';

type Form = new () => object;

const kilobytes = 1024;
/** Enough for most forms, and for reading a longer one far enough to name its fault. */
const least = 64 * kilobytes;
/** A command is a form, not a file: papers and media go to /v1/files. */
const most = 1024 * kilobytes;

/** What `Shaped` keeps with its rule; the other rules keep numbers and lists there. */
const isBytes = (value: unknown): value is () => number => typeof value === 'function';

const known = new Map<Form, number>();

/** The longest a body of this form can be in JSON without idle blanks, as the rules of its fields say. */
export const bytesOfForm = (form: Form): number => {
  const before = known.get(form);
  if (before !== undefined) return before;
  const rules = getMetadataStorage().getTargetValidationMetadatas(form, '', false, false);
  const bytes = rules.reduce((sum, { type, propertyName, constraints }) => {
    // Absent, whatever its type says, from rules that take none.
    const ofField: unknown = Array.isArray(constraints) ? constraints[0] : undefined;
    // The name and `"":,` around it.
    return type === 'customValidation' && isBytes(ofField) ? sum + propertyName.length + 4 + ofField() : sum;
  }, 2);
  known.set(form, bytes);
  return bytes;
};

/** How many bytes of a body are read on a route with this form. */
export const largestBody = (form: Form | undefined): number =>
  form === undefined ? least : Math.min(most, Math.max(least, bytesOfForm(form)));
