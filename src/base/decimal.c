#include "base/decimal.h"

#include <math.h>
#include <stdio.h>

enum { MOST_DECIMALS = 9 };

static double power_of_ten(int n)
{
	double power = 1;
	while (n-- > 0)
		power *= 10;
	return power;
}

double oni_decimal_of(oni_str s)
{
	size_t at = 0;
	int decimals = 0;
	bool negative = s.n && s.at[0] == '-', point = false;
	double digits = 0; /* exact up to 2^53, and a division by a power of ten rounds once */
	if (s.n && (s.at[0] == '-' || s.at[0] == '+'))
		at++;
	for (; at < s.n && (oni_is_digit(s.at[at]) || (s.at[at] == '.' && !point)); at++) {
		if (s.at[at] == '.') {
			point = true;
			continue;
		}
		if (point && decimals == 22)
			continue;
		digits = digits * 10 + (s.at[at] - '0');
		decimals += point;
	}
	return (negative ? -digits : digits) / power_of_ten(decimals);
}

size_t oni_decimal_put(double value, char ret_text[ONI_DECIMAL_ROOM])
{
	int decimals = 0;
	double scaled = round(value);
	while (decimals < MOST_DECIMALS && scaled / power_of_ten(decimals) != value && fabs(value) * power_of_ten(decimals) < 1e14) {
		decimals++;
		scaled = round(value * power_of_ten(decimals));
	}
	if (scaled == 0) {
		scaled = 0; /* no -0, no 0.000000000 */
		decimals = 0;
	}
	int n = snprintf(ret_text, ONI_DECIMAL_ROOM, "%s%0*.0f", scaled < 0 ? "-" : "", decimals + 1, fabs(scaled));
	if (decimals) {
		memmove(ret_text + n - decimals + 1, ret_text + n - decimals, (size_t)decimals + 1);
		ret_text[n - decimals] = '.';
		n++;
		while (ret_text[n - 1] == '0') /* of a value that needs more decimals than are written */
			ret_text[--n] = '\0';
		if (ret_text[n - 1] == '.')
			ret_text[--n] = '\0';
	}
	return (size_t)n;
}
