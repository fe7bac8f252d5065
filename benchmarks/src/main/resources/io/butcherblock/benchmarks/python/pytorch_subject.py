"""Python's PyTorch as a subject of the benchmarks: answers the requests of Requests.java, a line
for each. Arguments are name=value; beside this file lies the script that builds networks."""

import json
import platform
import re
import sys
import time

import torch
from torch.nn import functional as F

from pytorch_beside import build, take_weights

LAYOUT = torch.channels_last


def numbers(path, *shape):
    with open(path, "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=torch.float32).view(shape)


class Upscale:
    """Our TorchScript; from numbers to numbers in plain memory, as in the other subjects."""

    def __init__(self, told):
        self.lr = numbers(told["image"], 1, 3, int(told["height"]), int(told["width"]))
        model = torch.jit.load(told["folder"] + "/model.pt").eval()
        self.model = model.to(memory_format=LAYOUT)

    def run(self):
        with torch.inference_mode():
            return self.model(self.lr.to(memory_format=LAYOUT)).contiguous()


class Step:
    """A step of training, written as PyTorch's tutorials do, channels last."""

    def __init__(self, told):
        with open(told["folder"] + "/network.py", encoding="utf-8") as source:
            self.network = build(source.read())
        take_weights(self.network, told["folder"] + "/weights.pt", "cpu")
        self.network.to(memory_format=LAYOUT)
        n, side, scale = (int(told[key]) for key in ("patches", "side", "scale"))
        self.lr = numbers(told["folder"] + "/lr.f32", n, 3, side, side)
        self.hr = numbers(told["folder"] + "/hr.f32", n, 3, scale * side, scale * side)
        betas = (float(told["beta1"]), float(told["beta2"]))
        self.adam = torch.optim.Adam(
            self.network.parameters(), lr=float(told["rate"]), betas=betas, eps=float(told["epsilon"])
        )

    def run(self):
        lr, hr = self.lr.to(memory_format=LAYOUT), self.hr.to(memory_format=LAYOUT)
        self.adam.zero_grad(set_to_none=True)
        loss = F.l1_loss(self.network(lr), hr)
        loss.backward()
        self.adam.step()
        return torch.tensor([loss.item()])


WORKS = {"upscale": Upscale, "step": Step}


class Requests:
    def __init__(self, told):
        torch.set_num_threads(int(told["threads"]))
        self.name = told["work"]
        self.work = WORKS[self.name](told)
        self.processor_time = time.process_time()

    def known(self, name):
        if name != self.name:
            raise ValueError(f"There is no work {name}; there is {self.name}.")
        return self.work

    def run(self, name):
        work = self.known(name)
        idle = (time.process_time() - self.processor_time) * 1e3
        begin = time.perf_counter()
        work.run()
        milliseconds = (time.perf_counter() - begin) * 1e3
        self.processor_time = time.process_time()
        return f"{milliseconds} {idle}"

    def check(self, name, times, file):
        work = self.known(name)
        results = [work.run().flatten() for _ in range(int(times))]
        with open(file, "wb") as out:
            out.write(bytes(torch.cat(results).view(torch.uint8).tolist()))
        return ""

    def peak(self):
        try:
            with open("/proc/self/status", encoding="ascii") as status:
                return re.search(r"VmHWM:\s*(\d+) kB", status.read()).group(1)
        except OSError:
            return "-1"

    def versions(self):
        python = f"{torch.__version__}, Python {platform.python_version()}"
        return json.dumps({"Python's PyTorch": python})

    def answer(self, line):
        # At most four words: what comes last is a path, which may have spaces.
        request, *words = line.rstrip("\n").split(" ", 3)
        if request not in ("run", "check", "peak", "versions"):
            raise ValueError(f"There is no request {request}.")
        return getattr(self, request)(*words)


def main():
    requests = Requests(dict(word.split("=", 1) for word in sys.argv[1:]))
    print("ok ", flush=True)
    for line in sys.stdin:
        print("ok " + requests.answer(line), flush=True)


if __name__ == "__main__":
    try:
        main()
    except Exception as e:  # Whatever it is, the one who asked is to read it.
        print(f"failed {type(e).__name__}: {str(e).strip().splitlines()[:1]}", flush=True)
        raise
