// The body of toml++, compiled once, for a program that can be linked statically. What it takes for granted of
// its input is checked in every build: a promise that does not hold is an exception, neither an abort nor
// undefined.
#include <stdexcept>

constexpr void promised(bool holds) {
  if (!holds)
    throw std::logic_error("TOML");
}

#undef NDEBUG
#define TOML_ASSERT(...) promised(static_cast<bool>(__VA_ARGS__))
#define TOML_IMPLEMENTATION
#include <toml++/toml.h>
