// The example of the official page, whose MAC is printed there.

export const officialExample = {
  request: {
    url: "https://isvapi.netvisor.fi/accounting.nv",
    sender: "ClientName",
    customerId: "Integration user identifier",
    partnerId: "Partner identifier",
    timestamp: "2023-05-04 12:00:00.000",
    timestampUnix: "1683147600",
    language: "FI",
    organisationId: "1967543-8",
    transactionId: "123456",
    algorithm: "HMACSHA256",
  },
  mac: "86b8f6510744913deab32da404d7668eba2a75775b3ac78c9c48bca65e0fbd27",
  keys: {
    customer: "7cd680e89e880553358bc07cd28b0ee2",
    partner: "7f94228d149a96b2f25e3edad55096e",
  },
};

/** The official one is all ASCII and has no query. */
export const richExample = {
  request: {
    ...officialExample.request,
    url: "https://isvapi.netvisor.fi/customerlist.nv?keyword=Ty%F6%20aika&changedsince=a+b",
    sender: "Työaika Oy",
    timestamp: "2026-07-14 17:05:09.318",
    timestampUnix: "1784048709",
    transactionId: "c2b1f0e0-5f0a-4f9e-9c55-0a1b2c3d4e5f",
  },
  keys: officialExample.keys,
};
