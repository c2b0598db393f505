#include "fuzz.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t n)
{
	fuzz_unit(ONI_UNIT_JSON, data, n);
	return 0;
}
