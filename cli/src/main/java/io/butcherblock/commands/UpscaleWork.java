package io.butcherblock.commands;

import io.butcherblock.Enlarger;
import io.butcherblock.console.Console;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.SharedWork;
import io.butcherblock.distributed.TextCodec;
import io.butcherblock.distributed.WorkResult;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.execute.OutOfMemory;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageEncoding;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageMetadata;
import io.butcherblock.image.ImageSize;
import io.butcherblock.names.Counted;
import io.butcherblock.options.FailureSentence;
import io.butcherblock.options.OptionNames;
import io.butcherblock.options.Texts;
import io.butcherblock.progress.Progress;
import io.butcherblock.upscale.FileUpscaling;
import io.butcherblock.upscale.TargetSize;
import io.butcherblock.upscale.Upscaler;
import java.util.List;

/** Enlarges files, each in whichever process is free. */
final class UpscaleWork {

  private final List<ImageJobs.Job> jobs;
  private final ImageEncoding encoding;
  private final boolean resume;
  private final ProcessGroup group;
  private final Console console;
  private final FailedImages failed;
  private final OutputFolder folder;
  private final PictureNotes notes = new PictureNotes();
  private int made;
  private int kept;

  /**
   * Work on files.
   *
   * @param encoding how they are written
   * @param failed those that were given up already
   * @param resume whether an output of the same image, made in the same way, is left as it is
   */
  UpscaleWork(
      ImageJobs images,
      ImageEncoding encoding,
      FailedImages failed,
      boolean resume,
      ProcessGroup group,
      Console console) {
    this.jobs = images.jobs();
    this.encoding = encoding;
    this.resume = resume;
    this.group = group;
    this.console = console;
    this.failed = failed;
    this.folder = OutputFolder.of(images);
  }

  /**
   * Enlarges them with all processes.
   *
   * @throws ButcherblockException at the end, which images cannot be read or enlarged; at once, if
   *     a file cannot be written, as on a full disk, or its folder is no longer there
   */
  void run(Enlargers enlargers) {
    if (group.size() > 1) {
      folder.makeFor(group);
    }
    try (Progress images = console.ofAll().start("upscale", "images", 0, jobs.size())) {
      SharedWork<String> shared =
          new SharedWork<>(
              group,
              "upscale",
              jobs.size(),
              TextCodec.ofText(),
              (rank, result, done) -> {
                tell(rank, result);
                images.to(done);
              });
      shared.run(piece -> work(piece, enlargers, shared));
    }
    if (resume) {
      console
          .out()
          .printf(
              "Enlarged %s; %s %s there already.%n",
              Counted.of(made, "image"), kept, kept == 1 ? "was" : "were");
    }
    notes.print(console.err()::println);
    failed.end("enlarged");
  }

  /** Does a job; what comes of it is a line that says so. */
  private WorkResult<String> work(int piece, Enlargers enlargers, SharedWork<String> shared) {
    ImageJobs.Job job = jobs.get(piece);
    TargetSize size = enlargers.size();
    Enlarger enlarger;
    FileUpscaling file;
    Image image;
    int all;
    try {
      enlarger = enlargers.of(job.from());
      file = FileUpscaling.of(job.from(), job.to(), enlarger.facts(size), encoding);
      if (resume && file.isDone()) {
        return WorkResult.kept(piece, "");
      }
      // Whether it is too large is known before it is decoded.
      all = tiles(enlarger, job, ImageFiles.size(job.from()), size);
      image = file.read(size);
    } catch (ButcherblockException e) {
      return WorkResult.failed(piece, OptionNames.message(e));
    }
    String label = jobs.size() > 1 ? (piece + 1) + "/" + jobs.size() + " " : "";
    Image large;
    try (Progress tiles =
        console.ofThis().start(label + PlainText.of(job.from().getFileName()), "tiles", 0, all)) {
      large = enlarger.upscale(image, size, new View(tiles, shared));
    } catch (ButcherblockException e) {
      // Too large for this network or machine; the next need not be.
      return WorkResult.failed(piece, OptionNames.message(e.within(job.from().toString())));
    } catch (OutOfMemoryError e) {
      if (OutOfMemory.isNative(e)) {
        throw e;
      }
      return WorkResult.failed(piece, job.from() + ": " + FailureSentence.of(e));
    }
    // What cannot be written, though it was checked, ends the run: the next could not be either.
    folder.check();
    ImageMetadata metadata = file.write(large);
    folder.look();
    String line = Texts.made(job.from(), image, job.to(), large);
    return WorkResult.made(piece, PictureNotes.line(line, job, metadata, large));
  }

  private static int tiles(
      Enlarger enlarger, ImageJobs.Job job, ImageSize source, TargetSize size) {
    try {
      return enlarger.tiles(source, size);
    } catch (ButcherblockException e) {
      throw e.within(job.from().toString());
    }
  }

  private void tell(int rank, WorkResult<String> result) {
    switch (result.kind()) {
      case MADE -> {
        made++;
        String value = result.value().orElseThrow();
        console.out().println(notes.take(value, jobs.get(result.piece()).from()));
      }
      case KEPT -> kept++;
      case FAILED -> {
        String name = jobs.get(result.piece()).from().toString();
        failed.add(rank, name, result.failure(), console.failures(console.err()::println));
      }
    }
  }

  private record View(Progress tiles, SharedWork<?> shared) implements Upscaler.Listener {

    @Override
    public void tileDone(int done, int all) {
      tiles.to(done);
      shared.poll();
    }

    @Override
    public void note(String sentence) {
      tiles.line(sentence);
    }
  }
}
