package io.butcherblock.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.files.Json;
import io.butcherblock.image.ImageSize;
import java.util.List;

/** What the page is told of images. */
final class JobJson {

  private static final double NANOS = 1e9;

  private JobJson() {}

  static ObjectNode all(List<Job> jobs) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    ArrayNode list = root.putArray("images");
    int before = 0;
    for (Job job : jobs) {
      list.add(one(job, before));
      if (job.state() instanceof JobState.Waiting || job.state() instanceof JobState.Running) {
        before++;
      }
    }
    return root;
  }

  /**
   * One image.
   *
   * @param before how many images come before it, for one that waits
   */
  private static ObjectNode one(Job job, int before) {
    ObjectNode node =
        Json.MAPPER.createObjectNode().put("id", job.id()).put("name", job.request().name());
    JobState state = job.state();
    if (state instanceof JobState.Running running) {
      node.put("state", "running").put("done", running.done()).put("all", running.all());
      if (running.done() > 0) {
        double seconds = (System.nanoTime() - running.since()) / NANOS;
        node.put("secondsLeft", seconds / running.done() * (running.all() - running.done()));
      }
    } else if (state instanceof JobState.Done done) {
      node.put("state", "done").put("choice", done.choice());
      node.set("source", size(done.source()));
      node.set("target", size(done.target()));
      done.notes().forEach(node.putArray("notes")::add);
    } else if (state instanceof JobState.Failed failed) {
      node.put("state", "failed").put("error", failed.sentence());
    } else {
      node.put("state", "waiting").put("before", before);
    }
    return node;
  }

  private static ObjectNode size(ImageSize size) {
    return Json.MAPPER.createObjectNode().put("width", size.width()).put("height", size.height());
  }
}
