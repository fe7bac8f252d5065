package io.butcherblock.commands;

import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageMetadata;
import io.butcherblock.names.NameList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What of its input files a run does not use, told at its end in a line or two. */
final class PictureNotes {

  private static final int NAMES = 3;

  /** Between a line and its notes, where they go from one process to another as one text. */
  private static final String SEPARATOR = "\u001f";

  private final Set<String> lost = new LinkedHashSet<>();
  private final List<Path> losers = new ArrayList<>();
  private final List<String> ofSeveral = new ArrayList<>();

  /** Adds what is not used of a file of which another image was made. */
  void add(Path from, ImageMetadata metadata, Image made, Path to) {
    add(lostIn(metadata, made, to), several(from, metadata), from);
  }

  /** A line about a file that was made, with the notes that {@link #take} adds at its end. */
  static String line(String line, ImageJobs.Job job, ImageMetadata metadata, Image made) {
    return String.join(
        SEPARATOR, line, lostIn(metadata, made, job.to()), several(job.from(), metadata));
  }

  /** Adds the notes that come with a line; returns the line without them. */
  String take(String lineAndNotes, Path from) {
    String[] parts = lineAndNotes.split(SEPARATOR, 3);
    if (parts.length == 3) {
      add(parts[1], parts[2], from);
    }
    return parts[0];
  }

  /** Adds that a file holds several images, if it does. */
  void addIfSeveral(Path from) {
    add("", several(from, ImageFiles.metadata(from)), from);
  }

  private void add(String lostInIt, String several, Path from) {
    if (!lostInIt.isEmpty()) {
      lost.addAll(List.of(lostInIt.split(", ")));
      losers.add(from);
    }
    if (!several.isEmpty()) {
      ofSeveral.add(several);
    }
  }

  /** What of a file is lost in one made of it; empty if nothing is. */
  private static String lostIn(ImageMetadata metadata, Image made, Path to) {
    return String.join(", ", ImageFiles.lost(metadata, made, to));
  }

  /** That a file holds several images; empty if it does not. */
  private static String several(Path from, ImageMetadata metadata) {
    return metadata.images() == 1
        ? ""
        : "%s (%s of %s)".formatted(from, number(metadata.used()), metadata.images());
  }

  private static String number(int used) {
    return used == 1 ? "the first" : "number " + used;
  }

  /** Prints the notes; nothing if there are none. */
  void print(Consumer<String> line) {
    if (!ofSeveral.isEmpty()) {
      line.accept("note: of files with several pages or frames one is taken: " + some(ofSeveral));
    }
    if (!losers.isEmpty()) {
      line.accept("note: not kept: " + String.join(", ", lost) + " of " + some(losers));
    }
  }

  private static String some(List<?> all) {
    return NameList.of(all.stream().map(Object::toString).toList(), NAMES);
  }
}
