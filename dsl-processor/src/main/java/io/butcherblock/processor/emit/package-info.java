/** From block programs to Java source. */
package io.butcherblock.processor.emit;
