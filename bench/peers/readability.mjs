// Mozilla Readability over linkedom: one JSON object a line for each page named on the lines of stdin.
// Run by quality/extraction.py; `npm install` in this folder first.
import { readFileSync, writeSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const BLOCKS = new Set(
  ("address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main " +
    "nav ol p pre section table td th tr ul").split(" "),
);

function decoded(bytes) {
  const declared = /charset=["']?([\w-]+)/i.exec(bytes.subarray(0, 4096).toString("latin1"));
  try {
    return new TextDecoder(declared ? declared[1] : "utf-8").decode(bytes);
  } catch {
    return new TextDecoder("utf-8").decode(bytes);
  }
}

// The text of a tree, with a line break where a block begins or ends.
function text(node, parts) {
  if (node.nodeType === 3) {
    parts.push(node.nodeValue);
    return;
  }
  const block = BLOCKS.has((node.localName || "").toLowerCase());
  if (block) parts.push("\n");
  for (const child of node.childNodes) text(child, parts);
  if (block) parts.push("\n");
}

function extracted(path) {
  const { document } = parseHTML(decoded(readFileSync(path)));
  const article = new Readability(document).parse();
  if (!article) return { path, text: "" };
  const parts = [];
  const { document: content } = parseHTML(`<!doctype html><html><body>${article.content}</body></html>`);
  text(content.body, parts);
  return {
    path,
    text: parts.join(""),
    title: article.title || null,
    authors: article.byline ? [article.byline] : [],
    published: article.publishedTime || null,
    language: article.lang || null,
  };
}

for (const path of readFileSync(0, "utf8").split("\n")) {
  if (!path) continue;
  let result;
  try {
    result = extracted(path);
  } catch (error) {
    result = { path, text: "", error: String(error) };
  }
  writeSync(1, JSON.stringify(result) + "\n");
}
