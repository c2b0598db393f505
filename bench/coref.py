#!/usr/bin/env python3
"""Coreference against GUM's gold mentions: B-cubed. Standard library only.

usage: bench/coref.py [--program build/onrecord] [--genres news,interview,speech] [--show] GOLD.conllu

GOLD   CoNLL-U with `Entity=` in MISC (GUM). Gold mentions: those of entity type person, organization and place; their chains are the gold
       clusters, singletons included.
Each document of the genres is written out as text (a blank line for each new paragraph) and coded by `onrecord code`. System mentions: all
of `entities` and `places`; a country told as an actor and as a place is one, by its code. A gold mention is paired with the system mention that has the same head word (the last word of the bare
phrase, before "of", "who", a comma …, without a last "'s"), or else most words in common (at least half of both); one to one, longest gold mention last.
B-cubed: for each paired mention, precision is the share of its system cluster's paired mentions that are in its gold cluster, recall the
share of its gold cluster's mentions (paired or not) that are in its system cluster; a gold mention without a partner has recall 0. The
means are over the paired and over all gold mentions. Baseline: mentions put together when the head word is the same and it is no pronoun,
once of the paired mentions only (as found by the system), once of all gold mentions (found without effort).
"""
import argparse
import json
import re
import subprocess
from collections import defaultdict

PRONOUNS = set('''i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself
they them their theirs themselves who whom whose which that this these those one'''.split())
STOP = re.compile(r"^(?:of|in|for|to|at|on|with|from|who|whose|which|that|where|,|\(|-|–|—)$", re.I)
POSSESSIVE = re.compile("^['’]s?$")


def read(path, genres):
    """-> [(name, text, [(begin, end, cluster, head)])]; words keep their place in the text"""
    docs, doc = [], None
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('# newdoc'):
            name = line.split('= ')[1]
            doc = {'name': name, 'text': '', 'words': [], 'open': [], 'mentions': []}
            if name.split('_')[1] in genres:
                docs.append(doc)
            skip, gap = 0, ''
        elif line.startswith('# newpar') and not line.startswith('# newpar_block'):
            gap = '\n\n' if doc['text'] else ''
        elif line.startswith('# sent_id'):
            gap = gap or (' ' if doc['text'] and not doc['text'].endswith(' ') else '')
        elif line and line[0].isdigit():
            c = line.split('\t')
            if '.' in c[0]:
                continue
            if '-' in c[0]:
                doc['text'] = doc['text'].rstrip(' ') if gap else doc['text']
                doc['text'] += gap
                begin = len(doc['text'])
                doc['text'] += c[1] + ('' if 'SpaceAfter=No' in c[9] else ' ')
                gap, skip = '', int(c[0].split('-')[1])
                cursor = begin
                continue
            if int(c[0]) <= skip:
                at = doc['text'].find(c[1], cursor)
                if at < 0 or at > cursor + 3:
                    at = cursor
                begin, end = at, min(at + len(c[1]), len(doc['text']))
                cursor = end
            else:
                doc['text'] = doc['text'].rstrip(' ') if gap else doc['text']
                doc['text'] += gap
                begin = len(doc['text'])
                end = begin + len(c[1])
                doc['text'] += c[1] + ('' if 'SpaceAfter=No' in c[9] else ' ')
                gap = ''
            if int(c[0]) >= skip:
                skip = 0
            doc['words'].append((begin, end, c[1]))
            m = re.search(r'Entity=([^|]*)', c[9])
            if m:
                entities(doc, m[1])
    return docs


def entities(doc, value):
    here = len(doc['words']) - 1
    for part in re.findall(r'\([^()]*\)?|[^()]+\)', value):
        name = part.strip('()').split('-')[0].split('[')[0]
        if part.startswith('('):
            fields = part.strip('()').split('-')
            doc['open'].append((fields[0], fields[1] if len(fields) > 1 else '', here))
        if part.endswith(')'):
            for i in range(len(doc['open']) - 1, -1, -1):
                if doc['open'][i][0] == name:
                    key, kind, first = doc['open'].pop(i)
                    if kind in ('person', 'organization', 'place'):
                        doc['mentions'].append((first, here + 1, key))
                    break


def head(words):
    """the last word of the bare phrase"""
    last = 0
    for i, w in enumerate(words):
        if i and (STOP.match(w) or (i + 1 == len(words) and POSSESSIVE.match(w))):
            break
        last = i
    return last


def system_mentions(record):
    out = []
    for i, e in enumerate(record.get('entities') or []):
        out += [(m['begin'], m['end'], 'e%d' % i) for m in e['mentions']]
    taken = {(b, e) for b, e, _ in out}
    actor = {e['country']: 'e%d' % i for i, e in enumerate(record.get('entities') or []) if e['kind'] == 'country' and e['country']}
    for i, p in enumerate(record.get('places') or []):
        key = actor.get(p['country'], 'p%d' % i) if p['kind'] == 'country' else 'p%d' % i
        out += [(m['begin'], m['end'], key) for m in p['mentions'] if (m['begin'], m['end']) not in taken]
    return out


def pair(doc, record):
    """-> {gold index: system cluster}"""
    words, system, pairs, used = doc['words'], system_mentions(record), {}, set()
    spans = [({i for i, w in enumerate(words) if w[0] < e and w[1] > b}, c) for b, e, c in system]
    heads = []
    for inside, _ in spans:
        run = sorted(inside)
        heads.append(run[head([words[i][2] for i in run])] if run else -1)
    for g in sorted(range(len(doc['mentions'])), key=lambda g: doc['mentions'][g][1] - doc['mentions'][g][0]):
        first, end, _ = doc['mentions'][g]
        mine, top = set(range(first, end)), first + head([w[2] for w in words[first:end]])
        best, score = None, 0
        for s, (inside, _) in enumerate(spans):
            common = len(mine & inside)
            if s in used or not common:
                continue
            share = common / max(len(mine), len(inside))
            value = share + (1 if heads[s] == top else 0)
            if (heads[s] == top or share >= 0.5) and value > score:
                best, score = s, value
        if best is not None:
            used.add(best)
            pairs[g] = spans[best][1]
    return pairs


def bcubed(gold, pairs):
    """gold: cluster of each mention; pairs: mention -> system cluster -> sums (P, paired, R, all)"""
    by_system, by_gold = defaultdict(set), defaultdict(set)
    for g, c in enumerate(gold):
        by_gold[c].add(g)
    for g, c in pairs.items():
        by_system[c].add(g)
    p = sum(len(by_system[c] & by_gold[gold[g]]) / len(by_system[c]) for g, c in pairs.items())
    r = sum(len(by_system[c] & by_gold[gold[g]]) / len(by_gold[gold[g]]) for g, c in pairs.items())
    return p, len(pairs), r, len(gold)


def figures(sums):
    p, r = 100 * sums[0] / max(sums[1], 1), 100 * sums[2] / max(sums[3], 1)
    return p, r, 2 * p * r / (p + r) if p + r else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', default='build/onrecord')
    parser.add_argument('--genres', default='news,interview,speech')
    parser.add_argument('--show', action='store_true')
    parser.add_argument('gold')
    options = parser.parse_args()
    docs = read(options.gold, options.genres.split(','))
    lines = ''.join(json.dumps({'id': d['name'], 'text': d['text']}, ensure_ascii=False) + '\n' for d in docs)
    done = subprocess.run([options.program, 'code', '-'], input=lines.encode(), stdout=subprocess.PIPE)
    records = {r['id']: r for r in map(json.loads, done.stdout.decode().splitlines())}
    total, base, easy = [0] * 4, [0] * 4, [0] * 4
    for d in docs:
        gold, pairs = [m[2] for m in d['mentions']], pair(d, records.get(d['name'], {}))
        sums = bcubed(gold, pairs)
        total = [a + b for a, b in zip(total, sums)]
        tops = [d['words'][m[0] + head([w[2] for w in d['words'][m[0]:m[1]]])][2].lower() for m in d['mentions']]
        same = {g: ('%d' % g if t in PRONOUNS else t) for g, t in enumerate(tops)}
        easy = [a + b for a, b in zip(easy, bcubed(gold, same))]
        base = [a + b for a, b in zip(base, bcubed(gold, {g: same[g] for g in pairs}))]
        print('%-28s mentions %4d  found %5.1f  P %5.1f  R %5.1f  F1 %5.1f' % (
            d['name'], len(gold), 100 * len(pairs) / max(len(gold), 1), *figures(sums)))
        if options.show:
            show(d, pairs)
    print('head match, gold mentions   P %5.2f  R %5.2f  F1 %5.2f' % figures(easy))
    print('head match, found mentions  P %5.2f  R %5.2f  F1 %5.2f' % figures(base))
    print('all  found %5.2f  P %5.2f  R %5.2f  F1 %5.2f' % (100 * total[1] / max(total[3], 1), *figures(total)))


def show(d, pairs):
    chains = defaultdict(list)
    for g, (first, end, key) in enumerate(d['mentions']):
        words = ' '.join(w[2] for w in d['words'][first:end][:7])
        chains[key].append('%s[%s]' % (words, pairs.get(g, '-')))
    for key, chain in chains.items():
        print('    %s: %s' % (key, ' | '.join(chain)))


if __name__ == '__main__':
    main()
