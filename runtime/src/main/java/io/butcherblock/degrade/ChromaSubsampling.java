package io.butcherblock.degrade;

/** How much coarser than luminance a JPEG file stores its two color planes. */
public enum ChromaSubsampling {
  /** A sample of each color plane for each pixel. */
  NONE("4:4:4", 1, 1),
  /** One for two pixels side by side. */
  HORIZONTAL("4:2:2", 2, 1),
  /** One for a square of four pixels, as most cameras and programs write. */
  BOTH("4:2:0", 2, 2);

  private final String notation;
  private final int across;
  private final int down;

  ChromaSubsampling(String notation, int across, int down) {
    this.notation = notation;
    this.across = across;
    this.down = down;
  }

  /** How many columns of pixels share a sample: 1 or 2. */
  public int across() {
    return across;
  }

  /** How many rows of pixels share a sample: 1 or 2. */
  public int down() {
    return down;
  }

  /** The usual notation, such as {@code 4:2:0}. */
  @Override
  public String toString() {
    return notation;
  }
}
