export {
  type DirectoryInput,
  directory,
  distanceToListing,
  isShown,
  type Listing,
  type ListingStatus,
  type UnlistedReason,
} from './directory.js';
