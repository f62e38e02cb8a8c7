// A script of the old kind, whose names must not become the page's.
class Standing {}
globalThis.Standing = Standing;
