package io.butcherblock.evaluate;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageFolder;
import io.butcherblock.image.ImageNames;
import io.butcherblock.names.NameList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the original (HR) of each super-resolved image (SR) by name: files named {@code baby},
 * {@code babyx2} and {@code baby_any_thing_x2} are all images of the original {@code baby},
 * whatever their extensions are.
 */
public final class SrHrMatching {

  /**
   * A super-resolved image and its original.
   *
   * @param name the original's name, without its extension
   * @param sr the file of the super-resolved image
   * @param hr the file of the original
   */
  public record Pair(String name, Path sr, Path hr) {}

  private static final int NAMED = 5;

  private SrHrMatching() {}

  /**
   * Pairs two files, whatever their names are, or the images of two folders one to one by name.
   *
   * @param sr a super-resolved image, or a folder of them
   * @param hr its original, or the folder of the originals
   * @return the pairs in the order of the originals' names
   * @throws ButcherblockException if an image of either folder has no partner or more than one, a
   *     folder has no image, only one of the two is a folder, or one is not there
   */
  public static List<Pair> of(Path sr, Path hr) {
    for (Path each : List.of(sr, hr)) {
      if (!Files.exists(each)) {
        throw new ButcherblockException("There is no file or folder " + each + ".");
      }
    }
    if (Files.isDirectory(sr) != Files.isDirectory(hr)) {
      throw new ButcherblockException(
          "One of "
              + sr
              + " and "
              + hr
              + " is a folder and the other is not; name two files or"
              + " two folders.");
    }
    if (!Files.isDirectory(sr)) {
      return List.of(new Pair(ImageNames.baseName(hr), sr, hr));
    }
    Map<Path, Path> srByHr = match(sr, hr);
    List<Pair> pairs = new ArrayList<>();
    srByHr.forEach(
        (original, finished) ->
            pairs.add(new Pair(ImageNames.baseName(original), finished, original)));
    return pairs;
  }

  private static Map<Path, Path> match(Path sr, Path hr) {
    List<Path> originals = photographs(hr);
    Map<Path, Path> srByHr = new LinkedHashMap<>();
    originals.forEach(original -> srByHr.put(original, null));
    List<Path> strangers = new ArrayList<>();
    for (Path finished : photographs(sr)) {
      Optional<Path> original =
          originals.stream()
              .filter(each -> isImageOf(ImageNames.baseName(finished), ImageNames.baseName(each)))
              // img_1_HR rather than img_1
              .max(Comparator.comparingInt(each -> ImageNames.baseName(each).length()));
      if (original.isEmpty()) {
        strangers.add(finished);
        continue;
      }
      Path other = srByHr.put(original.get(), finished);
      if (other != null) {
        throw new ButcherblockException(
            other
                + " and "
                + finished
                + " are both images of "
                + original.get()
                + "; keep one of them in the folder.");
      }
    }
    refuse(
        strangers,
        "",
        " %s no original of that name in %s: name each as its original, as in baby.png, babyx2.png or baby_net_x2.png for baby.png, or take it out of the folder."
            .formatted(strangers.size() == 1 ? "has" : "have", hr));
    refuse(
        originals.stream().filter(each -> srByHr.get(each) == null).toList(),
        "There is no image of ",
        " in %s; a mean over fewer images would not be that of the set: for one over those that are there, put their originals into a folder of their own."
            .formatted(sr));
    return srByHr;
  }

  private static void refuse(List<Path> files, String before, String after) {
    if (!files.isEmpty()) {
      throw new ButcherblockException(
          before + NameList.of(files.stream().map(PlainText::of).toList(), NAMED) + after);
    }
  }

  /** Curves that lie beside enlarged images have no original. */
  private static List<Path> photographs(Path folder) {
    return ImageFiles.listNonEmpty(ImageFolder.of(folder).withoutFigures());
  }

  private static boolean isImageOf(String finished, String original) {
    return finished.matches(Pattern.quote(original) + "(x\\d+|_.*)?");
  }
}
