/** Settings of the search, which site/search-test.mjs uses too. */

/** Words as they are, and the parts of CamelCase names: "disk alarm" finds RabbitMQDiskAlarm. */
export function tokenize(text) {
  const words = text.split(/[\n\r\p{Z}\p{P}]+/u);
  const parts = text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').split(/[\n\r\p{Z}\p{P}]+/u);
  return [...words, ...parts];
}

/** Runbooks first, generated lists last. The start of a page, which has no titles above it, counts more than its sections. */
export function boostDocument(id, _term, { titles }) {
  if (/\/reference\/(api-|checks|objects|changelog|examples|chart-values|cli-)/.test(id)) {
    return 0.2;
  }
  if (/\/cli(#|$|\.|\/)/.test(id) || /\/monitoring(#|\.html#)(availability|quorum|memory|disk|clients|queues|service|certificates|backup|scaling)/.test(id)) {
    return 0.3;
  }
  if (/\/runbooks\/RabbitMQ/.test(id)) {
    return titles.length === 0 ? 1.6 : 1.4;
  }
  return titles.length === 0 ? 1.5 : 1;
}

export const miniSearch = {
  options: { tokenize },
  searchOptions: { fuzzy: 0.1, prefix: true, boost: { title: 8, titles: 4, text: 1 }, boostDocument },
};
