/* Paragraphs: the lines of the article, joined where they are hard-wrapped. */
#include "segment/chars.h"
#include "segment/parts.h"

static oni_range without_space(oni_str text, uint32_t begin, uint32_t end)
{
	size_t length;
	while (begin < end && (oni_char_at(text, begin, &length) & ONI_CH_SPACE))
		begin += (uint32_t)length;
	while (begin < end) {
		int32_t rune = oni_rune_before(text, end, &length);
		if (!(oni_char_bits(rune) & ONI_CH_SPACE))
			break;
		end -= (uint32_t)length;
	}
	return (oni_range){begin, end};
}

void oni_find_segments(oni_cutter *cut)
{
	oni_doc *doc = cut->doc;
	uint32_t begin = 0, n = (uint32_t)doc->text.n, paragraph = 0;
	while (begin < n) {
		const char *stop = memchr(doc->text.at + begin, '\n', n - begin);
		uint32_t end = stop ? (uint32_t)(stop - doc->text.at) : n;
		oni_range line = without_space(doc->text, begin, end);
		if (!oni_range_empty(line)) {
			oni_segment *s = oni_push(doc->arena, &doc->segments);
			s->at = line;
			s->kind = ONI_SEGMENT_BODY;
			s->paragraph = paragraph++;
		}
		begin = end + 1;
	}
}
