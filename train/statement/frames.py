#!/usr/bin/env python3
"""Fill the column `frames` of lexicon/cues.tsv: in which frames the word was how often a cue, of how often it was seen.

usage: FRAMES=frames.txt train-statement …; frames.py frames.txt < lexicon/cues.tsv > cues.new

frames.txt has a line for each word of PolNeAR's train part that was weighed: lemma, class, frame, 1 or 0 for a cue. Frames seen
fewer than five times are left out. The program does not read the column: it is there for those who edit the table.
"""
import collections
import sys

seen, cues = collections.Counter(), collections.Counter()
for line in open(sys.argv[1], encoding="utf-8"):
    lemma, word_class, frame, cue = line.rstrip("\n").split("\t")
    seen[lemma, word_class, frame] += 1
    cues[lemma, word_class, frame] += cue == "1"
frames = collections.defaultdict(list)
for (lemma, word_class, frame), n in sorted(seen.items(), key=lambda item: (-item[1], item[0])):
    if n >= 5 and "|" not in frame:
        frames[lemma, word_class].append(f"{frame} {cues[lemma, word_class, frame]}/{n}")
for number, line in enumerate(sys.stdin):
    cells = line.rstrip("\n").split("\t")[:5]
    cells += [""] * (5 - len(cells))
    print("\t".join(cells + ["frames" if number == 0 else ", ".join(frames[cells[0], cells[1]][:8])]))
