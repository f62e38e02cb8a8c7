import { catalogues, first, pages, scripts, version } from "site";

console.log(catalogues, first, pages, scripts, version);
