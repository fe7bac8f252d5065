package io.butcherblock.data;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FolderNames;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.ImageFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The images of a data set in two resolutions.
 *
 * <p>Layouts that a folder may have:
 *
 * <ul>
 *   <li>benchmark: {@code HR/NAME.png} and {@code LR_bicubic/X2/NAMEx2.png};
 *   <li>DIV2K: {@code DIV2K_train_HR/0001.png} and {@code DIV2K_train_LR_bicubic/X2/0001x2.png},
 *       and the same with {@code valid}; the folder above is meant, or one of the HR folders;
 *   <li>BasicSR: {@code GTmod12/NAME.png} and {@code LRbicx2/NAME.png};
 *   <li>plain: images, and folders of images below, which may have a layout of their own, but for
 *       those named as low-resolution images are, {@code LR_...}, {@code LRbic...} and {@code
 *       ..._LR_...}.
 * </ul>
 *
 * Where there is no folder of low-resolution images for the scale, they are made of the originals
 * by {@link BicubicResize}.
 *
 * @param folder where the images lie
 * @param scale how many times smaller the low-resolution images are, at least 2
 * @param pairs at least one, sorted by name
 * @param notes sentences that say which files were left out, for they are no images
 */
public record PairedDataset(Path folder, int scale, List<ImagePair> pairs, List<String> notes) {

  /** Which images of a DIV2K folder are meant if it has those for training and for validation. */
  public enum Purpose {
    /** The images in folders whose name contains {@code train}. */
    TRAINING("train"),
    /** The images in folders whose name contains {@code valid}. */
    EVALUATION("valid");

    final String part;

    Purpose(String part) {
      this.part = part;
    }
  }

  /** So many sentences on what was left out are read, where there is nothing else. */
  private static final int NOTES = 2;

  public PairedDataset {
    pairs = List.copyOf(pairs);
    notes = List.copyOf(notes);
  }

  /** The name of the data set: that of its folder. */
  public String name() {
    return FolderNames.of(folder);
  }

  /**
   * Finds the images of a folder, as {@link ImageFolder} does. Nothing is decoded.
   *
   * @param folder in one of the layouts of {@link PairedDataset}
   * @param scale how many times smaller the low-resolution images are, at least 2
   * @param purpose which images of a DIV2K folder are meant
   * @throws ButcherblockException if the folder is missing or has no images, or an original lacks
   *     its low-resolution image while others have one
   */
  public static PairedDataset of(Path folder, int scale, Purpose purpose) {
    if (scale < 2) {
      throw new ButcherblockException("The scale must be at least 2, not " + scale + ".");
    }
    FolderLayout layout = new FolderLayout(folder, scale, purpose);
    List<ImagePair> pairs = layout.pairs();
    if (pairs.isEmpty()) {
      throw new ButcherblockException(
          "There are no images in "
              + folder
              + " (PNG, JPEG, BMP, TIFF, WebP or GIF); name another folder."
              + firstNotes(layout.notes()));
    }
    return new PairedDataset(folder, scale, pairs, layout.notes());
  }

  /** What was left out, unless it is a whole tree of folders, such as that of a project. */
  private static String firstNotes(List<String> notes) {
    String first =
        notes.stream().limit(NOTES).map(note -> " " + note).collect(Collectors.joining());
    return notes.size() <= NOTES
        ? first
        : first + " In other folders below it there are no images either.";
  }
}
