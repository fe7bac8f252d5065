/**
 * Python's pickle format, read as data: a small virtual machine that knows what state dicts need
 * and runs nothing. The format is described in Python's module {@code pickletools}.
 */
package io.butcherblock.pickle;
