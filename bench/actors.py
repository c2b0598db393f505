#!/usr/bin/env python3
"""Descriptions of actors to country and sector. Standard library only.

usage: bench/actors.py [--program build/onrecord] [--show] GOLD.jsonl

GOLD   one description a line: {text, expect:{country, code_1, code_2}, call}; lines whose `call` only looks up an article of an
       encyclopedia (query_wiki) are left out, and so are lines that expect neither country nor code_1.
Each text is coded in an article of its own: "TEXT arrived on Monday." Its actor is the entity whose mention covers most of the text, of equals
the first. Right: the country is
the one expected ("" expects none), and the sector is code_1 or code_2 ("" and UNK expect none). GOLD writes PLOVER's codes, the record
CAMEO's: media MED is JRN, health HLH is MED (GOLD writes both), rebels INS and SEP REB; IGOUNO is the country UNO or IGO, IGOEUR… EUR, other IGO… IGO.
Where no actor is found, a place gives its country.
Printed: the share of descriptions with the right country, sector, both; the last is the measure.
"""
import argparse
import json
import subprocess
import sys

SECTORS = {'MED': 'JRN', 'HLH': 'MED', 'INS': 'REB', 'SEP': 'REB', 'HRI': 'SOC', 'DEV': 'SOC', 'ENV': 'SOC'}
BODIES = (('IGOUNO', 'UNO'), ('IGOEUR', 'EUR'), ('IGO', 'IGO'), ('IMG', 'IMG'), ('NGO', 'NGO'), ('MNC', 'MNC'))


def read(entity):
    """-> country, sector in PLOVER's codes"""
    code, country = entity.get('code') or '', entity.get('country') or ''
    for begin, name in BODIES:
        if code.startswith(begin):
            rest = code[6:] if begin in ('IGOUNO', 'IGOEUR') else code[3:]
            sector = next((s for s in ('JUD', 'HLH', 'LEG', 'MIL', 'REB', 'COP', 'REF', 'MED') if s in rest), '')
            if not sector and entity.get('roles'):
                sector = entity['roles'][0].get('sector') or ''
            return country if begin == 'IMG' and country else name, SECTORS.get(sector, sector)
    sector = code[3:6] if country else code[:3]
    return country, SECTORS.get(sector, sector)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', default='build/onrecord')
    parser.add_argument('--show', action='store_true')
    parser.add_argument('gold')
    options = parser.parse_args()
    rows = [json.loads(line) for line in open(options.gold, encoding='utf-8') if line.strip()]
    rows = [r for r in rows if r['call'] != 'query_wiki' and {'country', 'code_1'} & set(r['expect'])]
    texts = [r['text'][0].upper() + r['text'][1:] + ' arrived on Monday.' for r in rows]
    lines = ''.join(json.dumps({'id': str(i), 'text': t}, ensure_ascii=False) + '\n' for i, t in enumerate(texts))
    done = subprocess.run([options.program, 'code', '-'], input=lines.encode(), stdout=subprocess.PIPE)
    records = {r['id']: r for r in map(json.loads, done.stdout.decode().splitlines())}
    right = [0, 0, 0]
    for i, row in enumerate(rows):
        entities = records.get(str(i), {}).get('entities') or []
        best = max(entities, default={}, key=lambda e: max(min(m['end'], len(row['text'])) - m['begin'] for m in e['mentions']))
        country, sector = read(best)
        places = records.get(str(i), {}).get('places') or []
        if not entities and places:
            country = places[0].get('country') or ''
        want = row['expect']
        land = want.get('country', country) == country
        land |= want.get('country') == 'IGO' and country == 'UNO'
        part = 'code_1' not in want or sector in {{'UNK': '', 'HLH': 'MED'}.get(want.get(k), want.get(k)) for k in ('code_1', 'code_2') if k in want}
        right[0] += land
        right[1] += part
        right[2] += land and part
        if options.show and not (land and part):
            print('MISS', row['text'], want, '->', best.get('code'), best.get('country'), sep='\t')
    n = len(rows) or 1
    print('descriptions %d  country %.2f  sector %.2f  both %.2f' % (len(rows), *(100 * x / n for x in right)))


if __name__ == '__main__':
    sys.exit(main())
