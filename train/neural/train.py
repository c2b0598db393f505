#!/usr/bin/python3
"""Trains the language core's network. usage: train.py --data ../shared/data --facts ../shared/facts --out net.pt --bin model/english.bin

Words -> embeddings of the folded form and its affixes -> gated recurrences, half of the channels forward and half backward ->
tag, lemma rule, name label, and head and relation by biaffine scores. One thread; the same seed gives the same bytes.
"""
import argparse
import collections
import ctypes
import os
import random
import subprocess
import sys
import time

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import numpy as np
import torch
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import corpus
import export
import free
import gazetteer
import text

torch.set_num_threads(1)
NEG = -1e4
DIST = 32


def load_kernels():
    so = os.path.join(os.environ.get('TMPDIR', '/tmp'), 'onrecord-kernels-%d.so' % os.getpid())
    subprocess.check_call(['gcc', '-O3', '-march=native', '-ffast-math', '-shared', '-fPIC', '-o', so, os.path.join(HERE, 'kernels.c'), '-lm'])
    lib = ctypes.CDLL(so)
    os.unlink(so)
    lib.square_sum.restype = ctypes.c_float
    return lib


K = load_kernels()


def ptr(t):
    return ctypes.c_void_p(t.data_ptr())


class Squash(torch.autograd.Function):
    @staticmethod
    def forward(ctx, v):
        v = v.contiguous()
        ctx.save_for_backward(v)
        y = torch.empty_like(v)
        K.squash_all(ctypes.c_long(v.numel()), ptr(v), ptr(y))
        return y

    @staticmethod
    def backward(ctx, gy):
        v, = ctx.saved_tensors
        gy, gv = gy.contiguous(), torch.empty_like(v)
        K.squash_back(ctypes.c_long(v.numel()), ptr(v), ptr(gy), ptr(gv))
        return gv


class Gated(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, bias, x, first):
        u, x = u.contiguous(), x.contiguous()
        c, y = torch.empty_like(x), torch.empty_like(x)
        K.gated_forward(len(first) - 1, ptr(first), x.shape[1], ptr(u), ptr(bias), ptr(x), ptr(c), ptr(y))
        ctx.save_for_backward(u, bias, x, c, first)
        return y

    @staticmethod
    def backward(ctx, gy):
        u, bias, x, c, first = ctx.saved_tensors
        gy = gy.contiguous()
        gu, gx, gb = torch.empty_like(u), torch.empty_like(x), torch.empty_like(bias)
        K.gated_backward(len(first) - 1, ptr(first), x.shape[1], ptr(u), ptr(bias), ptr(x), ptr(c), ptr(gy), ptr(gu), ptr(gx), ptr(gb))
        return gu, gb, gx, None


class Drop(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, p):
        ctx.seed, ctx.p = int(torch.randint(1 << 30, (1,))), p
        return Drop.run(x.contiguous(), ctx.seed, p)

    @staticmethod
    def run(x, seed, p):
        y = torch.empty_like(x)
        K.drop(ctypes.c_long(x.numel()), ptr(x), ctypes.c_uint32(seed), ctypes.c_uint32(int(p * (1 << 24))), ctypes.c_float(1 / (1 - p)), ptr(y))
        return y

    @staticmethod
    def backward(ctx, gy):
        return Drop.run(gy.contiguous(), ctx.seed, ctx.p), None


def linear16(x, w):
    return F.linear(x.bfloat16(), w.bfloat16())


class Lin(torch.nn.Module):
    def __init__(self, a, b, gain=1.0):
        super().__init__()
        self.w = torch.nn.Parameter(torch.randn(b, a) * gain / a ** .5)
        self.b = torch.nn.Parameter(torch.zeros(b))

    def forward(self, x):
        return linear16(x, self.w).float() + self.b


class Net(torch.nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.cfg = cfg
        d = cfg['width']
        self.word = torch.nn.Parameter(torch.randn(cfg['words'], cfg['word_dim']) * .3)
        self.affix = torch.nn.ParameterList([torch.nn.Parameter(torch.randn(n, cfg['affix_dim']) * .3) for n in text.AFFIX_ROWS])
        self.enter = Lin(cfg['word_dim'] + cfg['affix_dim'] * text.AFFIXES + gazetteer.BITS, d, 1.5)
        self.layers = torch.nn.ModuleList([Lin(d * k, 3 * d, 1.5) for k in cfg['layers']])
        self.tag_h, self.tag = Lin(d, cfg['tag_h']), Lin(cfg['tag_h'], cfg['tags'])
        self.lemma_h, self.lemma = Lin(d, cfg['tag_h']), Lin(cfg['tag_h'], cfg['rules'])
        self.name_h, self.name = Lin(d, 64), Lin(64, len(corpus.NAMES))
        a = cfg['arc']
        self.arc_h, self.arc_d, self.arc_p = Lin(d, a), Lin(d, a), Lin(a, DIST)
        self.arc_b = Lin(a, 1)
        self.arc_gain = torch.nn.Parameter(torch.tensor(1.0))
        self.rel_h, self.rel_d, self.rel = Lin(d, cfg['rel']), Lin(d, cfg['rel']), Lin(cfg['rel'], len(corpus.RELS))
        self.p = cfg['dropout']

    def drop(self, x, row_sentence, sentences, p=None):
        p = self.p if p is None else p
        if not self.training or p == 0:
            return x
        mask = (torch.rand(sentences, x.shape[1]) >= p).float() / (1 - p)
        return x * mask[row_sentence]

    def encode(self, b):
        rs, sn = b['row_sentence'], len(b['first']) - 1
        parts = [F.embedding(b['word'], self.word)] + [F.embedding(b['affix'][:, i], t) for i, t in enumerate(self.affix)] + [b['known']]
        x = torch.cat(parts, 1)
        if self.training:
            x = Drop.apply(x, self.cfg['in_drop'])
        x = Squash.apply(self.enter(x))
        at = len(self.layers) - self.cfg['tag_back']
        for i, (lin, k) in enumerate(zip(self.layers, self.cfg['layers'])):
            v = self.drop(x, rs, sn)
            if k == 3:
                zero = torch.zeros(1, v.shape[1])
                v = torch.cat([torch.cat([zero, v[:-1]]) * b['not_first'], v, torch.cat([v[1:], zero]) * b['not_last']], 1)
            if i == at:
                low = x
            x = Gated.apply(linear16(v, lin.w), lin.b, x, b['first'])
        if self.cfg['tag_back'] == 0:
            low = x
        return self.drop(low, rs, sn), self.drop(x, rs, sn)

    def hid(self, lin, x):
        h = Squash.apply(lin(x))
        return Drop.apply(h, self.p) if self.training else h

    def arcs(self, b, top):
        """[sentence, dependent, head] scores; position 0 is the sentence's first row, the root."""
        h, dep = self.hid(self.arc_h, top), self.hid(self.arc_d, top)
        p, hb = self.arc_p(dep), self.arc_b(h)
        pad = b['pad']                                     # [S, n] row numbers, the last row for padding
        H, D, P = h[pad], dep[pad], p[pad]
        s = torch.bmm(D.bfloat16(), H.bfloat16().transpose(1, 2)).float() * self.arc_gain
        n = pad.shape[1]
        s = s + hb[pad].transpose(1, 2) + torch.gather(P, 2, b['bucket'][:n, :n].expand(len(pad), n, n))
        return s + b['pad_mask'][:, None, :]

    def rels(self, top, dep_rows, head_rows):
        h, d = linear16(top, self.rel_h.w).float(), linear16(top, self.rel_d.w).float()
        y = Squash.apply(h[head_rows] + d[dep_rows] + self.rel_d.b)
        return self.rel(Drop.apply(y, self.p) if self.training else y)


def bucket_of(delta):
    """Where the head is: left (negative) 0..15, right 16..31; exact to 8, then by powers."""
    a = abs(delta)
    k = a - 1 if a <= 8 else 8 + min(7, int(np.log2(a / 8 + 1e-9) * 2))
    return (16 if delta > 0 else 0) + max(0, k)


BUCKET = torch.tensor([[bucket_of(h - d) for h in range(420)] for d in range(420)])


class Features:
    def __init__(self, words, known):
        self.words = words                                 # folded form -> row; 0 unknown, 1 the sentence's first row
        self.known = known                                 # folded form -> gazetteer bits
        self.cache = {}

    def of(self, form):
        r = self.cache.get(form)
        if r is None:
            r = self.cache[form] = (self.words.get(text.folded(form), 0), text.affix_rows(form),
                                    KNOWN[self.known.get(text.folded(form), 0)])
        return r


KNOWN = [[float(v >> i & 1) for i in range(gazetteer.BITS)] for v in range(1 << gazetteer.BITS)]
ROOT_AFFIX = [0] * text.AFFIXES


def make_batch(sents, feats, maps, rng=None, unk=None):
    tags, rules = maps[:2]
    b = collections.defaultdict(list)
    first = [0]
    for si, s in enumerate(sents):
        base, n = first[-1], len(s)
        b['word'].append(1)
        b['affix'].append(ROOT_AFFIX)
        b['known'].append(KNOWN[0])
        mode = rng.random() if rng else 1
        other = maps[2].renamed(s, rng) if rng and len(maps) > 2 else {}
        for i, w in enumerate(s):
            form = other.get(i, w.form)
            if mode < .03:
                form = form.upper()
            elif mode < .05:
                form = form.lower()
            elif mode < .065:
                form = form[:1].upper() + form[1:]
            word, affix, known = feats.of(form)
            if rng and word > 1 and rng.random() < unk[word]:
                word = 0
            b['word'].append(word)
            b['affix'].append(affix)
            b['known'].append(known if not rng or rng.random() > .1 else KNOWN[0])
            row = base + 1 + i
            if w.tag is not None:
                t = tags.get(w.tag)
                if t is not None:
                    b['tag_row'].append(row)
                    b['tag'].append(t)
                r = rules.get(corpus.lemma_rule(w.form, w.lemma)) if mode >= .065 and i not in other else None
                if r is not None:
                    b['rule_row'].append(row)
                    b['rule'].append(r)
                b['dep_row'].append(row)
                b['head_row'].append(base + w.head)
                b['rel'].append(w.rel)
                b['arc_s'].append(si)
                b['arc_i'].append(i + 1)
                b['arc_h'].append(w.head)
            if w.names is not None and w.names != corpus.ALL:
                b['name_row'].append(row)
                b['name'].append(w.names)
        first.append(base + n + 1)
    out = {k: torch.tensor(v) for k, v in b.items()}
    N = first[-1]
    out['first'] = torch.tensor(first, dtype=torch.int32)
    lens = np.diff(first)
    out['row_sentence'] = torch.from_numpy(np.repeat(np.arange(len(sents)), lens))
    nf, nl = torch.ones(N, 1), torch.ones(N, 1)
    nf[first[:-1]] = 0
    nl[[f - 1 for f in first[1:]]] = 0
    out['not_first'], out['not_last'] = nf, nl
    pad, mask = np.full((len(sents), lens.max()), N - 1), np.full((len(sents), lens.max()), NEG, dtype=np.float32)
    for i, n in enumerate(lens):
        pad[i, :n] = np.arange(first[i], first[i + 1])
        mask[i, :n] = 0
    out['pad'], out['pad_mask'], out['bucket'], out['lens'] = torch.from_numpy(pad), torch.from_numpy(mask), BUCKET, lens
    return out


def losses(net, b):
    low, top = net.encode(b)
    out = {}
    if 'tag' in b:
        out['tag'] = F.cross_entropy(net.tag(net.hid(net.tag_h, low[b['tag_row']])), b['tag'], label_smoothing=.02)
    if 'rule' in b:
        out['lemma'] = F.cross_entropy(net.lemma(net.hid(net.lemma_h, low[b['rule_row']])), b['rule']) * .5
    if 'rel' in b:
        s = net.arcs(b, top)[b['arc_s'], b['arc_i']]
        s = s.scatter(1, b['arc_i'][:, None], NEG)         # no word heads itself
        out['arc'] = F.cross_entropy(s, b['arc_h'])
        out['rel'] = F.cross_entropy(net.rels(top, b['dep_row'], b['head_row']), b['rel'], label_smoothing=.02)
    if 'name' in b:
        lp = F.log_softmax(net.name(net.hid(net.name_h, top[b['name_row']])), 1)
        ok = (b['name'][:, None] >> torch.arange(len(corpus.NAMES))) & 1
        out['name'] = -1.5 * torch.logsumexp(lp + (1 - ok) * NEG, 1).sum() / max(1, b['row_sentence'].shape[0])
    return out


def batches(sents, words, rng):
    order = list(range(len(sents)))
    rng.shuffle(order)
    out = []
    for i in range(0, len(order), 1500):
        chunk = sorted(order[i:i + 1500], key=lambda j: len(sents[j]) + rng.random() * 4)
        cur, n = [], 0
        for j in chunk:
            cur.append(sents[j])
            n += len(sents[j]) + 1
            if n >= words:
                out.append(cur)
                cur, n = [], 0
        if cur:
            out.append(cur)
    rng.shuffle(out)
    return out


class Adam:
    def __init__(self, net, keep):
        self.ps = [p for p in net.parameters()]
        self.st = [(torch.zeros_like(p), torch.zeros_like(p), p.detach().clone()) for p in self.ps]
        self.t, self.keep = 0, keep

    def step(self, lr, decay=.0):
        self.t += 1
        f, L = ctypes.c_float, ctypes.c_long
        sq = sum(K.square_sum(L(p.numel()), ptr(p.grad)) for p in self.ps if p.grad is not None)
        scale = min(1.0, 5.0 / (sq ** .5 + 1e-6))
        b1, b2 = .9, .95
        keep = min(self.keep, (1 + self.t) / (10 + self.t))
        for p, (m, v, a) in zip(self.ps, self.st):
            if p.grad is None:
                p.grad = torch.zeros_like(p)
            K.adam(L(p.numel()), ptr(p), ptr(p.grad), ptr(m), ptr(v), ptr(a), f(lr), f(b1), f(b2), f(1 - b1 ** self.t), f(1 - b2 ** self.t),
                   f(decay), f(keep), f(scale))
            p.grad.zero_()

    def swap(self):
        for p, (m, v, a) in zip(self.ps, self.st):
            q = p.detach().clone()
            p.data.copy_(a)
            a.copy_(q)


def viterbi(lp):
    """BIO-consistent best labels; lp [n, labels]."""
    L = lp.shape[1]
    ok = np.array([[0 if not corpus.NAMES[j].startswith('I-') or corpus.NAMES[i][2:] == corpus.NAMES[j][2:] else NEG for j in range(L)] for i in range(L)])
    v = lp[0] + np.array([NEG if n.startswith('I-') else 0 for n in corpus.NAMES])
    back = []
    for t in range(1, len(lp)):
        m = v[:, None] + ok
        back.append(m.argmax(0))
        v = m.max(0) + lp[t]
    y = [int(v.argmax())]
    for bk in reversed(back):
        y.append(int(bk[y[-1]]))
    return y[::-1]


def analyse(net, sents, feats, maps, inv_tags, inv_rules, words=4000):
    """-> per sentence: [(tag, lemma, head, rel, name)]"""
    net.eval()
    order = sorted(range(len(sents)), key=lambda i: len(sents[i]))
    result = [None] * len(sents)
    with torch.no_grad():
        i = 0
        while i < len(order):
            j, n = i, 0
            while j < len(order) and (n == 0 or n + len(sents[order[j]]) < words):
                n += len(sents[order[j]]) + 1
                j += 1
            group = order[i:j]
            b = make_batch([sents[g] for g in group], feats, maps)
            low, top = net.encode(b)
            tag = net.tag(net.hid(net.tag_h, low)).argmax(1).numpy()
            rule = net.lemma(net.hid(net.lemma_h, low)).argsort(1, descending=True)[:, :20].numpy()
            name = F.log_softmax(net.name(net.hid(net.name_h, top)), 1).numpy()
            arc = net.arcs(b, top).contiguous()
            first = b['first'].tolist()
            heads = []
            for k, g in enumerate(group):
                m = first[k + 1] - first[k] - 1
                h = np.zeros(m + 1, dtype=np.int32)
                K.eisner(m, arc.shape[2], ctypes.c_void_p(arc[k].data_ptr()), ctypes.c_void_p(h.ctypes.data))
                heads.append(h)
            dep_rows = torch.tensor([first[k] + d for k in range(len(group)) for d in range(1, len(heads[k]))])
            head_rows = torch.tensor([first[k] + int(h) for k in range(len(group)) for h in heads[k][1:]])
            sc = net.rels(top, dep_rows, head_rows)
            sc[:, 1] += torch.where(head_rows == torch.tensor([first[k] for k in range(len(group)) for _ in heads[k][1:]]), 1e4, -1e4)
            rel = sc.argmax(1).numpy()
            at = 0
            for k, g in enumerate(group):
                f0, m = first[k], len(heads[k]) - 1
                nm = viterbi(name[f0 + 1:f0 + 1 + m])
                out = []
                for d in range(m):
                    form = sents[g][d].form
                    lemma = next((x for x in (corpus.apply_rule(inv_rules[r], form) for r in rule[f0 + 1 + d]) if x), form)
                    out.append((inv_tags[tag[f0 + 1 + d]], lemma, int(heads[k][d + 1]), int(rel[at]), nm[d]))
                    at += 1
                result[g] = out
            i = j
    net.train()
    return result


def spans(labels):
    out, cur = [], None
    for i, l in enumerate(labels + ['O']):
        if cur and (l[0] != 'I' or l[2:] != cur[1]):
            out.append((cur[0], i, cur[1]))
            cur = None
        if l[0] == 'B':
            cur = (i, l[2:])
    return set(out)


def score(sents, res):
    c = collections.Counter()
    for s, r in zip(sents, res):
        gold_names = []
        for w, (tag, lemma, head, rel, nm) in zip(s, r):
            c['n'] += 1
            c['upos'] += tag[0] == w.tag[0]
            c['xpos'] += tag[1] == w.tag[1]
            c['feats'] += tag[2] == w.tag[2]
            c['lemma'] += lemma == w.lemma
            c['uas'] += head == w.head
            c['las'] += head == w.head and corpus.RELS[rel].split(':')[0] == corpus.RELS[w.rel].split(':')[0]
        if s[0].names is not None:
            g = spans([next((x for x in corpus.NAMES[1:7] if w.names == corpus.bits(x)), 'O') for w in s])
            p = spans([corpus.NAMES[x[4]] if x[4] < 7 else 'O' for x in r])
            c['hit'] += len(g & p)
            c['g'] += len(g)
            c['p'] += len(p)
    t = {k: round(100 * c[k] / c['n'], 2) for k in ('upos', 'xpos', 'feats', 'lemma', 'uas', 'las')}
    if c['g']:
        t['names'] = round(200 * c['hit'] / (c['g'] + c['p'] + 1e-9), 2)
    return t


class Renamer:
    """Other persons and places in the place of some: what is around a name must tell, not only the names that training has."""

    def __init__(self, facts):
        given, sur = gazetteer.person_names('g'), gazetteer.person_names('s')
        self.people = [(given[l], sur[l]) for l in sorted(given) if l in sur]
        self.places = sorted({r['name'] for r in gazetteer.towns(facts, 100000) if ' ' not in r['name'] and r['name'][:1].isupper()})

    def renamed(self, s, rng):
        """-> {index in s: another form}"""
        out = {}
        if rng.random() > .3:
            return out
        at = 0
        while at < len(s):
            end = at + 1
            n = s[at].names
            for kind in ('PER', 'LOC'):
                if n == corpus.bits('B-' + kind):
                    while end < len(s) and s[end].names == corpus.bits('I-' + kind):
                        end += 1
                    if rng.random() < .6:
                        self.put(out, s, at, end, kind, rng)
            at = end
        return out

    def put(self, out, s, at, end, kind, rng):
        if end - at > 3 or not all(w.form[:1].isupper() and w.form.isalpha() and len(w.form) > 1 for w in s[at:end]):
            return
        if kind == 'LOC':
            if end - at == 1:
                out[at] = rng.choice(self.places)
            return
        given, sur = rng.choice(self.people)
        forms = [rng.choice(sur if rng.random() < .7 else given)] if end - at == 1 else \
            [rng.choice(given) for _ in range(end - at - 1)] + [rng.choice(sur)]
        out.update(zip(range(at, end), forms))


def read_all(data, facts):
    d = data + '/syntax/'
    train = list(corpus.conllu(d + 'ewt-train.conllu', 'uner')) + list(corpus.conllu(data + '/names/gum-free-train.named.conllu', 'gum'))
    n = data + '/names/'
    extra = list(corpus.iob(n + 'wikigold.conll', corpus.WIKIGOLD, False)) + list(corpus.iob(n + 'wnut17-train.conll', corpus.WNUT, True))
    for part in ('train', 'dev'):
        extra += list(corpus.iob(n + 'crossner-politics-%s.conll' % part, corpus.CROSSNER, True))
    adj = gazetteer.nationalities(facts)
    norp = corpus.bits('B-NORP')

    def mark(s):
        return [w._replace(names=norp) if w.names is not None and w.names & corpus.NORP and w.form in adj else w for w in s]
    dev = {'ewt': list(corpus.conllu(d + 'ewt-dev.conllu', 'uner')), 'gum': list(corpus.conllu(d + 'gum-free-dev.conllu'))}
    return [mark(s) for s in train], [mark(s) for s in extra], dev


def usual_lemmas(sents):
    """(form in small letters, class) -> its most frequent lemma, the first in the alphabet of several"""
    by = collections.defaultdict(collections.Counter)
    for s in sents:
        for w in s:
            by[corpus.lower(w.form), w.tag[0]][corpus.lower(w.lemma)] += 1
    return {k: min(c, key=lambda l: (-c[l], l)) for k, c in by.items()}


def small_share(sents, data):
    """folded form -> how often it is written with a small letter, in the treebanks and the free text."""
    small, all_ = collections.Counter(), collections.Counter()
    memo = {}
    for s in [[w.form for w in t] for t in sents] + list(free.sentences(data + '/text/us-state-department.txt.xz')):
        for f in s:
            k = memo.get(f)
            if k is None:
                k = memo[f] = text.folded(f)
            all_[k] += 1
            small[k] += f[:1].islower()
    return lambda k: small[k] / all_[k] if all_[k] else 0


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--data', default='../shared/data')
    ap.add_argument('--facts', default='../shared/facts')
    ap.add_argument('--out', default='net.pt')
    ap.add_argument('--bin', default='', help='write the model file too')
    ap.add_argument('--epochs', type=float, default=15)
    ap.add_argument('--batch', type=int, default=2000)
    ap.add_argument('--width', type=int, default=256)
    ap.add_argument('--layers', default='3,3,1,1')
    ap.add_argument('--dropout', type=float, default=.25)
    ap.add_argument('--in_drop', type=float, default=.25)
    ap.add_argument('--lr', type=float, default=2e-3)
    ap.add_argument('--tag_back', type=int, default=1)
    ap.add_argument('--keep', type=float, default=.998)
    ap.add_argument('--every', type=int, default=3)
    a = ap.parse_args()
    torch.manual_seed(1)
    rng = random.Random(1)
    train, extra, dev = read_all(a.data, a.facts)
    freq = collections.Counter(text.folded(w.form) for s in train + extra for w in s)
    vocab = ['', '\x01'] + sorted(k for k, v in freq.items() if v >= 2)
    words = {k: i for i, k in enumerate(vocab)}
    unk = [0, 0] + [.3 / (.3 + freq[k]) for k in vocab[2:]]
    known = gazetteer.flags(a.facts, small_share(train + extra, a.data))
    tag_n = collections.Counter(w.tag for s in train for w in s)
    tag_list = sorted(t for t, v in tag_n.items() if v >= 3)
    rule_n = collections.Counter(corpus.lemma_rule(w.form, w.lemma) for s in train for w in s)
    lemma_n = collections.Counter((w.lemma, w.tag[0]) for s in train for w in s if w.lemma.islower())
    usual = usual_lemmas(train)
    rule_list = sorted(r for r, v in rule_n.items() if v >= 3)
    maps = ({t: i for i, t in enumerate(tag_list)}, {r: i for i, r in enumerate(rule_list)}, Renamer(a.facts))
    feats = Features(words, known)
    cfg = dict(words=len(vocab), word_dim=128, affix_dim=32, width=a.width, layers=[int(k) for k in a.layers.split(',')], tag_h=128,
               tags=len(tag_list), rules=len(rule_list), arc=128, rel=128, dropout=a.dropout, in_drop=a.in_drop, tag_back=a.tag_back)
    net = Net(cfg)
    opt = Adam(net, a.keep)
    print('words', len(vocab), 'tags', len(tag_list), 'rules', len(rule_list), 'weights', sum(p.numel() for p in net.parameters()), flush=True)
    steps = int(a.epochs * len(batches(train + extra, a.batch, random.Random(0))))
    t0, step, epoch, run = time.time(), 0, 0, collections.Counter()
    net.train()
    while step < steps:
        epoch += 1
        for group in batches(train + extra, a.batch, rng):
            if step >= steps:
                break
            b = make_batch(group, feats, maps, rng, unk)
            ls = losses(net, b)
            if not ls:
                continue
            sum(ls.values()).backward()
            x = step / steps
            lr = a.lr * min(1, (step + 1) / 200) * (1 if x < .3 else max(.02, 1 - (x - .3) / .7))
            opt.step(lr, 1e-3)
            for k, v in ls.items():
                run[k] += v.item()
            run['n'] += 1
            step += 1
            if step % 100 == 0:
                print(step, steps, '%.0fs' % (time.time() - t0), {k: round(v / run['n'], 4) for k, v in run.items() if k != 'n'}, flush=True)
                run.clear()
        if epoch % a.every == 0 or step >= steps:
            opt.swap()
            for k, v in dev.items():
                print('epoch', epoch, '%.0fs' % (time.time() - t0), k, score(v, analyse(net, v, feats, maps, tag_list, rule_list)), flush=True)
            torch.save({'net': net.state_dict(), 'cfg': cfg, 'vocab': vocab, 'tags': tag_list, 'rules': rule_list, 'known': known,
                        'lemmas': {k for k, n in lemma_n.items() if n >= 3}, 'usual': usual}, a.out)
            opt.swap()
    if a.bin:
        export.main(a.out, a.bin)


if __name__ == '__main__':
    main()
