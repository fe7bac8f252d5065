/** Tables and sentences as text, for terminals, Markdown, LaTeX and HTML. */
package io.butcherblock.text;
