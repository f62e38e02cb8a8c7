// The page in the system's Chromium, east of Greenwich.

import { defineConfig } from "@playwright/test";
import { windowless } from "./browser.js";

export default defineConfig({
  testDir: "page",
  testMatch: "*.spec.js",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  preserveOutput: "failures-only",
  timeout: 90_000, // both are for machines that do other work, too
  expect: { timeout: 20_000 },
  use: {
    launchOptions: windowless,
    timezoneId: "Europe/Helsinki",
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
  },
});
