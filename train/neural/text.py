"""Word forms as the network sees them: folding, shape, affixes, hashes. src/analyse/ does the same in C, byte for byte."""

FOLD = {0x2018: "'", 0x2019: "'", 0x02BC: "'", 0x201C: '"', 0x201D: '"', 0x201E: '"', 0x2013: '-', 0x2014: '-', 0x2011: '-', 0x2026: '...',
        0x00A0: ' ', 0x060C: ','}


def plain(form):
    """Typographic marks as typewriters wrote them; other characters untouched."""
    return form if form.isascii() else ''.join(FOLD.get(ord(c), c) for c in form)


def low(c):
    o = ord(c)
    if 65 <= o <= 90 or (0xC0 <= o <= 0xDE and o != 0xD7) or 0x391 <= o <= 0x3A9 or 0x410 <= o <= 0x42F:
        return chr(o + 32)
    if 0x400 <= o <= 0x40F:
        return chr(o + 80)
    if 0x100 <= o <= 0x177 and not 0x130 <= o <= 0x138 and o & 1 == (1 if 0x139 <= o <= 0x148 else 0):
        return chr(o + 1)
    return c


def is_up(c):
    return low(c) != c


def folded(form):
    """The key of a form: plain, lower case, every ASCII digit a 0."""
    return ''.join('0' if '0' <= c <= '9' else low(c) for c in plain(form))


def shape(form):
    """X upper, x other letter or non-ASCII, d digit, other ASCII itself; runs longer than two cut to two."""
    out = []
    for c in plain(form):
        k = 'X' if is_up(c) else 'd' if '0' <= c <= '9' else 'x' if 'a' <= c <= 'z' or ord(c) > 127 else c
        if len(out) < 2 or out[-1] != k or out[-2] != k:
            out.append(k)
    return ''.join(out[:12])


def fnv(s, seed=0):
    h = 0x811C9DC5 ^ seed
    for b in s.encode('utf-8'):
        h = (h ^ b) * 0x01000193 & 0xFFFFFFFF
    h ^= h >> 15
    h = h * 0x2C1B3C6D & 0xFFFFFFFF
    h ^= h >> 12
    return h


# name, rows, kind of string, its seed; each its own table
AFFIX_ROWS = (1024, 4096, 8192, 256, 2048, 8192, 16384, 2048)
AFFIXES = len(AFFIX_ROWS)


def affix_strings(form):
    f = folded(form)
    return (f[:2], f[:3], f[:4] + '|', f[-1:], f[-2:], f[-3:], f[-4:], shape(form))


def affix_rows(form):
    return [fnv(s, i + 1) & (AFFIX_ROWS[i] - 1) for i, s in enumerate(affix_strings(form))]
