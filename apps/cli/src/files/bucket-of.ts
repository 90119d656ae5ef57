import { bucketSettings, FilesInBucket } from '@anjuan/documents';

/** The bucket of the files, as the server is told of it; undefined: they lie in the folder. @throws FilePlaceRefused */
export const bucketOf = (env: NodeJS.ProcessEnv): FilesInBucket | undefined => {
  const settings = bucketSettings({ ...env });
  return settings && new FilesInBucket(settings);
};
