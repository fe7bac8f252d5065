"""Makes the files in this folder: the weights of one small EDSR as people keep them.

Run with PyTorch 1.13 and numpy in this folder. Weight number i of the network is
((37 i) mod 127 - 63) / 64, which every type of floating-point numbers holds exactly.
"""

import argparse
import collections
import datetime
import json
import pathlib
import random
import struct
from collections import OrderedDict

import numpy
import torch

C = 2
SHAPES = OrderedDict()
for name, shape in (
    ("head.0", (C, 3)),
    ("body.0.body.0", (C, C)),
    ("body.0.body.2", (C, C)),
    ("body.1", (C, C)),
    ("tail.0.0", (4 * C, C)),
    ("tail.1", (3, C)),
):
    SHAPES[name + ".weight"] = shape + (3, 3)
    SHAPES[name + ".bias"] = shape[:1]

state = OrderedDict()
mean = torch.tensor([0.4488, 0.4371, 0.4040]) * 255
state["sub_mean.weight"] = torch.eye(3).view(3, 3, 1, 1)
state["sub_mean.bias"] = -mean
count = 0
for key, shape in SHAPES.items():
    n = int(numpy.prod(shape))
    i = torch.arange(count, count + n)
    state[key] = ((37 * i % 127 - 63) / 64).view(shape)
    count += n
state["add_mean.weight"] = torch.eye(3).view(3, 3, 1, 1)
state["add_mean.bias"] = mean


def of(change, weights=state):
    return OrderedDict((k, change(v)) for k, v in weights.items())


def prefixed(prefix, weights=state):
    return OrderedDict((prefix + k, v) for k, v in weights.items())


def save(name, value):
    torch.save(value, name + ".zip.pt")
    torch.save(value, name + ".pt", _use_new_zipfile_serialization=False)


def safetensors(name, weights, dtype):
    header, data = {}, b""
    for key, tensor in weights.items():
        raw = tensor.contiguous().view(torch.int16).numpy().tobytes()
        header[key] = {
            "dtype": dtype,
            "shape": list(tensor.shape),
            "data_offsets": [len(data), len(data) + len(raw)],
        }
        data += raw
    text = json.dumps(header).encode()
    with open(name + ".safetensors", "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text + data)


half, brain = of(torch.Tensor.half), of(torch.Tensor.bfloat16)
save("half", half)
save("bfloat16", brain)
safetensors("half", half, "F16")
safetensors("bfloat16", brain, "BF16")
save("double", of(torch.Tensor.double))
# The mean of bfloat16, kept as single again.
save("bfloat16-then-float", of(torch.Tensor.float, brain))

parameters = [torch.nn.Parameter(v.clone()) for v in state.values()]
optimizer = torch.optim.Adam(parameters)
sum((p * p).sum() for p in parameters).backward()
optimizer.step()
numpy.random.seed(1)
save(
    "beside",
    {
        "epoch": 3,
        "global_step": torch.tensor(1000),
        "best_psnr": numpy.float64(31.5),
        "best_epoch": numpy.int64(2),
        "history": numpy.arange(9000.0),
        "args": argparse.Namespace(scale=[2], model="EDSR", lr=1e-4, dtype=torch.float32),
        "when": datetime.datetime(2021, 5, 17, 12, 0),
        "file": pathlib.PurePosixPath("/data/x.png"),
        "device": torch.device("cpu"),
        "size": torch.zeros(2, 3).shape,
        "seen": {"a", "b"},
        "counts": collections.Counter([3, 3, 5]),
        "by_name": collections.defaultdict(list, {"a": [1]}),
        "by_tuple": {(1, 2): 3, None: 4, 1.5: 5},
        "bytes": b"\x00\xff",
        "big": 1 << 3000,
        "complex": torch.zeros(2, dtype=torch.complex64),
        "mask": torch.tensor([True, False]),
        "bytes_of": torch.arange(3, dtype=torch.uint8),
        "ints": torch.arange(3, dtype=torch.int32),
        "random": random.Random(1).getstate(),
        "numpy_random": numpy.random.get_state(),
        "torch_random": torch.get_rng_state(),
        "net": prefixed("module."),
        "optimizer": optimizer.state_dict(),
        "optimizer_itself": optimizer,
        "scheduler": torch.optim.lr_scheduler.MultiStepLR(optimizer, [2, 2, 4]).state_dict(),
    },
)


def basic_sr(weights, blocks=1):
    names = {"head.0": "conv_first", "body.%d" % blocks: "conv_after_body", "tail.1": "conv_last"}
    result = OrderedDict()
    for key, tensor in weights.items():
        layer, kind = key.rsplit(".", 1)
        layer = layer.replace(".body.0", ".conv1").replace(".body.2", ".conv2")
        layer = names.get(layer, layer.replace("tail.0", "upsample"))
        if "mean" not in layer:
            result[layer + "." + kind] = tensor
    return result


zeros = OrderedDict((k, torch.zeros_like(v)) for k, v in state.items() if "mean" not in k)
save("basicsr", {"params": basic_sr(zeros), "params_ema": basic_sr(state)})
torch.save(prefixed("module.", basic_sr(state)), "basicsr-parallel.zip.pt")
torch.save({"netD": {"conv.weight": torch.zeros(1)}, "netG": state}, "gan.zip.pt")
flat = prefixed("generator.")
flat["discriminator.conv.weight"] = torch.zeros(1)
torch.save({"meta": {"iter": 5}, "state_dict": flat}, "generator.zip.pt")
torch.save({"model": {"state_dict": prefixed("_orig_mod.module.")}}, "compiled.zip.pt")
torch.save((5, [state]), "tuple.zip.pt")
torch.save({"netG": zeros, "netG_b": state}, "two-one-named.zip.pt")
torch.save({"a": zeros, "b": state}, "two.zip.pt")
torch.save(OrderedDict(list(prefixed("a.").items()) + list(prefixed("b.").items())), "two-flat.zip.pt")

channels_last = OrderedDict(state)
for key, tensor in state.items():
    if tensor.dim() == 4:
        channels_last[key] = tensor.to(memory_format=torch.channels_last)
save("channels-last", channels_last)
one = torch.cat([v.reshape(-1) for v in state.values()])
shared, at = OrderedDict(), 0
for key, tensor in state.items():
    shared[key] = one[at : at + tensor.numel()].view(tensor.shape)
    at += tensor.numel()
shared["epoch"] = torch.tensor(7)
shared["best"] = torch.tensor(31.5)
save("shared", shared)
turned = OrderedDict(
    (k, v.permute(*range(v.dim() - 1, -1, -1)).contiguous().permute(*range(v.dim() - 1, -1, -1)))
    for k, v in state.items()
)
save("turned", turned)

for name, value in (("nan", float("nan")), ("infinite", float("-inf")), ("too-large", 1e300)):
    broken = of(torch.Tensor.double)
    broken["body.0.body.2.weight"][1, 0, 2, 1] = value
    torch.save(broken, name + ".zip.pt")
broken = of(lambda v: v.clone())
broken["sub_mean.bias"][1] = float("nan")
torch.save(broken, "nan-mean.zip.pt")
torch.save(of(lambda v: (v * 64).round().to(torch.int8)), "whole-numbers.zip.pt")


class Attributes(dict):
    """Of no library that is known."""


torch.save({"state_dict": state, "config": Attributes(a=1)}, "unknown.zip.pt")
