"""Makes the .pt files in this folder; run with PyTorch 1.13 in this folder."""

from collections import OrderedDict

import torch

weight = torch.arange(6, dtype=torch.float32).view(2, 3)
state = OrderedDict(
    weight=weight,
    transposed=weight.t(),
    tail=weight.view(-1)[4:],
    half=torch.tensor([1.5, -2.0], dtype=torch.float16),
    brain=torch.tensor([1.5, -3.0], dtype=torch.bfloat16),
    double=torch.tensor([[0.1]], dtype=torch.float64),
    long=torch.tensor([-7, 1 << 40]),
    scalar=torch.tensor(2.5),
    empty=torch.zeros(0, 4),
    parameter=torch.nn.Parameter(torch.ones(2)),
)
nested = {
    "epoch": 3,
    "best": -1.5,
    "name": "x2",
    "flags": [True, False, None, -70000, 1 << 40, (1, 2)],
    "state_dict": OrderedDict(weight=weight),
    "optimizer": {"state": {0: {"step": 5, "exp_avg": torch.zeros(6)}}},
}
for name, value in (("state", state), ("nested", nested)):
    torch.save(value, name + ".zip.pt")
    torch.save(value, name + ".pt", _use_new_zipfile_serialization=False)
torch.save(torch.nn.ReLU(), "module.zip.pt")
torch.save({"mask": torch.tensor([True])}, "bool.zip.pt")
torch.jit.script(torch.nn.Identity()).save("script.zip.pt")
