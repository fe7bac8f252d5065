/** From a verified scheme to the straight-line program of its block. */
package io.butcherblock.processor.lower;
