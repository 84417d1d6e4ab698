/** What templates replace in the files of the chart. */
export const CLUSTER = '%CLUSTER%';
export const NAMESPACE = '%NAMESPACE%';
export const UID = '%UID%';
