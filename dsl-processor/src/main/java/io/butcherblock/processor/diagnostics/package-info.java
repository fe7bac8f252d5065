/** The catalogue of messages, and findings as values. */
package io.butcherblock.processor.diagnostics;
