package io.butcherblock.image;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.FileNames;
import io.butcherblock.names.NameList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The images of a folder, and the files that are none. Folders in it are not looked into, and files
 * whose names begin with a dot are passed over.
 *
 * <p>An image is what has the extension of one: png, jpg, jpeg, jpe, jfif, bmp, tif, tiff, webp,
 * gif; and any other file that begins as PNG, JPEG, BMP, WebP or GIF do, or, without an extension,
 * as TIFF does; but for backups and unfinished downloads.
 *
 * @param folder where the files lie
 * @param images sorted by name, may be empty
 * @param leftOut the other files, sorted by name
 * @param folders those in it, sorted by name
 */
public record ImageFolder(Path folder, List<Path> images, List<Path> leftOut, List<Path> folders) {

  private static final int NAMED = 5;

  /** Of copies that editors and downloads leave beside a file. */
  private static final Pattern COPY =
      Pattern.compile(".*(~|\\.(bak|old|orig|tmp|temp|part|crdownload|download))");

  public ImageFolder {
    images = List.copyOf(images);
    leftOut = List.copyOf(leftOut);
    folders = List.copyOf(folders);
  }

  /**
   * Lists a folder. Only names are looked at, and the first bytes of files whose names do not tell.
   *
   * @throws ButcherblockException if {@code folder} is not a folder or cannot be listed, or the
   *     name of an image cannot be expressed in the character set of the locale
   */
  public static ImageFolder of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ButcherblockException(
          Files.exists(folder)
              ? folder + " is a file, not a folder."
              : "There is no folder " + folder + ".");
    }
    List<Path> images = new ArrayList<>();
    List<Path> leftOut = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(Path::toString))
          .forEach(
              file ->
                  (Files.isDirectory(file) ? folders : isImage(file) ? images : leftOut).add(file));
      images.forEach(FileNames::check);
    } catch (IOException e) {
      throw FileFailure.cannot("list", folder, e);
    } catch (UncheckedIOException e) {
      throw FileFailure.cannot("list", folder, e.getCause());
    }
    return new ImageFolder(folder, images, leftOut, folders);
  }

  /**
   * This folder with those of its images among what is left out that are figures of results, as
   * curves: PNG files that say so in the text that this library writes into them.
   */
  public ImageFolder withoutFigures() {
    Set<Path> figures = images.stream().filter(ImageFolder::isFigure).collect(Collectors.toSet());
    return new ImageFolder(
        folder,
        images.stream().filter(file -> !figures.contains(file)).toList(),
        Stream.concat(leftOut.stream(), figures.stream())
            .sorted(Comparator.comparing(Path::toString))
            .toList(),
        folders);
  }

  private static boolean isFigure(Path file) {
    return ImageOrigin.of(file).equals(Optional.of(ImageOrigin.FIGURE));
  }

  /** A sentence that names the folders in it, which are not looked into, if there are any. */
  public Optional<String> noteOfFolders() {
    if (folders.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "Not looked into: the %s of %s, %s."
            .formatted(
                folders.size() == 1 ? "folder" : "folders", PlainText.of(folder), named(folders)));
  }

  /** Names of those folders in it that hold images, for a sentence, if there are any. */
  Optional<String> foldersOfImages() {
    List<String> found =
        folders.stream()
            .filter(ImageFolder::holdsImages)
            .map(each -> PlainText.of(each.toString()))
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (found.size() == 1 ? "" : "a folder in it that has some, such as ")
                + NameList.of(found, NAMED));
  }

  private static boolean holdsImages(Path folder) {
    try {
      return !of(folder).images().isEmpty();
    } catch (ButcherblockException e) {
      // One that cannot be listed is not the one to name.
      return false;
    }
  }

  private static boolean isImage(Path file) {
    if (!Files.isRegularFile(file)) {
      // A link to nowhere, or a pipe, which would be waited for.
      return false;
    }
    if (ImageNames.isImage(file)) {
      return true;
    }
    String name = file.getFileName().toString();
    return !COPY.matcher(name).matches()
        && (ImageSignature.isOfImage(file)
            || (name.indexOf('.') < 0 && ImageSignature.isOfTiff(file)));
  }

  /** A few sentences that say which files were left out and why, if any were. */
  public Optional<String> note() {
    List<Path> dangling = leftOut.stream().filter(Files::notExists).toList();
    List<Path> figures = leftOut.stream().filter(ImageFolder::isFigure).toList();
    List<Path> others = new ArrayList<>(leftOut);
    others.removeAll(new HashSet<>(dangling));
    others.removeAll(new HashSet<>(figures));
    List<String> sentences = new ArrayList<>();
    if (!others.isEmpty()) {
      sentences.add(
          "Left out %s %s of %s, no %s of a known format: %s."
              .formatted(
                  others.size(),
                  others.size() == 1 ? "file" : "files",
                  PlainText.of(folder),
                  others.size() == 1 ? "image" : "images",
                  named(others)));
    }
    if (!dangling.isEmpty()) {
      sentences.add(
          "Left out %s of %s, for what %s to is missing: %s."
              .formatted(
                  dangling.size() == 1 ? "a link" : dangling.size() + " links",
                  PlainText.of(folder),
                  dangling.size() == 1 ? "it leads" : "they lead",
                  named(dangling)));
    }
    if (!figures.isEmpty()) {
      sentences.add(
          "Left out of %s what is a figure of results, no photograph: %s."
              .formatted(PlainText.of(folder), named(figures)));
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  private static String named(List<Path> files) {
    return NameList.of(
        files.stream().map(file -> PlainText.of(file.getFileName())).toList(), NAMED);
  }
}
