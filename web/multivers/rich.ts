// The record as HTML that Word, Outlook and LibreOffice take: tables with what they read of style, which is inline.

import { asked, guarded } from "../text/guard.ts";

type Paper = { title: string, sections: { title: string, rows: [string, string][] }[] };

/** What Go's Markdown says. */
export function readRecord(markdown: string): Paper {
  const paper: Paper = { title: "", sections: [] };
  for (const line of markdown.split("\n")) {
    const [, level, title] = line.match(/^(#+) (.*)/) ?? [];
    const [, name, text] = line.match(/^- \*\*(.*?):\*\* (.*)/) ?? [];
    if (level === "#") paper.title = plain(title);
    else if (title) paper.sections.push({ title: plain(title), rows: [] });
    if (name) paper.sections.at(-1)?.rows.push([plain(name), plain(text)]);
  }
  return paper;
}

/** @param text with escapes of Markdown */
const plain = (text: string) => text.replace(/\\(.)/g, "$1");

const references: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const html = (text: string) => text.replace(/[&<>"]/g, (character) => references[character]);

/** Word and LibreOffice take the width of a column and where its text stands from attributes. */
const cell = (width: number) => `width="${width}%" valign="top" style="padding:2pt 8pt 2pt 0"`;

const rowOf = ([name, text]: [string, string]) => `<tr style="page-break-inside:avoid"><td ${cell(42)}>${html(name)}</td><td ${cell(58)}>${html(text)}</td></tr>`;

function written({ title, sections }: Paper, language: string) {
  const tables = sections.map(({ title, rows }) => `<h2 style="font-size:12pt;margin-top:12pt;margin-bottom:2pt;page-break-after:avoid">${html(title)}</h2>\n<table width="100%" cellspacing="0">\n${rows.map(rowOf).join("\n")}\n</table>\n`);
  return `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"><title>${html(title)}</title></head>\n<body style="font-family:Calibri,Carlito,sans-serif;font-size:11pt">\n<h1 style="font-size:16pt;page-break-after:avoid">${html(title)}</h1>\n${tables.join("")}</body>\n</html>\n`;
}

/** The record as a page; its secrets are in it only where the person asked for them. */
export function htmlOf(record: Guarded, language: string, open: boolean) {
  const text = written(readRecord(record), language);
  return open ? asked(text) : guarded(text, "mac");
}

/** Whether both forms came to the clipboard. */
async function toClipboard(formatted: Guarded, text: Guarded) {
  const blob = (content: Guarded, type: string) => new Blob([content], { type });
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/html": blob(formatted, "text/html"), "text/plain": blob(text, "text/plain") })]);
    return true;
  } catch {
    return false; // refused, or there is none: over plain http
  }
}

/** Copies it for programs that take formatted text, and as plain lines for the others. */
export function copyRich(record: Guarded, language: string, open: boolean) {
  const { title, sections } = readRecord(record);
  const lines = [title, ...sections.flatMap(({ title, rows }) => ["", title, ...rows.map(([name, text]) => `${name}: ${text}`)])].join("\r\n");
  return toClipboard(htmlOf(record, language, open), open ? asked(lines) : guarded(lines, "mac"));
}
