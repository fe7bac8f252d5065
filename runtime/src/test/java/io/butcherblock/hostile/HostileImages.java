package io.butcherblock.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Images of all formats that claim, or unpack to, much more than they hold. */
public final class HostileImages {

  /** More pixels than the limit. */
  static final String LIMIT = "million, more than";

  /** Fewer pixels than a limit, and more than the file can hold. */
  static final String SHORT = "damaged or incomplete";

  private HostileImages() {}

  /** Makes them all; the largest has about a megabyte. */
  public static List<HostileFile> all() {
    List<HostileFile> all = new ArrayList<>();
    all.addAll(HostileJpegs.all());
    all.addAll(HostilePngs.all());
    all.addAll(HostileTiffs.all());
    all.addAll(HostileWebps.all());
    all.addAll(HostileGifsAndBmps.all());
    return all;
  }

  /** Writes them all to a folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (HostileFile file : all()) {
      Files.write(folder.resolve(file.name()), file.bytes());
    }
  }
}
