/** Schemes, vector fields and networks as they are declared, and the names of generated classes. */
package io.butcherblock.processor.model;
