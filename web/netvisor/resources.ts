// The resources of Netvisor's API, as suggestions for the address.
// Source: https://support.netvisor.fi/fi/support/solutions/articles/77000557086

import { byId, element } from "../dom/elements.ts";

const resources = ("accountbalance accounting accountingbudget accountingledger accountingperiodlist accountlist " +
  "contactperson crmprocess customer customerlist deletedsalesinvoices deletedsalesorders dimensionitem " +
  "dimensionlist employee getcompanyinformation getcustomer getemployee getemployees getorder getproduct " +
  "getpurchaseinvoice getpurchaseorder getsalesinvoice getvendor getvoucher getworkdays invalidatevouchers " +
  "inventorybywarehouse office payment paymentlist payrolladvance payrollperiodcollector product productlist " +
  "purchaseinvoice purchaseinvoicelist purchaseorder purchaseorderlist salesinvoice salesinvoicelist " +
  "salespayment salespaymentlist tripexpense updatesalesinvoicestatus vendor vouchertypelist warehouseevent " +
  "workday").split(" ");

const environments = ["https://isvapi.netvisor.fi", "https://integration.netvisor.fi"];

let shown = "";

/** Suggests addresses of the environment that has been typed, the test environment first. */
export function suggestResources(typed: string) {
  const environment = environments.find((address) => typed.startsWith(address)) ?? environments[0];
  if (environment === shown) return;
  shown = environment;
  byId("resources", HTMLDataListElement).replaceChildren(...resources.map((resource) =>
    element("option", { value: `${environment}/${resource}.nv` })));
}
