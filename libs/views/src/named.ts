import type { View } from './view.js';

/** @throws ViewUnknown */
export const viewNamed = (views: readonly View[], name: string): View => {
  const view = views.find((one) => one.name === name);
  if (!view) throw new ViewUnknown(name, views);
  return view;
};

export class ViewUnknown extends Error {
  override readonly name = 'ViewUnknown';
  constructor(name: string, views: readonly View[]) {
    const names = views.map((one) => one.name).join(', ');
    super(`没有清单 ${name}，可选：${names}。There is no view ${name}: choose ${names}.`);
  }
}
