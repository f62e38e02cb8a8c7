export const openRequests = () => {};
