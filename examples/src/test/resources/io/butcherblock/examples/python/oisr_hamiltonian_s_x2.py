"""oisr-hamiltonian-s, x2: 2 blocks of 8 feature maps. Written by butcherblock VERSION.

Scheme hamiltonian-euler, partitioned Runge-Kutta. Order: 1, proved in exact arithmetic. In a block: one step.

    p' = -f(q), q' = g(p)

    p
    0 | 0
    --+--
      | 1

    q
    1 | 1
    --+--
      | 1

Vector field g-gradient: conv_3x3, relu, conv_3x3_transposed.

The keys of the state dict are those of the weights that butcherblock trains:
network.load_state_dict(safetensors.torch.load_file("weights.safetensors"))
"""

import torch
import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    """hamiltonian-euler: one step."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(4, 4, 3, padding=1)
        self.conv2 = nn.Conv2d(4, 4, 3, padding=1)
        self.scale1 = nn.Parameter(torch.tensor([-1.0]))

    def forward(self, p0, q0):
        k1 = F.conv2d(F.relu(self.conv1(p0)), self.conv1.weight.transpose(0, 1).flip(2, 3), padding=1)
        q1 = q0 + k1
        k2 = F.conv2d(F.relu(self.conv2(q1)), self.conv2.weight.transpose(0, 1).flip(2, 3), padding=1)
        p1 = p0 + self.scale1 * k2
        return p1, q1


class OisrHamiltonianS(nn.Module):
    """Enlarges images 2 times.

    Input: float32 [N, 3, H, W], RGB, 0 to 255. Output: float32 [N, 3, 2 H, 2 W],
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
            *(Block() for _ in range(2)),
            nn.Conv2d(8, 8, 3, padding=1),
        ])
        self.tail = nn.ModuleList([
            nn.ModuleList([nn.Conv2d(8, 32, 3, padding=1)]),
            nn.Conv2d(8, 3, 3, padding=1),
        ])

    def forward(self, image):
        image = image.contiguous(memory_format=torch.channels_last)
        head_0 = self.head[0](image + self.shifted_color)
        body_part1 = head_0[:, 0:4]
        body_part2 = head_0[:, 4:8]
        state = (body_part1, body_part2)
        for block in self.body[0:2]:
            state = block(*state)
        y1 = state[0]
        y2 = state[1]
        body_state = torch.cat([y1, y2], dim=1)
        body_2 = self.body[2](body_state)
        body_skip = body_2 + head_0
        enlarged = self.tail[1](F.pixel_shuffle(self.tail[0][0](body_skip), 2)) + self.enlarged_color
        return enlarged
