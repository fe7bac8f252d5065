/**
 * Families of schemes as textbooks print them, with free parameters: what is claimed is proved for
 * every value in the intervals.
 */
package io.butcherblock.examples.families;
