package io.butcherblock.processor.parse;

/**
 * A member is missing or has the wrong type, which javac itself reports, or names what has not been
 * generated yet.
 */
public final class IncompleteAnnotation extends Exception {

  private static final long serialVersionUID = 1L;

  IncompleteAnnotation() {
    super("a member of the annotation is missing or of the wrong type");
  }
}
