"""oisr-lf-history-s, x4: 4 blocks of 8 feature maps. Written by butcherblock VERSION.

Scheme carried-leapfrog, linear multistep. Order: 2, proved in exact arithmetic. In a block: one step, history carried from block to block (the first of a network by euler).

    y[n+1] = y[n-1] + 2 h f[n]

Vector field gv2: prelu, conv_3x3.

The keys of the state dict are those of the weights that butcherblock trains:
network.load_state_dict(safetensors.torch.load_file("weights.safetensors"))
"""

import torch
import torch.nn.functional as F
from torch import nn


class Block1(nn.Module):
    """carried-leapfrog: one step, history carried from block to block (the first of a network by euler).

    Block 0, counted from 0.
    """

    def __init__(self):
        super().__init__()
        self.relu1 = nn.PReLU(8)
        self.conv1 = nn.Conv2d(8, 8, 3, padding=1)

    def forward(self, y0):
        k1 = self.conv1(self.relu1(y0))
        y1 = y0 + k1
        return y1, y0


class Block2(nn.Module):
    """carried-leapfrog: one step, history carried from block to block (the first of a network by euler).

    Blocks 1 to 3, counted from 0.
    """

    def __init__(self):
        super().__init__()
        self.relu1 = nn.PReLU(8)
        self.conv1 = nn.Conv2d(8, 8, 3, padding=1)
        self.scale1 = nn.Parameter(torch.tensor([2.0]))

    def forward(self, y0, yBack1):
        k1 = self.conv1(self.relu1(y0))
        y1 = yBack1 + self.scale1 * k1
        return y1, y0


class OisrLfHistoryS(nn.Module):
    """Enlarges images 4 times.

    Input: float32 [N, 3, H, W], RGB, 0 to 255. Output: float32 [N, 3, 4 H, 4 W],
    neither clamped nor rounded.
    """

    def __init__(self):
        super().__init__()
        shifted_color = torch.tensor([-114.444, -111.460495, -103.020004]).view(1, -1, 1, 1)
        self.register_buffer("shifted_color", shifted_color, persistent=False)
        enlarged_color = torch.tensor([114.444, 111.460495, 103.020004]).view(1, -1, 1, 1)
        self.register_buffer("enlarged_color", enlarged_color, persistent=False)
        self.head = nn.ModuleList([nn.Conv2d(3, 8, 3, padding=1)])
        self.body = nn.ModuleList([
            Block1(),
            *(Block2() for _ in range(3)),
            nn.Conv2d(8, 8, 3, padding=1),
        ])
        self.tail = nn.ModuleList([
            nn.ModuleDict({"0": nn.Conv2d(8, 32, 3, padding=1), "2": nn.Conv2d(8, 32, 3, padding=1)}),
            nn.Conv2d(8, 3, 3, padding=1),
        ])

    def forward(self, image):
        image = image.contiguous(memory_format=torch.channels_last)
        head_0 = self.head[0](image + self.shifted_color)
        state = (head_0,)
        state = self.body[0](*state)
        for block in self.body[1:4]:
            state = block(*state)
        y1 = state[0]
        body_4 = self.body[4](y1)
        body_skip = body_4 + head_0
        tail_0_2 = self.tail[0]["2"](F.pixel_shuffle(self.tail[0]["0"](body_skip), 2))
        enlarged = self.tail[1](F.pixel_shuffle(tail_0_2, 2)) + self.enlarged_color
        return enlarged
