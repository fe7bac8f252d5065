package io.butcherblock.data;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.FolderNames;
import io.butcherblock.image.ImageFolder;
import io.butcherblock.image.ImageNames;
import io.butcherblock.names.NameList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out which layout a folder has; see {@link PairedDataset}. */
final class FolderLayout {

  private static final int NAMED = 5;

  private final Path root;
  private final int scale;
  private final PairedDataset.Purpose purpose;
  private final List<ImagePair> pairs = new ArrayList<>();
  private final Set<Path> visited = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  FolderLayout(Path root, int scale, PairedDataset.Purpose purpose) {
    this.root = root;
    this.scale = scale;
    this.purpose = purpose;
  }

  List<ImagePair> pairs() {
    if (isOriginals(root)) {
      addOriginals(root, "");
    } else {
      addFolder(root, "");
    }
    return pairs.stream().sorted(Comparator.comparing(ImagePair::name)).toList();
  }

  /** Adds the images of a folder, whose names all begin with {@code prefix}. */
  private void addFolder(Path folder, String prefix) {
    List<Path> folders = folders(folder);
    List<Path> originals = folders.stream().filter(FolderLayout::isOriginals).toList();
    if (originals.isEmpty()) {
      for (Path file : list(folder)) {
        String name = prefix + ImageNames.baseName(file);
        pairs.add(DownsampledPair.of(name, file, scale));
      }
      for (Path below : folders) {
        if (isLowResolution(below)) {
          notes.add(
              "Left out the folder %s, which by its name holds low-resolution images; to take them as originals, name that folder itself."
                  .formatted(PlainText.of(below)));
        } else {
          addFolder(below, prefix + FolderNames.of(below) + "/");
        }
      }
      return;
    }
    List<Path> meant =
        originals.stream().filter(f -> FolderNames.of(f).contains(purpose.part)).toList();
    List<Path> taken = meant.isEmpty() ? originals : meant;
    for (Path hr : taken) {
      // The only set of a folder lends its images no name of its own.
      addOriginals(hr, taken.size() == 1 ? prefix : prefix + FolderNames.of(hr) + "/");
    }
  }

  private List<Path> list(Path folder) {
    ImageFolder listed = ImageFolder.of(folder).withoutFigures();
    listed.note().ifPresent(notes::add);
    return listed.images();
  }

  /** Says what was left out, for each folder; to be asked for after the pairs. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private static boolean isOriginals(Path folder) {
    return FolderNames.of(folder).equals("HR")
        || FolderNames.of(folder).endsWith("_HR")
        || isBasicSr(folder);
  }

  /** Originals as BasicSR has them, cropped to a multiple of several scales. */
  private static boolean isBasicSr(Path folder) {
    return FolderNames.of(folder).matches("GTmod\\d+");
  }

  /** Whether images are no originals by their folder's name; one that is named itself is read. */
  private static boolean isLowResolution(Path folder) {
    return FolderNames.of(folder).matches("(.*_)?LR(bic|_).*");
  }

  /**
   * Adds the images of {@code DIV2K_train_HR}, whose partners lie in {@code ..._LR_bicubic}, or of
   * {@code GTmod12}, whose partners lie in {@code LRbicx2} by the same names.
   */
  private void addOriginals(Path originals, String prefix) {
    boolean basicSr = isBasicSr(originals);
    String set = basicSr ? "" : FolderNames.of(originals).replaceAll("HR$", "");
    String suffix = basicSr ? "" : "x" + scale;
    Path absolute = originals.toAbsolutePath().normalize();
    Path partners =
        basicSr
            ? absolute.resolveSibling("LRbicx" + scale)
            : absolute.resolveSibling(set + "LR_bicubic").resolve("X" + scale);
    boolean stored = Files.isDirectory(partners);
    if (!stored) {
      noteOtherPartners(absolute, set, partners);
    }
    for (Path hr : list(originals)) {
      String name = prefix + ImageNames.baseName(hr);
      pairs.add(
          stored
              ? new FilePair(name, partner(partners, hr, suffix), hr, scale)
              : DownsampledPair.of(name, hr, scale));
    }
  }

  /** Who made low-resolution images another way would not see that they are not the ones used. */
  private void noteOtherPartners(Path originals, String set, Path expected) {
    try (Stream<Path> siblings = Files.list(originals.getParent())) {
      List<String> others =
          siblings
              .filter(Files::isDirectory)
              .filter(folder -> FolderNames.of(folder).startsWith(set + "LR"))
              .filter(folder -> !folder.equals(expected.getParent()))
              .map(folder -> PlainText.of(folder.getFileName()))
              .sorted()
              .toList();
      if (!others.isEmpty()) {
        notes.add(
            "The low-resolution images of %s are made by the bicubic kernel; what lies in %s is not read, only %s is."
                .formatted(
                    PlainText.of(originals), NameList.of(others, NAMED), PlainText.of(expected)));
      }
    } catch (IOException e) {
      // The images are found without a look at what lies beside their folder.
      return;
    }
  }

  private Path partner(Path partners, Path hr, String suffix) {
    String expected = ImageNames.baseName(hr) + suffix + ".";
    Path same = partners.resolve(expected + ImageNames.extension(hr));
    return Stream.concat(
            Stream.of(same),
            ImageNames.EXTENSIONS.stream().sorted().map(e -> partners.resolve(expected + e)))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new ButcherblockException(
                    "The low-resolution image %s of %s is missing; add it, or move %s away to have all of them made."
                        .formatted(same, hr, partners)));
  }

  /** A run among the images that it is trained on would be trained on its own curves. */
  private static boolean isRun(Path folder) {
    return Files.exists(folder.resolve("run.json")) && Files.exists(folder.resolve("log.jsonl"));
  }

  /** The folders in a folder, none twice: a link may lead back. */
  private List<Path> folders(Path folder) {
    if (!Files.isDirectory(folder)) {
      // The list of its images says what is wrong.
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      visited.add(folder.toRealPath());
      List<Path> found = new ArrayList<>();
      for (Path entry : entries.sorted().toList()) {
        if (Files.isDirectory(entry)
            && !FolderNames.of(entry).startsWith(".")
            && visited.add(entry.toRealPath())) {
          if (isRun(entry)) {
            notes.add(
                "Left out the folder " + PlainText.of(entry) + ", which holds a training run.");
          } else {
            found.add(entry);
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw FileFailure.cannot("list", folder, e);
    }
  }
}
