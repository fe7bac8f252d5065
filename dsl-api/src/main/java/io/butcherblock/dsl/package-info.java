/** The language: annotations that declare schemes, vector fields and networks. */
package io.butcherblock.dsl;
