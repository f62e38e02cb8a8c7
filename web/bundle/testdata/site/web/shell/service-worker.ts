import { catalogues, first, pages, assets, version } from "site";

console.log(catalogues, first, pages, assets, version);
