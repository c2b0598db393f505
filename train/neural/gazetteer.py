"""What is known of words from lists: given name, surname, first or later word of a place, first or later word of an organisation,
nationality, head of state or government. One bit each; the model file carries them, so nothing is looked up in tables at run time."""
import collections
import os

import text

GIVEN, SURNAME, PLACE, PLACE_LATER, ORG, ORG_LATER, NATION, LEADER = (1 << i for i in range(8))
BITS = 8
RELIGIONS = '''Muslim Muslims Christian Christians Jewish Jews Jew Sunni Shiite Shia Sunnis Shiites Islamic Republican Republicans Democrat Democrats
Catholic Catholics Kurdish Kurds Arab Arabs European Europeans African Africans Asian Asians Hindu Hindus Buddhist Buddhists Protestant Protestants
Palestinian Palestinians Islamist Islamists Communist Communists'''.split()


def rows(path):
    lines = [l.rstrip('\n').split('\t') for l in open(path, encoding='utf-8') if not l.startswith('#')]
    return [dict(zip(lines[0], l)) for l in lines[1:]]


def nationalities(facts):
    out = set(RELIGIONS)
    for r in rows(facts + '/countries.tsv'):
        out.update(w for col in ('adjectives', 'demonyms') for w in r[col].split('|') if w and ' ' not in w and w[0].isupper())
    return out


def person_names(kind):
    """-> {locale: [names of one word]}"""
    out = collections.defaultdict(list)
    for r in rows(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'person-names.tsv')):
        if r['kind'] == kind and ' ' not in r['name']:
            for l in r['locales'].split():
                out[l].append(r['name'])
    return out


def towns(facts, least=20000):
    return [r for r in rows(facts + '/places.tsv')
            if r['class'] in ('country', 'capital', 'admin1', 'region', 'continent', 'disputed', 'island', 'sea') or
            (r['class'] == 'city' and r['pop'].replace('.', '').isdigit() and float(r['pop']) >= least)]


def flags(facts, lower_share):
    """folded word -> bits. lower_share(folded): how often the word is written small in running text, 0 to 1."""
    out = collections.Counter()

    def put(word, bit):
        if len(word) < 2 or not (word[0].isupper() or word[0].isdigit()):
            return
        k = text.folded(word)
        if k and lower_share(k) < .3:
            out[k] |= bit

    def phrase(p, first, later):
        ws = p.replace("'s", " 's").split()
        for i, w in enumerate(ws):
            put(w.strip(','), later if i else first)
    for r in rows(facts + '/countries.tsv'):
        for p in [r['short']] + r['aliases'].split('|'):
            phrase(p, PLACE, PLACE_LATER)
    for r in towns(facts):
        phrase(r['name'], PLACE, PLACE_LATER)
        if r['ascii']:
            phrase(r['ascii'], PLACE, PLACE_LATER)
    for r in rows(facts + '/orgs.tsv'):
        for p in [r['name']] + r['aliases'].split('|'):
            phrase(p, ORG, ORG_LATER)
    for w in nationalities(facts):
        put(w, NATION)
    for r in rows(facts + '/leaders.tsv'):
        for w in r['name'].title().split():
            put(w, LEADER)
    for kind, bit in (('g', GIVEN), ('s', SURNAME)):
        for names in person_names(kind).values():
            for w in names:
                put(w, bit)
    return dict(out)
