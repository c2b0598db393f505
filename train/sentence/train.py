#!/usr/bin/env python3
"""Train model/sentence.bin, the weights of the sentence splitter (src/segment/sentence.c). Standard library only.

usage: train.py DUMP DATA OUT TRAIN.conllu... [--dev DEV.conllu...]

DUMP is the program built from dump.c (ninja -C build sentence-dump), DATA the build's onrecord.data. Logistic regression over
hashed features with AdaGrad and L2, then rounded to one signed byte a weight. Deterministic.
"""
import math
import os
import random
import subprocess
import sys
import tempfile

WEIGHTS = 1 << 15
EPOCHS, RATE, L2 = 10, 0.05, 3e-2


def text_and_ends(path):
    """The treebank's sentences joined by one space, an empty line between paragraphs; the byte where each ends."""
    out, size, ends, begun = [], 0, [], False
    for line in open(path, encoding='utf-8'):
        if line.startswith(('# newdoc', '# newpar')) and begun:
            out.append(b'\n\n')
            size += 2
            begun = False
        elif line.startswith('# text = '):
            piece = ((' ' if begun else '') + line[9:].rstrip('\n')).encode()
            out.append(piece)
            size += len(piece)
            ends.append(len(out[-1].rstrip()) - len(piece) + size)
            begun = True
    return b''.join(out) + b'\n', ends


def gaps(dump, data, path):
    text, ends = text_and_ends(path)
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ('text', 'ends')]
        open(names[0], 'wb').write(text)
        open(names[1], 'w').write('\n'.join(map(str, ends)) + '\n')
        lines = subprocess.run([dump, data] + names, check=True, stdout=subprocess.PIPE).stdout.decode().splitlines()
    rows = [list(map(int, line.split())) for line in lines]
    return [(row[1], row[2], row[3:]) for row in rows]


def train(rows):
    weight, square = [0.0] * WEIGHTS, [1e-6] * WEIGHTS
    total, steps = [0.0] * WEIGHTS, 0
    order = random.Random(1)
    rows = list(rows)
    for epoch in range(EPOCHS):
        order.shuffle(rows)
        loss = 0.0
        for end, _, features in rows:
            score = sum(weight[f] for f in features)
            p = 1 / (1 + math.exp(-max(-30, min(30, score))))
            loss -= math.log(max(1e-12, p if end else 1 - p))
            error = p - end
            for f in features:
                g = error + L2 * weight[f]
                square[f] += g * g
                weight[f] -= RATE * g / math.sqrt(square[f])
        print('epoch %d loss %.4f' % (epoch + 1, loss / len(rows)), file=sys.stderr)
        if epoch >= EPOCHS // 2:
            steps += 1
            for i, w in enumerate(weight):
                total[i] += w
    return [w / steps for w in total]


def quantise(weight):
    scale = 127 / max(1e-9, max(abs(w) for w in weight))
    return [max(-127, min(127, round(w * scale))) for w in weight]


def report(name, rows, weight):
    right = found = gold = rule = 0
    for end, said, features in rows:
        yes = sum(weight[f] for f in features) > 0
        right, found, gold, rule = right + (yes and end), found + yes, gold + end, rule + (said == end)
    print('%s: %d gaps, ends P %.2f R %.2f; rule alone right in %.2f %%, model in %.2f %%' % (
        name, len(rows), 100 * right / max(1, found), 100 * right / max(1, gold), 100 * rule / len(rows),
        100 * sum((sum(weight[f] for f in fs) > 0) == e for e, _, fs in rows) / len(rows)), file=sys.stderr)


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    dump, data, out, files = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
    cut = files.index('--dev') if '--dev' in files else len(files)
    weight = quantise(train([row for path in files[:cut] for row in gaps(dump, data, path)]))
    for path in files[cut + 1:]:
        report(path, gaps(dump, data, path), weight)
    open(out, 'wb').write(bytes(w & 255 for w in weight))


if __name__ == '__main__':
    main()
