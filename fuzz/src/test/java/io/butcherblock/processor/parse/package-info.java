/** What the targets need of the parsers that is no other package's business. */
package io.butcherblock.processor.parse;
