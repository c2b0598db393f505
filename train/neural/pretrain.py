#!/usr/bin/python3
"""Before training: the encoder learns to guess hidden words of free text and of the treebanks' own text.
usage: pretrain.py --data ../shared/data --out pre.pt [--epochs N] [--text FILE.xz ...]"""
import argparse
import collections
import ctypes
import random
import time

import train as T
import torch
import torch.nn.functional as F
import corpus
import free
import text


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--data', default='../shared/data')
    ap.add_argument('--facts', default='../shared/facts')
    ap.add_argument('--text', nargs='*', default=None)
    ap.add_argument('--out', default='pre.pt')
    ap.add_argument('--epochs', type=float, default=4)
    ap.add_argument('--batch', type=int, default=2000)
    ap.add_argument('--width', type=int, default=256)
    ap.add_argument('--layers', default='3,3,1,1')
    ap.add_argument('--lr', type=float, default=3e-3)
    ap.add_argument('--targets', type=int, default=12000)
    ap.add_argument('--min_free', type=int, default=6)
    a = ap.parse_args()
    torch.manual_seed(2)
    rng = random.Random(2)
    train, extra, dev = T.read_all(a.data, a.facts)
    own = [[w.form for w in s] for s in train + extra if len(s) > 3]
    loose = [s for p in (a.text if a.text is not None else [a.data + '/text/us-state-department.txt.xz']) for s in free.sentences(p)]
    f1 = collections.Counter(text.folded(w.form) for s in train + extra for w in s)
    f2 = collections.Counter()
    memo = {}
    for s in loose:
        for t in s:
            k = memo.get(t)
            if k is None:
                k = memo[t] = text.folded(t)
            f2[k] += 1
    vocab = ['', '\x01'] + sorted({k for k, v in f1.items() if v >= 2} | {k for k, v in f2.items() if v >= a.min_free and len(k) < 30} |
                                  {k for k in f1 if f1[k] + f2[k] >= 3})
    words = {k: i for i, k in enumerate(vocab)}
    target = [words[k] for k, _ in sorted(((k, f1[k] * 2 + f2[k]) for k in vocab[2:]), key=lambda x: (-x[1], x[0]))[:a.targets]]
    target_of = {w: i for i, w in enumerate(target)}
    feats = T.Features(words, {})
    cfg = dict(words=len(vocab), word_dim=128, affix_dim=32, width=a.width, layers=[int(k) for k in a.layers.split(',')], tag_h=128, tags=2,
               rules=2, arc=128, rel=128, dropout=.1, in_drop=.05, tag_back=1)
    net = T.Net(cfg)
    net.guess_h, net.guess = T.Lin(a.width, 128), T.Lin(128, len(target))
    opt = T.Adam(net, .999)
    sents = own + own + loose
    print('vocab', len(vocab), 'own words', sum(map(len, own)), 'free words', sum(map(len, loose)), flush=True)
    W = collections.namedtuple('W', 'form tag names')
    per_epoch = sum(len(s) + 1 for s in sents) / a.batch
    steps, step, t0, run = int(a.epochs * per_epoch), 0, time.time(), collections.Counter()
    net.train()
    hide_affix = [0] * text.AFFIXES
    while step < steps:
        for group in T.batches(sents, a.batch, rng):
            if step >= steps:
                break
            b = T.make_batch([[W(t, None, None) for t in s] for s in group], feats, ({}, {}))
            word, affix = b['word'], b['affix']
            pick = torch.rand(len(word)) < .15
            rows, gold = [], []
            for r in pick.nonzero()[:, 0].tolist():
                t = target_of.get(int(word[r]))
                if t is not None:
                    rows.append(r)
                    gold.append(t)
            rows_t = torch.tensor(rows)
            word[rows_t] = 0
            affix[rows_t] = torch.tensor(hide_affix)
            low, top = net.encode(b)
            loss = F.cross_entropy(net.guess(net.hid(net.guess_h, top[rows_t])), torch.tensor(gold))
            loss.backward()
            x = step / steps
            opt.step(a.lr * min(1, (step + 1) / 300) * max(.05, 1 - x), 1e-4)
            run['loss'] += loss.item()
            step += 1
            if step % 100 == 0:
                print(step, steps, '%.0fs' % (time.time() - t0), round(run['loss'] / 100, 4), flush=True)
                run.clear()
            if step % 1000 == 0 or step == steps:
                opt.swap()
                torch.save({'net': {k: v for k, v in net.state_dict().items() if not k.startswith('guess')}, 'vocab': vocab}, a.out)
                opt.swap()


if __name__ == '__main__':
    main()
