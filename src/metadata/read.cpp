#include "metadata/read.hpp"

#include "base/reason.hpp"
#include "base/text.hpp"
#include "metadata/assembling.hpp"
#include "metadata/project.hpp"
#include "metadata/text_of.hpp"
#include "metadata/walk.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fmt/format.h>
#include <thread>

namespace proviso::metadata {
namespace {

// ---- files, on several threads

base::diagnostic unreadable(const found_file& file, int error, std::size_t largest) {
  if (error == EFBIG)
    return {fmt::format("'{}' is larger than {} MiB", file.path, largest >> 20),
            {},
            "metadata is far smaller: take it out of the folder, or retrieve it again",
            {}};
  return {fmt::format("cannot read '{}': {}", file.path, base::reason(error)), {}, {}, {}};
}

class parallel_reader {
public:
  parallel_reader(const std::vector<found_file>& files, std::uint32_t first_source, const read_settings& how)
      : files_(files), first_source_(first_source), largest_(how.largest), parts(files.size()),
        names(workers(files.size(), how.jobs)) {}

  void run() {
    std::vector<std::jthread> others;
    for (unsigned worker = 1; worker < names.size(); ++worker)
      others.emplace_back([this, worker] { work(worker); });
    work(0);
  }

private:
  static constexpr std::size_t batch = 16;

  // No thread for a handful of files.
  static unsigned workers(std::size_t files, unsigned jobs) {
    const auto wanted = jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : jobs;
    return static_cast<unsigned>(std::clamp<std::size_t>(files / (4 * batch), 1, std::min(wanted, 64U)));
  }

  void work(unsigned worker) {
    text_buffer buffer;
    for (;;) {
      const auto from = next_.fetch_add(batch);
      if (from >= files_.size())
        return;
      for (auto i = from; i < std::min(from + batch, files_.size()); ++i)
        read(i, worker, buffer);
    }
  }

  void read(std::size_t i, unsigned worker, text_buffer& buffer) {
    const auto& file = files_[i];
    const auto source = first_source_ + static_cast<std::uint32_t>(i);
    auto& into = parts[i];
    into.by = worker;
    if (const int error = buffer.read(file.path, largest_); error != 0)
      into.what.faults.push_back(unreadable(file, error, largest_));
    else
      into.what = read_part(buffer.text(), file.is, source, names[worker]);
  }

  const std::vector<found_file>& files_;
  std::uint32_t first_source_;
  std::size_t largest_;
  std::atomic<std::size_t> next_ = 0;

public:
  std::vector<read_part_of> parts;
  std::vector<object_names> names; // of each worker
};

// ---- a whole project

class folder_reader {
public:
  folder_reader(org& into, base::sources& sources, const read_settings& how, base::diagnostics& faults)
      : org_(into), sources_(sources), how_(how), faults_(faults) {}

  void read(const std::vector<base::stated<std::string>>& folders) {
    for (const auto& folder : folders)
      find(folder);
    std::ranges::sort(files_, {}, &found_file::path);
    const auto same_file = [](const found_file& a, const found_file& b) { return a.path == b.path; };
    files_.erase(std::unique(files_.begin(), files_.end(), same_file), files_.end());
    read_files();
  }

private:
  void find(const base::stated<std::string>& folder) {
    auto found = walk(folder, faults_);
    std::ranges::move(found.files, std::back_inserter(files_));
    for (const auto& project : found.projects)
      for (const auto& hidden : hidden_packages(project, sources_, org_.gaps, faults_))
        std::ranges::move(walk(hidden, faults_).files, std::back_inserter(files_));
  }

  void read_files() {
    const auto first = static_cast<std::uint32_t>(sources_.size() + 1);
    for (const auto& file : files_)
      sources_.add_file(file.path, how_.largest);
    parallel_reader all(files_, first, how_);
    all.run();
    assembling together(org_, all.names);
    for (std::size_t i = 0; i < files_.size(); ++i) {
      report(all.parts[i].what.faults);
      together.add(files_[i], std::move(all.parts[i]));
    }
    together.finish();
    if (untold_ > 0)
      faults_.push_back({fmt::format("{} more faults in metadata are not shown", untold_), {}, {}, {}});
  }

  void report(base::diagnostics& faults) {
    for (auto& one : faults)
      if (told_++ < how_.most_faults)
        faults_.push_back(std::move(one));
      else
        ++untold_;
  }

  org& org_;
  base::sources& sources_;
  const read_settings& how_;
  base::diagnostics& faults_;
  std::vector<found_file> files_;
  std::size_t told_ = 0;
  std::size_t untold_ = 0;
};

} // namespace

org read_texts(const std::vector<base::stated<text_file>>& files, base::sources& sources,
               base::diagnostics& faults) {
  org result;
  std::vector<object_names> names(1);
  std::vector<std::pair<found_file, read_part_of>> parts;
  for (const auto& [file, at] : files) {
    auto described = describe(file.path);
    if (!described) {
      faults.push_back({fmt::format("'{}' is no metadata that is read here", base::harmless(file.path)),
                        at,
                        "name it as in a project: profiles/NAME.profile",
                        {}});
      continue;
    }
    const auto source = sources.add(file.path, file.content);
    parts.emplace_back(*described,
                       read_part_of{read_part(sources[source].text(), described->is, source, names[0]), 0});
  }
  assembling together(result, names);
  for (auto& [file, part] : parts) {
    std::ranges::move(part.what.faults, std::back_inserter(faults));
    together.add(file, std::move(part));
  }
  together.finish();
  return result;
}

org read_org(const std::vector<base::stated<std::string>>& folders, base::sources& sources,
             const read_settings& how, base::diagnostics& faults) {
  org result;
  folder_reader(result, sources, how, faults).read(folders);
  return result;
}

} // namespace proviso::metadata
