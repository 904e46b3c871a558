#include "metadata/read.hpp"

#include "base/reason.hpp"
#include "base/text.hpp"
#include "metadata/part.hpp"
#include "metadata/project.hpp"
#include "metadata/text_of.hpp"
#include "metadata/walk.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fmt/format.h>
#include <thread>
#include <unordered_map>

namespace proviso::metadata {
namespace {

struct read_part_of { // a file of the walk
  part what;
  unsigned by = 0; // the worker, whose object names it speaks in
};

// ---- files, on several threads

base::diagnostic unreadable(const found_file& file, int error, base::span at) {
  if (error == EFBIG)
    return {fmt::format("'{}' is larger than {} MiB", file.path, largest_file >> 20), at, {}, {}};
  return {fmt::format("cannot read '{}': {}", file.path, base::reason(error)), at, {}, {}};
}

class parallel_reader {
public:
  parallel_reader(const std::vector<found_file>& files, std::uint32_t first_source, unsigned jobs)
      : files_(files), first_source_(first_source), parts(files.size()), names(workers(files.size(), jobs)) {}

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
    if (const int error = buffer.read(file.path, largest_file); error != 0)
      into.what.faults.push_back(unreadable(file, error, {}));
    else
      into.what = read_part(buffer.text(), file.is, source, names[worker]);
  }

  const std::vector<found_file>& files_;
  std::uint32_t first_source_;
  std::atomic<std::size_t> next_ = 0;

public:
  std::vector<read_part_of> parts;
  std::vector<object_names> names; // of each worker
};

// ---- what the files are together

class assembling {
public:
  assembling(org& into, const std::vector<object_names>& names) : org_(into) {
    for (const auto& own : names) {
      auto& numbers = numbers_.emplace_back();
      for (object_id id = 0; id < own.size(); ++id)
        numbers.push_back(into.objects.add(own[id]));
    }
  }

  void add(const found_file& file, read_part_of&& from) {
    auto& what = from.what;
    for (auto& grant : what.grants)
      grant.object = numbers_[from.by][grant.object];
    switch (file.is) {
    case file_kind::profile: return add_holder(file, holder_kind::profile, std::move(what));
    case file_kind::permission_set:
    case file_kind::object_settings: return add_holder(file, holder_kind::permission_set, std::move(what));
    case file_kind::muting_set: return add_holder(file, holder_kind::muting_set, std::move(what));
    case file_kind::group:
      org_.groups.push_back({file.name, std::move(what.sets), std::move(what.mutings), what.at});
      return;
    case file_kind::network:
      org_.networks.push_back({file.name, std::move(what.profiles), std::move(what.sets),
                               std::move(what.self_registration), what.at});
      return;
    case file_kind::sharing_set:
      org_.sharing_sets.push_back({file.name, std::move(what.profiles), std::move(what.objects), what.at});
      return;
    case file_kind::flow:
    case file_kind::code:
    case file_kind::code_settings:
    case file_kind::page: return add_program(file, std::move(what));
    }
  }

  // Classes and triggers get the settings of the files beside them.
  void finish() {
    for (auto& [program, owner] : programs_)
      if (const auto found = settings_.find(owner); found != settings_.end())
        org_.programs[program].settings = found->second;
      else
        org_.gaps.push_back(without_settings(org_.programs[program]));
  }

private:
  void add_program(const found_file& file, part&& what) {
    if (what.settings)
      settings_.insert_or_assign(key_of(file), *what.settings);
    if (what.code) {
      programs_.emplace_back(org_.programs.size(), key_of(file));
      org_.programs.push_back({file.name, std::move(*what.code), std::nullopt, what.at});
    }
    if (what.flow) {
      what.flow->name = file.name;
      what.flow->at = what.at;
      org_.flows.push_back(std::move(*what.flow));
    }
    if (what.page) {
      what.page->name = file.name;
      org_.pages.push_back(std::move(*what.page));
    }
  }

  static gap without_settings(const program& of) {
    return {
        of.name,
        fmt::format("which version '{}' is of: the file beside it that ends in {} is not there, so its code is "
                    "taken to run in system mode; retrieve it",
                    base::harmless(of.name), source_suffix),
        of.at};
  }

  // The path of a class or trigger, with or without the suffix of its settings.
  static std::string key_of(const found_file& file) {
    auto path = base::lower(file.path);
    if (path.ends_with(source_suffix))
      path.resize(path.size() - source_suffix.size());
    return path;
  }

  // The parts of a decomposed set are one holder, whichever comes first.
  void add_holder(const found_file& file, holder_kind is, part&& what) {
    const bool piece = file.is == file_kind::object_settings;
    if (is == holder_kind::permission_set) {
      const auto [place, fresh] = decomposed_.try_emplace(file.owner, open{org_.holders.size(), !piece});
      if (!fresh && (piece || !place->second.has_main)) {
        place->second.has_main = place->second.has_main || !piece;
        return join(org_.holders[place->second.holder], std::move(what), piece);
      }
    }
    org_.holders.push_back({is, file.name, std::move(what.license), std::move(what.grants),
                            std::move(what.sweeping), std::move(what.classes), std::move(what.flows),
                            std::move(what.pages), what.all_flows, what.at});
  }

  static void join(holder& to, part&& what, bool piece) {
    std::ranges::move(what.grants, std::back_inserter(to.grants));
    std::ranges::move(what.sweeping, std::back_inserter(to.sweeping));
    std::ranges::move(what.classes, std::back_inserter(to.classes));
    std::ranges::move(what.flows, std::back_inserter(to.flows));
    std::ranges::move(what.pages, std::back_inserter(to.pages));
    if (what.all_flows)
      to.all_flows = what.all_flows;
    if (what.license)
      to.license = std::move(what.license);
    if (!piece)
      to.at = what.at;
  }

  struct open {
    std::size_t holder = 0;
    bool has_main = false;
  };

  org& org_;
  std::vector<std::vector<object_id>> numbers_; // by worker and its own number
  std::unordered_map<std::string, open> decomposed_;
  std::vector<std::pair<std::size_t, std::string>> programs_; // of the org, with their paths
  std::unordered_map<std::string, code_settings> settings_;   // by the path of what they are of
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
      sources_.add_file(file.path, largest_file);
    parallel_reader all(files_, first, how_.jobs);
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
