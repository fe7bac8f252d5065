package io.butcherblock.commands;

import io.butcherblock.console.Console;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Outputs;
import io.butcherblock.files.WholeFile;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageFolder;
import io.butcherblock.image.ImageNames;
import io.butcherblock.options.MissingFiles;
import io.butcherblock.options.OptionNames;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.options.OutputPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which images a command reads, and which file each becomes. What can go wrong with a file that is
 * to be written is found out here, before any work.
 *
 * @param jobs those that can be done
 * @param refused why not, for each image whose output cannot be written
 * @param notes sentences that say which files of folders are no images
 */
record ImageJobs(List<Job> jobs, Map<Path, String> refused, List<String> notes) {

  /** An image and the file to write. */
  record Job(Path from, Path to) {}

  /**
   * Finds the images.
   *
   * @param in images and folders of images
   * @param place for one image the file to write, or a folder; else a folder
   * @param weights files that are read besides
   * @param format the ending of the files in a folder, PNG if there is none; that of a file that is
   *     named has to be the same
   * @throws ButcherblockException if a file is not there, there is no image, an output is one of
   *     the files that are read, two are one, or nothing can be written to {@code out}
   */
  static ImageJobs of(
      List<Path> in,
      OutputPlace place,
      List<Path> weights,
      OutputFiles rule,
      Optional<String> format) {
    Path out = place.path();
    MissingFiles.refuse(Stream.concat(in.stream(), weights.stream()).toList());
    List<Path> images = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Path path : in) {
      if (Files.isDirectory(path)) {
        ImageFolder folder = ImageFolder.of(path);
        images.addAll(ImageFiles.listNonEmpty(folder));
        folder.note().ifPresent(notes::add);
        folder.noteOfFolders().ifPresent(notes::add);
      } else {
        images.add(path);
      }
    }
    boolean toFolder = images.size() > 1 || Files.isDirectory(in.get(0)) || place.isFolder();
    if (toFolder && !place.isFolder() && ImageNames.isImage(out)) {
      throw new ButcherblockException(
          "Several images, or those of a folder, go into a folder, and %1$s is named as an image: name a folder, or write %1$s/."
              .formatted(out));
    }
    if (!toFolder && format.isPresent() && !ImageNames.extension(out).equals(format.get())) {
      throw new ButcherblockException(
          "The ending of %s says its format; leave out --format %s, which is that of files in a folder and of standard output."
              .formatted(out, format.get()));
    }
    List<Path> inputs = new ArrayList<>(images);
    inputs.addAll(weights);
    Outputs outputs = new Outputs(inputs);
    List<Job> all = new ArrayList<>();
    Set<String> shared = sharedNames(images);
    String ending = "." + format.orElse("png");
    for (Path image : images) {
      String name = ImageNames.baseName(image);
      String kept = shared.contains(withoutCase(name)) ? image.getFileName().toString() : name;
      Path to = toFolder ? out.resolve(kept + ending) : out;
      outputs.add(to, image);
      all.add(new Job(image, to));
    }
    if (toFolder) {
      WholeFile.checkFolder(out);
    } else {
      WholeFile.checkPlace(out);
    }
    return allowed(all, notes, rule);
  }

  /** The names without endings, such as {@code a} of {@code a.jpg}, that several images have. */
  private static Set<String> sharedNames(List<Path> images) {
    Set<String> names = new HashSet<>();
    return images.stream()
        .map(image -> withoutCase(ImageNames.baseName(image)))
        .filter(name -> !names.add(name))
        .collect(Collectors.toSet());
  }

  private static String withoutCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static ImageJobs allowed(List<Job> all, List<String> notes, OutputFiles rule) {
    List<Job> jobs = new ArrayList<>();
    Map<Path, String> refused = new LinkedHashMap<>();
    for (Job job : all) {
      try {
        rule.checkInFolder(job.to(), OutputKind.IMAGE);
        jobs.add(job);
      } catch (ButcherblockException e) {
        refused.put(job.from(), OptionNames.message(e));
      }
    }
    return new ImageJobs(jobs, refused, notes);
  }

  /** All images, those included whose outputs cannot be written. */
  int size() {
    return jobs.size() + refused.size();
  }

  /** Images that were refused, told at once, for the end may be hours away. */
  FailedImages tell(int processes, Console console) {
    notes.forEach(console.err()::println);
    FailedImages failed = new FailedImages(processes, size());
    refused.forEach(
        (image, why) ->
            failed.add(0, image.toString(), why, console.failures(console.err()::println)));
    console.err().flush();
    return failed;
  }
}
