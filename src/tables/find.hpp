// Files, folders and globs to the files they mean.
#pragma once

#include "base/diagnostic.hpp"
#include "base/span.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace proviso::tables {

// Holds one of * ? [.
[[nodiscard]] bool is_glob(std::string_view name);
// The entries that match, sorted within each folder; a hidden one only where the pattern says so.
[[nodiscard]] std::vector<std::filesystem::path> expand_glob(const std::filesystem::path& pattern);

// Standard input, a pipe: what is read is gone.
[[nodiscard]] bool is_read_once(const std::string& path);

// "-", files, the tables of folders (csv, tsv, txt, json, jsonl, ndjson; packed too) and globs, in the order
// named, each file once. What matches nothing is a diagnostic.
[[nodiscard]] std::vector<base::stated<std::string>>
find_tables(const std::vector<base::stated<std::string>>& names, base::diagnostics& faults);

} // namespace proviso::tables
