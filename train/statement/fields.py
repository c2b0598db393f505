#!/usr/bin/env python3
"""Make lexicon/fields.tsv: the field of meaning (WordNet's lexicographer file) of the commonest sense of verbs and nouns.

usage: fields.py [/usr/share/wordnet] > lexicon/fields.tsv     (Debian package wordnet-base)

Verbs: all of one word. Nouns: of one word, and of a field that tells who can speak or what can be said.
`also` is 1 where some other sense of a verb is of communication.
"""
import pathlib
import re
import sys

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet")
VERB = dict(zip(range(29, 44), "body change cognition communication competition consumption contact creation emotion "
                               "motion perception possession social stative weather".split()))
NOUN = {4: "act", 9: "cognition", 10: "communication", 12: "feeling", 14: "group", 18: "person", 28: "time"}


def fields(pos):
    return {line[:8]: int(line[9:11]) for line in open(FOLDER / f"data.{pos}", encoding="ascii") if line[0] != " "}


def rows(pos, names):
    of = fields(pos)
    for line in open(FOLDER / f"index.{pos}", encoding="ascii"):
        part = line.split()
        if line[0] == " " or not re.fullmatch("[a-z][a-z-]+", part[0]):
            continue
        pointers = int(part[3])
        tagged, synsets = int(part[5 + pointers]), part[6 + pointers:]
        first = names.get(of[synsets[0]])
        if pos == "noun" and (first is None or not tagged and first != "person"):
            continue
        also = pos == "verb" and any(of[s] == 32 for s in synsets[1:])
        yield part[0], pos, first, "1" if also else ""


table = sorted([*rows("verb", VERB), *rows("noun", NOUN)])
print("lemma\tclass\tfield\talso")
for row in table:
    print("\t".join(row))
