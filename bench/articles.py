#!/usr/bin/env python3
"""Articles made from our own samples, for measuring the store: bench/articles.py N > articles.jsonl

Each is a shuffle of paragraphs of examples/*.txt with names, places and numbers exchanged, so that the words and the shapes are those of
the samples while no two are alike; one in twenty is a near copy of the one before. The same N gives the same bytes."""
import glob
import json
import os
import random
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NAMES = 'Ruiz Quispe Salas Ibarra Torres Vega Molina Paredes Castro Rojas Navarro Ortega Campos Fuentes Delgado Aguilar Mendoza'.split()
GIVEN = 'Ana Lena Hugo Carmen Luis Marta Diego Elena Pablo Rosa Jorge Ines Raul Sofia Tomas Clara'.split()
WORDS = ('dam school market harbour station hospital stadium factory tunnel library museum airport quarry mill tower depot garage '
         'convoy ferry tram warehouse clinic barracks prison temple orchard vineyard ranch mine refinery pipeline').split()


def paragraphs():
    found = []
    for path in sorted(glob.glob(os.path.join(ROOT, 'examples', '*.txt'))):
        found += [p for p in open(path, encoding='utf-8').read().split('\n\n') if len(p) > 60]
    return found


def vary(text, rng):
    surnames = dict(zip(NAMES, rng.sample(NAMES, len(NAMES))))
    given = dict(zip(GIVEN, rng.sample(GIVEN, len(GIVEN))))
    thing = rng.choice(WORDS)
    text = re.sub(r'\b(%s)\b' % '|'.join(NAMES), lambda m: surnames[m[0]], text)
    text = re.sub(r'\b(%s)\b' % '|'.join(GIVEN), lambda m: given[m[0]], text)
    text = re.sub(r'\b(bridge|bus|port)\b', thing, text)
    return re.sub(r'\b\d{1,3}\b(?!,)', lambda m: str(rng.randrange(2, 400)), text)


def main():
    rng, base, last = random.Random(1), paragraphs(), None
    for i in range(int(sys.argv[1])):
        if last and i % 20 == 19:
            text = last.strip() + '\n\nThis story was first published elsewhere.\n'
        else:
            text = last = '\n\n'.join(vary(p, rng) for p in rng.sample(base, 6)) + '\n'
        date = '%d-%02d-%02d' % (2020 + i % 4, 1 + i % 12, 1 + i % 28)
        print(json.dumps({'id': 'made-%d' % i, 'text': text, 'published': date, 'publisher': 'Northern Wire',
                          'url': 'https://example.org/%d' % i}, ensure_ascii=False))


main()
