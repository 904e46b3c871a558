#include "warehouse/session.hpp"

#include "base/reason.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace proviso::warehouse {
namespace {

constexpr std::size_t most_complaints = 1000; // bytes of standard error that are passed on

class descriptor {
public:
  explicit descriptor(int value) : value_(value) {}
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  ~descriptor() { close(); }

  [[nodiscard]] int get() const { return value_; }
  void close() {
    if (value_ >= 0)
      ::close(value_);
    value_ = -1;
  }

private:
  int value_;
};

// Closed in programs that are started, but for what `spawn` hands on.
std::array<int, 2> connected_pair() {
  std::array<int, 2> ends{-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    ends = {-1, -1};
  return ends;
}

int spawn(const std::string& program, int talk, int complaints, pid_t& started) {
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, talk, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, talk, STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, complaints, STDERR_FILENO);
  std::string name = program;
  std::array<char*, 2> arguments{name.data(), nullptr};
  const int fault = ::posix_spawn(&started, program.c_str(), &actions, nullptr, arguments.data(), ::environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return fault;
}

// The first line of what a program wrote to a file in memory.
std::string first_line(int file) {
  std::string text(most_complaints, '\0');
  const auto got = ::pread(file, text.data(), text.size(), 0);
  text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return text.substr(0, text.find('\n'));
}

int type_number(const std::string& text) {
  int type = 0;
  std::from_chars(text.data(), text.data() + text.size(), type);
  return type;
}

refusal broken() {
  return {"", "proviso-odbc does not answer as it should"};
}

std::optional<std::vector<described_column>> columns_of(const message& said) {
  if (said.empty() || said[0] != "columns" || said.size() % 2 == 0)
    return std::nullopt;
  std::vector<described_column> all;
  for (std::size_t i = 1; i < said.size(); i += 2)
    all.push_back({said[i], type_number(said[i + 1])});
  return all;
}

std::optional<result_row> row_of(const message& said, std::size_t width) {
  if (said.size() != width + 1 || said[0] != "row")
    return std::nullopt;
  result_row row;
  for (std::size_t i = 1; i < said.size(); ++i)
    row.push_back(said[i].starts_with('=') ? std::optional(said[i].substr(1)) : std::nullopt);
  return row;
}

std::size_t size_of(const result_row& row) {
  std::size_t bytes = 0;
  for (const auto& cell : row)
    bytes += cell.value_or("").size();
  return bytes;
}

} // namespace

struct session::process {
  std::array<int, 2> pair = connected_pair();
  descriptor ours{pair[0]};
  descriptor theirs{pair[1]};
  descriptor complaints{::memfd_create("complaints", MFD_CLOEXEC)};
  wire talk{pair[0], pair[0]};
  pid_t id = -1;
  int fault = 0; // errno of the start
};

session::session(const std::string& program) : process_(std::make_unique<process>()) {
  process_->fault = process_->ours.get() < 0
                        ? errno
                        : spawn(program, process_->theirs.get(), process_->complaints.get(), process_->id);
  process_->theirs.close();
}

session::~session() {
  process_->ours.close();
  if (process_->fault != 0)
    return;
  ::kill(process_->id, SIGTERM); // it may be in the middle of a statement
  while (::waitpid(process_->id, nullptr, 0) < 0 && errno == EINTR) {
  }
}

std::variant<message, refusal> session::next() {
  auto said = process_->talk.receive();
  if (!said || said->empty()) {
    const auto why = first_line(process_->complaints.get());
    return refusal{"", why.empty() ? "proviso-odbc ended unexpectedly" : why};
  }
  if ((*said)[0] == "error" && said->size() == 3)
    return refusal{(*said)[1], (*said)[2]};
  return *std::move(said);
}

std::variant<message, refusal> session::ask(const message& what) {
  if (process_->fault != 0)
    return refusal{"", fmt::format("cannot start proviso-odbc: {}", base::reason(process_->fault))};
  if (!process_->talk.send(what))
    return next(); // why it is gone
  return next();
}

std::variant<std::string, refusal> session::open(const std::string& connection) {
  auto said = ask({"open", connection});
  if (const auto* refused = std::get_if<refusal>(&said))
    return *refused;
  const auto& words = std::get<message>(said);
  if (words.size() != 2 || words[0] != "engine")
    return broken();
  return words[1];
}

std::variant<result, refusal> session::run(const std::string& statement) {
  auto said = ask({"run", statement});
  if (const auto* refused = std::get_if<refusal>(&said))
    return *refused;
  auto columns = columns_of(std::get<message>(said));
  if (!columns)
    return broken();
  result all{*std::move(columns), {}};
  std::size_t bytes = 0;
  for (;;) {
    said = next();
    if (const auto* refused = std::get_if<refusal>(&said))
      return *refused;
    if (std::get<message>(said) == message{"done"})
      return all;
    auto row = row_of(std::get<message>(said), all.columns.size());
    if (!row)
      return broken();
    bytes += size_of(*row);
    if (all.rows.size() == most_rows || bytes > most_bytes)
      return refusal{"", "the result is too large to be a histogram"};
    all.rows.push_back(*std::move(row));
  }
}

std::string driver_program() {
  std::error_code ignored;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", ignored);
  return (self.parent_path() / "proviso-odbc").string();
}

} // namespace proviso::warehouse
