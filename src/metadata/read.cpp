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
#include <mutex>
#include <thread>
#include <utility>

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

// Reads file after file, and knows from one to the next the shapes of elements, what it calls objects, and what
// the org does.
class worker {
public:
  [[nodiscard]] part read(const found_file& file, std::uint32_t source, std::size_t largest) {
    const int error = buffer_.read(file.path, largest);
    if (error == 0)
      return read_part(buffer_.text(), file.is, source, own_, shapes_);
    part result;
    result.faults.push_back(unreadable(file, error, largest));
    return result;
  }

  // Those that came since the last call.
  void tell(object_names& all) {
    for (auto id = static_cast<object_id>(in_org_.size()); id < own_.size(); ++id)
      in_org_.push_back(all.add(own_[id]));
  }
  void translate(part& one) const {
    for (auto& grant : one.grants)
      grant.object = in_org_[grant.object];
  }
  // After all: a better spelling may have been met since.
  void spell(object_names& all) const {
    for (object_id id = 0; id < own_.size(); ++id)
      (void)all.add(own_[id]);
  }

private:
  text_buffer buffer_;
  xml_shapes shapes_;
  object_names own_;
  std::vector<object_id> in_org_; // by its own number
};

// Reads files on several threads and hands them on in their order, by the first thread, while the others read.
class parallel_reader {
public:
  // Objects are numbered in `objects`, which is the reader's until `run` has ended.
  parallel_reader(const std::vector<found_file>& files, std::uint32_t first_source, const read_settings& how,
                  object_names& objects)
      : files_(files), first_source_(first_source), largest_(how.largest), objects_(objects),
        read_((files.size() + batch - 1) / batch), workers_(number_of_workers(files.size(), how.jobs)) {}

  // `take` is given the number of each file and its part.
  template <typename Take>
  void run(Take take) {
    {
      std::vector<std::jthread> others;
      for (std::size_t other = 1; other < workers_.size(); ++other)
        others.emplace_back([this, other] {
          while (work(workers_[other])) {
          }
        });
      while (work(workers_[0]))
        hand_on(take);
    }
    hand_on(take);
    for (const auto& each : workers_)
      each.spell(objects_);
  }

private:
  static constexpr std::size_t batch = 16;
  using parts = std::vector<part>;

  // No thread for a handful of files.
  static unsigned number_of_workers(std::size_t files, unsigned jobs) {
    const auto wanted = jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : jobs;
    return static_cast<unsigned>(std::clamp<std::size_t>(files / (4 * batch), 1, std::min(wanted, 64U)));
  }

  // The next batch; false: there is none.
  bool work(worker& with) {
    const auto number = next_.fetch_add(1);
    if (number >= read_.size())
      return false;
    parts all;
    all.reserve(batch);
    const auto from = number * batch;
    for (auto i = from; i < std::min(from + batch, files_.size()); ++i)
      all.push_back(with.read(files_[i], first_source_ + static_cast<std::uint32_t>(i), largest_));
    const std::scoped_lock lock(mutex_);
    with.tell(objects_);
    for (auto& one : all)
      with.translate(one);
    read_[number] = std::move(all);
    return true;
  }

  // All batches that are read and follow those handed on.
  template <typename Take>
  void hand_on(Take& take) {
    for (auto all = next_read(); !all.empty(); all = next_read())
      for (auto& one : all)
        take(handed_on_++, std::move(one));
  }

  parts next_read() {
    const std::scoped_lock lock(mutex_);
    const auto number = handed_on_ / batch;
    return handed_on_ < files_.size() ? std::exchange(read_[number], {}) : parts();
  }

  const std::vector<found_file>& files_;
  std::uint32_t first_source_;
  std::size_t largest_;
  std::atomic<std::size_t> next_ = 0; // batch to read
  std::size_t handed_on_ = 0;         // files
  std::mutex mutex_;                  // of those below
  object_names& objects_;
  std::vector<parts> read_; // by batch
  std::vector<worker> workers_;
};

// ---- a whole project

class folder_reader {
public:
  folder_reader(org& into, base::sources& sources, const read_settings& how, base::diagnostics& faults)
      : org_(into), sources_(sources), how_(how), faults_(faults) {}

  void read(const std::vector<base::stated<std::string>>& folders) {
    for (const auto& folder : folders)
      find(folder);
    sort_by_path(files_);
    const auto same_file = [](const found_file& a, const found_file& b) { return a.path == b.path; };
    files_.erase(std::unique(files_.begin(), files_.end(), same_file), files_.end());
    read_files();
  }

private:
  void find(const base::stated<std::string>& folder) {
    auto found = walk(folder, faults_);
    std::ranges::move(found.files, std::back_inserter(files_));
    for (const auto& file : found.projects) {
      auto project = read_project(file, sources_, org_.gaps, faults_);
      for (const auto& hidden : project.hidden)
        std::ranges::move(walk(hidden, faults_).files, std::back_inserter(files_));
      if (!project.name_space.empty())
        org_.namespaces.push_back(std::move(project.name_space));
    }
  }

  void read_files() {
    const auto first = static_cast<std::uint32_t>(sources_.size() + 1);
    for (const auto& file : files_)
      sources_.add_file(file.path, how_.largest);
    assembling together(org_, files_.size());
    parallel_reader(files_, first, how_, org_.objects).run([&](std::size_t i, part&& one) {
      report(one.faults);
      together.add(files_[i], std::move(one));
    });
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
  xml_shapes shapes;
  assembling together(result);
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
    auto read = read_part(sources[source].text(), described->is, source, result.objects, shapes);
    std::ranges::move(read.faults, std::back_inserter(faults));
    together.add(*described, std::move(read));
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
