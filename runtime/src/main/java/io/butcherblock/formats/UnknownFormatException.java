package io.butcherblock.formats;

import java.io.IOException;

/** No reader knows a file. */
public final class UnknownFormatException extends IOException {

  private static final long serialVersionUID = 1;
}
