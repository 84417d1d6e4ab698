/**
 * The digests of the official images RELEASE-management: indexes of all platforms that had been built. Written by
 * `npm run digests`, from https://github.com/docker-library/repo-info/tree/master/repos/rabbitmq/remote. Releases that
 * it doesn't have are not here.
 */
export const DIGESTS: Readonly<Record<string, string>> = {
  '4.0.9': 'sha256:c2a91926ea75e67a2c180ec5be7a33fe19fdd21f867f7e6151b0068d606dbb4d',
  '4.1.8': 'sha256:72914305cde66172bd85bc7cbede1edbbd16e5f1076af8b0d9afd3727c1e7980',
  '4.3.6': 'sha256:c6c748ed27d7fd3733187c73cd022feae76d6a7c2ffa4bf1ab3ef75edfdb9797',
};
