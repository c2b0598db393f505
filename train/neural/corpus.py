"""The treebanks and name sets as sentences of words with targets; what a set does not annotate is None."""
import collections

import text

RELS = '''dep root acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj det discourse dislocated expl fixed flat
goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum vocative xcomp acl:relcl advcl:relcl aux:pass
cc:preconj compound:prt csubj:outer csubj:pass det:predet nmod:poss nmod:desc nmod:unmarked nsubj:outer nsubj:pass obl:agent
obl:unmarked'''.split()
REL = {r: i for i, r in enumerate(RELS)}
NAMES = ['O'] + [p + k for k in ('PER', 'ORG', 'LOC', 'NORP') for p in ('B-', 'I-')]
NAME = {n: i for i, n in enumerate(NAMES)}
ALL = (1 << len(NAMES)) - 1


def bits(*names):
    return sum(1 << NAME[n] for n in names)


NORP = bits('B-NORP', 'I-NORP')
OUT = bits('O')

# A set's labels -> which of ours they may be. A label that is not here leaves the word free (no loss).
UNER = {'O': OUT | NORP, **{p + k: bits(p + k) for p in ('B-', 'I-') for k in ('PER', 'ORG', 'LOC')}}
WIKIGOLD = {'O': OUT, 'MISC': OUT | NORP, **{k: k for k in ('PER', 'ORG', 'LOC')}}
WNUT = {'O': OUT | NORP, 'person': 'PER', 'location': 'LOC', 'corporation': 'ORG', 'group': None, 'creative-work': None, 'product': None}
CROSSNER = {'O': OUT | NORP, 'politician': 'PER', 'person': 'PER', 'location': 'LOC', 'country': 'LOC', 'organisation': 'ORG',
            'politicalparty': None, 'election': None, 'event': None, 'misc': None}
TITLES = set('President Mr. Mrs. Ms. Dr. Dr Mr Mrs Sir King Queen Prince Princess General Gen. Senator Sen. Judge Justice Captain Lord Lady Pope '
             'Minister Governor Chancellor Professor Prof. Saint St. Secretary Congressman Mayor Major Colonel Rep. Detective Officer'.split())


def gum_names(tag, form, upos, last):
    """GUM's entities are about anything and carry titles: kinds other than ours say nothing, an unmarked proper noun neither."""
    mark, _, kind = tag.partition('-')
    if kind == 'PER':
        if mark == 'B':
            return (ALL, 'title') if form in TITLES else (bits('B-PER'), 'PER')
        return (bits('B-PER'), 'PER') if last == 'title' else (bits('I-PER'), 'PER')
    if kind == 'LOC':
        return bits(mark + '-LOC'), 'LOC'
    if kind == 'ORG':
        return bits(mark + '-ORG', mark + '-LOC'), 'ORG'
    return ALL if kind or upos == 'PROPN' else OUT | NORP, ''

Word = collections.namedtuple('Word', 'form lemma tag head rel names')


def rel_of(name):
    return REL.get(name, REL.get(name.split(':')[0], 0))


def conllu(path, ner=None):
    """ner: 'uner' where NER= is complete for PER, ORG, LOC; 'gum' where it is not quite that."""
    sent, last = [], ''
    for line in open(path, encoding='utf-8'):
        line = line.rstrip('\n')
        if not line:
            if sent:
                yield sent
            sent, last = [], ''
        elif line[0] != '#':
            c = line.split('\t')
            if not c[0].isdigit():
                continue
            names = None
            if ner == 'uner':
                t = [f[4:] for f in c[9].split('|') if f.startswith('NER=')]
                names = UNER.get(t[0] if t else 'O', ALL)
            if ner == 'gum':
                t = [f[4:] for f in c[9].split('|') if f.startswith('NER=')]
                names, last = gum_names(t[0] if t else 'O', c[1], c[3], last)
            if names == OUT | NORP and c[3] in ('VERB', 'AUX', 'PUNCT', 'DET', 'PRON', 'ADV', 'CCONJ', 'SCONJ', 'INTJ'):
                names = OUT
            sent.append(Word(c[1], c[2], (c[3], c[4], c[5]), int(c[6]), rel_of(c[7]), names))
    if sent:
        yield sent


def iob(path, kinds, bio):
    sent, last = [], 'O'
    for line in list(open(path, encoding='utf-8')) + ['']:
        c = line.split()
        if len(c) < 2:
            if sent:
                yield sent
            sent, last = [], 'O'
            continue
        form, tag = c[0], c[-1]
        mark, _, kind = tag.partition('-')
        if mark == 'O':
            ok = kinds['O']
        else:
            to = kinds.get(kind)
            begins = mark == 'B' if bio else last[2:] != kind
            ok = ALL if to is None else to if isinstance(to, int) else bits(('B-' if begins else 'I-') + to)
        last = tag
        sent.append(Word(form, None, None, None, None, ok))


def lower(s):
    return ''.join(map(text.low, s))


def lemma_rule(form, lemma):
    """(case, cut, put): the form kept, lowered or lowered but for its first letter, minus a literal end, plus another."""
    best = None
    for case, base in (('l', lower(form)), ('k', form), ('t', form[:1] + lower(form[1:]))):
        n = 0
        while n < len(base) and n < len(lemma) and base[n] == lemma[n]:
            n += 1
        cut, put = base[n:], lemma[n:]
        cost = len(cut) + len(put)
        if best is None or cost < best[0]:
            best = (cost, case, cut, put)
    return best[1:]


def apply_rule(rule, form):
    case, cut, put = rule
    base = lower(form) if case == 'l' else form if case == 'k' else form[:1] + lower(form[1:])
    if not base.endswith(cut):
        return None
    return (base[:len(base) - len(cut)] if cut else base) + put or None
