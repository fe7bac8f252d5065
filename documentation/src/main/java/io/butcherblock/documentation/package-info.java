/**
 * The documentation as a site, man pages and completion of shells. The pages in {@code docs} and
 * the command line's own description are the sources; nothing is typed twice.
 */
package io.butcherblock.documentation;
