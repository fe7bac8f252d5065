/**
 * How image files are built, without their pixels: segments of JPEG, chunks of PNG and WebP,
 * directories of TIFF, and what stands in them: color profiles, EXIF, XMP, IPTC, resolution.
 */
package io.butcherblock.formats;
