/**
 * What is drawn of schemes: regions of absolute stability, blocks as diagrams, schemes side by side
 * in a page.
 */
package io.butcherblock.schemes;
