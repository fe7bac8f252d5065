package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;

/** Ends the parsing of one entry; caught where entries are collected, and turned into a value. */
final class ParseFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  ParseFailure(Finding finding) {
    super(finding.text());
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
