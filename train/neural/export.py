#!/usr/bin/python3
"""The trained network in 8 bits, as src/analyse/net.h lays it out. usage: export.py NET.pt OUT.bin"""
import os
import struct
import sys

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import numpy as np
import torch

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import corpus
import gazetteer
import text

ONE, LOGIT = 4096, 1024
MASK = (1 << 64) - 1


def hash64(data):
    h = 14695981039346656037
    for b in data:
        h = (h ^ b) * 1099511628211 & MASK
    return h


def checksum(data):
    """Four lanes of FNV-1a over 64-bit words, then the lanes."""
    data += b'\0' * (-len(data) % 32)
    v = np.frombuffer(data, dtype='<u8').reshape(-1, 4)
    lanes = np.array([14695981039346656037 + i for i in range(4)], dtype=np.uint64)
    prime = np.uint64(1099511628211)
    with np.errstate(over='ignore'):
        for row in v:
            lanes = (lanes ^ row) * prime
            lanes ^= lanes >> np.uint64(29)
    h = 14695981039346656037
    for x in lanes.tolist():
        h = (h ^ x) * 1099511628211 & MASK
    return h


def quantised_rows(t):
    scale = float(t.abs().max()) / 127
    return np.clip(np.round(t.numpy() / scale), -127, 127).astype(np.int8), scale


def linear(w, b, unit, out_unit):
    """w [out, in] over activations of 127 a unit; out_unit: what 1.0 becomes, for each output or all. -> sections, (in, out, shift)"""
    w, b = np.asarray(w, dtype=np.float64), np.asarray(b, dtype=np.float64)
    n = w.shape[0]
    wide = -n % 32                                        # whole tiles
    w, b = np.pad(w, ((0, wide), (0, -w.shape[1] % 64))), np.pad(b, (0, wide))
    k = w.shape[1]
    gain = np.pad(np.broadcast_to(np.asarray(out_unit, dtype=np.float64), (n,)), (0, wide))
    s = np.maximum(np.abs(w).max(1) / 127, 1e-12)
    q = np.clip(np.round(w / s[:, None]), -127, 127).astype(np.int8)
    real = s / unit                                       # what 1 of a sum is worth
    bias = np.clip(np.round(b / real), -(1 << 22), 1 << 22).astype(np.int64) - 128 * q.astype(np.int64).sum(1)
    per = real * gain * 16
    per[s <= 1e-12] = 0
    shift = int(np.floor(np.log2(2000 / per.max())))
    assert 0 <= shift <= 30, shift
    scale = np.round(per * 2.0 ** shift).astype(np.int32)
    packed = q.reshape(-1, 16, k // 4, 4).transpose(0, 2, 1, 3).tobytes()
    return [packed, bias.astype('<i4').tobytes(), scale.astype('<i4').tobytes()], (k, n + wide, shift)


def keys(vocab, known):
    entries = {word: row for row, word in enumerate(vocab) if row >= 2}
    entries.update((word, 0) for word in sorted(known) if word not in entries)
    slots = 1 << (len(entries) * 3 // 2).bit_length()
    table = np.zeros((slots, 2), dtype='<u4')
    for word, row in entries.items():
        h = hash64(word.encode('utf-8'))
        i = h & (slots - 1)
        while table[i, 1]:
            i = (i + 1) & (slots - 1)
        table[i] = h >> 32, known.get(word, 0) << 24 | row + 1
    return slots, table.tobytes()


FILES = (('NOUN', 'noun'), ('VERB', 'verb'), ('ADJ', 'adj'), ('ADV', 'adv'))
FILTER_BITS = 1 << 21


def wordnet(folder):
    """-> {(form, class): lemma} of irregular forms, {(lemma, class)}"""
    irregular, lemmas = {}, set()
    for upos, name in FILES:
        for line in open('%s/%s.exc' % (folder, name), encoding='utf-8'):
            c = line.split()
            if len(c) > 1 and '_' not in c[0] and '_' not in c[1] and c[0] != c[1]:
                irregular.setdefault((c[0], upos), c[1])
        for line in open('%s/index.%s' % (folder, name), encoding='utf-8'):
            w = line.split(' ', 1)[0]
            if w and '_' not in w:
                lemmas.add((w, upos))
    return irregular, lemmas


def usual_of(usual, lemmas, key, lemma):
    """The treebanks' lemma of a form goes before the list's, unless it is a slip of theirs ("fled" -> "flead")."""
    return usual[key] if (usual.get(key), key[1]) in lemmas else lemma


def lemma_filter(lemmas):
    """A Bloom filter of four bits a lemma."""
    bits = np.zeros(FILTER_BITS, dtype=np.uint8)
    for w, upos in lemmas:
        h = hash64(('%s\t%s' % (w, upos)).encode('utf-8'))
        for i in range(4):
            h = (h ^ h >> 32) * 0x9E3779B97F4A7C15 & MASK
            bits[h >> 32 & (FILTER_BITS - 1)] = 1
    return np.packbits(bits, bitorder='little').tobytes()


def lines(rows):
    return ''.join('\t'.join(r) + '\n' for r in rows).encode('utf-8')


def main(source, out, wordnet_folder='/usr/share/wordnet'):
    saved = torch.load(source)
    irregular, lemmas = wordnet(wordnet_folder)
    irregular = {k: usual_of(saved['usual'], lemmas, k, l) for k, l in irregular.items()}
    lemmas |= saved['lemmas']
    p, cfg, vocab = {k: v.float() for k, v in saved['net'].items()}, saved['cfg'], saved['vocab']
    d, layers = cfg['width'], cfg['layers']
    word, s = quantised_rows(p['word'])
    table_scale = [s] * cfg['word_dim']
    affix = []
    for i in range(text.AFFIXES):
        q, s = quantised_rows(p['affix.%d' % i])
        affix.append(q.tobytes())
        table_scale += [s] * cfg['affix_dim']
    slots, key_bytes = keys(vocab, saved.get('known', {}))
    maps, sizes = [], []

    def add(name, out_unit, w=None, b=None, unit=127.0):
        sections, size = linear(p[name + '.w'] if w is None else w, p[name + '.b'] if b is None else b, unit, out_unit)
        maps.extend(sections)
        sizes.append(size)
    half = ONE / 2                                        # squash takes v / 2
    arc_unit = 127.0 * 127.0 / float(p['arc_gain'])       # of the dot products
    add('enter', half, w=p['enter.w'].numpy() * np.array(table_scale + [1 / 127] * gazetteer.BITS)[None, :], unit=1.0)
    for name, unit in (('tag_h', half), ('tag', LOGIT), ('lemma_h', half), ('lemma', LOGIT), ('name_h', half), ('name', LOGIT), ('arc_h', half),
                       ('arc_d', half), ('arc_p', arc_unit), ('arc_b', arc_unit)):
        add(name, unit)
    add('rel_h', half, b=np.zeros(cfg['rel']))
    add('rel_d', half)
    add('rel', LOGIT)
    for i in range(len(layers)):
        add('layers.%d' % i, np.repeat([half, ONE / 4, ONE / 4], d))
    config = [d, len(layers), len(layers) - cfg['tag_back']] + layers + [0] * (8 - len(layers)) + [cfg['word_dim'], cfg['affix_dim']]
    config += list(text.AFFIX_ROWS) + [slots, len(vocab)] + [x for s in sizes for x in s]
    assert len(config) <= 128
    sections = [struct.pack('<128I', *(config + [0] * (128 - len(config)))), key_bytes, word.tobytes()] + affix
    sections += [lines(saved['tags']), lines(saved['rules']), lines([[n] for n in corpus.NAMES]), lines([[r] for r in corpus.RELS])]
    sections += [lines(sorted(((f, u, l) for (f, u), l in irregular.items()), key=lambda r: ('\t'.join(r)).encode('utf-8'))), lemma_filter(sorted(lemmas))] + maps
    at = -(-(32 + 8 * len(sections)) // 64) * 64
    directory, body = b'', b''
    for s in sections:
        directory += struct.pack('<II', at + len(body), len(s))
        body += s + b'\0' * (-len(s) % 64)
    rest = (directory + b'\0' * (at - 32 - len(directory))) + body
    with open(out, 'wb') as f:
        f.write(struct.pack('<8sIIQQ', b'onrnet\r\n', 1, len(sections), 32 + len(rest), checksum(rest)) + rest)
    print('%s: %d bytes' % (out, 32 + len(rest)))


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
