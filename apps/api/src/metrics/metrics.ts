import type { EventStore } from '@anjuan/event-store';
import type { StateOfView } from '@anjuan/views';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { MeasuredStore } from './measured-store.js';

const states = ['filling', 'following', 'stopped', 'ahead-of-store'] as const;
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const ofView = ['view', 'version', 'build'] as const;

/** The metrics of this process. No label holds a person, a case or a number. */
export class Metrics {
  #look: () => Promise<void> = () => Promise.resolve();
  readonly #registry = new Registry();
  readonly #registers = [this.#registry];
  readonly #appended = new Counter({
    name: 'anjuan_events_appended_total',
    help: 'Events this process has added to the record',
    registers: this.#registers,
  });
  readonly #appends = new Histogram({
    name: 'anjuan_append_duration_seconds',
    help: 'From the call of an append to its durable answer, by outcome',
    labelNames: ['outcome'],
    buckets,
    registers: this.#registers,
  });
  readonly #requests = new Histogram({
    name: 'anjuan_http_request_duration_seconds',
    help: 'HTTP requests by route',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: this.#registers,
  });

  readonly #ofFiles = new Histogram({
    name: 'anjuan_file_bucket_request_duration_seconds',
    help: 'Requests to the bucket of the files, by method and status; none: no answer',
    labelNames: ['method', 'status'],
    buckets,
    registers: this.#registers,
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  /** The same store, its appends counted. */
  measuring(store: EventStore): EventStore {
    return new MeasuredStore(store, (events, seconds, outcome) => {
      this.#appended.inc(events);
      this.#appends.observe({ outcome }, seconds);
    });
  }

  /** `route` is the pattern of a route, never the requested address: that may name a case. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status: String(status) }, seconds);
  }

  /** Each try of a request to the bucket. */
  readonly ofFiles = (method: string, status: string, seconds: number): void => {
    this.#ofFiles.observe({ method, status }, seconds);
  };

  /** The state of the views is read at each scrape. */
  watch(read: () => Promise<readonly StateOfView[]>): void {
    const gauge = (name: string, help: string) =>
      new Gauge({ name, help, labelNames: ofView, registers: this.#registers });
    const parked = gauge('anjuan_view_parked_cases', 'Cases that wait because the view cannot take an event');
    const taken = gauge('anjuan_view_events_taken', 'Events passed since the beginning of the record');
    const state = new Gauge({
      name: 'anjuan_view_state',
      help: '1 for the state the view is in',
      labelNames: [...ofView, 'state'],
      registers: this.#registers,
    });
    const lag = gauge('anjuan_view_lag_events', 'Events of the record that the view has not taken');
    this.#look = async () => {
      const views = await read();
      for (const one of [lag, parked, taken, state]) one.reset();
      for (const view of views) {
        const labels = { view: view.name, version: view.version, build: String(view.build) };
        lag.set(labels, view.lag);
        parked.set(labels, view.parked);
        taken.set(labels, view.taken);
        for (const one of states) state.set({ ...labels, state: one }, one === view.state ? 1 : 0);
      }
    };
  }

  /** Prometheus text. The state of the views is read first: the order in which gauges are collected is not defined. */
  async text(): Promise<string> {
    await this.#look();
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }
}
