/** From annotations and their text to the model, with the position of every entry. */
package io.butcherblock.processor.parse;
