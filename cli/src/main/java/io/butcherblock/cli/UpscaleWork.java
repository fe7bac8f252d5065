package io.butcherblock.cli;

import io.butcherblock.data.Image;
import io.butcherblock.data.ImageFiles;
import io.butcherblock.data.ImageSize;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.SharedWork;
import io.butcherblock.distributed.WorkResult;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.files.WholeFile;
import io.butcherblock.report.Progress;
import io.butcherblock.upscale.Upscaler;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Enlarges files, each in whichever process is free. */
final class UpscaleWork {

  /** An image and the file to write. */
  record Job(Path from, Path to) {}

  private final List<Job> jobs;
  private final List<String> facts;
  private final boolean resume;
  private final ProcessGroup peers;
  private final Console console;
  private final FailedImages failed;
  private int made;
  private int kept;

  /**
   * Work on files.
   *
   * @param facts what an output depends on besides its image
   * @param resume whether an output of the same image and facts is left as it is
   */
  UpscaleWork(
      List<Job> jobs, List<String> facts, boolean resume, ProcessGroup peers, Console console) {
    this.jobs = jobs;
    this.facts = facts;
    this.resume = resume;
    this.peers = peers;
    this.console = console;
    this.failed = new FailedImages(peers.size(), jobs.size());
  }

  /**
   * Enlarges them with all processes.
   *
   * @throws ButcherblockException at the end, which images cannot be read; at once, if a file
   *     cannot be written
   */
  void run(Upscaler upscaler) {
    try (Progress images = console.ofAll().start("upscale", "images", 0, jobs.size())) {
      SharedWork shared =
          new SharedWork(
              peers,
              "upscale",
              jobs.size(),
              (rank, outcome, done) -> {
                tell(rank, outcome);
                images.to(done);
              });
      shared.run(piece -> work(piece, upscaler, shared));
    }
    if (resume) {
      console.out().printf("Enlarged %d images; %d were there already.%n", made, kept);
    }
    failed.end("enlarged");
  }

  private WorkResult work(int piece, Upscaler upscaler, SharedWork shared) {
    Job job = jobs.get(piece);
    // What cannot be written ends the run: the next could not be either.
    WholeFile.checkPlace(job.to());
    String origin;
    Image image;
    try {
      origin = origin(job.from());
      if (resume && ImageFiles.origin(job.to()).equals(Optional.of(origin))) {
        return new WorkResult(piece, WorkResult.Kind.KEPT, "");
      }
      image = ImageFiles.read(job.from());
      ImageSize size = ImageSize.of(image).times(upscaler.scale());
      ImageFiles.checkWritable(size, image.hasAlpha(), job.to());
    } catch (ButcherblockException e) {
      return new WorkResult(piece, WorkResult.Kind.FAILED, e.getMessage());
    }
    String label = jobs.size() > 1 ? (piece + 1) + "/" + jobs.size() + " " : "";
    Image large;
    try (Progress tiles =
        console
            .ofThis()
            .start(label + job.from().getFileName(), "tiles", 0, upscaler.tiles(image))) {
      large = upscaler.upscale(image, new View(tiles, shared));
    }
    ImageFiles.write(large, job.to(), origin);
    return new WorkResult(
        piece,
        WorkResult.Kind.MADE,
        job.from() + " (" + image + ") -> " + job.to() + " (" + large + ")");
  }

  private String origin(Path image) {
    return new ContentDigest().add(String.join("\n", facts)).add(image).hex();
  }

  private void tell(int rank, WorkResult outcome) {
    switch (outcome.kind()) {
      case MADE -> {
        made++;
        console.out().println(outcome.text());
      }
      case KEPT -> kept++;
      case FAILED -> {
        String name = jobs.get(outcome.piece()).from().toString();
        failed.add(rank, name, outcome.text(), console.err()::println);
      }
    }
  }

  private record View(Progress tiles, SharedWork shared) implements Upscaler.Listener {

    @Override
    public void tileDone(int done, int all) {
      tiles.to(done);
      shared.look();
    }

    @Override
    public void note(String sentence) {
      tiles.line(sentence);
    }
  }
}
