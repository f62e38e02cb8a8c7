// The rooms of web/, each with those that it may import from beside itself: downward alone.

export const rooms = {
  dom: [],
  text: [],
  site: [],
  api: [],
  worker: ["api", "dom", "site", "text"],
  words: ["api", "dom", "site", "text"],
  shell: ["api", "dom", "site", "text", "words"],
  netvisor: ["api", "dom", "shell", "site", "text", "words", "worker"],
  requests: ["api", "dom", "shell", "site", "text", "words", "worker"],
  multivers: ["api", "dom", "shell", "site", "text", "words", "worker"],
  embed: ["api", "dom", "netvisor", "shell", "site", "text", "words", "worker"],
  selftest: ["api", "dom", "netvisor", "shell", "site", "text", "words", "worker"],
};
