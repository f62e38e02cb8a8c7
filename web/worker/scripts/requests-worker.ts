// Reads and checks many requests for their table, which asks for it when a file is opened.

import { macSHA256 } from "build";
import { answer } from "../answer.ts";
import { load } from "../../api/mac.ts";
import { moduleCalls } from "../module-calls.ts";
import { requestCalls } from "../../requests/calls.ts";
import { Reading } from "../../requests/reading.ts";
import type { WorkerClient } from "../client.ts";
import type { NetvisorMac } from "../../api/types/mac.d.ts";

let mac: NetvisorMac;
let reading: Reading;

const calls = {
  ...moduleCalls(load, macSHA256, (loaded) => {
    mac = loaded;
    reading = new Reading(mac);
  }, (bytes) => mac.sha256(bytes)),
  ...requestCalls(() => reading),
};

export type RequestsCalls = typeof calls;
export type RequestsWorker = WorkerClient<RequestsCalls>;

answer(calls);
