// Many requests at once: a file becomes a table, checked by a worker for each core.

import { button } from "../dom/buttons.ts";
import { element } from "../dom/elements.ts";
import { framed, guarded, remember } from "../text/guard.ts";
import { save } from "../dom/save.ts";
import { seen } from "../text/unseen.ts";
import { drawChart } from "./chart.ts";
import { Checking } from "./checking.ts";
import { csvOf } from "./export.ts";
import { Filters } from "./filters.ts";
import { Intake } from "./intake.ts";
import { fillKeyring } from "./keyring.ts";
import { Opened } from "./opened.ts";
import { outcome, Progress, showInTitle } from "./progress.ts";
import { keysFor } from "./row.ts";
import { breath, Rows } from "./rows.ts";
import { requestsStyleSum, requestsStyleURL, requestsWorkerSum, requestsWorkerURL } from "./files.ts";
import { Summary } from "./summary.ts";
import { Table } from "./table.ts";
import { count, percent, speak, t } from "./words.ts";
import type { Keys, MacRequest } from "../api/types/mac.d.ts";
import type { RequestsCalls, RequestsWorker } from "../worker/scripts/requests-worker.ts";
import type { Batch } from "./batch.ts";
import type { Keyring } from "./row.ts";
import type { Tell } from "./headlines.ts";
import type { Key } from "./words.ts";

/** what the page lends */
export interface Given {
  startWorkers: typeof import("../worker/workers.ts").startWorkers;
  isStopped: typeof import("../worker/client.ts").isStopped;
  /** of the form */
  keys: () => Keys;
  /** what else was given as a key */
  remembered: () => string[];
  /** @param way on from there, and back */
  openInCheck: (request: MacRequest, keys: Partial<Keys>, unsure: boolean, way: HTMLElement) => unknown;
  /** Whether the table stands without an empty form below it. */
  alone: (is: boolean) => void;
  /** Lets a button show a key, and hide it. */
  reveal: (button: HTMLButtonElement) => void;
  /** What is said of a mistake. */
  about: Tell;
  tell: typeof import("../words/language.ts").tell;
  wordsOf: typeof import("../words/language.ts").wordsOf;
  locale: typeof import("../words/language.ts").locale;
}

/** What is said of a file that cannot be cut. */
const tooLong: Record<string, Key> = { json: "json", torn: "torn" };
/** How long rows are taken in at once, in milliseconds. */
const turn = 10;
/** How often the picture and the counts are drawn anew, in milliseconds. */
const pace = 500;

let started: Promise<RequestsWorker[]> | undefined;
/** Ends what is open. */
let end = () => {};

function workersOf({ startWorkers }: Given) {
  started ??= startWorkers<RequestsCalls>(requestsWorkerURL, requestsWorkerSum);
  started.catch(() => { started = undefined; });
  return started;
}

/** @param ring of the same file, read before */
export async function openRequests(file: Blob & { name?: string }, given: Given, place: HTMLElement, ring: Keyring = {}) {
  end();
  if (requestsStyleURL && !document.querySelector(`link[href="${requestsStyleURL}"]`)) {
    document.head.append(element("link", { rel: "stylesheet", href: requestsStyleURL, integrity: requestsStyleSum }));
  }
  speak(given.wordsOf, given.locale());
  const view = new View(file, given, place, ring);
  end = () => view.close();
  given.tell("requests", () => {
    speak(given.wordsOf, given.locale());
    view.retell();
  });
  await view.run();
}

class View {
  file: Blob & { name?: string };
  given: Given;
  place: HTMLElement;
  ring: Keyring;
  checking: Checking;
  about: HTMLParagraphElement;
  bar: HTMLProgressElement;
  far: HTMLParagraphElement;
  working: HTMLDivElement;
  summary: Summary;
  chart: HTMLDivElement;
  keys: HTMLDetailsElement;
  table: Table;
  filters: Filters;
  heading: HTMLHeadingElement;
  rows: Rows;
  opened: Opened;
  progress = new Progress();
  stopped = false;
  closed = false;
  /** Why not all of the file was read. */
  failed: (() => string) | undefined;
  /** The way on, where reading it anew may help. */
  further: (() => (Node | string)[]) | undefined;
  read = 0;
  drawn = 0;
  /** The way on from what broke off. */
  way: () => (Node | string)[] = () => [];
  /** What is said of what came of it: once, while how far it is changes all the time and is not announced. */
  said = () => "";
  /** The elements whose texts are words, and nothing else. */
  labels: [HTMLElement, Key][] = [];

  constructor(file: Blob & { name?: string }, given: Given, place: HTMLElement, ring: Keyring) {
    this.file = file;
    this.given = given;
    this.place = place;
    this.ring = ring;
    this.ring[""] = given.keys();
    this.rows = new Rows(given.about);
    this.checking = new Checking(this.rows, this.ring, { stopped: () => this.stopped, told: () => { this.draw(); } });
    this.about = element("p", { role: "status" });
    this.bar = element("progress", { max: "1", value: "0" });
    this.far = element("p", {});
    this.working = element("div", {}, this.far, element("div", { class: "line" }, this.bar, this.label("stop", button({}, "", () => { this.stopped = true; }))));
    this.summary = new Summary(this.rows, (filter) => {
      this.table.element.scrollIntoView({ block: "nearest" });
      return this.filters.by(filter);
    });
    this.chart = element("div", {});
    this.keys = element("details", { class: "ring" });
    this.keys.hidden = true;
    this.table = new Table(this.rows, (index) => this.openRow(index), (column) => this.filters.sort(column));
    this.filters = new Filters(this.rows, this.table, (key, made) => this.label(key, made), async (keys) => (await workersOf(given))[0].ask.order(keys));
    this.opened = new Opened(this.rows, this.table, (key, made) => this.label(key, made), (index) => this.openRow(index));
    this.heading = element("h2", {});
    place.replaceChildren(
      element("div", { class: "line" }, this.heading, this.label("csv", button({}, "", () => this.save())), this.label("close", button({}, "", () => this.close()))),
      this.about, this.working, this.keys, this.summary.element, this.chart,
      this.filters.element, this.table.element);
    place.hidden = false;
    given.alone(true);
    place.scrollIntoView();
  }

  /** Keeps an element whose text is a word. */
  label<T extends HTMLElement>(key: Key, made: T) {
    this.labels.push([made, key]);
    return made;
  }

  /** Says what came of it. @param way on from there */
  say(what: () => string, way: () => (Node | string)[] = () => []) {
    this.said = what;
    this.way = way;
    this.about.replaceChildren(what(), ...way());
  }

  /** Why something broke off. */
  why(error: unknown) {
    return this.given.isStopped(error) ? t("replaced") : (error as Error).message;
  }

  /** Tells all in the language, which may be another than before. */
  retell() {
    if (this.closed) return;
    for (const [made, key] of this.labels) made.textContent = t(key);
    this.rows.headlines.retell();
    this.opened.retell();
    this.table.retell();
    this.say(this.said, this.way);
    if (!this.keys.hidden) this.fillKeys();
    this.filters.show(this.filters.shown);
    void this.drawNow();
  }

  close() {
    this.stopped = this.closed = true;
    this.place.hidden = true;
    this.place.replaceChildren();
    this.opened.element.remove();
    this.given.alone(false);
    this.progress.end();
  }

  async run() {
    void this.drawNow();
    const workers = await workersOf(this.given);
    try {
      await new Intake(workers, this.ring, { stopped: () => this.stopped, take: (batches, to) => this.take(batches, to) }).read(this.file);
    } catch (error) {
      const { message } = error as Error;
      this.failed = () => (error instanceof RangeError && message in tooLong ? t(tooLong[message]) : t("failed", { why: this.why(error) }));
      if (this.given.isStopped(error)) this.further = () => [" ", button({}, t("read"), () => openRequests(this.file, this.given, this.place, this.ring))];
    }
    if (this.closed) return;
    if (this.rows.length === 0) {
      this.nothing();
      return;
    }
    this.showKeys();
    await this.check(() => this.checking.lookInto(workers));
  }

  /** Where a worker is lost, what the others found stays, and the rest can be done by another. */
  async check(work: () => Promise<boolean>) {
    try {
      if (await work()) this.finish();
    } catch (error) {
      this.breakOff(error, work);
    }
  }

  breakOff(error: unknown, work: () => Promise<boolean>) {
    this.rest();
    this.say(() => t("broke", { why: this.why(error) }), () => [" ", button({}, t("on"), () => {
      this.begin();
      return this.check(work);
    })]);
    void this.drawNow();
  }

  /** Shows that something is under way, and nothing of before. */
  begin() {
    this.stopped = false;
    this.working.hidden = false;
    this.say(() => "");
  }

  /** Shows that nothing is under way. */
  rest() {
    this.working.hidden = true;
    this.progress.end();
  }

  nothing() {
    this.rest();
    this.given.alone(false);
    this.say(this.failed ?? (() => (this.stopped ? t("stopped", { count: 0 }) : t("none"))), this.further);
  }

  /** @param to how far into the file they reach */
  async take(batches: Batch[], to: number) {
    let began = performance.now();
    for (const batch of batches) {
      this.rows.add(batch);
      if (performance.now() - began < turn && batch !== batches.at(-1)) continue;
      await breath();
      began = performance.now();
    }
    this.read = to;
    this.draw();
  }

  finish() {
    this.rest();
    if (this.rows.length) this.say(this.failed ?? (() => outcome(this.rows.length, this.rows.tally.verdicts.keyless, this.stopped)), this.further);
    void this.drawNow();
    void this.filters.arrange();
  }

  /** Shows what there is now, but not too often. */
  draw() {
    if (performance.now() - this.drawn >= pace) void this.drawNow();
  }

  /** Shows what there is now, in turns: together they would hold up the page. */
  async drawNow() {
    this.drawn = performance.now();
    for (const part of [() => this.showProgress(), () => this.showSummary(), () => this.showChart(), () => this.showRows()]) {
      if (this.closed) return;
      part();
      await breath();
    }
  }

  showProgress() {
    const all = this.rows.length;
    const title = t("title", { count: count(all) });
    this.heading.replaceChildren(element("span", { translate: "no" }, seen(this.file.name ?? "")), all ? ` · ${title}` : "");
    this.bar.setAttribute("aria-label", title);
    if (this.working.hidden) return;
    const [stage, done, what] = this.stage();
    this.bar.value = done;
    this.far.textContent = this.progress.told(stage, done, what);
    showInTitle(done);
  }

  /** What is under way, how far it is, and how that is said. */
  stage(): [stage: string, done: number, what: string] {
    const { wrong, checked, again } = this.checking, all = this.rows.length, share = (of: number) => (of ? checked / of : 1);
    if (wrong !== undefined) return ["checking", share(wrong), t("checking", { done: count(checked), count: count(wrong), all: count(all) })];
    if (again) return ["again", share(all), t("again", { done: count(checked), count: count(all) })];
    const read = this.read / this.file.size;
    return ["reading", read, t("reading", { count: count(all), percent: percent(read) })];
  }

  showChart() {
    drawChart(this.rows.tally.times, this.chart);
  }

  /** Shows rows in the file's order, while nobody wants them in another. */
  showRows() {
    if (!this.filters.none) return;
    if (this.checking.wrong === undefined && this.filters.shown === null) this.table.grow();
    else this.filters.show(null);
  }

  showSummary() {
    this.summary.show(this.working.hidden && !this.stopped);
  }

  /** Asks for keys of the ids that the file names, unless the form has some. */
  showKeys() {
    const { pairs } = this.rows;
    const ring = this.ring[""];
    if (pairs.size === 0) return;
    this.fillKeys();
    this.keys.hidden = false;
    this.keys.open = !(ring.customer && ring.partner);
  }

  /** Once all keys are there, the verdicts come first. */
  foldKeys() {
    if (![...this.rows.pairs.keys()].every((name) => [name, ""].some((ids) => ids in this.ring && this.ring[ids].customer && this.ring[ids].partner))) return;
    this.keys.open = false;
    this.keys.querySelector("summary")?.focus();
  }

  fillKeys() {
    fillKeyring(this.keys, this.rows.pairs, this.ring, () => this.checkAgain(), this.given.reveal);
  }

  async checkAgain() {
    const workers = await workersOf(this.given);
    this.ring[""] = this.given.keys();
    this.foldKeys();
    this.begin();
    await this.check(() => this.checking.anew(workers));
  }

  openRow(index: number) {
    const { request, keys, unsure = false } = this.rows.row(index);
    this.opened.show(index);
    return this.given.openInCheck(request, keys ?? keysFor(this.ring, request) ?? this.ring[""], unsure, this.opened.element);
  }

  async save() {
    remember(...this.given.remembered(), ...[...Object.values(this.ring), this.given.keys()].flatMap(({ customer, partner }) => [customer, partner]));
    save(await csvOf(this.rows, this.filters.shown), framed`${guarded(this.file.name ?? "requests")}.csv`, "text/csv;charset=utf-8");
  }
}
