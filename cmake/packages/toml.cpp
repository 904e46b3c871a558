// The body of toml++, compiled once, for a program that can be linked statically.
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>
