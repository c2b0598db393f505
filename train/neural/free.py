"""Free text as sentences of forms, by rules that come near to UD's tokens: good enough to learn what words are like."""
import lzma
import re

TOKEN = re.compile(r"""https?://\S+|[A-Za-z]\.(?:[A-Za-z]\.)+|\d+(?:[.,:]\d+)*|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|No|vs|Jr|Sr|Inc|Co|Corp)\.
|n['’]t\b|['’](?:s|re|ve|ll|d|m|S)\b|[^\W\d_]+?(?=n['’]t\b)|[^\W_]+|[^\w\s]|_""", re.X)
STOP = re.compile(r'(?<=[.!?])["”’)]*\s+(?=["“(]?[A-Z])')


def sentences(path, limit=70):
    for line in lzma.open(path, 'rt', encoding='utf-8'):
        line = line.strip()
        if len(line) < 30 or line.startswith(('url', 'date', 'title', '#', 'http')):
            continue
        for part in STOP.split(line):
            t = TOKEN.findall(part)
            if 4 <= len(t) <= limit:
                yield t
