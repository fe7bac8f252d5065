/** What a person looks at: tables, plots, pages, progress and the training log. */
package io.butcherblock.report;
