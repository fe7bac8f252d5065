/** Charts: curves and rows of dots over axes with round numbers, as PNG, SVG and HTML. */
package io.butcherblock.charts;
