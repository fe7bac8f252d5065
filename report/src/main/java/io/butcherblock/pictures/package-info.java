/**
 * Pictures as they stand in pages: PNG, colors for values, the part with the most detail, and
 * versions of one picture to compare.
 */
package io.butcherblock.pictures;
