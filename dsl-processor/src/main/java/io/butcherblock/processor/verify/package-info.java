/** Proves, in exact arithmetic, what a scheme claims; one class per rule. */
package io.butcherblock.processor.verify;
