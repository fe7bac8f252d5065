package io.butcherblock.data;

import java.io.IOException;

/** No reader knows a file. */
final class UnknownFormatException extends IOException {

  private static final long serialVersionUID = 1;
}
